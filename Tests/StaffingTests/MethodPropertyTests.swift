import Model
import Staffing
import Testing

/// What every method must keep, on random settings and figures; the seed is in the test's name.
@Suite struct MethodPropertyTests {
  static func norms(_ random: inout SeededGenerator) throws -> [StaffingNorm] {
    func number(_ range: ClosedRange<Int>) -> Rational {
      Rational(Int.random(in: range, using: &random))
    }
    let units = WorkUnit.classes + [.unclassified]
    func table(
      _ range: ClosedRange<Int>, _ parameter: (WorkUnit) -> StaffingParameter
    ) -> [StaffingParameter: Rational] {
      Dictionary(uniqueKeysWithValues: units.map { (parameter($0), number(range)) })
    }
    let rounding = Rounding.allCases[Int.random(in: 0...2, using: &random)]
    let minimum = [StaffingParameter.minimum: number(0...2)]
    var ratio = minimum.merging(table(0...3) { .weight($0) }) { $1 }
    ratio[.subjectsPerAssistant] = number(5...30)
    ratio[.subjectsPerOfficer] = number(5...30)
    ratio[.reliefPerOfficer] = number(0...3)
    var points = minimum
    for doer in Doer.allCases { points.merge(table(0...40) { .points($0, doer) }) { $1 } }
    points[.capacity(.assistant)] = number(100...900)
    points[.capacity(.officer)] = number(100...900)
    points[.sharedPointsPerOfficer] = number(0...200)
    let activities = DutyActivity.allCases.map { duty in
      Activity(
        id: duty.rawValue, title: Bilingual(zh: "", en: ""), duty: duty, driver: .subject,
        minutes: [
          .officer: number(duty.verb == .helps ? 1...90 : 0...90),
          .assistant: number(duty.verb == .never ? 0...0 : 0...90),
        ],
        times: Dictionary(uniqueKeysWithValues: units.map { ($0, number(0...3)) }))
    }
    var workload = WorkloadMethodTests.numbers.merging(minimum) { $1 }
    for role in StaffRole.allCases {
      workload[.workingDays(role)] = number(200...250)
      workload[.publicHolidays(role)] = number(0...11)
      workload[.annualLeave(role)] = number(5...15)
    }
    workload[.sharedHoursPerOfficer] = number(0...800)
    return [
      StaffingNorm(.ratio, try StaffingSettings(ratio, rounding: rounding)),
      StaffingNorm(.points, try StaffingSettings(points, rounding: rounding)),
      StaffingNorm(
        .workload, try StaffingSettings(workload, rounding: rounding, activities: activities)),
    ]
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
    for norm in try Self.norms(&random) {
      let figures: [Figure] =
        before.classes == nil ? [.subjects] : [.subjectsStrict, .subjectsGeneral, .subjectsLenient]
      for figure in figures {
        let count = try #require(figure.value(in: before))
        let after = try WhatIfTests.changed(before, "\(figure.rawValue)=\(count + 1)")
        let (less, more) = (norm.plan(for: before), norm.plan(for: after))
        #expect(try #require(less.required) <= #require(more.required), "\(norm.method) \(figure)")
        #expect(try #require(less.proposed) <= #require(more.proposed), "\(norm.method) \(figure)")
      }
    }
  }

  @Test(
    "More officers never raise the need",
    arguments: 100...160 as ClosedRange<UInt64>)
  func moreOfficers(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let before = try Self.caseload(&random)
    for norm in try Self.norms(&random) {
      let none = norm.plan(for: try WhatIfTests.changed(before, "officers=0"))
      let now = norm.plan(for: before)
      let more = try WhatIfTests.changed(before, "officers=+1")
      let needed = try #require(now.required)
      #expect(try #require(norm.plan(for: more).required) <= needed, "\(norm.method)")
      #expect(needed <= (try #require(none.required)), "\(norm.method)")
    }
  }

  @Test(
    "Enforcement work never raises assistants, however much of it there is",
    arguments: 200...240 as ClosedRange<UInt64>)
  func enforcement(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let caseload = try Self.caseload(&random)
    let settings = try #require(Self.norms(&random).last).settings
    func plan(_ minutes: Int) throws -> OfficePlan {
      let enforcement = Activity(
        id: "enforcement", title: Bilingual(zh: "", en: ""), duty: .otherEnforcement,
        driver: .subject, minutes: [.officer: Rational(minutes)],
        times: Dictionary(uniqueKeysWithValues: Activity.Driver.subject.units.map { ($0, .one) }))
      let more = try StaffingSettings(
        settings.numbers, activities: settings.activities + [enforcement])
      return StaffingNorm(.workload, more).plan(for: caseload)
    }
    let (less, more) = (try plan(0), try plan(5_000))
    #expect(less.required != nil && less.required == more.required)
    #expect(try #require(less.officerShortfall) <= #require(more.officerShortfall))
  }
}
