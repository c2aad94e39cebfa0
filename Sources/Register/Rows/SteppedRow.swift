import GRDB
import GRDBSQLite

/// A row at which a statement stands, read without a value for each cell.
struct SteppedRow {
  private let pointer: OpaquePointer

  fileprivate init(_ pointer: OpaquePointer) {
    self.pointer = pointer
  }

  /// The bytes of a text column; they last until the statement moves on.
  func bytes(_ column: Int32) -> UnsafeBufferPointer<UInt8> {
    let start = sqlite3_column_blob(pointer, column)?.assumingMemoryBound(to: UInt8.self)
    return UnsafeBufferPointer(start: start, count: Int(sqlite3_column_bytes(pointer, column)))
  }

  /// The text of a column.
  func text(_ column: Int32) -> String { String(decoding: bytes(column), as: UTF8.self) }

  /// The value of a column of whole numbers; 0 where it has none.
  func number(_ column: Int32) -> Int64 { sqlite3_column_int64(pointer, column) }
}

extension Statement {
  /// Goes to the next row that the statement gives; `nil` after the last one.
  func step() throws -> SteppedRow? {
    let status = sqlite3_step(sqliteStatement)
    if status == SQLITE_ROW { return SteppedRow(sqliteStatement) }
    if status == SQLITE_DONE { return nil }
    throw DatabaseError(resultCode: ResultCode(rawValue: status))
  }

  /// Goes back to its start, with other arguments where some are given.
  func rewind(_ numbers: Int64...) {
    sqlite3_reset(sqliteStatement)
    for (place, number) in numbers.enumerated() {
      sqlite3_bind_int64(sqliteStatement, Int32(place + 1), number)
    }
  }

  /// Runs with whole numbers, and texts after them.
  func execute(_ numbers: [Int64], _ texts: [String]) throws {
    sqlite3_reset(sqliteStatement)
    for (place, number) in numbers.enumerated() {
      sqlite3_bind_int64(sqliteStatement, Int32(place + 1), number)
    }
    for (place, var text) in texts.enumerated() {
      text.withUTF8 { bytes in
        // -1 is SQLITE_TRANSIENT: SQLite keeps a copy.
        _ = bytes.withMemoryRebound(to: CChar.self) {
          sqlite3_bind_text64(
            sqliteStatement, Int32(numbers.count + place + 1), $0.baseAddress, UInt64($0.count),
            unsafeBitCast(-1, to: sqlite3_destructor_type.self), UInt8(SQLITE_UTF8))
        }
      }
    }
    while try step() != nil {}
  }

  /// Runs with arguments, the last of which is a text that is too large to be copied.
  func execute(
    _ arguments: StatementArguments, lastly text: UnsafeBufferPointer<UInt8>
  ) throws {
    setUncheckedArguments(arguments)
    let last = sqlite3_bind_parameter_count(sqliteStatement)
    // A nil destructor is SQLITE_STATIC: the bytes stay where they are.
    text.withMemoryRebound(to: CChar.self) {
      _ = sqlite3_bind_text64(
        sqliteStatement, last, $0.baseAddress, UInt64($0.count), nil,
        UInt8(SQLITE_UTF8))
    }
    defer {
      sqlite3_reset(sqliteStatement)
      sqlite3_clear_bindings(sqliteStatement)
    }
    while try step() != nil {}
  }
}
