import Foundation
import Model
import Testing

@testable import Tabular

@Suite("Reading separated values")
struct CSVReaderTests {
  /// Rows with their row number, line and damage, as text.
  private func rows(_ bytes: [UInt8], capacity: Int = 2) throws -> [String] {
    let path = FileManager.default.temporaryDirectory
      .appendingPathComponent("\(UUID().uuidString).csv").path
    defer { try? FileManager.default.removeItem(atPath: path) }
    try Data(bytes).write(to: URL(fileURLWithPath: path))
    var rows: [String] = []
    let source = try CSVSource(path: path)
    try CSVReader(source, separator: .comma).read(into: RowBatch(columns: 3, capacity: capacity)) {
      batch in
      for row in 0..<batch.count {
        let place = batch.places[row]
        let texts = (0..<3).map { batch.text(row: row, column: $0) }.joined(separator: "|")
        rows.append("\(place.row)/\(place.line)\(place.isDamaged ? "!" : "") \(texts)")
      }
      batch.removeAll()
      return batch
    }
    return rows
  }

  @Test(
    "knows the row and the line of every record, whatever ends the lines",
    arguments: ["\n", "\r\n", "\r"])
  func places(end: String) throws {
    let text = ["a,b,c", "", "1,\"x\(end)y\",3", "4,5", "", "", "6,,8"].joined(separator: end)
    #expect(
      try rows(Array(text.utf8)) == [
        "1/1 a|b|c", "3/3 1|x\(end)y|3", "4/5 4|5|", "7/8 6||8",
      ])
  }

  @Test("reads the same rows from every encoding")
  func encodings() throws {
    let text = "姓名,备注,c\n𠅤中,\"a,b\",é\n"
    let expected = ["1/1 姓名|备注|c", "2/2 𠅤中|a,b|é"]
    let utf8 = Array(text.utf8)
    #expect(try rows(utf8) == expected)
    #expect(try rows([0xEF, 0xBB, 0xBF] + utf8) == expected)
    let little = text.utf16.flatMap { [UInt8($0 & 255), UInt8($0 >> 8)] }
    #expect(try rows([0xFF, 0xFE] + little) == expected)
    let big = text.utf16.flatMap { [UInt8($0 >> 8), UInt8($0 & 255)] }
    #expect(try rows([0xFE, 0xFF] + big) == expected)
    // 姓名,备注 in GB 18030; 𠅤 takes four bytes there.
    let gb: [UInt8] =
      [0xD0, 0xD5, 0xC3, 0xFB, 0x2C, 0xB1, 0xB8, 0xD7, 0xA2, 0x2C, 0x63, 0x0A]
      + [0x95, 0x32, 0xB5, 0x32, 0xD6, 0xD0] + Array(",\"a,b\",".utf8) + [0xA8, 0xA6, 0x0A]
    #expect(try rows(gb)[0] == expected[0])
    #expect(try rows(gb)[1].hasSuffix("中|a,b|é"))
  }

  @Test("finds a rare four-byte name after 160 kB of plain text")
  func lateName() throws {
    let filler = Array(String(repeating: "1,2,3\n", count: 27_000).utf8)
    let read = try rows(filler + [0x95, 0x32, 0x82, 0x36, 0x2C, 0x62, 0x2C, 0x63, 0x0A])
    #expect(read.count == 27_001)
    #expect(read.last == "27001/27001 𠀀|b|c")
  }

  @Test("loses one row to one bad byte, and no other")
  func isolatedBadByte() throws {
    let text = Array("姓名,b,c\n张三,2,3\n".utf8) + [0x61, 0xFF, 0x2C, 0x62, 0x2C, 0x63, 0x0A]
    let read = try rows(text + Array("王五,2,3\n".utf8))
    #expect(read[1] == "2/2 张三|2|3")
    #expect(read[2].hasPrefix("3/3! "))
    #expect(read[3] == "4/4 王五|2|3")
  }

  @Test("refuses what is no sheet, and says why")
  func refusals() throws {
    #expect(throws: TabularError.self) { try rows([]) }
    #expect(throws: TabularError.self) { try rows(Array(" \n\n".utf8)) }
    #expect(throws: TabularError.self) { try rows([0x50, 0x4B, 3, 4, 0, 0]) }
    do {
      _ = try rows(Array("a,b,c\n1,\"2,3\n4,5,6\n".utf8))
      Issue.record("an unterminated quote was taken")
    } catch let error as TabularError {
      #expect(error.code == "quote_unterminated")
      #expect(error.happened.zh.contains("第 2 行"))
    }
    do {
      _ = try rows(Array(("a,b,c\n1,\"" + String(repeating: "x\n", count: 600_000)).utf8))
      Issue.record("a row of a megabyte was taken")
    } catch let error as TabularError {
      #expect(error.code == "row_too_long")
    }
  }

  @Test("hands over the same rows whatever the batch holds", arguments: [1, 2, 3, 1000])
  func batches(capacity: Int) throws {
    let text = (1...500).map { "\($0),\"q\n\($0)\",z" }.joined(separator: "\r\n")
    let read = try rows(Array(text.utf8), capacity: capacity)
    #expect(read.count == 500)
    #expect(read[499] == "500/999 500|q\n500|z")
  }
}

@Suite("Quotation marks")
struct QuoteScanTests {
  @Test(
    "are lone where they neither close their field nor stand doubled",
    arguments: [
      ("a,b,c\n", false), ("\"a\",\"b\"\n", false), ("\"a\"\"b\",c\n", false),
      ("a\"b,c\n", false), ("\"\",\"\"\n", false), ("\"a\" ,b\n", false), (" \"a\",b\n", false),
      ("\"a\"b,c\n", true), ("a,\"b\"c\",d\n", true), ("\"a\"\"\"b\",c\n", true),
      ("\"line\none\",b\n", false), ("\"line\n\"one\",b\n", true),
    ])
  func lone(text: String, expected: Bool) {
    let bytes = Array(text.utf8)
    // In one piece, and byte by byte: the same.
    for size in [bytes.count, 1] {
      var scan = QuoteScan(separator: 0x2C)
      scan.startRow()
      for start in stride(from: 0, to: bytes.count, by: size) {
        bytes[start..<(start + size)].withUnsafeBufferPointer { scan.scan($0) }
      }
      #expect(scan.hasLone == expected, "\(text)")
    }
  }

  @Test("that are lone mark the row into which others have run, and no other row")
  func rows() throws {
    let path = FileManager.default.temporaryDirectory
      .appendingPathComponent("\(UUID().uuidString).csv")
    defer { try? FileManager.default.removeItem(at: path) }
    try Data("a,b\n1,\"x\"y,2\n3,\"z\"\n4,\"ok\nstill\"\n".utf8).write(to: path)
    var marks: [Bool] = []
    try CSVReader(CSVSource(path: path.path), separator: .comma)
      .read(into: RowBatch(columns: 4)) { batch in
        marks += batch.places.map(\.isMisquoted)
        batch.removeAll()
        return batch
      }
    #expect(marks == [false, true, false])
  }
}
