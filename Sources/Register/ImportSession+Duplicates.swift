import GRDB
public import Model

/// What became of rows that seemed to share a key.
public struct DuplicateSettlement: Sendable {
  /// Rows of this batch that are held, by id.
  public fileprivate(set) var held: Set<UInt32> = []
  /// Rows of this batch that equal an accepted row of an earlier batch, by id.
  public fileprivate(set) var unchanged: Set<UInt32> = []

  /// Rows of this batch that are not accepted after all.
  public var notAccepted: Set<UInt32> { held.union(unchanged) }
}

extension ImportSession {
  /// Two rows and what they are thought to share.
  public typealias Suspicion = (first: UInt32, second: UInt32, code: FindingCode)

  /// Compares rows that seem to share a key, and holds or sets them down as unchanged.
  ///
  /// A row that equals a row of an earlier batch in every fact is unchanged, whether that one was
  /// accepted, is held or was set aside: a mended file can be sent whole. Otherwise both rows are
  /// held, the earlier one too, whichever batch it came with; the files' sums follow.
  /// - Parameter suspicions: pairs of row ids, the earlier row first, in the order of the later rows.
  /// - Complexity: O(pairs), each a look-up by row id.
  public func settle(_ suspicions: [Suspicion]) throws -> DuplicateSettlement {
    var settlement = DuplicateSettlement()
    let hasEarlier = try hasEarlierApplicants()
    // Rows whose counterpart turned out to be unchanged, so that it stands in nobody's way.
    var loose: Set<Int64> = []
    for (first, second, code) in suspicions where !settlement.unchanged.contains(second) {
      guard let pair = try Pair(first, second, code, in: database) else { continue }
      if hasEarlier, let equal = try earlierRow(equalTo: second) {
        try change(second, to: .unchanged, file: pair.secondFile)
        try CollisionNote.add(.rowUnchanged, of: Int64(second), like: equal, in: database)
        settlement.unchanged.insert(second)
        continue
      }
      if settlement.unchanged.contains(first) {
        loose.insert(Int64(second))
        continue
      }
      for (id, other, file, batch) in [
        (first, second, pair.firstFile, pair.firstBatch),
        (second, first, pair.secondFile, batchID),
      ] {
        try change(id, to: .held, file: file)
        try CollisionNote.add(code, of: Int64(id), like: Int64(other), in: database)
        if batch == batchID { settlement.held.insert(id) }
      }
    }
    if !loose.isEmpty {
      var standing = try Standing(around: loose, in: database)
      let ids = loose.filter { !settlement.unchanged.contains(UInt32($0)) }.sorted()
      _ = try standing.settleAgain(ids)
      try standing.sumUp()
      settlement.held = settlement.held.filter { !ids.contains(Int64($0)) }
        .union(ids.filter(standing.isHeld).map { UInt32($0) })
    }
    return settlement
  }

  /// Two rows side by side.
  private struct Pair {
    let firstFile: Int64
    let secondFile: Int64
    let firstBatch: Int64

    /// Nothing where the rows do not share the key after all.
    init?(_ first: UInt32, _ second: UInt32, _ code: FindingCode, in database: Database) throws {
      let key = code == .applicationNoRepeated ? "application_no" : "resident_id"
      let row = try Row.fetchOne(
        database.cachedStatement(
          sql: """
            SELECT a.file_id, b.file_id, f.batch_id FROM applicant_row a, applicant_row b JOIN file f ON f.id = a.file_id
            WHERE a.id = ? AND b.id = ? AND a.\(key) = b.\(key)
            """),
        arguments: [Int64(first), Int64(second)])
      guard let row else { return nil }
      firstFile = row[0]
      secondFile = row[1]
      firstBatch = row[2]
    }
  }

  /// Whether applicants came in before this batch.
  private func hasEarlierApplicants() throws -> Bool {
    try Bool.fetchOne(
      database,
      sql: """
        SELECT EXISTS (SELECT 1 FROM file
          WHERE kind = 'applicants' AND state = 'taken' AND batch_id < ?)
        """,
      arguments: [batchID]) ?? false
  }

  /// A row of an earlier batch that equals a row in every fact: an accepted one first.
  private func earlierRow(equalTo id: UInt32) throws -> Int64? {
    return try Int64.fetchOne(
      database.cachedStatement(
        sql: """
          SELECT b.id FROM applicant_row a
          JOIN applicant_row b ON b.application_no = a.application_no AND b.id < a.id
          JOIN file f ON f.id = b.file_id AND f.state = 'taken' AND f.batch_id < ?
          WHERE a.id = ? AND b.outcome IN (\(RowOutcome.accepted.rawValue),
            \(RowOutcome.held.rawValue), \(RowOutcome.setAside.rawValue)) AND \(PackedCells.equality("a", "b"))
          ORDER BY b.outcome, b.id LIMIT 1
          """),
      arguments: [batchID, Int64(id)])
  }

  /// Moves an accepted row to another outcome, and its file's sums with it.
  private func change(_ id: UInt32, to outcome: RowOutcome, file: Int64) throws {
    try database.execute(
      sql: "UPDATE applicant_row SET outcome = ? WHERE id = ? AND outcome = ?",
      arguments: [outcome.rawValue, Int64(id), RowOutcome.accepted.rawValue])
    guard database.changesCount == 1 else { return }
    try database.execute(
      sql: "UPDATE file SET accepted = accepted - 1, duplicate = duplicate + 1 WHERE id = ?",
      arguments: [file])
  }
}
