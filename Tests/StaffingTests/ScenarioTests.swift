import Model
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
    let totals = StaffingPlan(try Self.caseloads(), by: RatioMethodTests.method()).totals
    #expect(totals.counted == 2 && totals.notCounted == 1)
    #expect(totals.subjects == 87 && totals.inPost == 4)
    #expect(totals.proposed == 5 && totals.difference == 1)
    #expect(totals.officerShortfall == 1)
    #expect(totals.required == (try decimal("4.8")))
    #expect(totals.roundingCost == (try decimal("0.2")))
  }

  @Test("Scenarios change one office or all, and settings too")
  func scenarios() throws {
    let method = RatioMethodTests.method()
    let now = Scenario(name: "now", method: method)
    let more = Scenario(
      name: "more officers", method: method,
      changes: [
        .init(CaseloadChange(.officers, to: 4)),
        .init(officeCode: "110102001", CaseloadChange(.officers, to: 5)),
      ])
    let stricter = Scenario(name: "stricter", method: RatioMethodTests.method(perAssistant: 10))
    let proposed = try [now, more, stricter].map {
      try $0.plan(for: Self.caseloads()).offices.map(\.proposed)
    }
    #expect(proposed == [[4, 1, nil], [2, 0, 0], [6, 2, nil]])
  }

  @Test("A scenario that names an office without a caseload is refused")
  func unknownOffice() throws {
    let scenario = Scenario(
      name: "typo", method: RatioMethodTests.method(),
      changes: [.init(officeCode: "110102009", CaseloadChange(.officers, to: 4))])
    #expect(throws: StaffingError.change(.officeUnknown("110102009"))) {
      try scenario.plan(for: Self.caseloads())
    }
  }
}
