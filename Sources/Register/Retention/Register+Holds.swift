import GRDB
public import Model

/// A person of whom nothing is erased until somebody releases it.
public struct RetentionHold: Sendable, Hashable {
  /// The application or staff number.
  public let number: String
  /// Who holds it.
  public let by: String
  /// Why: an objection, a lawsuit, an archive.
  public let reason: String
  /// Since when, in ISO 8601.
  public let at: String
}

extension Register {
  /// What is held, in the order in which it was.
  public func retentionHolds() throws -> [RetentionHold] {
    try read {
      try $0.rows("SELECT * FROM retention_hold WHERE released_at IS NULL ORDER BY id")
    }.map {
      RetentionHold(
        number: $0["number"], by: $0["held_by"], reason: $0["reason"], at: $0["held_at"])
    }
  }

  /// Whether a row of any sheet has a person's application or staff number.
  /// - Complexity: O(log applicants), and O(rows of small sheets).
  public func knows(number: String) throws -> Bool {
    try read { database in
      let applicants = try database.applicants.rows(
        KeyBlocks.ids(of: number, in: database).sorted())
      if applicants.contains(where: { $0.applicationNo == number }) { return true }
      let found: Int? = try database.value(
        """
        SELECT 1 FROM sheet_row WHERE \(number) IN
          (cells ->> '$.assistant_no', cells ->> '$.application_no') LIMIT 1
        """)
      return found != nil
    }
  }

  /// Holds what there is of a person.
  public func hold(_ number: String, note: AuditNote) throws {
    try write { database in
      try database.execute(
        literal: """
          INSERT INTO retention_hold (number, held_by, reason, held_at)
          VALUES (\(number), \(note.actor), \(note.detail), \(note.at))
          """)
      try Self.append(note, in: database)
    }
  }

  /// Releases what is held of a person.
  /// - Returns: whether anything was held.
  public func release(_ number: String, note: AuditNote) throws -> Bool {
    try write { database in
      try database.execute(
        literal: """
          UPDATE retention_hold SET released_by = \(note.actor), release_reason = \(note.detail),
            released_at = \(note.at)
          WHERE number = \(number) AND released_at IS NULL
          """)
      guard database.changesCount > 0 else { return false }
      try Self.append(note, in: database)
      return true
    }
  }

  /// Takes packages out, with what they asked and what was answered.
  public func erase(packages: [ConsultationEntry], note: AuditNote) throws {
    try erasing(note) { database in
      for package in packages {
        let id: SQL = """
          (SELECT id FROM consultation WHERE direction = \(package.direction.rawValue)
            AND manifest_sha256 = \(package.manifestSHA256))
          """
        for (table, column) in [
          ("opinion", "reply_id"), ("consultation_subject", "consultation_id"),
          ("departure", "consultation_id"), ("withdrawal", "consultation_id"),
          ("unsigned_reply", "consultation_id"),
          ("consultation", "id"),
        ] {
          try database.execute(
            literal: "DELETE FROM \(sql: table) WHERE \(sql: column) = \(id)")
        }
      }
    }
  }
}
