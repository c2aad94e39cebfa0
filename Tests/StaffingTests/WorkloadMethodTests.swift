import Model
import Staffing
import Testing

@Suite struct WorkloadMethodTests {
  static let time = [
    "working_days": "250", "public_holidays": "0", "annual_leave": "10", "sick_leave": "5",
    "other_leave": "2", "training_hours": "24", "hours_per_day": "8", "days_per_week": "5",
  ]

  static var texts: [String: String] {
    var texts = ["shared_per_officer": "400"]
    for (name, value) in time {
      texts["assistant_\(name)"] = value
      texts["officer_\(name)"] = value
    }
    return texts
  }

  static func activity(
    _ id: String, item: Int, by doer: String, minutes: String, driver: String = "subject",
    times: [String] = ["2", "1", "0.5", "1"]
  ) -> [String: String] {
    var row = [
      "id": id, "title_zh": id, "title_en": id, "item": "\(item)", "done_by": doer,
      "driver": driver, "minutes": minutes,
    ]
    if driver == "subject" {
      for (name, value) in zip(["strict", "general", "lenient", "unclassified"], times) {
        row["times_\(name)"] = value
      }
    } else {
      row["times"] = times[0]
    }
    return row
  }

  static let activities = [
    activity("visits", item: 2, by: "either", minutes: "90"),
    activity("phone reports", item: 2, by: "assistant", minutes: "10"),
    activity("archive", item: 6, by: "assistant", minutes: "120", driver: "intake", times: ["1"]),
    activity("publicity", item: 7, by: "assistant", minutes: "240", driver: "office", times: ["1"]),
    activity("appraisal", item: 8, by: "officer", minutes: "60"),
  ]

  static func method(_ activities: [[String: String]] = activities) throws -> WorkloadMethod {
    WorkloadMethod(settings: try WorkloadSettings(texts: texts, activities: activities))
  }

  @Test("Each activity's hours are spelled out with its duty, and the sums follow")
  func working() throws {
    let split = Caseload.Classes(strict: 10, general: 30, lenient: 20)
    let plan = try Self.method().plan(
      for: office(officers: 1, subjects: 60, classes: split, intakes: 5))
    #expect(
      plan.working.map(\.en) == [
        "Available hours a year, assistants (less holidays, annual, sick and other leave, "
          + "training): (250 − 0 − 10 − 5 − 2) × 8 − 24 = 1840 [Opinion 三; local setting]",
        "Available hours a year, officers (less holidays, annual, sick and other leave, "
          + "training): (250 − 0 − 10 − 5 − 2) × 8 − 24 = 1840 [Opinion 三; local setting]",
        "visits (either): 12 × (10 × 2 + 30 × 1 + 20 × 0.5) × 90 ÷ 60 = 1080.00 hours a year "
          + "[Opinion 一（二）2; local setting]",
        "phone reports (assistants): 12 × (10 × 2 + 30 × 1 + 20 × 0.5) × 10 ÷ 60 = 120.00 hours "
          + "a year [Opinion 一（二）2; local setting]",
        "archive (assistants): 12 × 5 × 1 × 120 ÷ 60 = 120.00 hours a year "
          + "[Opinion 一（二）6; local setting]",
        "publicity (assistants): 12 × 1 × 240 ÷ 60 = 48.00 hours a year "
          + "[Opinion 一（二）7; local setting]",
        "appraisal (officers alone): 12 × (10 × 2 + 30 × 1 + 20 × 0.5) × 60 ÷ 60 = 720.00 hours "
          + "a year [Opinion 一（二）8; local setting]",
        "Officers needed: 720.00 ÷ 1840.00 = 0.39; 1 there, 0 short; reported apart, never turned "
          + "into assistants [Opinion 一（二）8]",
        "Work that either may do: 1080.00 hours; officers take 1 × 400, leaving 680.00 to "
          + "assistants [Opinion 四（一）; local setting]",
        "Assistants needed: (288.00 + 680.00) ÷ 1840.00 = 0.53 [Opinion 四（一）; local setting]",
        "Whole people: 0.53 → 1 (rounded up) [local setting]",
        "Difference: 1 − 3 = -2 [Opinion 四（一）]",
      ])
  }

  @Test("Officers short of their own work leave shared work to assistants and keep their backlog")
  func noOfficers() throws {
    let plan = try Self.method().plan(for: office(officers: 0, subjects: 60, intakes: 5))
    #expect(plan.officerShortfall == 1)
    #expect(plan.required?.decimal(places: 2) == "0.74")
    #expect(plan.remarks == [.noOfficers, .officersShort, .classesNotReported])
  }

  @Test("More enforcement work never raises the assistants")
  func enforcement() throws {
    let more = Self.activities + [Self.activity("rewards", item: 8, by: "officer", minutes: "500")]
    let caseload = try office(officers: 1, subjects: 60, intakes: 5)
    #expect(
      try Self.method(more).plan(for: caseload).required
        == Self.method().plan(for: caseload).required)
  }

  @Test(
    "An assistant may not be given what item 8 keeps to officers",
    arguments: ["assistant", "either"])
  func item8(doer: String) {
    #expect(throws: StaffingError.setting(.officersOnly(activity: "leave"))) {
      try Self.method([Self.activity("leave", item: 8, by: doer, minutes: "10")])
    }
  }

  @Test("Maternity leave and secondment lower those present for their days only")
  func reductions() throws {
    let row = [
      "office_code": "110102001", "role": "officer", "reason": "借调", "from": "2024-06-01",
      "until": "2024-06-30", "share": "1",
    ]
    func plan(_ change: [String: String]) throws -> OfficePlan {
      let row = row.merging(change) { $1 }
      let settings = try WorkloadSettings(
        texts: Self.texts, activities: Self.activities, reductions: [row])
      return WorkloadMethod(settings: settings).plan(
        for: try office(officers: 1, subjects: 60, intakes: 5))
    }
    #expect(try plan([:]).officerShortfall == 1)
    #expect(try plan(["from": "2024-06-02"]).officerShortfall == 0)
    #expect(try plan(["until": "2024-05-31", "from": "2024-05-01"]).officerShortfall == 0)
    #expect(try plan(["office_code": "110102002"]).officerShortfall == 0)
    let assistants = try plan(["role": "assistant", "share": "0.5"])
    #expect(assistants.assistantsAway == (try decimal("0.5")))
    #expect(assistants.coverage == (try decimal("2.5") / #require(assistants.required)))
  }

  @Test("A figure that an activity needs and the sheet lacks is named; others may be blank")
  func missing() throws {
    let method = try Self.method()
    #expect(
      method.plan(for: try office(subjects: nil)).obstacle == .missing([.subjects, .intakes]))
    #expect(method.plan(for: try office(intakes: 0)).obstacle == nil)
  }

  @Test("Settings that leave no time, stand twice or name no item are refused by name")
  func badSettings() throws {
    var texts = Self.texts
    texts["assistant_annual_leave"] = "260"
    let method = WorkloadMethod(
      settings: try WorkloadSettings(texts: texts, activities: Self.activities))
    #expect(method.plan(for: try office(intakes: 1)).obstacle == .noAvailableTime)
    let visits = Self.activity("visits", item: 2, by: "either", minutes: "1")
    #expect(throws: StaffingError.setting(.twice(name: "visits"))) {
      try Self.method([visits, visits])
    }
    #expect(throws: StaffingError.self) {
      try Self.method([Self.activity("x", item: 10, by: "either", minutes: "1")])
    }
  }
}
