import GRDB
import GRDBSQLite

/// Rows read as bytes, without a value for each cell: there may be millions.
extension Statement {
  /// Calls back with every row that the statement gives, from its start.
  /// - Throws: SQLite's error where it ends before the last row.
  func forEachStep(_ body: () throws -> Void) throws {
    sqlite3_reset(sqliteStatement)
    defer { sqlite3_reset(sqliteStatement) }
    var status = sqlite3_step(sqliteStatement)
    while status == SQLITE_ROW {
      try body()
      status = sqlite3_step(sqliteStatement)
    }
    if status != SQLITE_DONE { throw DatabaseError(resultCode: ResultCode(rawValue: status)) }
  }

  /// The bytes of a text column; they last until the statement moves on.
  @inline(__always)
  func bytes(_ column: Int32) -> UnsafeBufferPointer<UInt8> {
    let count = Int(sqlite3_column_bytes(sqliteStatement, column))
    return UnsafeBufferPointer(start: sqlite3_column_text(sqliteStatement, column), count: count)
  }

  /// The value of a column of whole numbers.
  @inline(__always)
  func number(_ column: Int32) -> Int64 { sqlite3_column_int64(sqliteStatement, column) }

  /// Gives the first argument its value.
  func bind(_ number: Int64) {
    sqlite3_reset(sqliteStatement)
    sqlite3_bind_int64(sqliteStatement, 1, number)
  }
}
