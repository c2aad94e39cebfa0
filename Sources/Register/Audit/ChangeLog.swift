import GRDB
import GRDBSQLite

/// Every row that a transaction adds, changes or removes; triggers tell of each.
///
/// Only the connection's own queue comes here.
final class ChangeLog: @unchecked Sendable {
  /// What became of a row: its content before, where it was there, and after, where it still is.
  struct Change {
    let key: Int64
    fileprivate(set) var before: RowContent?
    fileprivate(set) var after: RowContent?
  }

  private var tables: [ChainedTable] = []
  /// The changes of each table in the order in which they were made.
  private var changes: [[Change]] = []
  private var hash = RowHash()
  /// How many changes are none of the transaction: rows that the chain had never seen.
  private var found: [Int] = []
  /// The number of the chain's last entry when the transaction began.
  private(set) var lastEntry = 0

  /// Begins a transaction: SQLite tells of every row that is written from now on.
  ///
  /// Where no entry knows of any row yet, as in a register of an earlier version, those that are
  /// there count as added.
  func begin(_ database: Database) throws {
    if tables.isEmpty { try watch(database) }
    changes = tables.map { _ in [] }
    lastEntry = try database.value("SELECT max(id) FROM audit") ?? 0
    if try database.value("SELECT NOT EXISTS (SELECT 1 FROM audit WHERE contents <> '')") == true {
      for (place, table) in tables.enumerated() {
        try table.forEachRow(in: database) { key, content, _ in
          changes[place].append(Change(key: key, after: content))
        }
      }
    }
    found = mark
  }

  /// A mark to which `rollBack` can go back.
  var mark: [Int] { changes.map(\.count) }

  /// Forgets what has been rolled back.
  func rollBack(to mark: [Int]) {
    for (place, count) in mark.enumerated() {
      changes[place].removeLast(changes[place].count - count)
    }
  }

  /// What became of the rows of each table that was changed, by key.
  func take() -> [(table: String, changes: [Change])] {
    defer { changes = [] }
    if mark == found { return [] }
    return zip(tables, changes).filter { !$1.isEmpty }.map { ($0.name, Self.net($1)) }
  }

  /// One change for each key, in the order of the keys.
  private static func net(_ changes: [Change]) -> [Change] {
    if zip(changes, changes.dropFirst()).allSatisfy({ $0.key < $1.key }) { return changes }
    var net: [Change] = []
    for place in changes.indices.sorted(by: { (changes[$0].key, $0) < (changes[$1].key, $1) }) {
      if net.last?.key == changes[place].key {
        net[net.count - 1].after = changes[place].after
      } else {
        net.append(changes[place])
      }
    }
    return net
  }

  private func watch(_ database: Database) throws {
    let context = Unmanaged.passUnretained(self).toOpaque()
    sqlite3_create_function_v2(
      database.sqliteConnection, "xieguan_changed", -1, SQLITE_UTF8, context,
      { call, count, values in
        guard let values, let context = sqlite3_user_data(call) else { return }
        Unmanaged<ChangeLog>.fromOpaque(context)._withUnsafeGuaranteedRef {
          $0.note(UnsafeBufferPointer(start: values, count: Int(count)))
        }
      }, nil, nil, nil)
    tables = try ChainedTable.all(in: database)
    let events = [("INSERT", ["NEW"]), ("UPDATE", ["OLD", "NEW"]), ("DELETE", ["OLD"])]
    var script = "BEGIN;"
    for (place, table) in tables.enumerated() {
      for (event, rows) in events {
        let values = rows.flatMap { row in table.expressions.map { ", \(row).\($0)" } }.joined()
        script += """
          CREATE TEMP TRIGGER "\(table.name)_\(event)" AFTER \(event) ON main."\(table.name)"
          BEGIN SELECT xieguan_changed(\(place), '\(event)'\(values)); END;
          """
      }
    }
    // At once: a statement and a transaction for each would take longer than most acts.
    let status = sqlite3_exec(database.sqliteConnection, script + "COMMIT;", nil, nil, nil)
    guard status == SQLITE_OK else {
      throw DatabaseError(resultCode: ResultCode(rawValue: status))
    }
  }

  /// - Parameter values: the table's place, what is done, and the rows before and after.
  private func note(_ values: UnsafeBufferPointer<OpaquePointer?>) {
    let place = Int(sqlite3_value_int64(values[0]))
    let table = tables[place]
    let event = sqlite3_value_text(values[1]).pointee
    func row(_ number: Int) -> (key: Int64, content: RowContent) {
      table.read({ values[2 + number * table.expressions.count + $0] }, &hash)
    }
    if event != UInt8(ascii: "I") {
      let before = row(0)
      changes[place].append(Change(key: before.key, before: before.content))
    }
    if event != UInt8(ascii: "D") {
      let after = row(event == UInt8(ascii: "I") ? 0 : 1)
      changes[place].append(Change(key: after.key, after: after.content))
    }
  }
}
