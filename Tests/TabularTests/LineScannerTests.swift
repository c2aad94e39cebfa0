import Foundation
import Model
import Testing

@testable import Tabular

@Suite("Lines that are cut without libcsv")
struct LineScannerTests {
  /// Where the reader and libcsv alone do not find the same, and what each of them does.
  private func firstDifference(_ text: [UInt8], _ separator: CSVReader.Separator) throws
    -> String?
  {
    var text = text
    let expected = try LibraryReading(&text, separator: separator.rawValue).rows
    var found = 0
    var difference: String?
    try TemporaryFile.with { path in
      // The reader takes off one mark, and must leave a second one alone.
      try TemporaryFile.write([0xEF, 0xBB, 0xBF] + text, to: path)
      try CSVReader(CSVSource(path: path), separator: separator)
        .read(into: RowBatch(columns: 1100, capacity: 100)) { batch in
          for (index, place) in batch.places.enumerated() {
            defer { found += 1 }
            guard difference == nil, found < expected.count else { continue }
            let row = expected[found]
            let isSame =
              (place.row, place.line, Int(place.fields)) == (row.row, row.line, row.fields.count)
              && row.fields.indices.allSatisfy {
                batch.bytes(row: index, column: $0).elementsEqual(row.fields[$0])
              }
            if !isSame {
              let text = row.fields.map { String(decoding: $0, as: UTF8.self) }.joined(
                separator: "|")
              difference = "row \(row.row), line \(row.line), \(text.prefix(200)); read \(place)"
            }
          }
          batch.removeAll()
          return batch
        }
    }
    return difference ?? (found == expected.count ? nil : "\(expected.count) rows; read \(found)")
  }

