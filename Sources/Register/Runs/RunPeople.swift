import GRDB
import GRDBSQLite
import Model

/// What the people of an office's part of a list are called, so that a list is read without seeking
/// each person's row: a JSON array of each line's application number and name.
struct RunPeople {
  let database: Database

  /// Calls back with the people of a part, in its order.
  /// - Parameter first: the id of the part's first result.
  func forEach(
    ofPart first: Int64, _ body: (_ line: Int, _ number: String, _ name: String) throws -> Void
  ) throws {
    let statement = try database.cachedStatement(
      sql: "SELECT people FROM run_people WHERE first_result = ?")
    statement.bind(first)
    var people = CellUnpacker()
    try statement.forEachStep { people.read($0.bytes(0)) }
    for line in 0..<people.count / 2 {
      try body(
        line, String(decoding: people.text(2 * line), as: UTF8.self),
        String(decoding: people.text(2 * line + 1), as: UTF8.self))
    }
  }

  /// Keeps the people of a part.
  /// - Parameters:
  ///   - first: the id of the part's first result.
  ///   - lines: the part's lines among all of the list.
  ///   - person: calls back with the application number and the name of a line.
  func store(
    ofPart first: Int64, _ lines: Range<Int>,
    _ person: (_ line: Int, _ take: (Register.Text, Register.Text) -> Void) -> Void
  ) throws {
    guard !lines.isEmpty else { return }
    var people = CellPacker()
    for line in lines {
      person(line) { number, name in
        people.append(number)
        people.append(name)
      }
    }
    people.endArray()
    let statement = try database.cachedStatement(sql: "INSERT INTO run_people VALUES (?, ?)")
    statement.bind(first)
    let array = people.array(0)
    try array.withMemoryRebound(to: CChar.self) { text in
      // A nil destructor is SQLITE_STATIC: the bytes stay where they are.
      sqlite3_bind_text64(
        statement.sqliteStatement, 2, text.baseAddress, UInt64(text.count), nil, UInt8(SQLITE_UTF8))
      try statement.forEachStep { _ in }
    }
    sqlite3_clear_bindings(statement.sqliteStatement)
  }
}
