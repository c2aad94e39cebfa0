import Model
import Testing

@testable import Policy

@Suite("Parameters that are tables with columns")
struct ParameterRowsTests {
  private func changed(_ parameter: String, _ value: String) throws -> Parameter? {
    let pack = try overlay(
      """
      change:
        - parameter: \(parameter)
          reason: {zh: 理由, en: reason}
          value: \(value)
      """)
    let day = try #require(CivilDate(iso: "2024-06-01"))
    return try pack.rules(on: day).parameters[parameter]
  }

  @Test("hold what their columns say, and a district replaces them as a whole")
  func rows() throws {
    let row =
      "{office_code: \"110102020\", role: officer, reason: 借调, from: 2024-05-01, until: 2024-12-31, share: \"0.5\"}"
    let parameter = try #require(try changed("staff_reductions", "[\(row)]"))
    let records = parameter.value.records
    #expect(records.first?.text("reason") == "借调")
    #expect(records.first?.place.line ?? 0 > 0)
    #expect(try changed("staff_reductions", "[]")?.value == .rows([]))
  }

  @Test(
    "refuse an unknown column, a missing one and what a column cannot hold, with the place",
    arguments: [
      ("role: clerk", "role"), ("share: -1", "share"), ("from: 2024-02-30", "from"),
      ("shares: 1", "shares"), ("reason: \"\"", "reason"),
    ])
  func refusals(cell: String, key: String) {
    var cells = [
      "office_code": "\"110102020\"", "role": "officer", "reason": "借调", "from": "2024-05-01",
      "until": "2024-12-31", "share": "1",
    ]
    let parts = cell.split(separator: ":", maxSplits: 1).map(String.init)
    cells[parts[0]] = parts[1]
    let row = cells.sorted { $0.key < $1.key }.map { "\($0.key): \($0.value)" }
      .joined(separator: ", ")
    let error = #expect(throws: PolicyError.self) {
      _ = try changed("staff_reductions", "[{\(row)}]")
    }
    switch error {
    case .unknownKey(let place, let found, _), .wrongValue(let place, let found, _, _):
      #expect(found == key)
      #expect(place.line > 1)
    default: Issue.record("\(String(describing: error))")
    }
  }

  @Test("name the column that a row lacks, and refuse a value of another form")
  func missing() {
    let error = #expect(throws: PolicyError.self) {
      _ = try changed("points_per_case", "[{done_by: officer, strict: 1, general: 1}]")
    }
    guard case .missingKey(_, key: "lenient") = error else {
      Issue.record("\(String(describing: error))")
      return
    }
    #expect(throws: PolicyError.self) { _ = try changed("points_per_case", "5") }
    #expect(throws: PolicyError.self) { _ = try changed("subjects_per_assistant", "[{a: 1}]") }
  }

  @Test("holidays are those of their year", arguments: [("2024-12-31", 11), ("2025-01-01", 13)])
  func dated(day: String, holidays: Int64) throws {
    let date = try #require(CivilDate(iso: day))
    let rules = try PolicyPack.named("beijing-2023").rules(on: date)
    #expect(rules.parameters["public_holidays"]?.value.integer == holidays)
  }
}
