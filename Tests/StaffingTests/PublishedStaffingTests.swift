import Model
import Testing

@testable import Staffing

/// The worked figures that WHO, the UK's probation service and the APPA publish.
@Suite struct PublishedStaffingTests {
  /// Assistants with so many days less time off, and work that takes so many hours a year.
  static func norm(
    days: Rational, holidays: Int = 0, leave: Int = 0, other: Int = 0, hours: Rational = .zero,
    _ allowances: Allowance...
  ) throws -> StaffingNorm {
    var numbers = WorkloadMethodTests.numbers
    let time = [days] + [holidays, leave, 0, other, 8].map { Rational($0) }
    let week = [try decimal("4.5"), .zero]
    for (parameter, value) in zip(StaffingParameter.time(.assistant), time + week) {
      numbers[parameter] = value
    }
    // Once a month for the office; 60 minutes are an hour, 12 months a year.
    let work = Activity(
      id: "work", title: title, duty: .other, driver: .office,
      minutes: [.assistant: try hours * Rational(5)], times: [.office: .one])
    return try WorkloadMethodTests.norm([work], numbers: numbers, allowances: allowances)
  }

  static let title = Bilingual(zh: "会议", en: "meetings")

  static func everyone(_ hours: Int, _ period: Allowance.Period) -> Allowance {
    Allowance(title: title, role: .assistant, hours: Rational(hours), sharing: .everyone(period))
  }

  @Test("HIV clinics in Kenya: 179 days, 3,125 days of visits, 17.46 staff")
  func kenya() throws {
    let year = try Rational(52) * decimal("4.5")
    let hours = try Rational(100_000) * decimal("0.25")
    #expect(try hours / Rational(8) == Rational(3_125))
    let norm = try Self.norm(days: year, holidays: 10, leave: 30, other: 15, hours: hours)
    #expect(try norm.value(of: .quantity(.daysAtWork(.assistant))) == Rational(179))
    let caseload = try office(officers: 0, subjects: 0)
    #expect(norm.plan(for: caseload).required?.decimal(places: 2) == "17.46")
    let available = try norm.value(of: .quantity(.availableHours(.assistant)))
    #expect(try available / decimal("0.25") == Rational(5_728), "the standard workload of a visit")
    let supported = try Self.norm(
      days: year, holidays: 10, leave: 30, other: 15, hours: hours, Self.everyone(80, .year))
    let net = try supported.value(of: .quantity(.capacity(.assistant)))
    let support = try supported.value(of: .quantity(.supportHours(.assistant)))
    #expect(try support / available == Rational(10, over: 179), "the category allowance")
    #expect(try available / net == Rational(179, over: 169), "and its factor")
    #expect(supported.plan(for: caseload).required?.decimal(places: 2) == "18.49")
  }

