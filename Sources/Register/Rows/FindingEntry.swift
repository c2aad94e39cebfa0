import GRDB
public import Model

/// A finding as the register keeps it.
public struct FindingEntry: Sendable {
  /// The file's id.
  public let fileID: Int64
  /// The file's name.
  public let file: String
  /// The worksheet; nothing in a text.
  public let worksheet: String?
  /// What was found.
  public let finding: Finding
  /// The header of the column; empty where it concerns the whole row.
  public let columnTitle: String
  /// The file and row that it collides with, if it does.
  public let other: (file: String, row: Int)?
}

/// Rows that one rule rejects.
public struct RejectionEntry: Sendable {
  /// The rule.
  public let code: FindingCode
  /// How many rows it rejects.
  public let count: Int
  /// The first of them.
  public let first: [(file: String, row: Int)]
}

extension ImportSession {
  /// Stores findings.
  public func store(_ findings: [Finding], fileID: Int64) throws {
    guard !findings.isEmpty else { return }
    let statement = try database.cachedStatement(
      sql: """
        INSERT INTO finding (file_id, row, line, place, code, value) VALUES (?, ?, ?, ?, ?, ?)
        """)
    for finding in findings {
      try statement.execute(arguments: [
        fileID, Int64(finding.row), Int64(finding.line), finding.column, finding.code.rawValue,
        finding.value,
      ])
    }
  }

  /// Calls back with every finding of a batch.
  public func forEachFinding(
    ofBatch id: Int64, _ body: (FindingEntry) throws -> Void
  ) throws {
    try Register.forEachFinding(ofBatch: id, in: database, body)
  }
}

extension Register {
  /// Calls back with every finding of a batch, in the order of files and rows.
  public func forEachFinding(ofBatch id: Int64, _ body: (FindingEntry) throws -> Void) throws {
    try read { try Self.forEachFinding(ofBatch: id, in: $0, body) }
  }

  static func forEachFinding(
    ofBatch id: Int64, in database: Database, _ body: (FindingEntry) throws -> Void
  ) throws {
    let rows = try SQLRequest<Row>(
      """
      SELECT finding.*, file.name AS file, file.worksheet, COALESCE(file_column.title, '') AS title,
        other.name AS other_file
      FROM file
      JOIN finding ON finding.file_id = file.id
      LEFT JOIN file_column ON file_column.file_id = file.id
        AND file_column.place = finding.place
      LEFT JOIN file AS other ON other.id = finding.other_file_id
      WHERE file.batch_id = \(id) AND (other.state IS NULL OR other.state <> 'withdrawn')
      ORDER BY file.name, file.id, finding.row, finding.place, finding.code, finding.id
      """
    ).fetchCursor(database)
    while let row = try rows.next() {
      guard let code = FindingCode(rawValue: row["code"]) else { continue }
      let otherFile: String? = row["other_file"]
      try body(
        FindingEntry(
          fileID: row["file_id"], file: row["file"], worksheet: row["worksheet"],
          finding: Finding(
            code: code, row: row["row"], line: row["line"], column: row["place"],
            value: row["value"]),
          columnTitle: row["title"], other: otherFile.map { ($0, row["other_row"]) }))
    }
  }

  /// The rows of a batch that are held, each with a row that it collides with, by id.
  public func collisions(ofBatch id: Int64) throws -> [(
    code: FindingCode, row: UInt32, other: UInt32
  )] {
    try read { database in
      try database.rows(
        """
        SELECT code, applicant_id, other_applicant_id
        FROM file JOIN finding ON finding.file_id = file.id
        WHERE file.batch_id = \(id) AND code IN ('application_no_repeated', 'resident_id_repeated')
          AND applicant_id IS NOT NULL AND other_applicant_id IS NOT NULL
        ORDER BY applicant_id, other_applicant_id
        """
      ).compactMap { row in
        FindingCode(rawValue: row[0]).map { ($0, row[1], row[2]) }
      }
    }
  }

  /// The rejected rows of a batch by rule, the most frequent rule first.
  /// - Parameter limit: how many rows of each rule are named.
  public func rejections(ofBatch id: Int64, limit: Int) throws -> [RejectionEntry] {
    try read { database in
      let rows = try SQLRequest<Row>(
        """
        SELECT DISTINCT file.name, file.id, finding.row, finding.code
        FROM file JOIN finding ON finding.file_id = file.id WHERE file.batch_id = \(id)
        ORDER BY file.name, file.id, finding.row
        """
      ).fetchCursor(database)
      var entries: [String: (count: Int, first: [(file: String, row: Int)])] = [:]
      while let row = try rows.next() {
        let code: String = row[3]
        entries[code, default: (0, [])].count += 1
        if entries[code]?.first.count ?? 0 < limit {
          entries[code]?.first.append((row[0], row[2]))
        }
      }
      return entries.compactMap { name, entry in
        FindingCode(rawValue: name).flatMap { code in
          code.severity == .error
            ? RejectionEntry(code: code, count: entry.count, first: entry.first) : nil
        }
      }
      .sorted { ($1.count, $0.code.rawValue) < ($0.count, $1.code.rawValue) }
    }
  }
}
