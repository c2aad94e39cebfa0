import Cryptography
import Foundation
import GRDB
public import Model

/// Something that is worth remembering: who did what to what.
public struct AuditNote: Sendable, Hashable {
  /// The moment in ISO 8601.
  public let at: String
  /// Who did it.
  public let actor: String
  /// What was done, in `snake_case`.
  public let action: String
  /// What it was done to.
  public let subject: String
  /// More, such as a reason.
  public let detail: String

  /// A note that is to be appended.
  public init(at: String, actor: String, action: String, subject: String, detail: String = "") {
    self.at = at
    self.actor = actor
    self.action = action
    self.subject = subject
    self.detail = detail
  }
}

/// What came of checking the register.
public struct AuditCheck: Sendable {
  /// How many entries the chain has.
  public let count: Int
  /// The last entry's hash; empty where there is none.
  public let head: String
  /// The first entry that does not follow from the one before it, if any.
  public let broken: Int?
  /// Whether the chain holds the hash that was asked for; `nil` where none was.
  public let holdsAnchor: Bool?
  /// What SQLite finds wrong with the file.
  public let faults: [String]
  /// What differs from what the chain says was stored: table and row.
  public let changed: [Bilingual]

  /// Whether everything is as it should be.
  public var isSound: Bool {
    broken == nil && holdsAnchor != false && faults.isEmpty && changed.isEmpty
  }
}

extension Register {
  /// Appends to the chain.
  /// - Throws: `RegisterError`.
  public func record(_ note: AuditNote) throws {
    try write { try Self.append(note, in: $0) }
  }

  /// The last entry's hash; empty where there is none.
  ///
  /// Whoever keeps it can tell later whether the chain was cut or rewritten.
  public func auditHead() throws -> String {
    try read { try Self.head(in: $0).hash }
  }

  /// Walks the chain, lets SQLite check the file, and works out again what every table comes to.
  ///
  /// - Parameters:
  ///   - anchor: a hash that somebody kept, or its first digits.
  ///   - skipsRows: whether the tables' rows are left alone.
  /// - Complexity: O(entries), and two readings of the whole file.
  public func checkAudit(anchor: String? = nil, skipsRows: Bool = false) throws -> AuditCheck {
    try read { database in
      var contents = ChainedContents()
      var (count, head, broken) = (0, "", Int?.none)
      var holds = anchor.map { _ in false }
      let rows = try SQLRequest<Row>("SELECT * FROM audit ORDER BY id").fetchCursor(database)
      while let row = try rows.next() {
        count += 1
        let note = AuditNote(
          at: row["at"], actor: row["actor"], action: row["action"], subject: row["subject"],
          detail: row["detail"])
        let hash: String = row["hash"]
        let stored: String = row["contents"]
        contents.apply(stored, of: count)
        let follows =
          row["id"] == count && row["previous"] == head
          && hash == Self.hash(note, number: count, after: head, contents: stored)
        if broken == nil, !follows { broken = count }
        if let anchor, anchor.count >= 12, hash.hasPrefix(anchor) { holds = true }
        head = hash
      }
      let faults = try database.values("PRAGMA integrity_check").filter { $0 != "ok" }
      let strays = try database.rows("PRAGMA foreign_key_check")
        .map { "foreign key: \($0[0] as String)" }
      let changed =
        try Self.strangers(in: database)
        + (skipsRows ? [] : Self.faults(against: contents, in: database))
      return AuditCheck(
        count: count, head: head, broken: broken, holdsAnchor: holds,
        faults: faults + strays, changed: changed)
    }
  }

  static func append(_ note: AuditNote, in database: Database) throws {
    let last = try head(in: database)
    let number = last.number + 1
    try database.cachedStatement(
      sql: """
        INSERT INTO audit (id, at, actor, action, subject, detail, previous, hash)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?)
        """
    ).execute(arguments: [
      number, note.at, note.actor, note.action, note.subject, note.detail, last.hash,
      hash(note, number: number, after: last.hash),
    ])
  }

  /// Puts what was stored into the last entry, which gets its hash anew.
  static func complete(with contents: String, in database: Database) throws {
    guard let last = try database.rows("SELECT * FROM audit ORDER BY id DESC LIMIT 1").first else {
      return
    }
    let note = AuditNote(
      at: last["at"], actor: last["actor"], action: last["action"], subject: last["subject"],
      detail: last["detail"])
    let number: Int = last["id"]
    let hash = hash(note, number: number, after: last["previous"], contents: contents)
    try database.execute(
      literal: "UPDATE audit SET contents = \(contents), hash = \(hash) WHERE id = \(number)")
  }

  private static func head(in database: Database) throws -> (number: Int, hash: String) {
    let statement = try database.cachedStatement(
      sql: "SELECT id, hash FROM audit ORDER BY id DESC LIMIT 1")
    return try Row.fetchOne(statement).map { ($0[0], $0[1]) } ?? (0, "")
  }

  /// SHA-256 over `xieguan audit 1`, the entry's number, its fields, the hash before it and what was
  /// stored, each as UTF-8 after its length in decimal and a colon.
  static func hash(
    _ note: AuditNote, number: Int, after previous: String, contents: String = ""
  ) -> String {
    let fields = [
      "xieguan audit 1", String(number), note.at, note.actor, note.action, note.subject,
      note.detail, previous, contents,
    ]
    let bytes = fields.flatMap { Array("\($0.utf8.count):\($0)".utf8) }
    return SHA256.hash(bytes).hex
  }
}
