import Model

/// A view: what other programs see of rows that are stored in fewer columns.
struct RegisterView {
  let name: String
  /// The statement that makes it, as SQLite keeps it.
  let sql: String

  private init(_ name: String, _ select: String) {
    self.name = name
    sql = "CREATE VIEW \(name) AS \(select)"
  }

  /// All views, each after those that it reads.
  static func all(of sheets: SheetCatalog) -> [RegisterView] {
    let small = SheetKind.imported.filter { $0 != .applicants }
    return [applicant, result, results] + small.map { RegisterView(of: sheets[$0]) }
  }

  private static let applicant = RegisterView(
    "applicant",
    """
    SELECT id, file_id, row, line, outcome, broken,
      \(list(PackedCells.keys.map(\.id))),
      \(list(PackedCells.fields.enumerated().map {
        "NULLIF(cells ->> \($0.offset), '') AS \($0.element.id)"
      })),
      cells
    FROM applicant_row
    """)

  private static let result = RegisterView(
    "result",
    """
    SELECT id, applicant_id, outcomes, assessment & 3 AS verdict,
      NULLIF(assessment >> 2 & 31, 0) AS tier, assessment >> 7 AS points,
      NULLIF(placement >> 4, 0) AS rank, placement >> 3 & 1 AS tied,
      CASE placement & 7
        \(list(Decider.allCases.dropFirst().map { "WHEN \($0.rawValue) THEN '\($0.id)'" }, " "))
        END AS decided_by
    FROM result_row
    """)

  /// A run's lines as people ask for them.
  private static let results = RegisterView(
    "results",
    """
    SELECT run.id AS run, applicant.office_code, result.rank, applicant.application_no,
      applicant.name,
      CASE result.verdict
        \(list(Verdict.allCases.map { "WHEN \($0.rawValue) THEN '\($0.id)'" }, " ")) END AS verdict,
      result.tier, result.points, result.tied, result.decided_by, run_reasons.reasons
    FROM run
    JOIN result ON result.id >= run.first_result
      AND result.id < run.first_result + run.result_count
    JOIN applicant ON applicant.id = result.applicant_id
    JOIN run_reasons ON run_reasons.run_id = run.id AND run_reasons.outcomes = result.outcomes
    """)

  /// The rows of a small sheet, a column for each that its description keeps.
  private init(of sheet: SheetDescription) {
    let names: [SheetKind: String] = [
      .offices: "office", .posts: "post", .assistants: "assistant", .findings: "supervision",
      .relations: "relation",
    ]
    self.init(
      names[sheet.kind] ?? sheet.kind.rawValue,
      """
      SELECT file_id, row,
        \(Self.list(sheet.kept.map { "cells ->> '\($0.id)' AS \($0.id)" }))
      FROM sheet_row WHERE kind = '\(sheet.kind.rawValue)'
      """)
  }

  private static func list(_ parts: [String], _ separator: String = ", ") -> String {
    parts.joined(separator: separator)
  }
}
