import Foundation
import GRDB
public import Model

/// A row that was looked for, and what became of it.
public struct FoundRow: Sendable {
  /// The row as the register keeps it.
  public let entry: ApplicantEntry
  /// The batch that it came with.
  public let batch: Int64
  /// What became of it; nil where its batch was taken back.
  public let outcome: RowOutcome?
  /// What was found in it, with the masked value.
  public let findings: [FindingEntry]
  /// The latest run that lists it, and what that says.
  public let result: (run: String, result: ResultEntry)?
}

extension Register {
  /// The applicants' rows of a person: by application number, whole identity number, telephone number,
  /// name, or the last four characters of the identity number.
  ///
  /// - Parameter limit: how many are given at most, the first to come first.
  /// - Complexity: O(log of all rows), and a look at each row that may be meant until there are enough.
  ///   Rows of a register that was made before there were keys to search by are looked through.
  public func find(_ text: String, limit: Int) throws -> [FoundRow] {
    try read { database in
      let reader = try ApplicantReader(database)
      var rows = try KeyBlocks.ids(of: text, in: database).sorted().compactMap { id in
        try reader.seek(id) ? try (ApplicantRow(reader), ApplicantRows.texts(reader.cell)) : nil
      }.filter { row, _ in row.applicationNo == text || row.residentID == text }
      if rows.isEmpty {
        rows = try Self.rows(meantBy: text, limit: limit, reader, in: database)
      }
      return try rows.prefix(limit).map { try Self.found($0, $1, in: database) }
    }
  }

  /// The rows that a text means otherwise than by one of their numbers.
  private static func rows(
    meantBy text: String, limit: Int, _ reader: ApplicantReader, in database: Database
  ) throws -> [(ApplicantRow, [ApplicantField: String])] {
    let wanted = Array(text.utf8)
    guard !wanted.isEmpty else { return [] }
    func isMeant() -> Bool {
      let number = reader.cell(.residentID)
      let tail = number.suffix(SearchKeys.tailLength)
      return [.name, .phone, .applicationNo, .residentID]
        .contains { reader.cell($0).elementsEqual(wanted) }
        || wanted.count == SearchKeys.tailLength && tail.elementsEqual(wanted)
    }
    var rows: [(ApplicantRow, [ApplicantField: String])] = []
    func look(at id: Int64) throws {
      guard rows.count < limit, try reader.seek(id), isMeant() else { return }
      rows.append((try ApplicantRow(reader), ApplicantRows.texts(reader.cell)))
    }
    try forEachUnsearchedBlock(holding: wanted, in: database) { block in
      for id in block { try look(at: id) }
      return rows.count < limit
    }
    for id in try SearchKeys.ids(meantBy: text, in: database) where rows.count < limit {
      try look(at: id)
    }
    return rows
  }

  /// Calls back with the ids of each block without search keys that holds a text, until told to stop.
  private static func forEachUnsearchedBlock(
    holding text: [UInt8], in database: Database, _ body: (Range<Int64>) throws -> Bool
  ) throws {
    let blocks = try database.makeStatement(
      sql: """
        SELECT first, count FROM applicant_block
        WHERE first <= (SELECT through FROM applicant_unsearched) AND instr(cells, ?) > 0
        ORDER BY first
        """)
    blocks.setUncheckedArguments([Data(text)])
    while let block = try blocks.step(),
      try body(block.number(0)..<block.number(0) + block.number(1))
    {}
  }

  private static func found(
    _ row: ApplicantRow, _ texts: [ApplicantField: String], in database: Database
  ) throws -> FoundRow {
    var findings: [FindingEntry] = []
    try forEachFinding(ofFile: row.fileID, row: row.row, in: database) { findings.append($0) }
    var result: (run: String, result: ResultEntry)?
    for run in try database.values("SELECT id FROM run ORDER BY first_result DESC, id") as [String]
    {
      guard
        let line = try Self.result(of: row.id, inRun: run, office: row.officeCode, in: database)
      else { continue }
      result = (run, line)
      break
    }
    return FoundRow(
      entry: try entry(of: row, texts: texts, in: database), batch: row.batchID,
      outcome: row.isTaken ? row.outcome : nil, findings: findings, result: result)
  }
}
