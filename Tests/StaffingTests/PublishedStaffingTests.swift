import Model
import Staffing
import Testing

/// The worked figures that WHO, the UK's probation service and the APPA publish.
@Suite struct PublishedStaffingTests {
  static func time(
    days: String, holidays: String = "0", leave: String = "0", other: String = "0"
  ) throws -> AvailableTime {
    AvailableTime(
      workingDays: try decimal(days), publicHolidays: try decimal(holidays),
      annualLeave: try decimal(leave), sickLeave: .zero, otherLeave: try decimal(other),
      trainingHours: .zero, hoursPerDay: Rational(8), daysPerWeek: try decimal("4.5"))
  }

  @Test("HIV clinics in Kenya: 179 days, 3,125 days of visits, 17.46 staff")
  func kenya() throws {
    let year = try (Rational(52) * decimal("4.5")).description
    let time = try Self.time(days: year, holidays: "10", leave: "30", other: "15")
    #expect(try time.days() == Rational(179))
    let hours = try Rational(100_000) * decimal("0.25")
    #expect(try hours / Rational(8) == Rational(3_125))
    #expect(try StaffCategory(time: time).required(hours: hours).decimal(places: 2) == "17.46")
    #expect(try time.standardWorkload(hoursPerUnit: decimal("0.25")) == Rational(5_728))
    let title = Bilingual(zh: "会议", en: "meetings")
    let support = CategoryAllowance(title: title, hours: Rational(80), per: .year)
    let category = StaffCategory(time: time, categoryAllowances: [support])
    #expect(try category.allowanceShare() == Rational(10, over: 179))
    #expect(try category.allowanceFactor() == Rational(179, over: 169))
    #expect(try category.required(hours: hours).decimal(places: 2) == "18.49")
  }

  @Test("An allowance by day, week, month or year becomes its share of the time")
  func allowances() throws {
    let time = try Self.time(days: "180")
    let title = Bilingual(zh: "记录", en: "records")
    func share(_ hours: Int, _ period: CategoryAllowance.Period) throws -> Rational {
      let allowance = CategoryAllowance(title: title, hours: Rational(hours), per: period)
      return try StaffCategory(time: time, categoryAllowances: [allowance]).allowanceShare()
    }
    #expect(try share(1, .day) == Rational(1, over: 8))
    #expect(try share(9, .week) == Rational(1, over: 4))
    #expect(try share(12, .month) == Rational(1, over: 10))
    #expect(try share(144, .year) == Rational(1, over: 10))
    #expect(throws: PlanObstacle.allowancesTakeAllTime(share: .one)) { try share(8, .day) }
  }

  @Test("Individual allowances add people, after the factor of everyone's allowances")
  func individual() throws {
    let title = Bilingual(zh: "带教", en: "teaching")
    let category = StaffCategory(
      time: try Self.time(days: "125"),
      categoryAllowances: [CategoryAllowance(title: title, hours: Rational(2), per: .day)],
      individualAllowances: [
        IndividualAllowance(title: title, hoursPerYear: Rational(100), people: 3)
      ])
    #expect(try category.individualFactor() == decimal("0.3"))
    #expect(try category.required(hours: Rational(1_500)) == decimal("2.3"))
    #expect(try category.required(hours: .zero) == decimal("0.3"))
  }

