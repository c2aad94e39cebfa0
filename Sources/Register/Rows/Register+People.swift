import GRDB
import GRDBSQLite
import Model

extension Register {
  /// Calls back with what the people of an office's part of a list are called, in its order.
  /// - Parameter first: the id of the part's first result.
  static func forEachPerson(
    ofPart first: Int64, in database: Database,
    _ body: (_ line: Int, _ number: String, _ name: String) throws -> Void
  ) throws {
    let statement = try database.cachedStatement(
      sql: "SELECT people FROM run_people WHERE first_result = ?")
    statement.arguments = [first]
    var people = CellUnpacker()
    sqlite3_reset(statement.sqliteStatement)
    try ImportSession.step(statement.sqliteStatement) {
      people.read(ImportSession.bytes(statement.sqliteStatement, 0))
    }
    for line in 0..<people.count / 2 {
      try body(
        line, String(decoding: people.text(2 * line), as: UTF8.self),
        String(decoding: people.text(2 * line + 1), as: UTF8.self))
    }
  }

  /// Keeps what the people of an office's part of a list are called.
  /// - Parameters:
  ///   - first: the id of the part's first result.
  ///   - lines: the part's lines among all of the list.
  ///   - person: calls back with the application number and the name of a line.
  static func storePeople(
    ofPart first: Int64, _ lines: Range<Int>, in database: Database,
    _ person: (_ line: Int, _ take: (Text, Text) -> Void) throws -> Void
  ) throws {
    guard !lines.isEmpty else { return }
    var people = CellPacker()
    for line in lines {
      try person(line) { number, name in
        people.append(number)
        people.append(name)
      }
    }
    people.endArray()
    let statement = try database.cachedStatement(sql: "INSERT INTO run_people VALUES (?, ?)")
    let pointer = statement.sqliteStatement
    let array = people.array(0)
    sqlite3_reset(pointer)
    sqlite3_bind_int64(pointer, 1, first)
    try array.withMemoryRebound(to: CChar.self) { text in
      // A nil destructor is SQLITE_STATIC: the bytes stay where they are.
      sqlite3_bind_text64(
        pointer, 2, text.baseAddress, UInt64(text.count), nil, UInt8(SQLITE_UTF8))
      try ImportSession.step(pointer) {}
    }
    sqlite3_clear_bindings(pointer)
  }

  /// The bytes of a text.
  public typealias Text = UnsafeBufferPointer<UInt8>

  /// Keeps the people of the runs that were stored before there was a place for them.
  static func copyPeople(in database: Database) throws {
    let parts = try Row.fetchAll(
      database, sql: "SELECT first_result, result_count FROM run_office")
    let statement = try database.makeStatement(
      sql: """
        SELECT application_no, name FROM result_row r JOIN applicant_row a ON a.id = r.applicant_id
        WHERE r.id = ?
        """)
    let pointer = statement.sqliteStatement
    for part in parts {
      let first: Int64 = part[0]
      try storePeople(ofPart: first, 0..<(part[1] as Int), in: database) { line, take in
        sqlite3_bind_int64(pointer, 1, first + Int64(line))
        try ImportSession.step(pointer) {
          take(ImportSession.bytes(pointer, 0), ImportSession.bytes(pointer, 1))
        }
      }
    }
  }
}
