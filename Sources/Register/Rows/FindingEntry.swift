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
      try statement.execute(
        [fileID, Int64(finding.row), Int64(finding.line), Int64(finding.column)],
        [finding.code.rawValue, finding.value])
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

  private static let codes = Dictionary(
    uniqueKeysWithValues: FindingCode.allCases.map { ($0.rawValue, $0) })

  static func forEachFinding(
    ofBatch id: Int64, in database: Database, _ body: (FindingEntry) throws -> Void
  ) throws {
    let files = try database.rows(
      "SELECT id, name, worksheet FROM file WHERE batch_id = \(id) ORDER BY name, id")
    for file in files { try forEachFinding(of: file, row: nil, in: database, body) }
  }

  /// Calls back with what was found in a row of a file.
  static func forEachFinding(
    ofFile id: Int64, row: Int, in database: Database, _ body: (FindingEntry) throws -> Void
  ) throws {
    let files = try database.rows("SELECT id, name, worksheet FROM file WHERE id = \(id)")
    for file in files { try forEachFinding(of: file, row: row, in: database, body) }
  }

  private static func forEachFinding(
    of file: Row, row: Int?, in database: Database, _ body: (FindingEntry) throws -> Void
  ) throws {
    let fileID: Int64 = file[0]
    let titles = Dictionary(
      try database.rows("SELECT place, title FROM file_column WHERE file_id = \(fileID)")
        .map { ($0[0] as Int, $0[1] as String) }, uniquingKeysWith: { first, _ in first })
    let statement = try database.makeStatement(
      sql: """
        SELECT finding.row, line, place, code, value, other_file_id, other_row, other.name
        FROM finding LEFT JOIN file AS other ON other.id = other_file_id
        WHERE finding.file_id = ? AND finding.row BETWEEN ? AND ?
          AND (other.state IS NULL OR other.state <> 'withdrawn')
        ORDER BY finding.row, place, code, finding.id
        """)
    statement.rewind(fileID, Int64(row ?? 0), Int64(row ?? .max))
    while let row = try statement.step() {
      guard let code = codes[row.text(3)] else { continue }
      let place = Int(row.number(2))
      try body(
        FindingEntry(
          fileID: fileID, file: file[1], worksheet: file[2],
          finding: Finding(
            code: code, row: UInt32(row.number(0)), line: UInt32(row.number(1)), column: place,
            value: row.text(4)),
          columnTitle: titles[place] ?? "",
          other: row.number(5) > 0 ? (row.text(7), Int(row.number(6))) : nil))
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
    var entries: [FindingCode: (count: Int, first: [(file: String, row: Int)])] = [:]
    var last: [FindingCode: (file: Int64, row: UInt32)] = [:]
    try forEachFinding(ofBatch: id) { entry in
      let (code, row) = (entry.finding.code, entry.finding.row)
      guard code.severity == .error, last[code] ?? (0, 0) != (entry.fileID, row) else { return }
      last[code] = (entry.fileID, row)
      entries[code, default: (0, [])].count += 1
      if entries[code]?.first.count ?? 0 < limit {
        entries[code]?.first.append((entry.file, Int(row)))
      }
    }
    return entries.map { RejectionEntry(code: $0, count: $1.count, first: $1.first) }
      .sorted { ($1.count, $0.code.rawValue) < ($0.count, $1.code.rawValue) }
  }
}
