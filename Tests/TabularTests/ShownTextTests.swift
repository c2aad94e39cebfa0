import Model
import Testing

@testable import Tabular

@Suite("What a cell shows")
struct ShownTextTests {
  /// A number's text, and what it shows under a format where that is another.
  private func read(_ stored: String, _ code: String, workbook: String = "") throws
    -> (text: String, shown: ShownText?)
  {
    let code = code.replacing("&", with: "&amp;").replacing("\"", with: "&quot;")
      .replacing("<", with: "&lt;")
    let archive = WorkbookArchive(
      rows: #"<row r="1"><c r="B1" s="1"><v>\#(stored)</v></c></row>"#,
      styles: """
        <numFmts><numFmt numFmtId="164" formatCode="\(code)"/></numFmts>\
        <cellXfs><xf numFmtId="0"/><xf numFmtId="164"/></cellXfs>
        """, workbook: workbook)
    var found: (text: String, shown: ShownText?) = ("", nil)
    try archive.withFile { path in
      _ = try WorkbookReader(path: path).read(0, from: 1, batch: RowBatch(columns: 2)) { batch in
        found = (batch.text(row: 0, column: 1), batch.shown(row: 0, column: 1))
        batch.removeAll()
        return batch
      }
    }
    return found
  }

  @Test(
    "is its text where zeros alone are added",
    arguments: [
      // A code of law, and a month whose zero the number has lost.
      ("30101", "000000", "030101"), ("2024.1", "0.00", "2024.10"), ("2024.1", "0.00_ ", "2024.10"),
      ("85", "0.00_);[Red]\\(0.00\\)", "85.00"), ("85.6", "0.0#", "85.6"), ("85", "0.##", "85."),
      ("0", "0.0", "0.0"), ("7", "0", "7"), ("12", "@", "12"), ("12", "General", "12"),
      ("12", "G/通用格式", "12"), ("-5", "0.0", "-5.0"), ("12", "[红色]000", "012"),
      ("12", "[Color 5]000", "012"), ("12", "??0", "12"), ("0.5", "0.00", "0.50"),
      ("999999999999999", "0", "999999999999999"),
    ])
  func padded(stored: String, code: String, expected: String) throws {
    let found = try read(stored, code)
    #expect(found.text == expected && found.shown == nil)
  }

  @Test(
    "is told beside the number where it says the same in another notation",
    arguments: [
      ("1050", "#,##0", "1,050"), ("1234567.5", "#,##0.00", "1,234,567.50"),
      ("40", "0\"人\"", "40人"),
      ("40", "0人", "40人"), ("1050", "[$¥-804]#,##0", "¥1,050"), ("-3", "#,##0;-#,##0", "-3"),
      ("13800000101", "000-0000-0000", "138-0000-0101"), ("5", "General\"分\"", "5分"),
      ("0.5", ".00", ".50"), ("12", "\"BM\"0000", "BM0012"), ("100", "#,##0", "100"),
    ])
  func sameNumber(stored: String, code: String, expected: String) throws {
    let found = try read(stored, code)
    #expect(found.text == stored)
    let shown = ShownText(expected, of: .number, isSame: true)
    #expect(found.shown == (expected == stored ? nil : shown))
  }

  @Test(
    "is told beside the number where it says another",
    arguments: [
      ("0.85", "0%", "85%"), ("0.925", "0.0%", "92.5%"), ("85.6666666", "0.00", "85.67"),
      ("85.005", "0.00", "85.01"), ("99.995", "0.00", "100.00"), ("0.996", "0.00", "1.00"),
      ("0.4", "0", "0"), ("0.5", "0", "1"), ("0.05", "0.0", "0.1"), ("0.004", "0.00", "0.00"),
      ("12345678", "0,", "12346"), ("1", "\"2024\"000", "2024001"), ("0", "0;-0;;@", ""),
      ("7", ";;;", ""), ("-5", "0;0", "5"), ("0.354166666666667", "h:mm", "8:30"),
      ("0.0041666666666667", "mm:ss", "06:00"), ("0.75", "上午/下午h时mm分", "下午6时00分"),
      ("0.5", "h AM/PM", "12 PM"),
    ])
  func otherNumber(stored: String, code: String, expected: String) throws {
    let found = try read(stored, code)
    #expect(found.text == stored)
    #expect(found.shown == ShownText(expected, of: .number, isSame: false))
  }

