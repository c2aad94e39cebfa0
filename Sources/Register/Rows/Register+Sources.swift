import GRDB
public import Model

/// Where a row came from, and whose it is.
public struct RowSource: Sendable, Hashable, Comparable {
  /// The file's name.
  public let file: String
  /// The row as a spreadsheet numbers it.
  public let row: Int
  /// The application number.
  public let applicationNo: String
  /// The name.
  public let name: String
  /// The office applied to.
  public let officeCode: String

  /// Orders rows by file name and row.
  public static func < (first: RowSource, second: RowSource) -> Bool {
    first.file == second.file
      ? first.row < second.row : first.file.utf8.lexicographicallyPrecedes(second.file.utf8)
  }
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

extension Register {
  /// Where rows came from, by their ids.
  /// - Complexity: O(ids), each a look-up by row id.
  public func sources(of ids: some Sequence<UInt32>) throws -> [UInt32: RowSource] {
    try read { database in
      let statement = try database.makeStatement(
        sql: """
          SELECT file.name, row, application_no, applicant.name, office_code
          FROM applicant JOIN file ON file.id = file_id WHERE applicant.id = ?
          """)
      var sources: [UInt32: RowSource] = [:]
      for id in ids {
        guard let row = try Row.fetchOne(statement, arguments: [Int64(id)]) else { continue }
        sources[id] = RowSource(
          file: row[0], row: row[1], applicationNo: row[2] ?? "", name: row[3] ?? "",
          officeCode: row[4] ?? "")
      }
      return sources
    }
  }

  /// The rows of a batch that are held, each with a row that it collides with, by id.
  public func collisions(ofBatch id: Int64) throws -> [(
    code: FindingCode, row: UInt32, other: UInt32
  )] {
    try read { database in
      try Row.fetchAll(
        database,
        sql: """
          SELECT code, applicant_id, other_applicant_id
          FROM file JOIN finding ON finding.file_id = file.id
          WHERE file.batch_id = ? AND code IN ('application_no_repeated', 'resident_id_repeated')
            AND applicant_id IS NOT NULL AND other_applicant_id IS NOT NULL
          ORDER BY applicant_id, other_applicant_id
          """,
        arguments: [id]
      ).compactMap { row in
        FindingCode(rawValue: row[0]).map {
          ($0, UInt32(row[1] as Int64), UInt32(row[2] as Int64))
        }
      }
    }
  }

  /// The rejected rows of a batch by rule, the most frequent rule first.
  /// - Parameter limit: how many rows of each rule are named.
  public func rejections(ofBatch id: Int64, limit: Int) throws -> [RejectionEntry] {
    try read { database in
      let rows = try Row.fetchCursor(
        database,
        sql: """
          SELECT DISTINCT file.name, file.id, finding.row, finding.code
          FROM file JOIN finding ON finding.file_id = file.id WHERE file.batch_id = ?
          ORDER BY file.name, file.id, finding.row
          """,
        arguments: [id])
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