  @Test("come out as libcsv reads them, in every text of the repository")
  func repository() throws {
    let root = URL(fileURLWithPath: #filePath)
      .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    var read = 0
    for folder in ["Samples", "Reports", "Tests/Fuzz/Seeds"] {
      let folder = root.appendingPathComponent(folder)
      let files = try #require(FileManager.default.enumerator(atPath: folder.path))
      for case let name as String in files where !name.hasSuffix(".xlsx") {
        let path = folder.appendingPathComponent(name).path
        // What is no text is refused before a line is read.
        guard let source = try? CSVSource(path: path) else { continue }
        var text: [UInt8] = []
        do {
          try TextPieces(
            file: ByteFile(path: path), encoding: source.encoding, start: source.textOffset
          ).forEach { piece throws(TabularError) in text += piece.bytes }
        } catch { continue }
        for separator in CSVReader.Separator.allCases {
          let difference = try firstDifference(text, separator)
          #expect(difference == nil, "\(name), \(separator)")
        }
        read += 1
      }
    }
    #expect(read > 100)
  }

  @Test("come out as libcsv reads them, at every length and whatever stands at an edge")
  func edges() throws {
    for separator in CSVReader.Separator.allCases {
      let mark = Character(UnicodeScalar(separator.rawValue))
      for end in ["\n", "\r\n", "\r", "\r\r\n", "\n\n", " \n", "\t\n", "\"\n"] {
        var text = ""
        for length in 0..<140 {
          text += String(repeating: "x", count: length) + "\(mark)中\(mark)\(end)"
          text += String(repeating: mark, count: length) + end
        }
        let difference = try firstDifference(Array("\(text)no end\(mark)".utf8), separator)
        #expect(difference == nil, "\(separator), \(end.debugDescription)")
      }
      let wide = String(repeating: "1\(mark)", count: 1050) + "\n"
      let long = String(repeating: "字", count: 100_000) + "\(mark)b\r\n"
      let text = String(repeating: "a\(mark)b\n" + wide + long, count: 3)
      let difference = try firstDifference(Array(text.utf8), separator)
      #expect(difference == nil, "\(separator)")
    }
  }

  @Test("come out as libcsv reads them, made at random")
  func random() throws {
    let environment = ProcessInfo.processInfo.environment
    let seed = environment["XIEGUAN_SEED"].flatMap { UInt64($0) } ?? .random(in: 0...UInt64.max)
    let wanted = environment["XIEGUAN_RANDOM_LINES"].flatMap { Int($0) } ?? 200_000
    var random = SplitMix64(seed: seed)
    for start in stride(from: 0, to: wanted, by: 20_000) {
      for separator in CSVReader.Separator.allCases {
        let text = RandomText.lines(min(20_000, wanted - start) / 3, separator, using: &random)
        let difference = try firstDifference(text, separator)
        try #require(difference == nil, "\(separator), XIEGUAN_SEED=\(seed)")
      }
    }
  }

  @Test("are damaged where a bad byte stands in them, and no other line is")
  func damage() throws {
    let line = Array("甲乙丙,1234567890,abcdefghij\n".utf8)
    var text = Array(repeatElement(line, count: 20_000).joined())
    text[line.count * 7 + 12] = 0xFF
    text[line.count * 19_000 + 20] = 0xC0
    try TemporaryFile.with { path in
      try TemporaryFile.write(text, to: path)
      var damaged: [UInt32] = []
      try CSVReader(CSVSource(path: path), separator: .comma).read(into: RowBatch(columns: 3)) {
        damaged += $0.places.filter(\.isDamaged).map(\.line)
        $0.removeAll()
        return $0
      }
      #expect(damaged == [8, 19_001])
    }
  }

  @Test("that a piece of the file cuts have their quotation marks judged as a whole")
  func markAcrossPieces() throws {
    let line = "a,b\n"
    let before = String(repeating: line, count: 65_535)
    try #require(before.utf8.count + 4 == ByteFile.pieceSize)
    // The first piece ends after `cd`; the marks stand within an unquoted field.
    let text = before + "x,cd\"e\"f\n" + line
    try TemporaryFile.with { path in
      try TemporaryFile.write(Array(text.utf8), to: path)
      var misquoted = 0
      var text = ""
      try CSVReader(CSVSource(path: path), separator: .comma).read(into: RowBatch(columns: 2)) {
        misquoted += $0.places.filter(\.isMisquoted).count
        if let row = $0.places.firstIndex(where: { $0.line == 65_536 }) {
          text = $0.text(row: row, column: 1)
        }
        $0.removeAll()
        return $0
      }
      #expect(misquoted == 0)
      #expect(text == "cd\"e\"f")
    }
  }
}

/// Lines of which most are plain.
private enum RandomText {
  static func lines(
    _ count: Int, _ separator: CSVReader.Separator, using random: inout SplitMix64
  ) -> [UInt8] {
    // Fields are drawn from a few hundred, made anew for each text.
    let fields = (0..<256).map { index in
      (0..<random.next() % 14).flatMap { _ in
        let byte = UInt8(random.next() % 8)
        return switch index < 192 ? min(byte, 6) : byte {
        case 0: Array("汉".utf8)
        case 7: [odd[Int(random.next() % UInt64(odd.count))]]
        default: [UInt8(ascii: "0") + byte]
        }
      }
    }
    var text: [UInt8] = []
    for _ in 0..<count {
      var choice = random.next()
      let isPlain = choice % 10 < 7
      for field in 0...(choice >> 8) % 6 {
        if field > 0 { text.append(separator.rawValue) }
        choice = choice.multipliedReportingOverflow(by: 0x9E37_79B9_7F4A_7C15).partialValue
        text += fields[Int(choice >> 56) * (isPlain ? 3 : 4) / 4]
      }
      switch random.next() % 20 {
      case 0: text.append(13)
      case 1...5: text += [13, 10]
      default: text.append(10)
      }
    }
    return text
  }

  private static let odd = Array(" \t\"\"\",;\r\n!\u{1}\u{7F}=".utf8)
}
