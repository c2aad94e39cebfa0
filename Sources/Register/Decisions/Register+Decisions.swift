import GRDB
public import Model

/// A row that waits for a person to decide.
public struct HeldRow: Sendable {
  /// Its number in the register, by which it is decided.
  public let id: Int64
  /// The batch it came with.
  public let batch: Int64
  /// Its file's name.
  public let file: String
  /// The row as a spreadsheet numbers it.
  public let row: Int
  /// Whether it counts, and is here because others collide with it.
  public let isAccepted: Bool
  /// Its application number.
  public let applicationNo: String
  /// Its identity number.
  public let residentID: String
}

/// What a decision did.
public struct DecisionOutcome: Sendable {
  /// The rows that are accepted now because they were kept, by id.
  public let kept: [Int64]
  /// The rows that are out because another one was kept, by id.
  public let setAside: [Int64]
  /// The rows that waited only because of those, and are accepted now, by id.
  public let released: [Int64]
}

extension Register {
  /// The rows that wait for a person, and the accepted ones with which they collide, in the order in
  /// which they came.
  public func heldRows() throws -> [HeldRow] {
    try read { database in
      let held = try database.applicants.held()
      let others = Dictionary(
        try CollisionCandidates.rows(sharingWith: held.map(\.id), in: database)
          .filter { $0.outcome == .accepted }.map { ($0.id, $0) },
        uniquingKeysWith: { first, _ in first })
      return (held + others.values).sorted { $0.id < $1.id }.map { row in
        HeldRow(
          id: row.id, batch: row.batchID, file: row.fileName, row: row.row,
          isAccepted: row.outcome == .accepted, applicationNo: row.applicationNo,
          residentID: row.residentID)
      }
    }
  }

  /// Calls back with the facts of some rows, given in ascending order.
  public func forEachRow(_ ids: [Int64], _ body: (Int64, ApplicantCells) throws -> Void) throws {
    try read { database in
      let reader = try ApplicantReader(database)
      for id in ids where try reader.seek(id) { try body(id, reader.cell) }
    }
  }

  /// Keeps held rows, or accepted ones with which others collide: they are accepted, and the rows that
  /// share their number or their person are set aside; the decision goes into the audit chain.
  ///
  /// What else waited only because of those is accepted too.
  /// - Parameters:
  ///   - by: the person who decides.
  ///   - reason: why, in that person's words.
  ///   - moment: the moment in ISO 8601, for the record.
  /// - Throws: `RegisterError`; nothing is changed then.
  public func keep(_ ids: [Int64], by: String, reason: String, moment: String) throws
    -> DecisionOutcome
  {
    try write { database in
      try Self.requireHeld(ids, in: database)
      var resolver = try CollisionResolver(around: ids, in: database)
      let chosen = Set(ids)
      var setAside: [Int64] = []
      let insert = try Self.decisionInsertion(database)
      func record(_ id: Int64, _ outcome: RowOutcome, because other: Int64?) throws {
        try insert.execute(arguments: [id, outcome.rawValue, other, by, reason, moment])
      }
      for id in ids {
        let others = resolver.colliding(with: id)
        if !resolver.isHeld(id), others.isEmpty {
          throw RegisterError.rowNotHeld(id: id, outcome: .accepted)
        }
        if let other = others.first(where: chosen.contains) {
          throw RegisterError.rowsCollide(id: id, other: other)
        }
        resolver.set(id, to: .accepted)
        try record(id, .accepted, because: nil)
        try Self.append(
          AuditNote(
            at: moment, actor: by, action: "row_kept", subject: "row \(id)", detail: reason),
          in: database)
        for other in others {
          resolver.set(other, to: .setAside)
          try record(other, .setAside, because: id)
          setAside.append(other)
        }
      }
      try resolver.store()
      // Whoever waited because of a row that is out now has to be looked at again.
      var neighbours = try CollisionResolver(around: setAside, in: database)
      let waiting =
        neighbours.near(.held).filter(neighbours.standsAlone) + neighbours.orphans
      let released = try neighbours.settleAgain(waiting)
      try neighbours.store()
      return DecisionOutcome(kept: ids, setAside: setAside.sorted(), released: released)
    }
  }