  @Test("An allowance by day, week, month or year becomes its share of the time")
  func allowances() throws {
    func share(_ hours: Int, _ period: Allowance.Period) throws -> Rational {
      let norm = try Self.norm(days: Rational(180), Self.everyone(hours, period))
      return try norm.value(of: .quantity(.supportHours(.assistant)))
        / norm.value(of: .quantity(.availableHours(.assistant)))
    }
    #expect(try share(1, .day) == Rational(1, over: 8))
    #expect(try share(9, .week) == Rational(1, over: 4))
    #expect(try share(12, .month) == Rational(1, over: 10))
    #expect(try share(144, .year) == Rational(1, over: 10))
    let full = try Self.norm(days: Rational(180), Self.everyone(8, .day))
    #expect(throws: PlanObstacle.allowancesTakeAllTime(share: .one)) {
      try full.value(of: .quantity(.capacity(.assistant)))
    }
  }

  @Test("Individual allowances add people, after the factor of everyone's allowances")
  func individual() throws {
    func required(_ hours: Int) throws -> Rational? {
      try Self.norm(
        days: Rational(125), hours: Rational(hours), Self.everyone(2, .day),
        Allowance(
          title: Self.title, role: .assistant, hours: Rational(100), sharing: .some(people: 3))
      ).plan(for: office(officers: 0, subjects: 0)).required
    }
    #expect(try required(1_500) == decimal("2.3"))
    #expect(try required(0) == decimal("0.3"))
  }

  @Test("No need has no ratio, and a shortage has one below 1")
  func ratio() throws {
    let norm = try RatioMethodTests.norm(perAssistant: 10)
    #expect(norm.plan(for: try office(assistants: 2, subjects: 0)).coverage == nil)
    #expect(
      norm.plan(for: try office(assistants: 2, subjects: 40)).coverage == (try decimal("0.5")))
  }

  @Test("APPA: 120 hours a month and 4, 2 or 1 hours a case are caseloads of 30, 60 and 120")
  func appa() throws {
    let hours = try Self.norm(days: Rational(15))
      .value(of: .quantity(.availableHours(.assistant)))
    #expect(
      try [4, 2, 1].map { try hours / Rational($0) } == [30, 60, 120].map { Rational($0) })
    let work = Rational(45 * 4 + 90 * 2 + 60 * 1)
    let plan = try Self.norm(days: Rational(15), hours: work)
      .plan(for: office(officers: 0, subjects: 0))
    #expect(plan.required == (try decimal("3.5")))
  }

  @Test("UK probation: 2176 points, 37 hours and 1.8 off are 2070; 15 of 102 is 14.700 %")
  func ukCapacity() throws {
    let present = try (Rational(37) - decimal("1.8")) / Rational(37)
    #expect(CapacityWatch.available(points: Rational(2_176), people: present) == 2_070)
    let percentage = CapacityWatch.percentage(points: Rational(15), available: 102)
    #expect(percentage?.decimal(places: 3) == "14.700")
    #expect(CapacityWatch.percentage(points: Rational(15), available: 0) == nil, "which is not 0 %")
  }

  @Test("UK probation: points are those of the cases by their tier")
  func ukPoints() throws {
    // The seed points of tiers A3, B3 and C3 in the community.
    let norm = try PointsMethodTests.norm { numbers in
      for (unit, points) in zip(WorkUnit.classes, [206, 146, 79]) {
        numbers[.points(unit, .assistant)] = Rational(points)
      }
    }
    let cases = Caseload.Classes(strict: 3, general: 2, lenient: 1)
    let plan = norm.plan(for: try office(subjects: 6, classes: cases, investigations: 0))
    #expect(plan.quantities[.work(.assistant)] == Rational(3 * 206 + 2 * 146 + 79))
  }

  @Test("The alarm sounds above 110 % in the fourth week running, and a gap begins anew")
  func alarm() throws {
    let start = try #require(CivilDate(year: 2024, month: 6, day: 3))
    typealias Week = (begins: CivilDate, percentage: Rational?)
    func weeks(_ percentages: [String?], offset: Int = 0) throws -> [Week] {
      try percentages.enumerated().map { index, text in
        (
          try #require(CivilDate(dayNumber: start.dayNumber + 7 * (index + offset))),
          try text.map { try decimal($0) }
        )
      }
    }
    func sounding(_ weeks: [Week]) -> [CivilDate] {
      CapacityWatch.sounding(in: weeks, above: Rational(110), for: 4)
    }
    let full = try weeks(["110.1", "111", "112", "120", "130"])
    #expect(sounding(full) == full.suffix(2).map(\.begins))
    #expect(sounding(full.reversed()) == full.suffix(2).map(\.begins))
    #expect(sounding(try weeks(["110.1", "110", "112", "120", "130"])).isEmpty)
    #expect(sounding(try weeks(["111", "111", nil, "111", "111"])).isEmpty)
    #expect(sounding(try weeks(["111", "111"]) + weeks(["111", "111"], offset: 3)).isEmpty)
  }
}
