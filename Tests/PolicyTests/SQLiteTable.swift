import GRDBSQLite
import Policy

/// A database in memory, for running a query over rows of values.
struct SQLiteTable: ~Copyable {
  struct Failure: Error { let message: String }

  private var handle: OpaquePointer?

  init() throws {
    guard sqlite3_open(":memory:", &handle) == SQLITE_OK else { throw failure }
  }

  deinit { sqlite3_close(handle) }

  private var failure: Failure { Failure(message: String(cString: sqlite3_errmsg(handle))) }

  func execute(_ sql: String) throws {
    guard sqlite3_exec(handle, sql, nil, nil, nil) == SQLITE_OK else { throw failure }
  }

  /// Inserts rows of texts, integers and nothing.
  func insert(_ rows: [[SQLCell]], into table: String) throws {
    guard let width = rows.first?.count else { return }
    let marks = [String](repeating: "?", count: width).joined(separator: ", ")
    var statement: OpaquePointer?
    let sql = "INSERT INTO \(table) VALUES (\(marks))"
    guard sqlite3_prepare_v2(handle, sql, -1, &statement, nil) == SQLITE_OK else { throw failure }
    defer { sqlite3_finalize(statement) }
    let copies = unsafeBitCast(-1, to: sqlite3_destructor_type.self)
    for row in rows {
      for (index, cell) in row.enumerated() {
        switch cell {
        case .null: sqlite3_bind_null(statement, Int32(index + 1))
        case .integer(let value): sqlite3_bind_int64(statement, Int32(index + 1), value)
        case .text(let text): sqlite3_bind_text(statement, Int32(index + 1), text, -1, copies)
        }
      }
      guard sqlite3_step(statement) == SQLITE_DONE else { throw failure }
      sqlite3_reset(statement)
    }
  }

  /// The rows of a query.
  func rows(_ sql: String) throws -> [[SQLCell]] {
    var statement: OpaquePointer?
    guard sqlite3_prepare_v2(handle, sql, -1, &statement, nil) == SQLITE_OK else { throw failure }
    defer { sqlite3_finalize(statement) }
    var rows: [[SQLCell]] = []
    while sqlite3_step(statement) == SQLITE_ROW {
      rows.append(
        (0..<sqlite3_column_count(statement)).map { column in
          switch sqlite3_column_type(statement, column) {
          case SQLITE_INTEGER: .integer(sqlite3_column_int64(statement, column))
          case SQLITE_TEXT: .text(String(cString: sqlite3_column_text(statement, column)))
          default: .null
          }
        })
    }
    return rows
  }
}

/// A cell of a table.
enum SQLCell: Hashable {
  case null
  case integer(Int64)
  case text(String)

  init(_ value: Value) {
    switch value {
    case .bool(let value): self = .integer(value ? 1 : 0)
    case .int(let value): self = .integer(value)
    case .string(let text): self = .text(text)
    case .null, .unknown, .list: self = .null
    }
  }
}
