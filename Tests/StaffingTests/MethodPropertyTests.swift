import Model
import Staffing
import Testing

/// What every method must keep, on random settings and figures; the seed is in the test's name.
@Suite struct MethodPropertyTests {
  static func methods(_ random: inout SeededGenerator) throws -> [any StaffingMethod] {
    func number(_ range: ClosedRange<Int>) -> Rational {
      Rational(Int.random(in: range, using: &random))
    }
    func table(_ range: ClosedRange<Int>) -> ClassTable {
      ClassTable(
        strict: number(range), general: number(range), lenient: number(range),
        unclassified: number(range))
    }
    let rounding = Rounding.allCases[Int.random(in: 0...2, using: &random)]
    let whole = WholePeople(rounding: rounding, minimum: Int.random(in: 0...2, using: &random))
    let ratio = RatioMethod(
      settings: RatioSettings(
        subjectsPerAssistant: number(5...30), subjectsPerOfficer: number(5...30),
        reliefPerOfficer: number(0...3), weights: table(0...3), wholePeople: whole))
    let points = PointsMethod(
      settings: PointsSettings(
        assistantPoints: table(0...40), officerPoints: table(0...40), eitherPoints: table(0...40),
        assistantCapacity: number(100...900), officerCapacity: number(100...900),
        sharedPerOfficer: number(0...200),
        wholePeople: whole))
    let activities = (1...9).map { item in
      Activity(
        id: "a\(item)", title: Bilingual(zh: "", en: ""), item: item,
        doneBy: item == 8
          ? .officer : Activity.Doer.allCases[Int.random(in: 0...2, using: &random)],
        driver: .subject(timesPerMonth: table(0...3)), minutes: number(0...90))
    }
    let staff = StaffCategory(
      time: AvailableTime(
        workingDays: number(200...250), publicHolidays: number(0...11), annualLeave: number(5...15),
        sickLeave: .zero, otherLeave: .zero, trainingHours: Rational(24),
        hoursPerDay: Rational(8), daysPerWeek: Rational(5)))
    let workload = WorkloadMethod(
      settings: try WorkloadSettings(
        assistants: staff, officers: staff, activities: activities,
        sharedPerOfficer: number(0...800), wholePeople: whole))
    return [ratio, points, workload]
  }

  static func caseload(_ random: inout SeededGenerator) throws -> Caseload {
    let counts = (0..<3).map { _ in Int.random(in: 0...30, using: &random) }
    let classes = Caseload.Classes(strict: counts[0], general: counts[1], lenient: counts[2])
    let isSplit = Bool.random(using: &random)
    return try office(
      officers: Int.random(in: 0...5, using: &random),
      assistants: Int.random(in: 0...5, using: &random), subjects: counts.reduce(0, +),
      classes: isSplit ? classes : nil)
  }

  @Test("More subjects never lower the need", arguments: 1...60 as ClosedRange<UInt64>)
  func moreSubjects(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let before = try Self.caseload(&random)
    for method in try Self.methods(&random) {
      let figures: [Figure] =
        before.classes == nil ? [.subjects] : [.subjectsStrict, .subjectsGeneral, .subjectsLenient]
      for figure in figures {
        let count = try #require(figure.value(in: before))
        let after = try before.applying([CaseloadChange(figure, to: count + 1)])
        let (less, more) = (method.plan(for: before), method.plan(for: after))
        #expect(try #require(less.required) <= #require(more.required), "\(method.id) \(figure)")
        #expect(try #require(less.proposed) <= #require(more.proposed), "\(method.id) \(figure)")
      }
    }
  }

  @Test(
    "More officers never raise the need",
    arguments: 100...160 as ClosedRange<UInt64>)
  func moreOfficers(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let before = try Self.caseload(&random)
    for method in try Self.methods(&random) {
      let none = method.plan(for: try before.applying([CaseloadChange(.officers, to: 0)]))
      let now = method.plan(for: before)
      let more = try before.applying([
        CaseloadChange(.officers, to: try #require(before.officers) + 1)
      ])
      let needed = try #require(now.required)
      #expect(try #require(method.plan(for: more).required) <= needed, "\(method.id)")
      #expect(needed <= (try #require(none.required)), "\(method.id)")
    }
  }

  @Test(
    "Enforcement work never raises assistants, however much of it there is",
    arguments: 200...240 as ClosedRange<UInt64>)
  func enforcement(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let caseload = try Self.caseload(&random)
    let settings = try #require(Self.methods(&random).last as? WorkloadMethod).settings
    func plan(_ minutes: Int) throws -> OfficePlan {
      let enforcement = Activity(
        id: "enforcement", title: Bilingual(zh: "", en: ""), item: 8, doneBy: .officer,
        driver: .subject(timesPerMonth: ClassTable(all: .one)), minutes: Rational(minutes))
      let more = try WorkloadSettings(
        assistants: settings.assistants, officers: settings.officers,
        activities: settings.activities + [enforcement],
        sharedPerOfficer: settings.sharedPerOfficer)
      return WorkloadMethod(settings: more).plan(for: caseload)
    }
    let (less, more) = (try plan(0), try plan(5_000))
    #expect(less.required != nil && less.required == more.required)
    #expect(try #require(less.officerShortfall) <= #require(more.officerShortfall))
  }
}
