import GRDB
import Model
import Testing

@testable import Register

@Suite("Packed cells")
struct PackedCellsTests {
  /// Texts with everything that JSON writes otherwise, and with what it does not.
  private static let oddities = [
    "", "a", "\"", "\\", "\\\"", "\\u0041", "\u{8}\u{9}\u{A}\u{C}\u{D}", "\u{1}\u{1F}\u{7F}",
    "张三", "😀", "e\u{301}", "\u{FFFD}", "[\"", "\",\"", "]", "null",
    String(repeating: "长\"", count: 90_000),
  ]

  /// A row whose cells are the oddities in turn, beginning with one of them.
  private func texts(_ first: Int) -> [String] {
    PackedCells.fields.indices.map { Self.oddities[(first + $0) % Self.oddities.count] }
  }

  private func pack(_ texts: [String]) -> [UInt8] {
    var packer = CellPacker()
    for var text in texts { text.withUTF8 { packer.append($0) } }
    packer.endArray()
    return Array(packer.array(0))
  }

  @Test("are the bytes that SQLite makes of the same texts, so that equal rows are equal")
  func bytes() throws {
    try Register().read { database in
      for first in Self.oddities.indices {
        let texts = texts(first)
        let marks = texts.map { _ in "?" }.joined(separator: ", ")
        let theirs = try String.fetchOne(
          database, sql: "SELECT json_array(\(marks))", arguments: StatementArguments(texts))
        #expect(String(decoding: pack(texts), as: UTF8.self) == theirs)
      }
    }
  }

  @Test("come apart into what was put in")
  func roundTrip() {
    var unpacker = CellUnpacker()
    for first in Self.oddities.indices {
      let texts = texts(first)
      pack(texts).withUnsafeBufferPointer { unpacker.read($0) }
      for (place, text) in texts.enumerated() {
        #expect(unpacker.text(place).elementsEqual(text.utf8))
      }
      #expect(unpacker.text(texts.count).isEmpty)
    }
  }

  @Test(
    "that are broken end where they break",
    arguments: ["", "[", "[\"a", "[\"a\\", "[\"a\\u00", "[\"a\",", "{\"a\":1}", "[1,2]", "null"])
  func broken(text: String) {
    var unpacker = CellUnpacker()
    Array(text.utf8).withUnsafeBufferPointer { unpacker.read($0) }
    #expect(unpacker.text(0).count <= 2)
    #expect(unpacker.text(1).isEmpty)
  }

  @Test("together with the columns beside them are all fields, each once")
  func fields() {
    #expect(Set(PackedCells.keys + PackedCells.fields) == Set(ApplicantField.allCases))
    #expect(PackedCells.keys.count + PackedCells.fields.count == ApplicantField.allCases.count)
  }

  @Test("take over the rows, decisions and collisions of a register from before them")
  func migration() throws {
    let queue = try DatabaseQueue()
    try RegisterSchema.migrator.migrate(queue, upTo: "4 consultation and audit")
    try queue.write { database in
      try database.execute(
        sql: """
          INSERT INTO batch (command, taken_at) VALUES ('import', '');
          INSERT INTO file (batch_id, kind, name, bytes, file_sha256, encoding, separator, state)
          VALUES (1, 'applicants', 'a.csv', 1, '', 'UTF-8', ',', 'taken');
          INSERT INTO applicant
            (id, file_id, row, line, outcome, broken, application_no, resident_id, major, sex)
          VALUES (1, 1, 2, 2, 0, 0, 'N1', 'P1', 'a"b\\c', NULL), (2, 1, 3, 3, 2, 4, 'N1', 'P2', '', '女');
          INSERT INTO finding (file_id, row, line, place, code, value, other_file_id, other_row)
          VALUES (1, 3, 3, 0, 'application_no_repeated', 'N1', 1, 2);
          INSERT INTO decision (applicant_id, outcome, because_of, decided_by, reason, decided_at)
          VALUES (2, 4, 1, 'x', 'y', 'z');
          """)
    }
    try RegisterSchema.migrator.migrate(queue)
    try queue.read { database in
      let rows = try Row.fetchAll(database, sql: "SELECT * FROM applicant ORDER BY id")
      #expect(rows.map { $0["application_no"] as String } == ["N1", "N1"])
      #expect(rows[0]["major"] == "a\"b\\c")
      #expect(rows[0]["sex"] as String? == nil)
      #expect(rows[1]["sex"] == "女")
      #expect(rows[1]["broken"] == 4)
      let named = try Row.fetchOne(
        database, sql: "SELECT applicant_id, other_applicant_id FROM finding")
      #expect(named == ["applicant_id": 2, "other_applicant_id": 1])
      let decision = try Int.fetchOne(
        database, sql: "SELECT because_of FROM decision WHERE applicant_id = 2")
      #expect(decision == 1)
      #expect(
        try database.indexes(on: "applicant_row").map(\.name).sorted() == ["applicant_waiting"])
      #expect(try KeyBlocks.ids(of: "N1", in: database) == [1, 2])
      #expect(try KeyBlocks.ids(of: "P2", in: database) == [2])
      try database.checkForeignKeys()
    }
  }
}
