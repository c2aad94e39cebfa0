import Foundation
import Model
import Testing

@testable import Tabular

@Suite("Text in UTF-8 with rows of another encoding")
struct UTF8TextTests {
  /// Rows with their number, their damage and their text.
  private func rows(_ bytes: [UInt8]) throws -> [String] {
    try TemporaryFile.with { path in
      try TemporaryFile.write(bytes, to: path)
      var rows: [String] = []
      try CSVReader(CSVSource(path: path), separator: .comma)
        .read(into: RowBatch(columns: 3, capacity: 2)) { batch in
          for row in 0..<batch.count {
            let place = batch.places[row]
            let mark = place.damage.map { $0 == .bytes ? "!" : "?" } ?? ""
            let texts = (0..<3).map { batch.text(row: row, column: $0) }.joined(separator: "|")
            rows.append("\(place.row)/\(place.line)\(mark) \(texts)")
          }
          batch.removeAll()
          return batch
        }
      return rows
    }
  }

  private func gb(_ text: String) -> [UInt8] {
    var bytes: [UInt8] = []
    let converter = TextConverter(to: "GB18030")
    Array(text.utf8).withUnsafeBufferPointer { _ = converter?.convert($0, into: &bytes) }
    return bytes
  }

  @Test("reads a row of GB 18030 as what it is, and marks it", arguments: ["\n", "\r\n", "\r"])
  func otherEncoding(end: String) throws {
    let head = Array("报名序号,姓名,专业\(end)B1,钱二宝,法学与社会治理\(end)".utf8)
    let tail = Array("B3,吴六奇,英语\(end)".utf8)
    for row in ["B2,周五常,男", "B2,是,男", "\"B2\",\"龘\",\"男\""] {
      let fields = row.replacing("\"", with: "").replacing(",", with: "|")
      #expect(
        try rows(head + gb(row) + Array(end.utf8) + tail)
          == [
            "1/1 报名序号|姓名|专业", "2/2 B1|钱二宝|法学与社会治理", "3/3? \(fields)", "4/4 B3|吴六奇|英语",
          ])
      #expect(try rows(head + tail + gb(row)).last == "4/4? \(fields)")
    }
  }

  @Test("loses a row of UTF-8 to a bad byte, and calls it that")
  func badByte() throws {
    let head = Array("报名序号,姓名,专业\nB1,钱二宝,法学与社会治理\n".utf8)
    for bytes in [[0xE5, 0xAD], [0xFF], [0x80]] as [[UInt8]] {
      let read = try rows(
        head + Array("B2,孙三".utf8) + bytes + Array(",法学\nB3,吴六奇,英语\n".utf8))
      #expect(read[2].hasPrefix("3/3! B2|孙三"))
      #expect(read[3] == "4/4 B3|吴六奇|英语")
    }
  }

  @Test("finds rows of GB 18030 wherever the pieces of the file begin")
  func pieces() throws {
    let seed: UInt64 = 20_240_601
    var random = SplitMix64(seed: seed)
    var bytes: [UInt8] = []
    var expected: [String] = []
    for number in 1...40_000 {
      let length = Int(random.next() % 9)
      let row = "B\(number),\(String(repeating: "汉", count: length + 1)),法学"
      let isOther = number % 1_999 == 7
      bytes += (isOther ? gb(row) : Array(row.utf8)) + [0x0A]
      expected.append(
        "\(number)/\(number)\(isOther ? "?" : "") " + row.replacing(",", with: "|"))
    }
    #expect(try rows(bytes) == expected, "seed \(seed)")
  }

  @Test("does not read GBK behind the mark of UTF-8")
  func contradiction() throws {
    let text = gb("报名序号,姓名\nB1,钱二宝\n")
    #expect(throws: TabularError.self) { try rows([0xEF, 0xBB, 0xBF] + text) }
    try TemporaryFile.with { path in
      try TemporaryFile.write([0xEF, 0xBB, 0xBF] + text, to: path)
      #expect(throws: TabularError.markContradicts(path: path)) { try CSVSource(path: path) }
    }
  }
}
