import Foundation
import Model
import Policy
import Register
import Reporting
import Staffing
import Testing

@testable import Planner

@Suite("Headcount plans")
struct PlanTests {
  private let story: SampleStory
  private let register: Register
  private let pack: PolicyPack
  private let day: CivilDate
  private let rules: RuleSet

  init() throws {
    story = try SampleStory()
    register = try Register()
    pack = try PolicyPack.named("beijing-2023")
    day = try #require(CivilDate(iso: "2024-06-01"))
    rules = try pack.rules(on: day)
    _ = try story.take(SampleStory.sheets("社矫", "history"), into: register)
  }

  private func plan(
    _ method: StaffingMethod, rules other: RuleSet? = nil, assuming texts: String...
  ) throws -> StaffingPlan {
    try register.plan(
      other ?? rules, by: method, assuming: texts.map { try Assumption(text: $0) })
  }

  private func stored(
    _ plan: StaffingPlan, _ policy: PolicyPack? = nil, at moment: String = SampleStory.moment
  ) -> StoredPlan {
    StoredPlan(plan, policy: policy ?? pack, asOf: day, madeAt: moment)
  }

  @Test("each method plans from the settings of the policy", arguments: StaffingMethod.allCases)
  func methods(method: StaffingMethod) throws {
    let plan = try plan(method)
    #expect(plan.offices.count == 15)
    #expect(plan.offices.count { $0.proposed == nil } == 1, "椿树 does not say its officers")
    #expect(plan["110102015"]?.obstacle == .missing([.officers]))
    #expect(method.policyParameters.allSatisfy { rules.parameters[$0] != nil })
  }

  @Test(
    "is kept with what it rests on, and made again to the same digest",
    arguments: StaffingMethod.allCases)
  func replay(method: StaffingMethod) throws {
    let plan = stored(try plan(method))
    #expect(plan.id.hasPrefix("plan-") && plan.id.utf8.count == 17)
    try register.store(plan)
    try register.store(stored(self.plan(method), at: "later"))
    let kept = try register.plan("plan-latest")
    #expect(kept.madeAt == SampleStory.moment, "a plan that is kept already stays as it is")
    #expect(try register.plan(String(plan.id.prefix(9))).id == plan.id)
    #expect(try kept.replayed().digest == plan.digest)
    #expect(try kept.replayed().offices == kept.offices)
    #expect(try register.replayPlan("plan-latest").status == .done)
    for reference in ["plan-latest", plan.id, plan.digest] {
      #expect(register.namesPlan(reference), "\(reference)")
      #expect(try register.plan(reference).id == plan.id)
    }
    for reference in ["latest", String(plan.digest.prefix(12)), String(repeating: "f", count: 64)] {
      #expect(!register.namesPlan(reference), "\(reference)")
    }
  }

  @Test("another figure, setting, method or day is another plan")
  func digests() throws {
    let july = try pack.rules(on: #require(CivilDate(iso: "2024-07-01")))
    let digests = try [
      stored(plan(.ratio)), stored(plan(.points)),
      StoredPlan(plan(.ratio, rules: july), policy: pack, asOf: july.date, madeAt: ""),
      stored(plan(.ratio, assuming: "intakes=+1")),
      stored(plan(.ratio, assuming: "subjects_per_assistant=14")),
    ].map(\.digest)
    #expect(Set(digests).count == digests.count)
  }

  @Test("an unknown plan is an error that says where plans are listed")
  func unknown() throws {
    #expect(throws: RegisterError.planUnknown(id: "plan-0")) { try register.plan("plan-0") }
    #expect(throws: RegisterError.planUnknown(id: "plan-latest")) {
      try register.plan("plan-latest")
    }
  }

