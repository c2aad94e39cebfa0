import GRDB
import GRDBSQLite

/// A table whose rows the chain knows: every one but the chain itself and what lies beside the rows.
struct ChainedTable {
  let name: String
  /// What is read of a row: its row id, where the table has them, and all columns.
  private(set) var expressions: [String]
  /// The places of the expressions that tell a row from the others.
  private(set) var keys: [Int]
  let hasRowIDs: Bool

  private init(name: String, hasRowIDs: Bool) {
    self.name = name
    self.hasRowIDs = hasRowIDs
    expressions = hasRowIDs ? ["rowid"] : []
    keys = hasRowIDs ? [0] : []
  }

  /// Every such table of a register, by name.
  static func all(in database: Database) throws -> [ChainedTable] {
    var tables: [ChainedTable] = []
    for row in try database.rows(
      """
      SELECT list.name, list.wr, info.name, info.pk
      FROM pragma_table_list AS list JOIN pragma_table_info(list.name) AS info
      WHERE list.schema = 'main' AND list.type = 'table'
        AND list.name NOT IN ('audit', 'row_digest') AND list.name NOT LIKE 'sqlite!_%' ESCAPE '!'
      ORDER BY list.name, info.cid
      """)
    {
      let (name, hasNone, column, isKey): (String, Bool, String, Bool) = (
        row[0], row[1], row[2], row[3]
      )
      if tables.last?.name != name {
        tables.append(ChainedTable(name: name, hasRowIDs: !hasNone))
      }
      let last = tables.count - 1
      if hasNone, isKey { tables[last].keys.append(tables[last].expressions.count) }
      tables[last].expressions.append("\"\(column)\"")
    }
    return tables
  }

  /// The key and the content of a row whose values come in the order of `expressions`; the key is
  /// the row id, or where there is none the beginning of the digest of the primary key.
  func read(_ row: (Int) -> OpaquePointer?, _ hash: inout RowHash) -> (
    key: Int64, content: RowContent
  ) {
    let key =
      hasRowIDs
      ? sqlite3_value_int64(row(0)) : Int64(bitPattern: hash.content(keys, of: row).high)
    return (key, hash.content(expressions.indices, of: row))
  }

  /// Reads all rows.
  /// - Parameter body: gets the key and the content, and can ask for what people know the row by.
  func forEachRow(
    in database: Database,
    _ body: (_ key: Int64, _ content: RowContent, _ name: () -> String) throws -> Void
  ) throws {
    let statement = try database.makeStatement(
      sql: "SELECT \(expressions.joined(separator: ", ")) FROM main.\"\(name)\"")
    var hash = RowHash()
    while let row = try statement.step() {
      let (key, content) = read(
        { sqlite3_column_value(statement.sqliteStatement, Int32($0)) }, &hash)
      try body(key, content) { keys.map { row.text(Int32($0)) }.joined(separator: "/") }
    }
  }
}
