import GRDB
import Model

/// What taking a batch back did.
public struct WithdrawalOutcome: Sendable {
  /// The batch's files as they were.
  public let files: [FileEntry]
  /// Rows of other batches that waited because of it and are accepted now.
  public let released: Int
  /// Decisions that fell with it, because the row that was kept has gone.
  public let decisionsUndone: Int
}

extension Register {
  /// Takes a batch back: its rows stay in the register and count for nothing any more; the audit chain
  /// says who did it.
  ///
  /// Rows of other batches that waited because of it are settled again, and their files' sums follow.
  /// - Parameters:
  ///   - by: the person who takes it back, where one is named.
  ///   - reason: why, where it is said.
  ///   - moment: the moment in ISO 8601, for the record.
  /// - Throws: `RegisterError`; nothing is changed then.
  /// - Complexity: O(rows of the batch · log of all rows).
  public func withdraw(_ id: Int64, by: String?, reason: String?, moment: String) throws
    -> WithdrawalOutcome
  {
    try write { database in
      let files = try Self.files(ofBatch: id, in: database)
      try database.execute(
        literal: """
          UPDATE batch SET withdrawn_at = \(moment), withdrawn_by = \(by), withdrawn_reason = \(reason)
          WHERE id = \(id) AND withdrawn_at IS NULL
          """)
      guard database.changesCount == 1 else { throw RegisterError.batchUnknown(id: id) }
      try database.execute(
        literal: "UPDATE file SET state = 'withdrawn' WHERE batch_id = \(id) AND state = 'taken'")
      try Self.requireOffices(ofBatch: id, in: database)
      let gone = try database.applicants.ids(ofBatch: id)
      let (restored, returned) = try Self.replacementsUndone(ofBatch: id, in: database)
      var resolver = try CollisionResolver(
        aroundGone: gone, and: restored.union(returned), in: database)
      for id in returned { resolver.set(id, to: .setAside) }
      _ = try resolver.settleAgain(restored.sorted())
      let fallen = try Self.undoDecisions(becauseOf: gone, moment: moment, in: database)
      let waiting = Set(
        resolver.near(.held) + resolver.near(.unchanged) + resolver.near(.changed) + fallen
      ).union(returned).subtracting(restored).sorted()
      let released = try resolver.settleAgain(waiting)
      try resolver.store()
      try Self.append(
        AuditNote(
          at: moment, actor: by ?? "", action: "batch_withdrawn", subject: "batch \(id)",
          detail: reason ?? ""), in: database)
      return WithdrawalOutcome(
        files: files, released: released.count, decisionsUndone: fallen.count)
    }
  }

  /// Stops where a batch that was just taken back leaves applicants without their office.
  private static func requireOffices(ofBatch id: Int64, in database: Database) throws {
    let codes: [String] = try database.values(
      """
      SELECT DISTINCT office_code FROM office
      WHERE file_id IN (SELECT id FROM file WHERE batch_id = \(id)) ORDER BY office_code
      """)
    guard !codes.isEmpty else { return }
    let offices = try officeTable(in: database)
    let named = try codes.filter { code in
      guard offices.index(ofCode: code) == nil else { return false }
      var isNamed = false
      try database.applicants.walk(.accepted(office: code)) { _, _ in isNamed = true }
      return isNamed
    }
    guard named.isEmpty else { throw RegisterError.officesNamed(batch: id, codes: named) }
  }

  /// What becomes of rows whose replacement was just taken back.
  /// - Returns: the rows that count again, of rows that replaced each other the latest that is left and
  ///   none where a later one counts; and the rows that do not count instead of them any more.
  private static func replacementsUndone(ofBatch batch: Int64, in database: Database) throws -> (
    restored: Set<Int64>, returned: Set<Int64>
  ) {
    let applicants = database.applicants
    func isTaken(_ id: Int64) throws -> Bool { try applicants[id]?.isTaken == true }
    func isReplaced(_ id: Int64) throws -> Bool {
      let later: [Int64] = try database.values(
        """
        SELECT applicant_replacement.id FROM applicant_replacement JOIN batch ON batch.id = batch_id
        WHERE replaced_id = \(id) AND withdrawn_at IS NULL
        """)
      return try later.contains { try isTaken($0) || isReplaced($0) }
    }
    var (restored, returned): (Set<Int64>, Set<Int64>) = ([], [])
    let undone = try database.rows(
      "SELECT id, replaced_id FROM applicant_replacement WHERE batch_id = \(batch)")
    for pair in undone {
      if try isTaken(pair[0]) { returned.insert(pair[0]) }
      var id: Int64? = pair[1]
      guard let first = id, try !isReplaced(first) else { continue }
      while let row = id, try !isTaken(row) {
        id = try database.value(
          "SELECT replaced_id FROM applicant_replacement WHERE id = \(row) LIMIT 1")
      }
      if let id, try applicants[id]?.outcome == .replaced { restored.insert(id) }
    }
    return (restored, returned)
  }

  /// Undoes the decisions that were taken in favour of rows that have gone.
  /// - Returns: the rows that were decided on and whose files count.
  private static func undoDecisions(
    becauseOf gone: [Range<Int64>], moment: String, in database: Database
  ) throws -> Set<Int64> {
    let applicants = database.applicants
    var rows: Set<Int64> = []
    let decisions = try database.rows(
      """
      SELECT id, applicant_id, because_of FROM decision
      WHERE undone_at IS NULL AND because_of IS NOT NULL
      """)
    for decision in decisions
    where gone.contains(where: { $0.contains(decision[2]) }) {
      let (id, row): (Int64, Int64) = (decision[0], decision[1])
      try database.execute(literal: "UPDATE decision SET undone_at = \(moment) WHERE id = \(id)")
      if try applicants[row]?.isTaken == true { rows.insert(row) }
    }
    return rows
  }
}