  @Test("two plans are compared by what figures and what settings changed")
  func comparison() throws {
    let before = stored(try plan(.ratio))
    let file = try story.file(
      "own.yaml",
      Array(
        """
        policy: own
        extends: beijing-2023
        title: {zh: 本区, en: own}
        in_force: {from: 2024-01-01}
        change:
          - {parameter: subjects_per_assistant, value: 12, reason: {zh: 理由, en: reason}}
        """.utf8))
    let own = try PolicyPack.opened(file)
    let after = stored(
      try plan(.ratio, rules: own.rules(on: day), assuming: "officers=+1"), own)
    try register.store(before)
    try register.store(after)
    let lines = try register.comparePlans(before.id, after.id).lines(Wording(.en))
    #expect(lines.first == "setting subjects_per_assistant: 15 → 12")
    // 56 ÷ 15 − 0.5 = 3.23; 56 ÷ 12 − 0.5 = 4.17.
    #expect(
      lines.contains(
        "110102020 广安门外街道: proposed 4 → 4 (by figures -1, by method and settings +1); "
          + "officers 2 → 3"))
    #expect(
      try register.comparePlans(before.id, before.id).lines(Wording(.en)) == [
        "The plans are the same."
      ])
  }

  @Test("a what-if puts numbers, more, less, shares and unknown")
  func whatIf() throws {
    let base = try #require(
      try plan(.ratio).caseloads.first { $0.officeCode == "110102020" })
    func changed(_ texts: String...) throws -> Caseload {
      try texts.map { try Assumption(text: $0) }.applied(to: base)
    }
    #expect(try changed("officers=+1").officers == 3)
    #expect(try changed("officers=-9").officers == 0, "not below nobody")
    #expect(try changed("officers=unknown").officers == nil)
    #expect(try changed("in_post=7").assistants == 7)
    let more = try changed("subjects=+20%")
    #expect(more.subjects == 68, "57 × 1.2 = 68.4")
    #expect(more.classes == Caseload.Classes(strict: 11, general: 44, lenient: 13))
    #expect(try changed("subjects=80").classes == nil, "nobody said how they split")
    #expect(try changed("subjects=80", "subjects=+1").subjects == 81)
    #expect(throws: StaffingError.change(.figureNotWhole(name: "officers", text: "x"))) {
      try Assumption(text: "officers=x")
    }
    #expect(throws: StaffingError.change(.malformed("officers"))) {
      try Assumption(text: "officers")
    }
    #expect(throws: StaffingError.self, "a setting that no method has") {
      try plan(.ratio, assuming: "subjects_per_assistent=12")
    }
    let minutes = try plan(.workload, assuming: "visit.assistant_minutes=1")["110102020"]
    #expect(
      try #require(minutes?.required)
        < #require(plan(.workload)["110102020"]?.required))
    #expect(throws: StaffingError.self) {
      try plan(.workload, assuming: "vist.assistant_minutes=0")
    }
  }

  @Test("scenarios of the sample are compared beside the plan, which is unchanged")
  func scenarios() throws {
    let before = try plan(.ratio)
    var request = PlanRequest()
    request.scenarios = SampleStory.folder.appendingPathComponent("情景.yaml").path
    func report() throws -> PlanReport {
      try register.plan(request, policy: pack, asOf: day, moment: SampleStory.moment)
    }
    let scenarios = try report().scenarios
    #expect(scenarios.map(\.plan.totals.proposed) == [21, 26, 16, 18, 22, 18])
    #expect(scenarios[4].plan.offices.allSatisfy { $0.proposed != nil })
    #expect(scenarios[0].plan.offices == before.offices)
    request.scenarios = try story.file(
      "wrong.yaml", Array("scenarios:\n  - {name: {zh: 一, en: one}, sett: {}}\n".utf8))
    let error = #expect(throws: PolicyError.self) { try report() }
    guard case .unknownKey(let place, "sett", nearest: "set") = error else {
      Issue.record("\(String(describing: error))")
      return
    }
    #expect(place.line == 2)
    request.scenarios = try story.file(
      "odd.yaml", Array("scenarios:\n  - {name: {zh: 一, en: one}, method: rotio}\n".utf8))
    #expect(throws: StaffingError.self) { try report() }
  }

  @Test("the forecast repeats with its seed, states its back-test, and knows no later month")
  func forecast() throws {
    let plan = try plan(.ratio)
    var choices = HeadcountForecast.Choices(months: 3, seed: 7)
    func forecast(_ rules: RuleSet? = nil) throws -> HeadcountForecast {
      try HeadcountForecast(
        plan, history: register.history(), rules: rules ?? self.rules, choices: choices)
    }
    let (one, two) = (try forecast(), try forecast())
    #expect(one.forecast == two.forecast)
    #expect(one.forecast.total.map(\.month.iso) == ["2024-06", "2024-07", "2024-08"])
    #expect(one.backTest?.cases == 225)
    #expect(one.notPlanned == 1)
    let early = try forecast(pack.rules(on: #require(CivilDate(iso: "2024-03-31"))))
    #expect(early.forecast.total.first?.month.iso == "2024-04")
    choices.service = ServiceLevel("95%")
    let careful = try forecast()
    for index in 0..<3 {
      #expect(
        try #require(one.assistants(monthIndex: index)) <= #require(
          careful.assistants(monthIndex: index)))
    }
  }

  @Test(
    "a service level is a share between 0 and 1",
    arguments: [
      ("8/10", "4/5"), ("0.8", "4/5"), ("80%", "4/5"), ("1", nil), ("0", nil), ("9/8", nil),
      ("x", nil), ("1/0", nil),
    ])
  func service(text: String, share: String?) {
    let level = ServiceLevel(text).map { "\($0.share.numerator)/\($0.share.denominator)" }
    #expect(level == share)
  }

  @Test(
    "the alarm needs four weekly sheets above 110 % running", arguments: [(4, true), (3, false)])
  func alarm(weeks: Int, sounds: Bool) throws {
    let register = try Register()
    let days = ["2024-05-06", "2024-05-13", "2024-05-20", "2024-05-27"].suffix(weeks)
    for day in days {
      let sheet = "街道代码,统计日期,专门国家工作人员数,在岗协管员数,社区矫正对象数,当期调查评估\n110102020,\(day),2,1,57,7\n"
      _ = try story.take([story.file("\(day).csv", Array(sheet.utf8))], into: register)
    }
    let watch = try #require(
      try register.plan(PlanRequest(.points), policy: pack, asOf: day, moment: "").watch)
    #expect(watch.now.first?.percentage.map { $0 > Rational(110) } == true)
    #expect(watch.sounding.map(\.officeCode) == (sounds ? ["110102020"] : []))
  }

  @Test(
    "offices keep those in post when a quota is shared, by any method's need",
    arguments: StaffingMethod.allCases)
  func quota(method: StaffingMethod) throws {
    let plan = try plan(method)
    var quota = Quota(total: 40)
    quota.keepsInPost = true
    let units = try quota.units(of: plan)
    #expect(units.count == 14)
    let allocation = try Allocation(of: 40, among: units, by: .webster)
    let shares = allocation.shares.map(\.share).reduce(0, +)
    #expect(shares + allocation.ties.map(\.seats).reduce(0, +) == 40)
    for share in allocation.shares {
      #expect(share.share >= plan[share.name]?.inPost ?? 0)
    }
  }
}
