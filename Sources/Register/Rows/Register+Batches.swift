import GRDB
public import Model

/// What came in with one command.
public struct BatchEntry: Sendable {
  /// Its number.
  public let id: Int64
  /// The command.
  public let command: String
  /// When it came in, in ISO 8601.
  public let takenAt: String
  /// When it was taken back, if it was.
  public let withdrawnAt: String?
  /// Its files with how their rows add up.
  public let files: [FileEntry]
  /// How its rows add up.
  public var total: Reconciliation {
    files.reduce(into: Reconciliation()) { $0 += $1.reconciliation }
  }
}

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
  /// The batches in the order in which they came.
  public func batches() throws -> [BatchEntry] {
    try read { database in
      try Row.fetchAll(database, sql: "SELECT * FROM batch ORDER BY id").map { row in
        BatchEntry(
          id: row["id"], command: row["command"], takenAt: row["taken_at"],
          withdrawnAt: row["withdrawn_at"],
          files: try Self.files(ofBatch: row["id"], in: database))
      }
    }
  }

  /// Takes a batch back: its rows stay in the register and count for nothing any more; the audit chain
  /// says who did it.
  ///
  /// Rows of other batches that waited because of it are settled again, and their files' sums follow.
  /// - Parameters:
  ///   - by: the person who takes it back, where one is named.
  ///   - reason: why, where it is said.
  ///   - moment: the moment in ISO 8601, for the record.
  /// - Throws: `RegisterError`; nothing is changed then.
  /// - Complexity: O(rows of the register).
  public func withdraw(_ id: Int64, by: String?, reason: String?, moment: String) throws
    -> WithdrawalOutcome
  {
    try write { database in
      let files = try Self.files(ofBatch: id, in: database)
      try database.execute(
        sql: """
          UPDATE batch SET withdrawn_at = ?, withdrawn_by = ?, withdrawn_reason = ?
          WHERE id = ? AND withdrawn_at IS NULL
          """,
        arguments: [moment, by, reason, id])
      guard database.changesCount == 1 else { throw RegisterError.batchUnknown(id: id) }
      try database.execute(
        sql: "UPDATE file SET state = 'withdrawn' WHERE batch_id = ? AND state = 'taken'",
        arguments: [id])
      let gone = try Int64.fetchAll(
        database,
        sql: """
          SELECT applicant.id FROM applicant JOIN file ON file.id = file_id
          WHERE batch_id = ? AND outcome <> \(RowOutcome.rejected.rawValue)
          """,
        arguments: [id])
      var standing = try Standing(around: gone, in: database)
      let fallen = try Int64.fetchAll(
        database,
        sql: """
          SELECT DISTINCT decision.applicant_id
          FROM decision JOIN applicant kept ON kept.id = decision.because_of
          JOIN file ON file.id = kept.file_id
          JOIN applicant own ON own.id = decision.applicant_id
          JOIN file own_file ON own_file.id = own.file_id AND own_file.state = 'taken'
          WHERE file.batch_id = ? AND decision.undone_at IS NULL
          """,
        arguments: [id])
      try database.execute(
        sql: """
          UPDATE decision SET undone_at = ? WHERE undone_at IS NULL AND because_of IN (
            SELECT applicant.id FROM applicant JOIN file ON file.id = file_id WHERE batch_id = ?)
          """,
        arguments: [moment, id])
      let waiting = (standing.near(.held) + standing.near(.unchanged) + fallen).sorted()
      let released = try standing.settleAgain(waiting)
      try standing.sumUp()
      try Self.append(
        AuditNote(
          at: moment, actor: by ?? "", action: "batch_withdrawn", subject: "batch \(id)",
          detail: reason ?? ""), in: database)
      return WithdrawalOutcome(
        files: files, released: released.count, decisionsUndone: fallen.count)
    }
  }
}
