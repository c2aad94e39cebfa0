import GRDB
import GRDBSQLite

/// Rows that lie in memory, to be inserted.
class BulkRows {
  /// How many there are.
  final var count = 0

  /// Gives one cell its value.
  func fill(_ row: Int, _ column: Int32, _ cell: BulkInsert.Cell) {}
}

/// Feeds rows that lie in memory to one `INSERT … SELECT`, shown to SQLite as a virtual table.
///
/// A row costs a call a column, with no binding and no stepping for each row. Texts are handed over
/// as pointers, without a copy; they must stay where they are until the insertion ends. Source: SQLite
/// documentation, “The Virtual Table Mechanism of SQLite”.
final class BulkInsert {
  /// Where a cell's value goes; without one the cell is NULL.
  struct Cell {
    fileprivate let context: OpaquePointer?

    /// A whole number.
    @inline(__always)
    func set(_ number: Int64) { sqlite3_result_int64(context, number) }

    /// Text; nothing where it is empty, as a blank cell should be.
    @inline(__always)
    func set(_ text: UnsafeBufferPointer<UInt8>) {
      guard !text.isEmpty, let start = text.baseAddress else { return }
      // A nil destructor is SQLITE_STATIC: the bytes stay where they are.
      start.withMemoryRebound(to: CChar.self, capacity: text.count) {
        sqlite3_result_text(context, $0, Int32(text.count), nil)
      }
    }
  }

  fileprivate let rows: BulkRows
  private let connection: OpaquePointer
  private let module: String
  private let columns: Int
  private var insert: OpaquePointer?

  /// Prepares to insert into some columns of a table.
  init(_ rows: BulkRows, into table: String, _ columns: [String], of database: Database) throws {
    self.rows = rows
    guard let connection = database.sqliteConnection else {
      throw DatabaseError(resultCode: .SQLITE_MISUSE)
    }
    self.connection = connection
    self.columns = columns.count
    module = "incoming_" + table
    let context = Unmanaged.passUnretained(self).toOpaque()
    let methods = withUnsafePointer(to: &Self.methods) { $0 }
    try check(sqlite3_create_module_v2(connection, module, methods, context, nil))
    let sql =
      "INSERT INTO \(table) (\(columns.joined(separator: ", "))) SELECT * FROM \(module)"
    try check(sqlite3_prepare_v2(connection, sql, -1, &insert, nil))
  }

  deinit {
    sqlite3_finalize(insert)
    sqlite3_create_module_v2(connection, module, nil, nil, nil)
  }

  /// Inserts the rows; those without a row id get the next ones.
  func run() throws {
    let status = sqlite3_step(insert)
    sqlite3_reset(insert)
    if status != SQLITE_DONE { try check(status) }
  }

  private func check(_ status: Int32) throws {
    guard status != SQLITE_OK else { return }
    throw DatabaseError(
      resultCode: ResultCode(rawValue: status), message: String(cString: sqlite3_errmsg(connection))
    )
  }

  // MARK: - The module

  /// SQLite keeps pointers to these; each begins with the structure that SQLite knows.
  private struct Table {
    var base = sqlite3_vtab()
    let rows: Unmanaged<BulkRows>
  }

  private struct Cursor {
    var base = sqlite3_vtab_cursor()
    let rows: Unmanaged<BulkRows>
    var row = 0
  }

  nonisolated(unsafe) private static var methods: sqlite3_module = {
    var module = sqlite3_module()
    // No xCreate: the table exists by its name alone and leaves nothing in the schema.
    module.xConnect = { connection, context, _, _, table, _ in
      guard let context, let table else { return SQLITE_MISUSE }
      let insert = Unmanaged<BulkInsert>.fromOpaque(context).takeUnretainedValue()
      let columns = insert.columns
      let names = (0..<columns).map { "c\($0)" }.joined(separator: ", ")
      let status = sqlite3_declare_vtab(connection, "CREATE TABLE incoming (\(names))")
      guard status == SQLITE_OK else { return status }
      let made = UnsafeMutablePointer<Table>.allocate(capacity: 1)
      made.initialize(to: Table(rows: .passUnretained(insert.rows)))
      table.pointee = UnsafeMutableRawPointer(made).assumingMemoryBound(to: sqlite3_vtab.self)
      return SQLITE_OK
    }
    module.xBestIndex = { _, _ in SQLITE_OK }
    module.xDisconnect = { table in
      UnsafeMutableRawPointer(table)?.assumingMemoryBound(to: Table.self).deallocate()
      return SQLITE_OK
    }
    module.xOpen = { table, cursor in
      guard let table, let cursor else { return SQLITE_MISUSE }
      let rows = UnsafeMutableRawPointer(table).assumingMemoryBound(to: Table.self).pointee.rows
      let made = UnsafeMutablePointer<Cursor>.allocate(capacity: 1)
      made.initialize(to: Cursor(rows: rows))
      cursor.pointee = UnsafeMutableRawPointer(made)
        .assumingMemoryBound(to: sqlite3_vtab_cursor.self)
      return SQLITE_OK
    }
    module.xClose = { cursor in
      UnsafeMutableRawPointer(cursor)?.assumingMemoryBound(to: Cursor.self).deallocate()
      return SQLITE_OK
    }
    module.xFilter = { cursor, _, _, _, _ in
      guard let cursor = BulkInsert.cursor(cursor) else { return SQLITE_MISUSE }
      cursor.pointee.row = 0
      return SQLITE_OK
    }
    module.xNext = { cursor in
      guard let cursor = BulkInsert.cursor(cursor) else { return SQLITE_MISUSE }
      cursor.pointee.row += 1
      return SQLITE_OK
    }
    module.xEof = { cursor in
      guard let cursor = BulkInsert.cursor(cursor) else { return 1 }
      return cursor.pointee.rows._withUnsafeGuaranteedRef {
        cursor.pointee.row >= $0.count ? 1 : 0
      }
    }
    module.xColumn = { cursor, context, column in
      guard let cursor = BulkInsert.cursor(cursor) else { return SQLITE_MISUSE }
      cursor.pointee.rows._withUnsafeGuaranteedRef {
        $0.fill(cursor.pointee.row, column, Cell(context: context))
      }
      return SQLITE_OK
    }
    module.xRowid = { cursor, rowID in
      guard let cursor = BulkInsert.cursor(cursor) else { return SQLITE_MISUSE }
      rowID?.pointee = Int64(cursor.pointee.row)
      return SQLITE_OK
    }
    return module
  }()

  @inline(__always)
  private static func cursor(_ cursor: UnsafeMutablePointer<sqlite3_vtab_cursor>?)
    -> UnsafeMutablePointer<Cursor>?
  {
    UnsafeMutableRawPointer(cursor)?.assumingMemoryBound(to: Cursor.self)
  }
}
