import GRDB
import Model
import Testing

@testable import Register

@Suite("Blocks of rows")
struct BlockTests {
  /// Texts with everything that JSON writes otherwise, and with what it does not.
  private static let oddities = [
    "", "a", "\"", "\\", "\\\"", "\\u0041", "\u{8}\u{9}\u{A}\u{C}\u{D}", "\u{1}\u{1F}\u{7F}",
    "张三", "😀", "e\u{301}", "\u{FFFD}", "[\"", "\",\"", "],\n[", "null",
    String(repeating: "长\"", count: 90_000),
  ]
  private static let numbers: [Int64] = [0, 7, 10, -1, 4_294_967_295, .max, .min + 1]

  /// Rows whose cells are the oddities in turn, each beginning with another one.
  private static let rows = oddities.indices.map { first in
    oddities.indices.map { oddities[(first + $0) % oddities.count] }
  }

  /// A block of rows, each with its numbers first.
  private static func block(_ rows: [[String]]) -> [UInt8] {
    var writer = BlockWriter()
    var block: [UInt8] = []
    for row in rows {
      for number in numbers { writer.append(number) }
      for var text in row { text.withUTF8 { writer.append($0) } }
      writer.endRow()
    }
    writer.take { block = Array($0) }
    return block
  }

  @Test("have the bytes that SQLite makes of the same cells, so that equal rows are equal")
  func bytes() throws {
    let lines = String(decoding: Self.block(Self.rows), as: UTF8.self).split(separator: "\n")
    #expect(lines.count == Self.rows.count)
    try Register().read { database in
      for (row, line) in zip(Self.rows, lines) {
        let marks = (Self.numbers.map { _ in "?" } + row.map { _ in "?" }).joined(separator: ", ")
        let theirs = try String.fetchOne(
          database, sql: "SELECT json_array(\(marks))",
          arguments: StatementArguments(Self.numbers) + StatementArguments(row))
        #expect(
          line.trimmingPrefix("[[").trimmingPrefix("[").starts(with: theirs?.dropFirst() ?? "?"))
      }
    }
  }

  @Test("come apart into what was put in, whatever was passed over")
  func roundTrip() {
    let count = Self.numbers.count + Self.oddities.count
    Self.block(Self.rows).withUnsafeBufferPointer { block in
      var reader = BlockReader(columns: count)
      for skipped in 0..<3 {
        reader.open(block)
        reader.skip(skipped)
        for row in Self.rows.dropFirst(skipped) {
          var (numbers, texts, isThere): ([Int64], [String], Bool) = ([], [], reader.next())
          for place in Self.numbers.indices { numbers.append(reader.number(place)) }
          for place in Self.numbers.count..<count {
            texts.append(String(decoding: reader.text(place), as: UTF8.self))
          }
          #expect(isThere && numbers == Self.numbers && texts == row)
          isThere = !reader.text(count).isEmpty
          #expect(!isThere)
        }
        let isMore = reader.next()
        #expect(!isMore)
      }
    }
  }

  @Test("tell rows apart by the bytes after their numbers, wherever they lie")
  func stored() {
    let rows = [["甲", "\""], ["乙"], [], ["甲", "\""]]
    var stored: [[UInt8]] = []
    Self.block(rows).withUnsafeBufferPointer { block in
      var reader = BlockReader(columns: 20)
      reader.open(block)
      while reader.next() { stored.append(Array(reader.stored(after: Self.numbers.count))) }
    }
    #expect(stored.map { $0.isEmpty } == [false, false, true, false])
    #expect(stored[0] == stored[3] && stored[0] != stored[1])
  }

  @Test(
    "that are broken end where they break",
    arguments: [
      "", "[", "[[", "[[\"a", "[[\"a\\", "[[\"a\\u00", "[[\"a\",", "{\"a\":1}", "[[x]]", "null",
      "[[1,,]",
    ])
  func broken(text: String) {
    var reader = BlockReader(columns: 4)
    Array(text.utf8).withUnsafeBufferPointer {
      reader.open($0)
      _ = reader.next()
      let counts = (reader.text(0).count, reader.text(1).count)
      #expect(counts.0 <= 2 && counts.1 == 0)
      _ = reader.number(0)
      let isMore = reader.next()
      #expect(!isMore)
    }
  }
}
