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
  static let all = [applicant, result, results] + sheets

  private static let applicant = RegisterView(
    "applicant",
    """
    SELECT id, file_id, row, line, outcome, broken, \(PackedCells.keys.map(\.id).joined(separator: ", ")),
      \(PackedCells.fields.enumerated()
        .map { "NULLIF(cells ->> \($0.offset), '') AS \($0.element.id)" }.joined(separator: ", ")),
      cells
    FROM applicant_row
    """)

  private static let result = RegisterView(
    "result",
    """
    SELECT id, applicant_id, outcomes, assessment & 3 AS verdict,
      NULLIF(assessment >> 2 & 31, 0) AS tier, assessment >> 7 AS points,
      NULLIF(placement >> 4, 0) AS rank, placement >> 3 & 1 AS tied,
      CASE placement & 7 \(ResultEntry.deciders.enumerated().dropFirst()
        .map { "WHEN \($0.offset) THEN '\($0.element)'" }.joined(separator: " ")) END AS decided_by
    FROM result_row
    """)

  /// A run's lines as people ask for them.
  private static let results = RegisterView(
    "results",
    """
    SELECT run.id AS run, applicant.office_code, result.rank, applicant.application_no,
      applicant.name,
      CASE result.verdict WHEN 0 THEN 'eligible' WHEN 1 THEN 'pending' ELSE 'ineligible' END
        AS verdict,
      result.tier, result.points, result.tied, result.decided_by, run_reasons.reasons
    FROM run
    JOIN result ON result.id >= run.first_result
      AND result.id < run.first_result + run.result_count
    JOIN applicant ON applicant.id = result.applicant_id
    JOIN run_reasons ON run_reasons.run_id = run.id AND run_reasons.outcomes = result.outcomes
    """)
}

extension RegisterView {
  /// The rows of each kind of small sheet, one column a field.
  private static let sheets = SheetViews.columns.map { kind, view, columns in
    RegisterView(
      view,
      """
      SELECT file_id, row, \(columns.map { "cells ->> '\($0)' AS \($0)" }.joined(separator: ", "))
      FROM sheet_row WHERE kind = '\(kind)'
      """)
  }
}

enum SheetViews {
  static let columns: [(kind: String, view: String, columns: [String])] = [
    (
      "offices", "office",
      ["office_code", "office_name", "district_code", "district_name", "bureau"]
    ),
    ("posts", "post", ["office_code", "places"]),
    (
      "caseload", "caseload",
      [
        "office_code", "as_of", "officers", "assistants", "subjects", "subjects_strict",
        "subjects_general", "subjects_lenient", "intakes", "releases", "investigations",
      ]
    ),
    ("history", "history", ["office_code", "month", "subjects", "intakes", "releases"]),
    (
      "assistants",
      "assistant",
      ["assistant_no", "name", "resident_id", "office_code", "on_duty_from", "on_duty_until"]
    ),
    ("training", "training", ["assistant_no", "held_on", "hours", "kind", "topic"]),
    (
      "findings",
      "supervision",
      ["assistant_no", "found_on", "found_by", "kind", "duty", "severity", "note"]
    ),
    ("relations", "relation", ["assistant_no", "case_no", "relation", "declared_on"]),
  ]
}
