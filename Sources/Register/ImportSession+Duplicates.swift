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
  /// A row that equals an accepted row of an earlier batch in every fact is unchanged. Otherwise both
  /// rows are held, the earlier one too, whichever batch it came with; the files' sums follow.
  /// - Parameter suspicions: pairs of row ids, the earlier row first, in the order of the later rows.
  /// - Complexity: O(pairs), each a look-up by row id.
  public func settle(_ suspicions: [Suspicion]) throws -> DuplicateSettlement {
    var settlement = DuplicateSettlement()
    for (first, second, code) in suspicions where !settlement.unchanged.contains(second) {
      guard let pair = try Pair(first, second, code, in: database) else { continue }
      if pair.isUnchanged, pair.firstBatch != batchID {
        try change(second, to: .unchanged, file: pair.secondFile)
        try note(.rowUnchanged, of: second, like: first)
        settlement.unchanged.insert(second)
        continue
      }
      for (id, other, file, batch) in [
        (first, second, pair.firstFile, pair.firstBatch),
        (second, first, pair.secondFile, batchID),
      ] {
        try change(id, to: .held, file: file)
        try note(code, of: id, like: other)
        if batch == batchID { settlement.held.insert(id) }
      }
    }
    return settlement
  }

  /// Two rows side by side.
  private struct Pair {
    let firstFile: Int64
    let secondFile: Int64
    let firstBatch: Int64
    let isUnchanged: Bool

    /// Nothing where the rows do not share the key after all.
    init?(_ first: UInt32, _ second: UInt32, _ code: FindingCode, in database: Database) throws {
      let key = code == .applicationNoRepeated ? "application_no" : "resident_id"
      let equal = ApplicantField.allCases.map { "a.\($0.id) IS b.\($0.id)" }
        .joined(separator: " AND ")
      let row = try Row.fetchOne(
        database.cachedStatement(
          sql: """
            SELECT a.file_id, b.file_id, f.batch_id,
              a.outcome = \(RowOutcome.accepted.rawValue) AND \(equal)
            FROM applicant a, applicant b JOIN file f ON f.id = a.file_id
            WHERE a.id = ? AND b.id = ? AND a.\(key) = b.\(key)
            """),
        arguments: [Int64(first), Int64(second)])
      guard let row else { return nil }
      firstFile = row[0]
      secondFile = row[1]
      firstBatch = row[2]
      isUnchanged = row[3]
    }
  }

  /// Moves an accepted row to another outcome, and its file's sums with it.
  private func change(_ id: UInt32, to outcome: RowOutcome, file: Int64) throws {
    try database.execute(
      sql: "UPDATE applicant SET outcome = ? WHERE id = ? AND outcome = ?",
      arguments: [outcome.rawValue, Int64(id), RowOutcome.accepted.rawValue])
    guard database.changesCount == 1 else { return }
    try database.execute(
      sql: "UPDATE file SET accepted = accepted - 1, duplicate = duplicate + 1 WHERE id = ?",
      arguments: [file])
  }

  /// Notes on a row what it shares with which other row.
  private func note(_ code: FindingCode, of id: UInt32, like other: UInt32) throws {
    let field: ApplicantField = code == .residentIDRepeated ? .residentID : .applicationNo
    try database.cachedStatement(
      sql: """
        INSERT INTO finding (file_id, row, line, place, code, value, other_file_id, other_row)
        SELECT a.file_id, a.row, a.line,
          COALESCE((SELECT place FROM file_column c WHERE c.file_id = a.file_id AND c.field = :field),
            -1),
          :code,
          CASE :field WHEN 'resident_id'
            THEN substr(a.resident_id, 1, 6) || '********' || substr(a.resident_id, 15)
            ELSE a.application_no END,
          b.file_id, b.row
        FROM applicant a, applicant b WHERE a.id = :id AND b.id = :other
        """
    ).execute(arguments: [
      "field": field.id, "code": code.rawValue, "id": Int64(id), "other": Int64(other),
    ])
  }
}
