import Model
import Testing

@testable import xieguan

@Suite("The line that shows how far an import has come")
struct ProgressLineTests {
  /// What a terminal would show of a text: the last line as it was written over.
  private static func shown(_ text: String?) -> String? {
    text?.replacing("\r\u{1B}[?7l", with: "").replacing("\u{1B}[K\u{1B}[?7h", with: "")
  }

  @Test("shows nothing of work that takes under half a second")
  func patience() {
    var line = ProgressLine(.zh, totalBytes: 100)
    #expect(line.text(hearing: .sheet(bytes: 100), at: .zero) == nil)
    #expect(line.text(hearing: .rows(9, end: 90), at: .milliseconds(499)) == nil)
    var quick = line
    #expect(quick.erased() == nil)
    #expect(line.text(hearing: .goingOn, at: .milliseconds(500)) != nil)
  }

  @Test("shows nothing more once the result is told")
  func over() {
    var line = ProgressLine(.zh, totalBytes: 100)
    #expect(line.text(hearing: .goingOn, at: .seconds(1)) != nil)
    #expect(line.erased() != nil)
    #expect(line.text(hearing: .keeping, at: .seconds(2)) == nil)
    #expect(line.erased() == nil)
  }

  @Test("changes at most ten times a second, and leaves nothing behind")
  func interval() {
    var line = ProgressLine(.en, totalBytes: 100)
    let changes = (0..<2000).count { millisecond in
      line.text(hearing: .goingOn, at: .milliseconds(millisecond)) != nil
    }
    #expect(changes == 15)
    #expect(line.erased() == "\r\u{1B}[K")
    #expect(line.erased() == nil)
  }

  @Test(
    "says rows, speed and the time left",
    arguments: [
      // 190 MB in 2 s of reading, 95 MB/s; 210 MB are left. Then 0.5 MB in 2 s.
      (Language.zh, 200_000_000, "1,234,567 行，95 MB/秒，还要约 3 秒"),
      (.en, 200_000_000, "1,234,567 rows, 95 MB/s, about 3 s left"),
      (.zh, 10_500_000, "1,234,567 行，0.3 MB/秒，还要约 26 分 38 秒"),
      (.en, 10_500_000, "1,234,567 rows, 0.3 MB/s, about 26 min 38 s left"),
      // The first digit after the point is there below ten.
      (.en, 29_899_999, "1,234,567 rows, 9.9 MB/s, about 39 s left"),
      (.en, 29_900_000, "1,234,567 rows, 10 MB/s, about 39 s left"),
    ])
  func sentence(language: Language, end: Int, expected: String) {
    var line = ProgressLine(language, totalBytes: 410_000_000)
    _ = line.text(hearing: .sheet(bytes: 400_000_000), at: .zero)
    _ = line.text(hearing: .rows(1000, end: 10_000_000), at: .milliseconds(250))
    let text = line.text(hearing: .rows(1_234_567, end: end), at: .milliseconds(2250))
    #expect(Self.shown(text) == expected)
  }

  @Test("counts the sheets before the one that is read")
  func severalSheets() {
    var line = ProgressLine(.en, totalBytes: 30_000_000)
    _ = line.text(hearing: .sheet(bytes: 10_000_000), at: .zero)
    _ = line.text(hearing: .rows(100, end: 2_000_000), at: .seconds(1))
    _ = line.text(hearing: .sheet(bytes: 20_000_000), at: .seconds(2))
    let text = line.text(hearing: .rows(5, end: 2_000_000), at: .seconds(3))
    #expect(Self.shown(text) == "105 rows, 5.0 MB/s, about 4 s left")
  }

  @Test("tells no speed of a workbook, whose bytes are packed")
  func workbook() {
    var line = ProgressLine(.en, totalBytes: 30_000)
    _ = line.text(hearing: .sheet(bytes: 30_000), at: .zero)
    _ = line.text(hearing: .rows(2048, end: 0), at: .milliseconds(300))
    let text = line.text(hearing: .rows(4096, end: 0), at: .seconds(1))
    #expect(Self.shown(text) == "4,096 rows")
  }

  @Test(
    "names what goes on when the rows are in",
    arguments: [
      (WorkStep.indexing, "7 行，正在查重和建立索引", "7 rows, settling duplicates and indexing"),
      (.scoring, "7 行，正在评分排名", "7 rows, scoring and ranking"),
      (.keeping, "7 行，正在保存结果", "7 rows, storing the results"),
      (.reporting, "7 行，正在写结果文件", "7 rows, writing the reports"),
    ])
  func activities(step: WorkStep, zh: String, en: String) {
    for (language, expected) in [(Language.zh, zh), (.en, en)] {
      var line = ProgressLine(language, totalBytes: 7)
      _ = line.text(hearing: .rows(7, end: 7), at: .zero)
      #expect(Self.shown(line.text(hearing: step, at: .seconds(1))) == expected)
    }
  }
}
