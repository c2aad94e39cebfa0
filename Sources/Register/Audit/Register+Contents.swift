import Foundation
import GRDB
import Model

/// What the chain's entries say of tables: a line `table digest` for each that an act has changed,
/// and a line `table ! key` for each row that the act found otherwise than stored, `table !` for a
/// table's list of digests.
struct ChainedContents {
  /// The digest of a table's list by name.
  private(set) var digests: [String: String] = [:]
  /// What an act found otherwise: the entry, the table, and the row's key where it was a row.
  private(set) var surprises: [(entry: Int, table: String, key: String?)] = []

  /// Takes an entry's contents in.
  mutating func apply(_ contents: String, of entry: Int) {
    for line in contents.split(separator: "\n") {
      let words = line.split(separator: " ").map(String.init)
      if words.dropFirst().first == "!" {
        surprises.append((entry, words[0], words.dropFirst(2).first))
      } else if words.count == 2 {
        digests[words[0]] = words[1]
      }
    }
  }

  /// The last digest of a table's list.
  static func lastDigest(of table: String, in database: Database) throws -> String? {
    let start = "\n\(table) "
    let contents: String? = try database.value(
      """
      SELECT contents FROM audit
      WHERE instr(replace(char(10) || contents, \(start) || '!', ''), \(start)) > 0
      ORDER BY id DESC LIMIT 1
      """)
    var chained = ChainedContents()
    chained.apply(contents ?? "", of: 0)
    return chained.digests[table]
  }
}

extension Register {
  /// Ends a transaction that has changed something: its last entry gets the digests of what was
  /// stored, and where it has none, one that says so is appended.
  func seal(_ database: Database) throws {
    var lines: [String] = []
    for (table, changes) in log.take() {
      let stored: Data? = try database.value(
        "SELECT digests FROM row_digest WHERE table_name = \(table)")
      var rows = RowDigests(stored ?? Data())
      let last = try ChainedContents.lastDigest(of: table, in: database)
      if stored.map({ _ in rows.digest }) != last { lines.append("\(table) !") }
      lines += rows.apply(changes).map { "\(table) ! \($0)" }
      try database.execute(
        literal: "INSERT OR REPLACE INTO row_digest VALUES (\(table), \(Data(rows.bytes)))")
      lines.append("\(table) \(rows.digest)")
    }
    if lines.isEmpty { return }
    let last: Int = try database.value("SELECT max(id) FROM audit") ?? 0
    if last == log.lastEntry {
      try Self.append(
        AuditNote(at: moment, actor: "", action: "changed", subject: ""), in: database)
    }
    try Self.complete(with: lines.joined(separator: "\n"), in: database)
  }

  /// What differs from what the chain says was stored.
  static func faults(
    against contents: ChainedContents, in database: Database
  ) throws -> [Bilingual] {
    // Nothing has been done yet.
    if contents.digests.isEmpty { return [] }
    let tables = try ChainedTable.all(in: database)
    let gone = Set(contents.digests.keys).subtracting(tables.map(\.name)).sorted()
    let foreign: [String] = try database.values(
      "SELECT table_name FROM row_digest ORDER BY table_name")
    let rows = try tables.flatMap { try faults(of: $0, contents.digests[$0.name], in: database) }
    return gone.map { Bilingual(zh: "\($0)：表不见了", en: "\($0): the table is gone") }
      + foreign.filter { contents.digests[$0] == nil }.map {
        Bilingual(zh: "row_digest：链上没有 \($0)", en: "row_digest: \($0) is not in the chain")
      }
      + contents.surprises.map { entry, table, key in
        let what =
          key.map { Bilingual(zh: "行 \($0) ", en: "row \($0) was") }
          ?? Bilingual(zh: "各行的校验值", en: "the digests of its rows were")
        return Bilingual(
          zh: "\(table)：审计链第 \(entry) 条的操作改动它时，\(what.zh)已与保存时不同",
          en: "\(table): \(what.en) not what was stored when the act of entry \(entry) changed it")
      }
      + rows
  }

  private static func faults(
    of table: ChainedTable, _ digest: String?, in database: Database
  ) throws -> [Bilingual] {
    let name = table.name
    let stored: Data? = try database.value(
      "SELECT digests FROM row_digest WHERE table_name = \(name)")
    let digests = RowDigests(stored ?? Data())
    if let digest, stored == nil || digests.digest != digest {
      return [
        Bilingual(
          zh: "\(name)：各行的校验值被改动或删除",
          en: "\(name): the digests of its rows were changed or removed")
      ]
    }
    var (changed, added) = (NamedRows(), NamedRows())
    var isThere = [Bool](repeating: false, count: digests.count)
    try table.forEachRow(in: database) { key, content, name in
      guard let place = digests.place(of: key) else { return added.add(name()) }
      isThere[place] = true
      if !digests.holds(content, at: place) { changed.add(name()) }
    }
    var missing = NamedRows()
    for place in isThere.indices where !isThere[place] {
      missing.add(table.hasRowIDs ? String(digests.key(place)) : "")
    }
    return [
      changed.fault(Bilingual(zh: "\(name)：与保存时不同的行", en: "\(name): rows not what was stored")),
      added.fault(Bilingual(zh: "\(name)：多出的行", en: "\(name): rows that were never stored")),
      missing.fault(Bilingual(zh: "\(name)：不见了的行", en: "\(name): rows that are gone")),
    ].compactMap(\.self)
  }

  /// Tables, indexes, views and triggers that the program has not made, or not like this.
  static func strangers(in database: Database) throws -> [Bilingual] {
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
    return Set(found.keys).union(own.keys).sorted().compactMap { object in
      switch (found[object], own[object]) {
      case (_, nil):
        Bilingual(zh: "\(object)：不是本程序建的", en: "\(object): not of this program")
      case (nil, _): Bilingual(zh: "\(object)：不见了", en: "\(object): gone")
      case (let now?, let made?) where now != made && !object.hasPrefix("view"):
        Bilingual(zh: "\(object)：与本程序建的不同", en: "\(object): made otherwise")
      default: nil
      }
    }
  }
}

/// Rows of a kind: how many there are, and what the first ones are known by.
private struct NamedRows {
  private var count = 0
  private var names: [String] = []

  mutating func add(_ name: @autoclosure () -> String) {
    count += 1
    if count <= 3 { names.append(name()) }
  }

  /// What is wrong with them; nil where there are none.
  func fault(_ what: Bilingual) -> Bilingual? {
    if count == 0 { return nil }
    let named = names.filter { !$0.isEmpty }
    let rest = named.count < count ? "…" : ""
    return Bilingual(
      zh: "\(what.zh) \(count) 个：" + named.joined(separator: "、") + rest,
      en: "\(what.en): \(count) (\(named.joined(separator: ", "))\(rest))")
  }
}
