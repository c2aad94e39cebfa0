import Model
import Policy
import Staffing
import Testing

@Suite struct WorkloadMethodTests {
  static let numbers: [StaffingParameter: Rational] = {
    var numbers: [StaffingParameter: Rational] = [
      .sharedHoursPerOfficer: Rational(400), .periodsPerYear: Rational(12),
    ]
    for role in StaffRole.allCases {
      let time = [250, 0, 10, 5, 2, 8, 5, 24].map { Rational($0) }
      for (parameter, value) in zip(StaffingParameter.time(role), time) {
        numbers[parameter] = value
      }
    }
    return numbers
  }()

  static func activity(
    _ id: String, _ duty: DutyActivity, minutes: Int, officers: Int = 0,
    driver: Activity.Driver = .subject,
    times: Int = 1
  ) throws -> Activity {
    let classes = try ["2", "1", "0.5", "1"].map { try decimal($0) }
    let rates = driver == .subject ? classes : [Rational(times)]
    return Activity(
      id: id, title: Bilingual(zh: id, en: id), duty: duty, driver: driver,
      minutes: [.assistant: Rational(minutes), .officer: Rational(officers)],
      times: Dictionary(uniqueKeysWithValues: zip(driver.units, rates)))
  }

  static func activities() throws -> [Activity] {
    [
      try activity("visits", .visit, minutes: 90, officers: 30),
      try activity("phone reports", .phoneReport, minutes: 10),
      try activity("archive", .filing, minutes: 120, officers: 12, driver: .intake),
      try activity("opinions", .opinions, minutes: 240, driver: .office),
      try activity("appraisal", .appraisal, minutes: 0, officers: 60),
    ]
  }

  static func norm(
    _ activities: [Activity]? = nil, numbers: [StaffingParameter: Rational] = numbers,
    allowances: [Allowance] = [], reductions: [StaffReduction] = []
  ) throws -> StaffingNorm {
    StaffingNorm(
      .workload,
      try StaffingSettings(
        numbers, activities: activities ?? Self.activities(), allowances: allowances,
        reductions: reductions))
  }

