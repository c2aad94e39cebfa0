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

  /// GB 18030 of a text whose characters it writes with two bytes.
  private func gb(_ text: String) -> [UInt8] {
    var bytes: [UInt8] = []
    let converter = TextConverter(to: "GB18030")
    Array(text.utf8).withUnsafeBufferPointer { _ = converter?.convert($0, into: &bytes) }
    return bytes
  }

  @Test(
    "loses one row of GB 18030 to one bad byte, and no other",
    arguments: [
      // Half a character before a comma, a quotation mark, a line end; the euro of another code page;
      // a byte that is none; half of four bytes.
      [0xC0, 0x2C], [0x22, 0xC0, 0x22, 0x2C], [0xC0, 0x0A], [0x80, 0x2C], [0xFF, 0x2C],
      [0x81, 0x30, 0x2C], [0x81, 0x30, 0x81, 0x2C],
    ] as [[UInt8]])
  func badByteOfGB18030(bytes: [UInt8]) throws {
    let row = Array("B3,".utf8) + bytes
    let text = gb("报名序号,姓名,专业\nB1,钱二宝,法学\n") + row + gb("\nB4,吴六奇,英语\n")
    let read = try rows(text)
    #expect(Array(read.prefix(2)) == ["1/1 报名序号|姓名|专业", "2/2 B1|钱二宝|法学"])
    #expect(read[2].hasPrefix("3/3! B3|\u{FFFD}"))
    #expect(read.last?.hasSuffix(" B4|吴六奇|英语") == true)
    #expect(read.filter { $0.contains("!") }.count == 1)
  }

  @Test("reads every character of GB 18030 as iconv does")
  func everyCharacter() throws {
    let scalars = (0x20...0x1_0FFFF as ClosedRange<UInt32>).filter { $0 < 0x3_0000 || $0 % 97 == 0 }
      .compactMap(Unicode.Scalar.init)
    let encoder = try #require(TextConverter(to: "GB18030"))
    var encoded: [UInt8] = []
    for (place, scalar) in scalars.enumerated() {
      // What has no place in GB 18030 adds nothing.
      _ = Array(String(scalar).utf8).withUnsafeBufferPointer { encoder.convert($0, into: &encoded) }
      // Lines of all lengths, and some that are longer than a piece.
      if place % (place < 40_000 ? place % 61 + 1 : 100_000) == 0 { encoded.append(0x0A) }
    }
    var expected: [UInt8] = []
    let converter = try #require(TextConverter(from: "GB18030"))
    let result = encoded.withUnsafeBufferPointer { converter.convert($0, into: &expected) }
    guard case .converted(rest: 0) = result else {
      Issue.record("iconv does not read what it wrote")
      return
    }
    try TemporaryFile.with { path in
      try TemporaryFile.write(encoded, to: path)
      var read: [UInt8] = []
      var damaged = 0
      try TextPieces(file: ByteFile(path: path), encoding: .gb18030, start: 0)
        .forEach { piece throws(TabularError) in
          read += piece.bytes
          damaged += piece.damage.count
        }
      #expect(read == expected && damaged == 0)
      #expect(expected.count > 600_000)
    }
  }

  @Test("loses the last row of GB 18030 where the file ends within a character")
  func halfAtEnd() throws {
    let read = try rows(gb("序号,姓名,c\nB1,钱二宝,c\nB2,吴六").dropLast())
    #expect(read == ["1/1 序号|姓名|c", "2/2 B1|钱二宝|c", "3/3! B2|吴\u{FFFD}|"])
  }

  @Test("reads rows of UTF-8 within GB 18030 as what they are, and marks them")
  func otherEncoding() throws {
    let header = gb("报名序号,姓名,专业\nB1,钱二宝,法学\n")
    for row in ["B2,周五常,男", "B2,是,男", "B2,𠅤·中,男", "\"B2\",\"龘\",\"男\""] {
      let fields = row.replacing("\"", with: "").replacing(",", with: "|")
      for text in [
        header + Array("\(row)\n".utf8) + gb("B3,吴六奇,英语\n"),
        header + gb("B3,吴六奇,英语\n") + Array("\(row)\n\(row)".utf8),
      ] {
        let read = try rows(text)
        #expect(read.contains { $0.hasSuffix("! \(fields)") }, "\(row)")
        #expect(read.contains { $0.hasSuffix("B3|吴六奇|英语") && !$0.contains("!") }, "\(row)")
      }
    }
    // 一 in GB 18030 is a Cyrillic letter in UTF-8, and 联通 looks like one.
    #expect(try rows(header + gb("B2,一,联通\n")).last == "3/3 B2|一|联通")
  }

  @Test("takes off byte order marks, written twice or in GB 18030")
  func marks() throws {
    let text = "姓名,b,c\n中,文,字\n"
    let expected = ["1/1 姓名|b|c", "2/2 中|文|字"]
    let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
    #expect(try rows(mark + mark + Array(text.utf8)) == expected)
    #expect(try rows(mark + mark + mark + Array(text.utf8)) == expected)
    #expect(try rows([0x84, 0x31, 0x95, 0x33] + gb(text)) == expected)
    let little = "\u{FEFF}\u{FEFF}\(text)".utf16.flatMap { [UInt8($0 & 255), UInt8($0 >> 8)] }
    #expect(try rows(little) == expected)
  }

  @Test("refuses GB 18030 in which more than a byte here and there is bad")
  func notGB18030() throws {
    var text = gb(String(repeating: "报名,序号\n", count: 9_000))
    for place in stride(from: 0, to: text.count, by: 60) { text[place] = 0xFF }
    do {
      _ = try rows(text)
      Issue.record("a file with 1,500 bad bytes was taken")
    } catch let error as TabularError {
      #expect(error.code == "file_undecodable")
    }
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
