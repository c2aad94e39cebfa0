import GRDB
import GRDBSQLite

/// What a transaction has changed so far, table by table: triggers tell of each row that is written.
///
/// The digests of new rows are worked out while SQLite has them at hand; a table in which something
/// else was changed is read again when the transaction ends.
final class ChangeLog: @unchecked Sendable {
  /// What was done to a table.
  struct Change {
    /// The rows that were added.
    var added = DigestedRows()
    /// Whether more was done than adding rows with keys of their own.
    var isRewritten = false
  }

  /// The changes by table, those included that were rolled back since.
  ///
  /// Only the connection's own queue comes here.
  private(set) var changes: [String: Change] = [:]
  private var isWatching = false

  /// The number of the chain's last entry when the transaction began.
  private(set) var lastEntry = 0

  /// Begins a transaction: SQLite tells of every row that is written from now on.
  func begin(_ database: Database) throws {
    changes = [:]
    lastEntry = try database.value("SELECT max(id) FROM audit") ?? 0
    if !isWatching { try watch(database) }
  }

  /// Forgets what was done.
  func clear() { changes = [:] }

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
    // One transaction for all: each on its own would take longer than most acts.
    try database.inSavepoint {
      for table in try ChainedTable.all(in: database) { try watch(table, database) }
      return .commit
    }
    isWatching = true
  }

  private func watch(_ table: ChainedTable, _ database: Database) throws {
    let row = ([table.key] + table.columns).compactMap(\.self).map { ", NEW.\"\($0)\"" }.joined()
    let added = table.key == nil ? "" : row
    for (event, values) in [("INSERT", added), ("UPDATE", ""), ("DELETE", "")] {
      try database.execute(
        sql: """
          CREATE TEMP TRIGGER "\(table.name)_\(event)" AFTER \(event) ON main."\(table.name)"
          BEGIN SELECT xieguan_changed('\(table.name)'\(values)); END
          """)
    }
  }

  /// - Parameter values: the table; of a row that is added its key and all its values.
  private func note(_ values: UnsafeBufferPointer<OpaquePointer?>) {
    let table = String(cString: sqlite3_value_text(values[0]))
    guard values.count > 1 else {
      changes[table, default: Change()].isRewritten = true
      return
    }
    if changes[table] == nil { changes[table] = Change() }
    var digest = RowDigest(salt: changes[table]?.added.salt ?? [])
    for value in values[2...] { digest.add(value) }
    changes[table]?.added.append(sqlite3_value_int64(values[1]), digest.finish())
  }
}

/// A table whose rows the chain knows: all but the chain itself and what lies beside the rows.
struct ChainedTable {
  /// The chain itself.
  static let chain = "audit"

  let name: String
  fileprivate(set) var columns: [String] = []
  /// The column that is the row id; nil where a table has none.
  fileprivate(set) var key: String?

  private init(name: String) { self.name = name }

  /// Every table of a register.
  static func all(in database: Database) throws -> [ChainedTable] {
    var tables: [ChainedTable] = []
    for row in try database.rows(
      """
      SELECT list.name, list.wr, info.name, info.pk
      FROM pragma_table_list AS list JOIN pragma_table_info(list.name) AS info
      WHERE list.schema = 'main' AND list.type = 'table' AND list.name <> 'row_digest'
        AND list.name NOT LIKE 'sqlite!_%' ESCAPE '!'
      ORDER BY list.name, info.cid
      """)
    {
      let (name, column): (String, String) = (row[0], row[2])
      if tables.last?.name != name { tables.append(ChainedTable(name: name)) }
      tables[tables.count - 1].columns.append(column)
      let isKey = row[1] as Bool == false && row[3] as Int == 1
      if isKey { tables[tables.count - 1].key = column }
    }
    return tables
  }

  /// How many rows have a key from a certain one on.
  func count(from first: Int64, in database: Database) throws -> Int {
    guard let key else { return 0 }
    return try Int.fetchOne(
      database, sql: "SELECT count(*) FROM main.\"\(name)\" WHERE \"\(key)\" >= ?",
      arguments: [first]) ?? 0
  }

  /// The digests of the rows whose keys lie within some bounds, read in the order of the keys.
  func digested(
    from first: Int64 = .min, to last: Int64 = .max, salt: [UInt8]? = nil, in database: Database
  ) throws -> DigestedRows {
    var rows = salt.map(DigestedRows.init(salt:)) ?? DigestedRows()
    let list = columns.map { "\"\($0)\"" }.joined(separator: ", ")
    let bounds = key.map { "WHERE \"\($0)\" BETWEEN ? AND ? ORDER BY \"\($0)\"" } ?? ""
    let statement = try database.makeStatement(
      sql: "SELECT \(key.map { "\"\($0)\"" } ?? "0"), \(list) FROM main.\"\(name)\" \(bounds)")
    if key != nil { statement.rewind(first, last) }
    var place: Int64 = 0
    while let row = try statement.step() {
      var digest = RowDigest(salt: rows.salt)
      for column in columns.indices {
        digest.add(statement.sqliteStatement, column: Int32(column + 1))
      }
      rows.append(key == nil ? place : row.number(0), digest.finish())
      place += 1
    }
    return rows
  }
}
