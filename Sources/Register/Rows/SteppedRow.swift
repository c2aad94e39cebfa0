import GRDB
import GRDBSQLite

/// A row at which a statement stands, read as bytes without a value for each cell: there may be
/// millions.
struct SteppedRow {
  private let pointer: OpaquePointer

  fileprivate init(_ pointer: OpaquePointer) {
    self.pointer = pointer
  }

  /// The bytes of a text column; they last until the statement moves on.
  @inline(__always)
  func bytes(_ column: Int32) -> UnsafeBufferPointer<UInt8> {
    let count = Int(sqlite3_column_bytes(pointer, column))
    return UnsafeBufferPointer(start: sqlite3_column_text(pointer, column), count: count)
  }

  /// The value of a column of whole numbers.
  @inline(__always)
  func number(_ column: Int32) -> Int64 { sqlite3_column_int64(pointer, column) }
}

extension Statement {
  /// Calls back with every row that the statement gives, from its start.
  /// - Throws: SQLite's error where it ends before the last row.
  func forEachStep(_ body: (SteppedRow) throws -> Void) throws {
    let pointer = sqliteStatement
    sqlite3_reset(pointer)
    defer { sqlite3_reset(pointer) }
    var status = sqlite3_step(pointer)
    while status == SQLITE_ROW {
      try body(SteppedRow(pointer))
      status = sqlite3_step(pointer)
    }
    if status != SQLITE_DONE { throw DatabaseError(resultCode: ResultCode(rawValue: status)) }
  }

  /// Gives the first argument its value.
  func bind(_ number: Int64) {
    sqlite3_reset(sqliteStatement)
    sqlite3_bind_int64(sqliteStatement, 1, number)
  }
}

extension Database {
  /// The applicants' rows.
  var applicants: ApplicantRows { ApplicantRows(database: self) }
}
