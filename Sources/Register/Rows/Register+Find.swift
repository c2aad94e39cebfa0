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
  /// - Complexity: O(log of all rows) for an application or identity number that is known, which are
  ///   looked up by their keys; else a search of all stored bytes, of which only the blocks are read
  ///   row by row that hold the text.
  public func find(_ text: String, limit: Int) throws -> [FoundRow] {
    try read { database in
      var ids = try Self.rows(numbered: text, in: database)
      if ids.isEmpty { ids = try Self.rows(holding: text, limit: limit, in: database) }
      return try ids.prefix(limit).compactMap { id in
        try database.applicants[id].map { try Self.found($0, in: database) }
      }
    }
  }

  private static func rows(numbered text: String, in database: Database) throws -> [Int64] {
    try database.applicants.rows(KeyBlocks.ids(of: text, in: database).sorted())
      .filter { $0.applicationNo == text || $0.residentID == text }.map(\.id)
  }

  private static func rows(holding text: String, limit: Int, in database: Database) throws
    -> [Int64]
  {
    let wanted = Array(text.utf8)
    guard !wanted.isEmpty else { return [] }
    let isTail = wanted.count == 4
    let reader = try ApplicantReader(database)
    let blocks = try database.makeStatement(
      sql: "SELECT first, count FROM applicant_block WHERE instr(cells, ?) > 0 ORDER BY first")
    blocks.setUncheckedArguments([Data(wanted)])
    var ids: [Int64] = []
    while ids.count < limit, let block = try blocks.step() {
      for id in block.number(0)..<block.number(0) + block.number(1) where try reader.seek(id) {
        let number = reader.cell(.residentID)
        if reader.cell(.name).elementsEqual(wanted) || reader.cell(.phone).elementsEqual(wanted)
          || reader.cell(.applicationNo).elementsEqual(wanted)
          || number.elementsEqual(wanted) || isTail && number.suffix(4).elementsEqual(wanted)
        {
          ids.append(id)
        }
      }
    }
    return ids
  }

  private static func found(_ row: ApplicantRow, in database: Database) throws -> FoundRow {
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
      entry: try entry(of: row, in: database), batch: row.batchID,
      outcome: row.isTaken ? row.outcome : nil, findings: findings, result: result)
  }
}
