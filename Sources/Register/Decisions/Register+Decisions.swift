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
  /// Its facts.
  public let texts: [ApplicantField: String]
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
  /// The rows that wait for a person, in the order in which they came.
  public func heldRows() throws -> [HeldRow] {
    try read { database in
      try database.applicants.held().map { row, texts in
        HeldRow(id: row.id, batch: row.batchID, file: row.fileName, row: row.row, texts: texts)
      }
    }
  }

  /// Keeps held rows: they are accepted, and the rows that share their number or their person are
  /// set aside; the decision goes into the audit chain.
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
      for id in ids { try Self.requireHeld(id, in: database) }
      var resolver = try CollisionResolver(around: ids, in: database)
      let chosen = Set(ids)
      var setAside: [Int64] = []
      func record(_ id: Int64, _ outcome: RowOutcome, because other: Int64?) throws {
        try database.execute(
          literal: """
            INSERT INTO decision (applicant_id, outcome, because_of, decided_by, reason, decided_at)
            VALUES (\(id), \(outcome.rawValue), \(other), \(by), \(reason), \(moment))
            """)
      }
      for id in ids {
        let others = resolver.colliding(with: id)
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
      let waiting = neighbours.near(.held).filter(neighbours.standsAlone)
      let released = try neighbours.settleAgain(waiting)
      try neighbours.store()
      return DecisionOutcome(kept: ids, setAside: setAside.sorted(), released: released)
    }
  }

  private static func requireHeld(_ id: Int64, in database: Database) throws {
    guard let row = try database.applicants[id], row.isTaken else {
      throw RegisterError.rowUnknown(id: id)
    }
    guard row.outcome == .held else {
      throw RegisterError.rowNotHeld(id: id, outcome: row.outcome)
    }
  }
}
