import Foundation
import GRDB
import GRDBSQLite
public import Model

/// One applicant's row as the register keeps it.
public struct ApplicantEntry: Sendable {
  /// Its id.
  public let id: UInt32
  /// The file that it came with.
  public let fileID: Int64
  /// The file's name.
  public let fileName: String
  /// The row of the file as a spreadsheet numbers it.
  public let row: Int
  /// Every field, empty where blank.
  public let texts: [ApplicantField: String]
  /// For each field, the column of the file: its place from 0 and its header.
  public let columns: [ApplicantField: (place: Int, title: String)]
}

/// A finding as the register keeps it.
public struct FindingEntry: Sendable {
  /// The file's id.
  public let fileID: Int64
  /// The file's name.
  public let file: String
  /// What was found.
  public let finding: Finding
  /// The header of the column; empty where it concerns the whole row.
  public let columnTitle: String
  /// The file and row that it collides with, if it does.
  public let other: (file: String, row: Int)?
}

extension Register {
  /// The run whose id begins with some digits; `latest` is the one that was stored last.
  /// - Throws: `RegisterError.runUnknown` where no run or more than one does.
  public func run(_ prefix: String) throws -> RunEntry {
    let rows = try read { database in
      if prefix == "latest" {
        return try Row.fetchAll(
          database, sql: "SELECT * FROM run ORDER BY first_result DESC, id LIMIT 1")
      }
      return try Row.fetchAll(
        database, sql: "SELECT * FROM run WHERE substr(id, 1, length(?)) = ? LIMIT 2",
        arguments: [prefix, prefix])
    }
    guard rows.count == 1, !prefix.isEmpty, let asOf = CivilDate(number: rows[0]["as_of"]) else {
      throw RegisterError.runUnknown(id: prefix)
    }
    let row = rows[0]
    return RunEntry(
      id: row["id"], digest: row["digest"], policy: row["policy"],
      policySource: [UInt8](row["policy_source"] as Data), asOf: asOf, seed: row["seed"],
      officeCode: row["office_code"],
      totals: [
        .eligible: row["eligible"], .pending: row["pending"], .ineligible: row["ineligible"],
      ])
  }

  /// The offices of a run with how many entries each has, in the order of the list.
  public func offices(ofRun id: String) throws -> [(code: String, count: Int)] {
    try read {
      try Row.fetchAll(
        $0,
        sql:
          "SELECT office_code, result_count FROM run_office WHERE run_id = ? ORDER BY first_result",
        arguments: [id]
      ).map { ($0[0], $0[1]) }
    }
  }

  /// The batches that a run's applicants came with.
  public func batches(ofRun id: String) throws -> [Int64] {
    try read {
      try Int64.fetchAll(
        $0, sql: "SELECT batch_id FROM run_batch WHERE run_id = ? ORDER BY batch_id",
        arguments: [id])
    }
  }

  /// A line of a list with what people call the applicant.
  public struct ListedResult: Sendable {
    /// The line.
    public let result: ResultEntry
    /// The office's code.
    public let officeCode: String
    /// The application number.
    public let applicationNo: String
    /// The name.
    public let name: String
    /// The criteria met.
    public let reasons: String
    /// How the points come about.
    public let working: String
  }

  /// Calls back with the lines of a run in the order of its list.
  /// - Complexity: O(lines of the run, or of the office where one is named), in the memory of one
  ///   office.
  public func forEachResult(
    ofRun id: String, office: String? = nil, _ body: (ListedResult) throws -> Void
  ) throws {
    try read { database in
      let reasons = try Row.fetchAll(
        database, sql: "SELECT outcomes, reasons, working FROM run_reasons WHERE run_id = ?",
        arguments: [id])
      let texts = Dictionary(
        uniqueKeysWithValues: reasons.map {
          (
            OutcomePattern(packed: UInt64(bitPattern: $0[0] as Int64)),
            (reasons: $0[1] as String, working: $0[2] as String)
          )
        })
      let offices = try Row.fetchAll(
        database,
        sql: """
          SELECT office_code, first_result, result_count FROM run_office
          WHERE run_id = :run AND (:office IS NULL OR office_code = :office) ORDER BY first_result
          """,
        arguments: ["run": id, "office": office])
      for row in offices {
        let code: String = row[0]
        let results = try Self.results(from: row[1], count: row[2], in: database)
        try Self.forEachPerson(ofPart: row[1], in: database) { line, number, name in
          guard line < results.count else { return }
          let result = results[line]
          try body(
            ListedResult(
              result: result, officeCode: code, applicationNo: number, name: name,
              reasons: texts[result.outcomes]?.reasons ?? "",
              working: texts[result.outcomes]?.working ?? ""))
        }
      }
    }
  }