  @Test("Each activity's hours are spelled out with its duty, and the sums follow")
  func working() throws {
    let split = Caseload.Classes(strict: 10, general: 30, lenient: 20)
    let plan = try Self.norm().plan(
      for: office(officers: 1, subjects: 60, classes: split, intakes: 5))
    #expect(
      plan.working.map(\.en) == [
        "Available hours a year, assistants (less holidays, annual, sick and other leave, "
          + "training): (250 − 0 − 10 − 5 − 2) × 8 − 24 = 1840 [Opinion 三; local setting]",
        "Available hours a year, officers (less holidays, annual, sick and other leave, "
          + "training): (250 − 0 − 10 − 5 − 2) × 8 − 24 = 1840 [Opinion 三; local setting]",
        "visits (officers do): 12 × (10 × 2 + 30 × 1 + 20 × 0.5) × 30 ÷ 60 = 360.00 hours a year "
          + "[Opinion 一（二）2; local setting]",
        "visits (assistants help): 12 × (10 × 2 + 30 × 1 + 20 × 0.5) × 90 ÷ 60 = 1080.00 hours a year "
          + "[Opinion 一（二）2; local setting]",
        "phone reports (assistants): 12 × (10 × 2 + 30 × 1 + 20 × 0.5) × 10 ÷ 60 = 120.00 hours "
          + "a year [Opinion 一（二）2; local setting]",
        "archive (officers do): 12 × 5 × 1 × 12 ÷ 60 = 12.00 hours a year "
          + "[Opinion 一（二）6; local setting]",
        "archive (assistants help): 12 × 5 × 1 × 120 ÷ 60 = 120.00 hours a year "
          + "[Opinion 一（二）6; local setting]",
        "opinions (assistants): 12 × 1 × 240 ÷ 60 = 48.00 hours a year "
          + "[Opinion 一（二）7; local setting]",
        "appraisal (officers alone): 12 × (10 × 2 + 30 × 1 + 20 × 0.5) × 60 ÷ 60 = 720.00 hours "
          + "a year [Opinion 一（二）8; local setting]",
        "Officers needed: 1092.00 ÷ 1840.00 = 0.59; 1 there, 0 short; reported apart, never turned "
          + "into assistants [Opinion 一（二）8]",
        "Work that either may do: 1200.00 hours; officers take 1 × 400, leaving 800.00 to "
          + "assistants [Opinion 四（一）; local setting]",
        "Assistants needed: (168.00 + 800.00) ÷ 1840.00 = 0.53 [Opinion 四（一）; local setting]",
        "Whole people: 0.53 → 1 (rounded up) [local setting]",
        "Difference: 1 − 3 = -2 [Opinion 四（一）]",
      ])
  }

  @Test("Officers short of their own work leave shared work to assistants and keep their backlog")
  func noOfficers() throws {
    let plan = try Self.norm().plan(for: office(officers: 0, subjects: 60, intakes: 5))
    #expect(plan.officerShortfall == 1)
    #expect(plan.required?.decimal(places: 2) == "0.74")
    #expect(plan.remarks == [.noOfficers, .officersShort, .classesNotReported])
  }

  @Test("More enforcement work never raises the assistants")
  func enforcement() throws {
    let more =
      try Self.activities() + [
        Self.activity("rewards", .rewardsAndPenalties, minutes: 0, officers: 500)
      ]
    let caseload = try office(officers: 1, subjects: 60, intakes: 5)
    #expect(
      try Self.norm(more).plan(for: caseload).required
        == Self.norm().plan(for: caseload).required)
  }

  @Test(
    "An assistant may not be given what item 8 keeps to officers",
    arguments: [0, 10])
  func item8(officers: Int) {
    #expect(throws: StaffingError.setting(.officersOnly(activity: "leave"))) {
      try Self.norm([Self.activity("leave", .leave, minutes: 10, officers: officers)])
    }
  }

  @Test(
    "What the text only lets assistants help with takes officers' minutes as well",
    arguments: DutyActivity.allCases)
  func helps(duty: DutyActivity) throws {
    func make(officers: Int) throws -> StaffingSettings {
      try Self.norm([Self.activity("work", duty, minutes: 10, officers: officers)]).settings
    }
    switch duty.verb {
    case .helps:
      #expect(throws: StaffingError.setting(.officersToo(activity: "work"))) {
        try make(officers: 0)
      }
      #expect(try make(officers: 1).activities.map(\.doneBy) == [.either])
    case .does, .arranged: #expect(try make(officers: 0).activities.map(\.doneBy) == [.assistant])
    case .never:
      #expect(throws: StaffingError.setting(.officersOnly(activity: "work"))) {
        try make(officers: 0)
      }
    }
  }

  @Test("Maternity leave and secondment lower those present for their days only")
  func reductions() throws {
    func plan(
      office code: String = "110102001", _ role: StaffRole = .officer, from: String = "2024-06-01",
      until: String = "2024-06-30", share: Rational = .one
    ) throws -> OfficePlan {
      let away = StaffReduction(
        officeCode: code, role: role, reason: "借调", from: try #require(CivilDate(iso: from)),
        until: try #require(CivilDate(iso: until)), share: share)
      return try Self.norm(reductions: [away]).plan(
        for: office(officers: 1, subjects: 60, intakes: 5))
    }
    #expect(try plan().officerShortfall == 1)
    #expect(
      try plan().working.map(\.en).contains { $0.hasPrefix("Officers away 1: 借调, 2024-06-01") })
    #expect(try plan(from: "2024-06-02").officerShortfall == 0)
    #expect(try plan(from: "2024-05-01", until: "2024-05-31").officerShortfall == 0)
    #expect(try plan(office: "110102002").officerShortfall == 0)
    let assistants = try plan(.assistant, share: decimal("0.5"))
    #expect(assistants.assistantsAway == (try decimal("0.5")))
    let coverage = try decimal("2.5") / #require(assistants.required)
    #expect(assistants.coverage == coverage)
  }

  @Test("A figure that an activity needs and the sheet lacks is named; others may be blank")
  func missing() throws {
    let method = try Self.norm()
    #expect(
      method.plan(for: try office(subjects: nil)).obstacle == .missing([.subjects, .intakes]))
    #expect(method.plan(for: try office(intakes: 0)).obstacle == nil)
  }

  @Test("The hours of the activities are the work, summed by who does it")
  func sums() throws {
    let split = Caseload.Classes(strict: 10, general: 30, lenient: 20)
    for classes in [split, nil] {
      let plan = try Self.norm().plan(
        for: office(officers: 1, subjects: 60, classes: classes, intakes: 5))
      func hours(_ role: StaffRole, _ indexes: Int...) throws -> Rational {
        try indexes.reduce(.zero) { try $0 + #require(plan.quantities[.activity($1, role)]) }
      }
      #expect(plan.quantities[.work(.either)] == (try hours(.assistant, 0, 2)))
      #expect(plan.quantities[.work(.assistant)] == (try hours(.assistant, 1, 3)))
      #expect(plan.quantities[.work(.officer)] == (try hours(.officer, 0, 2, 4)))
    }
  }

  @Test("Settings that leave no time, stand twice or name no item are refused by name")
  func badSettings() throws {
    var numbers = Self.numbers
    numbers[.annualLeave(.assistant)] = Rational(260)
    #expect(
      try Self.norm(numbers: numbers).plan(for: office(intakes: 1)).obstacle == .noAvailableTime)
    let visits = try Self.activity("visits", .visit, minutes: 1, officers: 1)
    #expect(throws: StaffingError.setting(.twice(name: "visits"))) {
      try Self.norm([visits, visits])
    }
  }

  @Test("A what-if puts a cell of the table of activities, and each fault has a name")
  func whatIf() throws {
    let rules = try PolicyPack.named("beijing-2023").rules(on: office().asOf)
    func settings(_ text: String) throws -> StaffingSettings {
      try StaffingNorm(.workload, of: rules, assuming: [Assumption(text: text)]).settings
    }
    let visit = try #require(
      settings("visit.assistant_minutes=30").activities.first { $0.id == "visit" })
    let half = try decimal("0.5")
    #expect(visit.time(of: .assistant) == Rational(30) && visit.times[.lenient] == half)
    for (text, code) in [
      ("visits.assistant_minutes=30", "setting_unknown"), ("visit.minuts=30", "setting_unknown"),
      ("visit.assistant_minutes=x", "setting_not_decimal"),
      ("visit.driver=x", "setting_not_one_of"),
      ("visit.driver=office", "setting_missing"),
      ("admission.assistant_minutes=1", "officers_only"),
      ("visit.officer_minutes=0", "officers_too"),
      ("visit.duty=x", "setting_not_one_of"),
    ] {
      let error = #expect(throws: StaffingError.self) { try settings(text) }
      #expect(error?.code == code, "\(text)")
    }
  }
}
