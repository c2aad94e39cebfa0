import Foundation
import GRDB

/// The digests of tables as the chain holds them: a line for each part of a table that an act
/// changed, with the table, the first key of the part and its digest; `-` where the part is gone.
struct ChainedContents {
  private(set) var parts: [String: [Int64: String]] = [:]

  /// The key with which the part of a table begins that holds everything.
  static let whole = Int64.min

  /// Takes an entry's contents in.
  mutating func apply(_ contents: String) {
    for line in contents.split(separator: "\n") {
      let words = line.split(separator: " ")
      guard words.count == 3, let first = Int64(words[1]) else { continue }
      parts[String(words[0]), default: [:]][first] = words[2] == "-" ? nil : String(words[2])
    }
  }

  /// The parts of a table, the first first: where each begins and what it comes to.
  subscript(table: String) -> [(first: Int64, digest: String)] {
    (parts[table] ?? [:]).sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
  }
}

extension Register {
  /// Ends a transaction that has changed something: its last entry gets the digests of what was
  /// stored, and where it has none, one that says so is appended.
  func seal(_ database: Database) throws {
    var changes = log.changes
    changes[ChainedTable.chain] = nil
    if try database.value("SELECT NOT EXISTS (SELECT 1 FROM row_digest)") == true {
      // A register of an earlier version has rows that the chain has never seen.
      for table in try ChainedTable.all(in: database) where table.name != ChainedTable.chain {
        let count = try Int.fetchOne(database, sql: "SELECT count(*) FROM main.\"\(table.name)\"")
        if count != changes[table.name]?.added.keys.count ?? 0 {
          changes[table.name, default: ChangeLog.Change()].isRewritten = true
        }
      }
    }
    log.clear()
    guard !changes.isEmpty else { return }
    let tables = Dictionary(
      try ChainedTable.all(in: database).map { ($0.name, $0) }, uniquingKeysWith: { $1 })
    var lines: [String] = []
    for (name, change) in changes.sorted(by: { $0.key < $1.key }) {
      guard let table = tables[name] else { continue }
      let rows: DigestedRows
      let first: Int64
      if change.isRewritten {
        let gone: [String] = try database.values(
          "DELETE FROM row_digest WHERE table_name = \(name) RETURNING part")
        lines += gone.filter { $0 != "\(ChainedContents.whole)" }.map { "\(name) \($0) -" }
        (rows, first) = (try table.digested(in: database), ChainedContents.whole)
      } else {
        let added = change.added.sorted
        guard let least = added.keys.first else { continue }
        // What was rolled back within the transaction is not there, and its keys may be taken anew.
        let isThere = try table.count(from: least, in: database) == Set(added.keys).count
        (rows, first) =
          (
            isThere && added.keys.count == Set(added.keys).count
              ? added : try table.digested(from: least, in: database), least
          )
        if rows.keys.isEmpty { continue }
      }
      try database.execute(
        literal: """
          INSERT OR REPLACE INTO row_digest
          VALUES (\(name), \("\(first)"), \(Data(rows.kept)))
          """)
      lines.append("\(name) \(first) \(rows.digest)")
    }
    let contents = lines.sorted().joined(separator: "\n")
    if lines.isEmpty { return }
    let last: Int = try database.value("SELECT max(id) FROM audit") ?? 0
    if last == log.lastEntry {
      try Self.append(
        AuditNote(at: moment, actor: "", action: "changed", subject: ""), in: database)
    }
    try Self.complete(with: contents, in: database)
  }

  /// What differs from what the chain says was stored.
  static func faults(against contents: ChainedContents, in database: Database) throws -> [String] {
    // Nothing has been done yet.
    if contents.parts.isEmpty { return [] }
    var faults: [String] = []
    let tables = try ChainedTable.all(in: database)
    for name in contents.parts.keys.sorted() where !tables.contains(where: { $0.name == name }) {
      faults.append("\(name): the table is gone")
    }
    for table in tables where table.name != ChainedTable.chain {
      let parts = contents[table.name]
      if parts.isEmpty {
        let rows = try Int.fetchOne(database, sql: "SELECT count(*) FROM main.\"\(table.name)\"")
        if rows != 0 { faults.append("\(table.name): rows that the chain does not know") }
        continue
      }
      for (place, part) in parts.enumerated() {
        let next = place + 1 < parts.count ? parts[place + 1].first - 1 : .max
        if let fault = try fault(
          of: table, part, from: place == 0 ? .min : part.first, to: next, in: database)
        {
          faults.append(fault)
        }
      }
    }
    let kept = try database.rows("SELECT table_name, part FROM row_digest").map {
      (table: $0[0] as String, part: $0[1] as String)
    }
    for (table, part) in kept
    where Int64(part).flatMap({ contents.parts[table]?[$0] }) == nil {
      faults.append("row_digest: \(table) \(part) is not in the chain")
    }
    return faults
  }

  /// What is wrong with a part of a table: the first row that is not what was stored.
  private static func fault(
    of table: ChainedTable, _ part: (first: Int64, digest: String), from first: Int64,
    to last: Int64, in database: Database
  ) throws -> String? {
    let stored: Data? = try database.value(
      """
      SELECT digests FROM row_digest WHERE table_name = \(table.name) AND part = \("\(part.first)")
      """)
    guard let stored, stored.count >= RowDigest.saltSize else {
      return "\(table.name): the digests of its rows from \(part.first) are gone"
    }
    let kept = [UInt8](stored)
    let rows = try table.digested(
      from: first, to: last, salt: Array(kept.prefix(RowDigest.saltSize)), in: database)
    let now = rows.kept
    if rows.digest == part.digest, now == kept { return nil }
    let places = stride(
      from: RowDigest.saltSize, to: max(now.count, kept.count), by: RowDigest.kept)
    for (place, offset) in places.enumerated() {
      let end = offset + RowDigest.kept
      guard end <= now.count, end <= kept.count, now[offset..<end] == kept[offset..<end] else {
        let count = (kept.count - RowDigest.saltSize) / RowDigest.kept
        if place < rows.keys.count {
          return rows.keys.count == count
            ? "\(table.name): row \(rows.keys[place]) is not what was stored"
            : "\(table.name): \(rows.keys.count) rows in place of \(count), from row "
              + "\(rows.keys[place]) on"
        }
        return "\(table.name): \(rows.keys.count) rows in place of \(count)"
      }
    }
    return "\(table.name): its rows from \(part.first) are not what was stored"
  }

  /// Tables, indexes, views and triggers that the program has not made, or not like this.
  static func strangers(in database: Database) throws -> [String] {
    let query: SQL = """
      SELECT type, name, coalesce(sql, '') FROM main.sqlite_schema
      WHERE name NOT LIKE 'sqlite!_%' ESCAPE '!'
      """
    func objects(_ rows: [Row]) -> [String: String] {
      Dictionary(rows.map { ("\($0[0] as String) \($0[1] as String)", $0[2]) }) { $1 }
    }
    let (found, own) = (
      objects(try database.rows(query)), objects(try Register().read { try $0.rows(query) })
    )
    return
      (found.filter { own[$0.key] == nil }.keys.map { "\($0): not of this program" }
      + own.filter { found[$0.key] == nil }.keys.map { "\($0): gone" }
      + found.filter { own[$0.key] != nil && own[$0.key] != $0.value && !$0.key.hasPrefix("view") }
      .keys.map { "\($0): made otherwise" }).sorted()
  }
}