  @Test("No need has no ratio, and a shortage has one below 1")
  func ratio() throws {
    let method = RatioMethodTests.method(perAssistant: 10)
    #expect(method.plan(for: try office(assistants: 2, subjects: 0)).coverage == nil)
    #expect(
      method.plan(for: try office(assistants: 2, subjects: 40)).coverage == (try decimal("0.5")))
  }

  @Test("APPA: 120 hours a month and 4, 2 or 1 hours a case are caseloads of 30, 60 and 120")
  func appa() throws {
    let time = try Self.time(days: "15")
    #expect(
      try [4, 2, 1].map { try time.standardWorkload(hoursPerUnit: Rational($0)) }
        == [30, 60, 120].map { Rational($0) })
    let hours = Rational(45 * 4 + 90 * 2 + 60 * 1)
    #expect(try StaffCategory(time: time).required(hours: hours) == decimal("3.5"))
  }

  static let tiers = [
    "A3", "A2", "A1", "A0", "B3", "B2", "B1", "B0", "C3", "C2", "C1", "C0", "D3", "D2", "D1", "D0",
  ]
  static let seed = [
    "community": [206, 158, 146, 110, 146, 115, 102, 72, 79, 63, 50, 35, 51, 41, 29, 29],
    "licence": [219, 175, 163, 0, 161, 132, 119, 0, 77, 65, 52, 0, 51, 43, 31, 0],
    "custody": [75, 60, 59, 0, 59, 48, 47, 0, 30, 24, 23, 0, 17, 14, 13, 0],
  ]

  @Test("UK probation: 2176 points, 37 hours and 1.8 off are 2070; 15 of 102 is 14.700 %")
  func ukCapacity() throws {
    let capacity = PointsCapacity(
      gradePoints: 2_176, gradeHours: Rational(37), contractedHours: Rational(37),
      reductionHours: try decimal("1.8"))
    #expect(try capacity.availablePoints() == 2_070)
    let percentage = try PointsCapacity.percentage(points: 15, available: 102)
    #expect(percentage.decimal(places: 3) == "14.700")
    #expect(throws: PlanObstacle.notPositive(.availablePoints)) {
      try PointsCapacity.percentage(points: 15, available: 0)
    }
    let away = PointsCapacity(
      gradePoints: 2_176, gradeHours: Rational(37), contractedHours: Rational(37),
      reductionHours: Rational(37))
    #expect(throws: PlanObstacle.noAvailableTime) { try away.availablePoints() }
  }

  @Test("UK probation: points are cases by tier and setting, reports, and contacts to and fro")
  func ukPoints() throws {
    var points: [PointsLedger.CaseKind: Int] = [:]
    for (setting, values) in Self.seed {
      for (tier, value) in zip(Self.tiers, values) {
        points[PointsLedger.CaseKind(tier: tier, setting: setting)] = value
      }
    }
    let one = Dictionary(uniqueKeysWithValues: points.keys.map { ($0, 1) })
    #expect(try PointsLedger(pointsByCase: points, cases: one).total() == 1_432 + 1_288 + 469)
    let a3 = PointsLedger.CaseKind(tier: "A3", setting: "licence")
    let ledger = PointsLedger(
      pointsByCase: points, cases: [a3: 3], reports: 10, contactsForOthers: 5, contactsByOthers: 8)
    #expect(try ledger.total() == 3 * 219 + 10 + 5 - 8)
    let odd = PointsLedger.CaseKind(tier: "E1", setting: "licence")
    #expect(throws: PlanObstacle.unknownClass("E1 licence")) {
      try PointsLedger(pointsByCase: points, cases: [odd: 1]).total()
    }
  }

  @Test("The alarm sounds above 110 % in the fourth week running, and a gap begins anew")
  func alarm() throws {
    let start = try #require(CivilDate(year: 2024, month: 6, day: 3))
    func weeks(_ percentages: [String?], offset: Int = 0) throws -> [CapacityAlarm.Week] {
      try percentages.enumerated().map { index, text in
        CapacityAlarm.Week(
          begins: try #require(CivilDate(dayNumber: start.dayNumber + 7 * (index + offset))),
          percentage: try text.map { try decimal($0) })
      }
    }
    let alarm = CapacityAlarm()
    let full = try weeks(["110.1", "111", "112", "120", "130"])
    #expect(alarm.sounding(in: full) == full.suffix(2).map(\.begins))
    #expect(alarm.sounding(in: full.reversed()) == full.suffix(2).map(\.begins))
    #expect(alarm.sounding(in: try weeks(["110.1", "110", "112", "120", "130"])).isEmpty)
    #expect(alarm.sounding(in: try weeks(["111", "111", nil, "111", "111"])).isEmpty)
    let gap = try weeks(["111", "111"]) + weeks(["111", "111"], offset: 3)
    #expect(alarm.sounding(in: gap).isEmpty)
  }
}
