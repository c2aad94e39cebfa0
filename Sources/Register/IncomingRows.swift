import GRDB
import GRDBSQLite
import Model

/// Shows the rows of a batch to SQLite as a virtual table, so that one `INSERT … SELECT` stores them.
///
/// Cells are handed over as pointers into the batch, without a copy; the batch does not change while
/// the statement runs. Source: SQLite documentation, “The Virtual Table Mechanism of SQLite”.
final class IncomingRows {
  private static let name = "incoming_applicant"

  /// Columns before the fields: id, file_id, row, line, outcome, broken.
  fileprivate static let leading: Int32 = 6

  fileprivate var batch: ApplicantBatch?
  fileprivate var fileID: Int64 = 0
  fileprivate var firstID: Int64 = 0

  private let connection: OpaquePointer
  private var insert: OpaquePointer?

  /// Makes the virtual table known to a connection.
  init(_ database: Database) throws {
    guard let connection = database.sqliteConnection else {
      throw DatabaseError(resultCode: .SQLITE_MISUSE)
    }
    self.connection = connection
    let context = Unmanaged.passUnretained(self).toOpaque()
    let module = withUnsafePointer(to: &Self.module) { $0 }
    try check(sqlite3_create_module_v2(connection, Self.name, module, context, nil))
    let fields = ApplicantField.allCases.map(\.id).joined(separator: ", ")
    let sql =
      "INSERT INTO applicant (id, file_id, row, line, outcome, broken, \(fields)) "
      + "SELECT * FROM \(Self.name)"
    try check(sqlite3_prepare_v2(connection, sql, -1, &insert, nil))
  }

  deinit {
    sqlite3_finalize(insert)
    sqlite3_create_module_v2(connection, Self.name, nil, nil, nil)
  }

  /// Stores the rows of a batch that are data, with ids that count up from `firstID`.
  /// - Returns: the id after the last one that was given.
  func store(_ batch: ApplicantBatch, fileID: Int64, firstID: Int64) throws -> Int64 {
    self.batch = batch
    self.fileID = fileID
    self.firstID = firstID
    defer { self.batch = nil }
    let status = sqlite3_step(insert)
    sqlite3_reset(insert)
    guard status == SQLITE_DONE else { try check(status); return firstID }
    return firstID + Int64(batch.outcomes.count { $0 != ApplicantBatch.leftOut })
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
    let rows: Unmanaged<IncomingRows>
  }

  private struct Cursor {
    var base = sqlite3_vtab_cursor()
    let rows: Unmanaged<IncomingRows>
    var row = 0
    var id: Int64 = 0
  }

  nonisolated(unsafe) private static var module: sqlite3_module = {
    var module = sqlite3_module()
    // No xCreate: the table exists by its name alone and leaves nothing in the schema.
    module.xConnect = { connection, context, _, _, table, _ in
      guard let context, let table else { return SQLITE_MISUSE }
      let fields = ApplicantField.allCases.map { "\($0.id) TEXT" }.joined(separator: ", ")
      let status = sqlite3_declare_vtab(
        connection,
        "CREATE TABLE incoming (id INTEGER, file_id INTEGER, row INTEGER, line INTEGER, "
          + "outcome INTEGER, broken INTEGER, \(fields))")
      guard status == SQLITE_OK else { return status }
      let made = UnsafeMutablePointer<Table>.allocate(capacity: 1)
      made.initialize(to: Table(rows: .fromOpaque(context)))
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
      guard let cursor = IncomingRows.cursor(cursor) else { return SQLITE_MISUSE }
      cursor.pointee.row = -1
      cursor.pointee.id = cursor.pointee.rows._withUnsafeGuaranteedRef { $0.firstID } - 1
      IncomingRows.advance(cursor)
      return SQLITE_OK
    }
    module.xNext = { cursor in
      guard let cursor = IncomingRows.cursor(cursor) else { return SQLITE_MISUSE }
      IncomingRows.advance(cursor)
      return SQLITE_OK
    }
    module.xEof = { cursor in
      guard let cursor = IncomingRows.cursor(cursor) else { return 1 }
      return cursor.pointee.rows._withUnsafeGuaranteedRef { rows in
        cursor.pointee.row >= rows.batch?.outcomes.count ?? 0 ? 1 : 0
      }
    }
    module.xColumn = { cursor, context, column in
      guard let cursor = IncomingRows.cursor(cursor) else { return SQLITE_MISUSE }
      cursor.pointee.rows._withUnsafeGuaranteedRef { rows in
        guard let batch = rows.batch else { return }
        let row = cursor.pointee.row
        switch column {
        case 0: sqlite3_result_int64(context, cursor.pointee.id)
        case 1: sqlite3_result_int64(context, rows.fileID)
        case 2: sqlite3_result_int64(context, Int64(batch.rows.places[row].row))
        case 3: sqlite3_result_int64(context, Int64(batch.rows.places[row].line))
        case 4: sqlite3_result_int64(context, Int64(batch.outcomes[row]))
        case 5: sqlite3_result_int64(context, Int64(batch.broken[row]))
        default:
          let place = batch.columns[Int(column - IncomingRows.leading)]
          guard place >= 0 else { return }
          let bytes = batch.rows.bytes(row: row, column: place)
          // Without a result the value is NULL, as a blank cell should be.
          guard !bytes.isEmpty, let start = bytes.baseAddress else { return }
          // A nil destructor is SQLITE_STATIC: the bytes stay where they are.
          start.withMemoryRebound(to: CChar.self, capacity: bytes.count) {
            sqlite3_result_text(context, $0, Int32(bytes.count), nil)
          }
        }
      }
      return SQLITE_OK
    }
    module.xRowid = { cursor, rowID in
      guard let cursor = IncomingRows.cursor(cursor) else { return SQLITE_MISUSE }
      rowID?.pointee = cursor.pointee.id
      return SQLITE_OK
    }
    return module
  }()

  private static func cursor(_ cursor: UnsafeMutablePointer<sqlite3_vtab_cursor>?)
    -> UnsafeMutablePointer<Cursor>?
  {
    UnsafeMutableRawPointer(cursor)?.assumingMemoryBound(to: Cursor.self)
  }

  /// Goes to the next row that is data.
  private static func advance(_ cursor: UnsafeMutablePointer<Cursor>) {
    cursor.pointee.rows._withUnsafeGuaranteedRef { rows in
      guard let batch = rows.batch else { return }
      cursor.pointee.id += 1
      cursor.pointee.row += 1
      while cursor.pointee.row < batch.outcomes.count,
        batch.outcomes[cursor.pointee.row] == ApplicantBatch.leftOut
      {
        cursor.pointee.row += 1
      }
    }
  }
}