  @Test(
    "is told beside a day",
    arguments: [
      ("45292", "yyyy/m/d", "2024-01-01", "2024/1/1", true),
      ("45292", "yyyy\"年\"m\"月\"d\"日\"", "2024-01-01", "2024年1月1日", true),
      ("45292", "[$-F800]dddd, mmmm dd, yyyy", "2024-01-01", "2024年1月1日", true),
      ("45292.5", "yyyy-m-d h:mm", "2024-01-01 12:00:00", "2024-1-1 12:00", true),
      ("29628.33333333333", "yyyy/m/d", "1981-02-11", "1981/2/11", true),
      ("45444", "aaaa d mmm yy;@", "2024-06-01", "星期六 1 Jun 24", true),
      ("32874", "yyyy年m月", "1990-01", "1990年1月", true),
      // The year, the day, or all but the day of the week cannot be seen.
      ("45292", "m\"月\"d\"日\"", "2024-01-01", "1月1日", false),
      ("45292", "d-mmm", "2024-01-01", "1-Jan", false),
      ("32875", "yyyy年m月", "1990-01-02", "1990年1月", false),
      ("45444", "dddd", "2024-06-01", "Saturday", false),
    ])
  func days(stored: String, code: String, text: String, expected: String, isSame: Bool) throws {
    let found = try read(stored, code)
    #expect(found.text == text)
    #expect(found.shown == ShownText(expected, of: .day, isSame: isSame))
  }

  @Test(
    "is its text where a day is shown in ISO 8601, and is not known where a code is not understood",
    arguments: [
      ("45292", "yyyy-mm-dd", "2024-01-01"),
      ("45292.5", "yyyy-mm-dd hh:mm:ss", "2024-01-01 12:00:00"),
      ("45292", "[DBNum1]yyyy年m月d日", "2024-01-01"), ("45292", "ge.m.d", "2024-01-01"),
      ("1.5", "[h]:mm", "1.5"), ("12", "[>9]0.0", "12"), ("0.5", "# ?/?", "0.5"),
      ("12345", "0.00E+00", "12345"), ("1E+29", "0", "1E+29"),
    ])
  func nothingElse(stored: String, code: String, expected: String) throws {
    let found = try read(stored, code)
    #expect(found.text == expected)
    #expect(
      found.shown?.text == (stored == "1E+29" ? "1" + String(repeating: "0", count: 29) : nil))
  }

  @Test("leaves a number with lost digits in the form that gives it away")
  func lostDigits() throws {
    let found = try read("1.10101199001011E+17", "0")
    #expect(found.text == "1.10101199001011E+17")
    #expect(found.shown?.text == "110101199001011000")
  }

  @Test("counts its days as the workbook does")
  func calendar() throws {
    let old = #"<workbookPr date1904="1"/>"#
    #expect(try read("28166", "yyyy/m/d", workbook: old).text == "1981-02-11")
    for (workbook, expected) in [(old, true), ("", false)] {
      try WorkbookArchive(rows: "", workbook: workbook).withFile { path in
        let reader = try WorkbookReader(path: path)
        #expect(reader.startsIn1904 == expected)
      }
    }
  }

  @Test("is found by its cell, whatever the batch holds", arguments: [1, 2, 5])
  func batches(capacity: Int) throws {
    let rows = (1...5).map {
      #"<row r="\#($0)"><c s="1"><v>0.\#($0)</v></c><c><v>7</v></c><c s="1"><v>0.\#($0)5</v></c></row>"#
    }
    let archive = WorkbookArchive(
      rows: rows.joined(), styles: #"<cellXfs><xf numFmtId="0"/><xf numFmtId="9"/></cellXfs>"#)
    var texts: [String?] = []
    try archive.withFile { path in
      let batch = RowBatch(columns: 3, capacity: capacity)
      _ = try WorkbookReader(path: path).read(0, from: 1, batch: batch) { batch in
        for row in 0..<batch.count {
          texts += (0..<3).map { batch.shown(row: row, column: $0)?.text }
        }
        batch.removeAll()
        #expect(!batch.hasShownTexts)
        return batch
      }
    }
    #expect(texts == (1...5).flatMap { ["\($0)0%", nil, "\($0)5%"] })
  }

  @Test("is told or not, but nothing stops, whatever a code holds")
  func anyCode() {
    let seed = UInt64.random(in: 0...UInt64.max)
    var random = SplitMix64(seed: seed)
    let pieces = [
      "0", "#", "?", ".", ",", "%", ";", "\"", "[", "]", "\\", "_", "*", "!", "@", "y", "m", "d",
      "h",
      "s", "a", "e", "E+", "/", "General", "AM/PM", "上午/下午", "[$-804]", "[h]", "[Red]", "年", "-",
    ]
    let numbers = ["0", "-0.5", "45292.75", "0.000123", "999999999999999", "1E+29", "-1E-29", "61"]
      .compactMap { CellNumber($0) }
    for _ in 0..<5_000 {
      let code = (0..<Int.random(in: 0..<9, using: &random))
        .map { _ in pieces.randomElement(using: &random) ?? "" }.joined()
      let format = NumberFormat(code: code)
      for number in numbers {
        let shown = format.shown(number)
        // What says the same number has its digits, whatever stands between them.
        if let shown, shown.isSame, !number.isZero, !number.text.contains("E") {
          let digits = String(shown.text.filter { ("0"..."9").contains($0) })
          let own = String(number.text.filter { ("0"..."9").contains($0) }.drop { $0 == "0" })
          if !digits.contains(own) {
            Issue.record("\(code) shows \(number.text) as \(shown.text); seed \(seed)")
          }
        }
        if let (day, seconds) = number.day(startsIn1904: false) {
          _ = format.shown(day, seconds: seconds)
        }
      }
    }
  }
}
