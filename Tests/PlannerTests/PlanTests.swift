import Foundation
import Model
import Policy
import Register
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
    _ kind: PlanMethod, rules other: RuleSet? = nil, changes: String...
  ) throws -> Headcounts {
    try Headcounts(
      over: register, rules: other ?? rules, by: kind,
      changes: changes.map { try PlanChange(text: $0) })
  }

  @Test("each method plans from the settings of the policy", arguments: PlanMethod.allCases)
  func methods(kind: PlanMethod) throws {
    let headcounts = try plan(kind)
    #expect(headcounts.plans.count == 15)
    #expect(headcounts.plans.count { $0.proposed == nil } == 1, "椿树 does not say its officers")
    #expect(headcounts.plan(for: "110102015")?.obstacle == .missing([.officers]))
    #expect(Set(headcounts.parameters.map(\.name)) == Set(kind.parameterNames))
  }

  @Test(
    "is kept with what it rests on, and made again to the same digest",
    arguments: PlanMethod.allCases)
  func replay(kind: PlanMethod) throws {
    let record = PlanRecord(try plan(kind), policy: pack, asOf: day)
    #expect(record.id.hasPrefix("plan-") && record.id.utf8.count == 17)
    try record.store(in: register, madeAt: SampleStory.moment)
    try record.store(in: register, madeAt: "later")
    let stored = try register.plan("plan-latest")
    #expect(stored.madeAt == SampleStory.moment, "a plan that is kept already stays as it is")
    #expect(try register.plan(String(record.id.prefix(9))).id == record.id)
    let again = try PlanRecord(replaying: stored, of: register)
    #expect(again.digest == record.digest)
    #expect(again.offices(thatDifferFrom: stored).isEmpty)
  }

  @Test("another figure, setting, method or day is another plan")
  func digests() throws {
    let july = try pack.rules(on: #require(CivilDate(iso: "2024-07-01")))
    let digests = try [
      PlanRecord(plan(.ratio), policy: pack, asOf: day),
      PlanRecord(plan(.points), policy: pack, asOf: day),
      PlanRecord(plan(.ratio, rules: july), policy: pack, asOf: july.date),
      PlanRecord(plan(.ratio, changes: "intakes=+1"), policy: pack, asOf: day),
      PlanRecord(plan(.ratio, changes: "subjects_per_assistant=14"), policy: pack, asOf: day),
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
    func store(_ headcounts: Headcounts, _ policy: PolicyPack) throws -> PlanEntry {
      let record = PlanRecord(headcounts, policy: policy, asOf: day)
      try record.store(in: register, madeAt: SampleStory.moment)
      return try register.plan(record.id)
    }
    let before = try store(plan(.ratio), pack)
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
    let caseloads = try [PlanChange(text: "officers=+1")].map { change in
      try before.offices.map { try [change].applied(to: $0.caseload) }
    }[0]
    let after = try store(
      Headcounts(caseloads, rules: own.rules(on: day), by: .ratio, offices: OfficeTable()), own)
    let comparison = try PlanComparison(before, after, in: register)
    #expect(comparison.settings.map(\.id) == ["subjects_per_assistant"])
    let office = try #require(comparison.offices.first { $0.officeCode == "110102020" })
    #expect(office.figures == [.init(figure: .officers, before: 2, after: 3)])
    // 56 ÷ 15 − 0.5 = 3.23; 56 ÷ 12 − 0.5 = 4.17.
    #expect([office.before, office.byFigures, office.bySettings, office.after] == [4, -1, 1, 4])
    let same = try PlanComparison(before, before, in: register)
    #expect(same.offices.isEmpty && same.settings.isEmpty)
  }

  @Test("a what-if puts numbers, more, less, shares and unknown")
  func whatIf() throws {
    let base = try #require(try plan(.ratio).caseload(of: "110102020"))
    func changed(_ texts: String...) throws -> Caseload {
      try texts.map { try PlanChange(text: $0) }.applied(to: base)
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
      try PlanChange(text: "officers=x")
    }
    #expect(throws: StaffingError.change(.malformed("officers"))) {
      try PlanChange(text: "officers")
    }
    #expect(throws: StaffingError.self, "a setting that no method has") {
      try plan(.ratio, changes: "subjects_per_assistent=12")
    }
    let minutes = try plan(.workload, changes: "visit.minutes=0").plan(for: "110102020")
    #expect(
      try #require(minutes?.required)
        < #require(plan(.workload).plan(for: "110102020")?.required))
    #expect(throws: StaffingError.self) { try plan(.workload, changes: "vist.minutes=0") }
  }

  @Test("scenarios of the sample are compared beside the plan, which is unchanged")
  func scenarios() throws {
    let headcounts = try plan(.ratio)
    let file = SampleStory.folder.appendingPathComponent("情景.yaml").path
    let scenarios = try Scenarios(file: file, beside: headcounts, rules: rules)
    #expect(
      scenarios.items.map { $0.headcounts.staffing.totals.proposed } == [21, 26, 16, 18, 22, 18])
    #expect(scenarios.items[4].headcounts.plans.allSatisfy { $0.proposed != nil })
    let wrong = try story.file(
      "wrong.yaml", Array("scenarios:\n  - {name: {zh: 一, en: one}, sett: {}}\n".utf8))
    let error = #expect(throws: PolicyError.self) {
      try Scenarios(file: wrong, beside: headcounts, rules: rules)
    }
    guard case .unknownKey(let place, "sett", nearest: "set") = error else {
      Issue.record("\(String(describing: error))")
      return
    }
    #expect(place.line == 2)
    let odd = try story.file(
      "odd.yaml", Array("scenarios:\n  - {name: {zh: 一, en: one}, method: rotio}\n".utf8))
    #expect(throws: StaffingError.self) {
      try Scenarios(file: odd, beside: headcounts, rules: rules)
    }
  }

  @Test("the forecast repeats with its seed, states its back-test, and knows no later month")
  func outlook() throws {
    var choices = Outlook.Choices()
    choices.months = 3
    choices.seed = 7
    let headcounts = try plan(.ratio)
    let one = try Outlook(over: register, rules: rules, headcounts: headcounts, choices: choices)
    let two = try Outlook(over: register, rules: rules, headcounts: headcounts, choices: choices)
    #expect(one.forecast == two.forecast)
    #expect(one.forecast.total.map(\.month.iso) == ["2024-06", "2024-07", "2024-08"])
    #expect(one.backTest?.cases == 225)
    #expect(one.notPlanned == 1)
    let march = try pack.rules(on: #require(CivilDate(iso: "2024-03-31")))
    let early = try Outlook(over: register, rules: march, headcounts: headcounts, choices: choices)
    #expect(early.forecast.total.first?.month.iso == "2024-04")
    choices.service = Outlook.ServiceLevel("95%")
    let careful = try Outlook(
      over: register, rules: rules, headcounts: headcounts, choices: choices)
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
    let level = Outlook.ServiceLevel(text).map { "\($0.share.numerator)/\($0.share.denominator)" }
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
    let watch = try #require(try Headcounts(over: register, rules: rules, by: .points).watch)
    #expect(watch.now.first?.percentage.map { $0 > Rational(110) } == true)
    #expect(watch.sounding.map(\.officeCode) == (sounds ? ["110102020"] : []))
  }

  @Test(
    "offices keep those in post when a quota is shared, by any method's need",
    arguments: PlanMethod.allCases)
  func quota(kind: PlanMethod) throws {
    let headcounts = try plan(kind)
    let units = try Quota.units(of: headcounts, Quota.Limits(keepsInPost: true))
    #expect(units.count == 14)
    let allocation = try Allocation(of: 40, among: units, by: .webster)
    let shares = allocation.shares.map(\.share).reduce(0, +)
    #expect(shares + allocation.ties.map(\.seats).reduce(0, +) == 40)
    for share in allocation.shares {
      #expect(share.share >= headcounts.plan(for: share.name)?.inPost ?? 0)
    }
  }
}