  /// Lines that lie one after another.
  static func results(from first: Int64, count: Int64, in database: Database) throws
    -> [ResultEntry]
  {
    let statement = try database.cachedStatement(
      sql: """
        SELECT applicant_id, outcomes, assessment, placement FROM result_row
        WHERE id >= ? AND id < ? ORDER BY id
        """)
    statement.arguments = [first, first + count]
    let pointer = statement.sqliteStatement
    sqlite3_reset(pointer)
    var results: [ResultEntry] = []
    results.reserveCapacity(Int(count))
    try ImportSession.step(pointer) {
      results.append(
        result(
          applicant: sqlite3_column_int64(pointer, 0), outcomes: sqlite3_column_int64(pointer, 1),
          assessment: sqlite3_column_int64(pointer, 2),
          placement: sqlite3_column_int64(pointer, 3)))
    }
    return results
  }

  private static func result(
    applicant: Int64, outcomes: Int64, assessment: Int64, placement: Int64
  ) -> ResultEntry {
    ResultEntry(
      applicantID: UInt32(applicant),
      outcomes: OutcomePattern(packed: UInt64(bitPattern: outcomes)),
      assessment: Assessment(packed: assessment),
      placement: RankPlacement(packed: UInt32(placement)))
  }

  /// One applicant of a run, by application number.
  /// - Throws: `RegisterError.applicantUnknown`.
  public func applicant(_ number: String, inRun id: String) throws -> (ApplicantEntry, ResultEntry)
  {
    try read { database in
      for applicant in try KeyBlocks.ids(of: number, in: database) {
        let row = try Row.fetchOne(
          database,
          sql: """
            SELECT result_row.*
            FROM applicant_row AS applicant
            JOIN run_office ON run_office.run_id = :run
              AND run_office.office_code = applicant.office_code
            JOIN result_row ON result_row.id >= run_office.first_result
              AND result_row.id < run_office.first_result + run_office.result_count
              AND result_row.applicant_id = applicant.id
            WHERE applicant.id = :id AND applicant.application_no = :number
            """,
          arguments: ["run": id, "id": applicant, "number": number])
        if let row, let entry = try Self.applicant(applicant, in: database) {
          let result = Self.result(
            applicant: row["applicant_id"], outcomes: row["outcomes"],
            assessment: row["assessment"], placement: row["placement"])
          return (entry, result)
        }
      }
      throw RegisterError.applicantUnknown(number: number)
    }
  }

  private static func applicant(_ id: Int64, in database: Database) throws -> ApplicantEntry? {
    let row = try Row.fetchOne(
      database,
      sql: "SELECT applicant.*, file.name AS file_name FROM applicant "
        + "JOIN file ON file.id = applicant.file_id WHERE applicant.id = ?",
      arguments: [id])
    guard let row else { return nil }
    let fileID: Int64 = row["file_id"]
    let columns = try Row.fetchAll(
      database, sql: "SELECT place, title, field FROM file_column WHERE file_id = ?",
      arguments: [fileID])
    var places: [ApplicantField: (place: Int, title: String)] = [:]
    for column in columns {
      guard let id: String = column["field"], let field = ApplicantField(id: id) else { continue }
      places[field] = (column["place"], column["title"])
    }
    return ApplicantEntry(
      id: UInt32(id), fileID: fileID, fileName: row["file_name"], row: row["row"],
      texts: Dictionary(
        uniqueKeysWithValues: ApplicantField.allCases.map { ($0, row[$0.id] as String? ?? "") }),
      columns: places)
  }

  /// Calls back with every finding of a batch, in the order of files and rows.
  public func forEachFinding(ofBatch id: Int64, _ body: (FindingEntry) throws -> Void) throws {
    try read { try Self.forEachFinding(ofBatch: id, in: $0, body) }
  }

  static func forEachFinding(
    ofBatch id: Int64, in database: Database, _ body: (FindingEntry) throws -> Void
  ) throws {
    let rows = try Row.fetchCursor(
      database,
      sql: """
        SELECT finding.*, file.name AS file, COALESCE(file_column.title, '') AS title,
          other.name AS other_file
        FROM file
        JOIN finding ON finding.file_id = file.id
        LEFT JOIN file_column ON file_column.file_id = file.id
          AND file_column.place = finding.place
        LEFT JOIN file AS other ON other.id = finding.other_file_id
        WHERE file.batch_id = ? AND (other.state IS NULL OR other.state <> 'withdrawn')
        ORDER BY file.name, file.id, finding.row, finding.place, finding.code, finding.id
        """,
      arguments: [id])
    while let row = try rows.next() {
      guard let code = FindingCode(rawValue: row["code"]) else { continue }
      let otherFile: String? = row["other_file"]
      try body(
        FindingEntry(
          fileID: row["file_id"], file: row["file"],
          finding: Finding(
            code: code, row: row["row"], line: row["line"], column: row["place"],
            value: row["value"]),
          columnTitle: row["title"],
          other: otherFile.map { ($0, row["other_row"]) }))
    }
  }
}