  private static func decisionInsertion(_ database: Database) throws -> Statement {
    try database.makeStatement(
      sql: """
        INSERT INTO decision (applicant_id, outcome, because_of, decided_by, reason, decided_at)
        VALUES (?, ?, ?, ?, ?, ?)
        """)
  }

  /// - Throws: `RegisterError` for the first row that neither waits nor counts.
  private static func requireHeld(_ ids: [Int64], in database: Database) throws {
    let rows = Dictionary(
      uniqueKeysWithValues: try database.applicants.rows(Set(ids).sorted()).map { ($0.id, $0) })
    for id in ids {
      guard let row = rows[id], row.isTaken else { throw RegisterError.rowUnknown(id: id) }
      guard row.outcome == .held || row.outcome == .accepted else {
        throw RegisterError.rowNotHeld(id: id, outcome: row.outcome)
      }
    }
  }

  /// Sends held rows back: they are set aside although no other row is kept instead.
  /// - Throws: `RegisterError`; nothing is changed then.
  public func sendBack(_ ids: [Int64], by: String, reason: String, moment: String) throws
    -> DecisionOutcome
  {
    try write { database in
      try Self.requireHeld(ids, in: database)
      var resolver = try CollisionResolver(around: ids, in: database)
      let insert = try Self.decisionInsertion(database)
      for id in ids {
        guard resolver.isHeld(id) else {
          throw RegisterError.rowNotHeld(id: id, outcome: .accepted)
        }
        resolver.set(id, to: .setAside)
        try insert.execute(arguments: [
          id, RowOutcome.setAside.rawValue, nil, by, reason, moment,
        ])
        try Self.append(
          AuditNote(
            at: moment, actor: by, action: "row_sent_back", subject: "row \(id)", detail: reason),
          in: database)
      }
      let waiting = resolver.near(.held).filter(resolver.standsAlone)
      let released = try resolver.settleAgain(waiting)
      try resolver.store()
      return DecisionOutcome(kept: [], setAside: ids, released: released)
    }
  }

  /// Takes the decisions back that concern some rows: everybody of whom they spoke waits or counts as
  /// if nobody had decided.
  /// - Returns: the rows that are accepted now as kept, and the others as set aside.
  /// - Throws: `RegisterError`; nothing is changed then.
  public func takeBack(_ ids: [Int64], by: String, reason: String, moment: String) throws
    -> DecisionOutcome
  {
    try write { database in
      var rows: Set<Int64> = []
      for id in ids {
        let kept: Int64? = try database.value(
          """
          SELECT COALESCE(because_of, applicant_id) FROM decision
          WHERE applicant_id = \(id) AND undone_at IS NULL ORDER BY id DESC LIMIT 1
          """)
        guard let kept else { throw RegisterError.rowUndecided(id: id) }
        let spoken: [Int64] = try database.values(
          """
          SELECT applicant_id FROM decision
          WHERE undone_at IS NULL AND (applicant_id = \(kept) OR because_of = \(kept))
          """)
        rows.formUnion(spoken)
        try database.execute(
          literal: """
            UPDATE decision SET undone_at = \(moment), undone_by = \(by), undone_reason = \(reason)
            WHERE undone_at IS NULL AND (applicant_id = \(kept) OR because_of = \(kept))
            """)
        try Self.append(
          AuditNote(
            at: moment, actor: by, action: "decision_taken_back", subject: "row \(kept)",
            detail: reason), in: database)
      }
      let spoken = try database.applicants.rows(rows.sorted()).filter(\.isTaken).map(\.id)
      var resolver = try CollisionResolver(around: spoken, in: database)
      var accepted = try resolver.settleAgain(spoken)
      accepted += try resolver.settleAgain(resolver.orphans)
      try resolver.store()
      return DecisionOutcome(
        kept: accepted, setAside: spoken.filter { !accepted.contains($0) }, released: [])
    }
  }
}
