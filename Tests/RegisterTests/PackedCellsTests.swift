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

  @Test("end with the last that is filled, so that a field that comes later changes no row")
  func trailingBlanks() {
    let rows = RowBatch(columns: 3, capacity: 4)
    for texts in [["甲", "", ""], ["", "乙", ""], ["", "", ""]] {
      for var text in texts { text.withUTF8 { rows.append($0) } }
      rows.endRow(row: 1, line: 1)
    }
    var packer = CellPacker()
    for row in 0..<3 { packer.add(row: row, of: rows, columns: [0, 1, -1, 2]) }
    let packed = (0..<3).map { String(decoding: packer.array($0), as: UTF8.self) }
    #expect(packed == [#"["甲"]"#, #"["","乙"]"#, "[]"])
  }
}
