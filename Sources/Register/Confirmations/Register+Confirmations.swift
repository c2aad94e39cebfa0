import Cryptography
import Foundation
import GRDB
public import Model

extension Register {
  /// Keeps that a person confirmed something, and notes it in the chain.
  /// - Throws: `RegisterError`.
  public func store(_ confirmation: ConfirmationEntry) throws {
    try write { database in
      let warnings = String(
        decoding: try JSONEncoder().encode(confirmation.warnings), as: UTF8.self)
      try database.execute(
        literal: """
          INSERT INTO confirmation (kind, subject, digest, confirmed_by, role, confirmed_at, warnings)
          VALUES (\(confirmation.kind.rawValue), \(confirmation.subject), \(confirmation.digest),
            \(confirmation.by), \(confirmation.role), \(confirmation.at), \(warnings))
          """)
      try Self.append(
        AuditNote(
          at: confirmation.at, actor: confirmation.by,
          action: "\(confirmation.kind.rawValue)_confirmed", subject: confirmation.subject,
          detail: "\(confirmation.role) | \(confirmation.digest)"), in: database)
    }
  }

  /// The last confirmation of something, whatever has become of it since.
  /// - Throws: `RegisterError`.
  public func lastConfirmation(of kind: ConfirmableKind, _ subject: String) throws
    -> ConfirmationEntry?
  {
    try read {
      try $0.rows(
        """
        SELECT * FROM confirmation WHERE kind = \(kind.rawValue) AND subject = \(subject)
        ORDER BY id DESC LIMIT 1
        """)
    }.first.flatMap(ConfirmationEntry.init)
  }

  /// Every confirmation, the first first.
  /// - Throws: `RegisterError`.
  public func confirmations() throws -> [ConfirmationEntry] {
    try read { try $0.rows("SELECT * FROM confirmation ORDER BY id") }
      .compactMap(ConfirmationEntry.init)
  }

  /// SHA-256 of a run as it is stored: its digest and each line of its list without the name, as lower
  /// case hex.
  /// - Complexity: O(lines).
  public func storedDigest(of run: RunEntry) throws -> String {
    var hash = SHA256()
    hash.update(Array("xieguan run lines 1\n\(run.digest)\n".utf8))
    try read { database in
      try Self.forEachLine(ofRun: run.id, office: nil, in: database) { office, _, line in
        hash.update(Array(office.utf8))
        for column in ResultEntry.Column.allCases where column != .name {
          hash.update([UInt8(ascii: "\n")])
          hash.update(UnsafeRawBufferPointer(line.text(column.rawValue)))
        }
        hash.update([UInt8(ascii: "\n")])
      }
    }
    return hash.finish().hex
  }
}

extension ConfirmationEntry {
  fileprivate init?(_ row: Row) {
    guard let kind = ConfirmableKind(rawValue: row["kind"]) else { return nil }
    let warnings = try? JSONDecoder().decode([String].self, from: row["warnings"] as Data)
    self.init(
      kind, row["subject"], digest: row["digest"], by: row["confirmed_by"], role: row["role"],
      at: row["confirmed_at"], warnings: warnings ?? [])
  }
}
