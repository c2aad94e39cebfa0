import Model
import Policy
import Staffing
import Testing

@Suite struct ScenarioTests {
  static func caseloads() throws -> [Caseload] {
    [
      try office(officers: 2, assistants: 3, subjects: 57, code: "110102001"),
      try office(officers: 3, assistants: 1, subjects: 30, code: "110102002"),
      try office(officers: nil, assistants: 1, subjects: 30, code: "110102003"),
    ]
  }

  @Test("A plan's totals hold what can be computed, and say what they leave out")
  func totals() throws {
    let totals = StaffingPlan(try Self.caseloads(), by: try RatioMethodTests.norm()).totals
    #expect(totals.counted == 2 && totals.notCounted == 1)
    #expect(totals.inPost == 4)
    #expect(totals.proposed == 5 && totals.difference == 1)
    #expect(totals.officerShortfall == 1)
    #expect(totals.required == (try decimal("4.8")))
    #expect(totals.roundingCost == (try decimal("0.2")))
  }

  @Test("Scenarios change one office or all, and settings and methods too")
  func scenarios() throws {
    let rules = try PolicyPack.named("beijing-2023").rules(on: office().asOf)
    let plan = StaffingPlan(try Self.caseloads(), by: try StaffingNorm(.ratio, of: rules))
    func scenarios(_ text: String) throws -> [ScenarioPlan] {
      try ScenarioPlan.all(
        in: ScenarioFile(name: "s.yaml", bytes: Array(("scenarios:\n" + text).utf8)),
        beside: plan, rules: rules) { "[\($0)]" }
    }
    let found = try scenarios(
      """
        - name: {zh: 增, en: more officers}
          set: {officers: 4}
          offices: [{office: "110102001", set: {officers: +5}}]
        - {name: {zh: 严, en: stricter}, set: {subjects_per_assistant: 10}}
        - {name: {zh: 分, en: points}, method: points, set: {investigations: 0}}
      """)
    #expect(found.map(\.name.en) == ["the plan itself", "more officers", "stricter", "points"])
    #expect(found[1].change.en == "officers = 4; [110102001] officers +5")
    #expect(found[3].change.en == "points; investigations = 0")
    #expect(
      found.map { $0.plan.offices.map(\.proposed) }
        == [[4, 1, nil], [0, 1, 1], [6, 2, nil], [4, 2, nil]])
    let typo = #expect(throws: StaffingError.self) {
      try scenarios("  - {name: {zh: 一, en: one}, offices: [{office: \"1\", set: {officers: 4}}]}")
    }
    #expect(typo == .change(.officeUnknown("1")))
  }
}
