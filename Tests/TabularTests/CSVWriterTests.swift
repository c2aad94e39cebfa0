import Testing

@testable import Tabular

@Suite("CSV out")
struct CSVWriterTests {
  /// What `write` puts into a file, without the BOM.
  private func file(
    pieceSize: Int = 1 << 18, _ write: (inout CSVWriter) throws -> Void
  ) throws -> String {
    var bytes: [UInt8] = []
    var writer = CSVWriter(pieceSize: pieceSize) { bytes += $0 }
    try write(&writer)
    try writer.finish()
    #expect(bytes.starts(with: [0xEF, 0xBB, 0xBF]))
    return String(decoding: bytes.dropFirst(3), as: UTF8.self)
  }

  @Test("Every field is quoted, quotes are doubled, rows end with CRLF")
  func shape() throws {
    let text = try file { writer in
      writer.field("a")
      writer.field("say \"hi\", twice")
      writer.emptyField()
      try writer.endRow()
      writer.field("第二行")
      try writer.endRow()
    }
    #expect(text == "\"a\",\"say \"\"hi\"\", twice\",\"\"\r\n\"第二行\"\r\n")
  }

  @Test(
    "A text that a spreadsheet would run gets an apostrophe",
    arguments: ["=1+1", "+86", "-2", "@SUM(A1)", "\t=1", "\n=1", "\r=1", "＝1", "＋1", "－1", "＠a"])
  func formulas(text: String) throws {
    #expect(try file { $0.field(text) } == "\"'\(text)\"")
  }

  @Test(
    "Other texts stay as they are",
    arguments: ["", "1=1", "a-b", "'=1", " =1", "，", "＜", "￥", "ï", "阿卜杜拉·买买提"])
  func harmless(text: String) throws {
    #expect(try file { $0.field(text) } == "\"\(text)\"")
  }

  @Test(
    "Numbers are written as they are, negative ones too",
    arguments: [0, 9, 10, -1, -10, 99, 100, 1_000_000, Int.max, Int.min])
  func numbers(number: Int) throws {
    #expect(try file { $0.field(number) } == "\"\(number)\"")
  }

  @Test("A field far larger than a piece arrives whole", arguments: [15, 16, 17, 100_000])
  func largeFields(count: Int) throws {
    let quotes = String(repeating: "\"", count: count)
    let text = try file(pieceSize: 16) { writer in
      for _ in 0..<3 {
        writer.field(quotes)
        writer.field("x")
        try writer.endRow()
      }
    }
    let row = "\"\(quotes)\(quotes)\",\"x\"\r\n"
    #expect(text == row + row + row)
  }

  @Test("What the closure throws comes out")
  func failure() {
    struct DiskFull: Error {}
    #expect(throws: DiskFull.self) {
      var writer = CSVWriter(pieceSize: 1) { _ in throw DiskFull() }
      writer.field("x")
      try writer.endRow()
    }
  }
}
