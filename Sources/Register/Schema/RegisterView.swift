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

  /// Applicants as they came to be, the fields by which people look for a row first.
  ///
  /// The limit keeps SQLite from unpacking a row again for each of its cells.
  private static let applicant: RegisterView = {
    let keys: [ApplicantField] = [.applicationNo, .name, .residentID, .officeCode]
    let fields = keys + ApplicantField.allCases.filter { !keys.contains($0) }
    return RegisterView(
      "applicant",
      """
      SELECT stored.id, file_id, \(applicant(.row)) AS row, \(applicant(.line)) AS line,
        COALESCE(applicant_change.outcome, \(applicant(.outcome))) AS outcome,
        \(applicant(.broken)) AS broken,
        \(list(fields.map {
          "NULLIF(cells ->> \(ApplicantReader.Column.allCases.count + $0.rawValue), '') AS \($0.id)"
        })),
        cells
      FROM (SELECT first + key AS id, file_id, value AS cells
        FROM applicant_block CROSS JOIN json_each(cells) LIMIT -1) AS stored
      LEFT JOIN applicant_change ON applicant_change.id = stored.id
      """)
  }()

  private static let result = RegisterView(
    "result",
    """
    SELECT first + key AS id, \(result(.applicant)) AS applicant_id,
      \(result(.outcomes)) AS outcomes, \(verdict) AS verdict, \(tier) AS tier,
      \(points) AS points, \(rank) AS rank, \(tied) AS tied, \(decider) AS decided_by
    FROM result_block CROSS JOIN json_each(lines)
    """)

  // What is packed in a line's numbers; see `Assessment.packed` and `RankPlacement.packed`.
  private static let verdict = "\(result(.assessment)) & 3"
  private static let tier = "NULLIF(\(result(.assessment)) >> 2 & 31, 0)"
  private static let points = "\(result(.assessment)) >> 7"
  private static let rank = "NULLIF(\(result(.placement)) >> 4, 0)"
  private static let tied = "\(result(.placement)) >> 3 & 1"
  private static let decider = """
    CASE \(result(.placement)) & 7
        \(list(Decider.allCases.dropFirst().map { "WHEN \($0.rawValue) THEN '\($0.id)'" }, " "))
        END
    """

  /// A run's lines as people ask for them.
  ///
  /// A cross join keeps SQLite to the order in which it is written: a block is unpacked once.
  private static let results = RegisterView(
    "results",
    """
    SELECT run.id AS run, result_block.office_code, \(rank) AS rank,
      \(result(.applicationNo)) AS application_no, \(result(.name)) AS name,
      CASE \(verdict)
        \(list(Verdict.allCases.map { "WHEN \($0.rawValue) THEN '\($0.id)'" }, " ")) END AS verdict,
      \(tier) AS tier, \(points) AS points, \(tied) AS tied, \(decider) AS decided_by,
      run_reasons.reasons
    FROM run
    CROSS JOIN result_block ON first >= first_result AND first < first_result + result_count
    CROSS JOIN json_each(lines)
    CROSS JOIN run_reasons ON run_id = run.id AND run_reasons.outcomes = \(result(.outcomes))
    """)

  /// The rows of a small sheet, a column for each that its description keeps.
  private init(of sheet: SheetDescription) {
    self.init(
      Self.name(of: sheet.kind),
      """
      SELECT file_id, row,
        \(Self.list(sheet.kept.map { "cells ->> '\($0.id)' AS \"\($0.id)\"" }))
      FROM sheet_row WHERE kind = '\(sheet.kind.rawValue)' AND NOT EXISTS
        (SELECT 1 FROM sheet_replacement AS later JOIN file ON file.id = by_file_id
        WHERE later.kind = sheet_row.kind AND later.file_id = sheet_row.file_id
          AND later.row = sheet_row.row AND file.state = 'taken')
      """)
  }

  /// The name of the view of a small sheet.
  static func name(of kind: SheetKind) -> String {
    let names: [SheetKind: String] = [
      .offices: "office", .posts: "post", .assistants: "assistant", .findings: "supervision",
      .relations: "relation", .trainingSessions: "training_session", .duties: "duty",
      .caseAssignments: "case_assignment", .acknowledgements: "acknowledgement",
      .contacts: "contact",
    ]
    return names[kind] ?? kind.rawValue
  }

  /// A number that an applicant's row begins with.
  private static func applicant(_ column: ApplicantReader.Column) -> String {
    "(cells ->> \(column.rawValue))"
  }

  /// A cell of a result's line.
  private static func result(_ column: ResultEntry.Column) -> String {
    "(value ->> \(column.rawValue))"
  }

  private static func list(_ parts: [String], _ separator: String = ", ") -> String {
    parts.joined(separator: separator)
  }
}
