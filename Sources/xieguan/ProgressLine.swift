import Model

/// What a person at a terminal sees of an import: one line that is written again and again.
///
/// It reads no clock: whoever shows it says how long the work has taken so far.
struct ProgressLine: Sendable {
  /// Work that is done before this shows nothing.
  static let patience = Duration.milliseconds(500)
  /// How often the line changes at most.
  static let interval = Duration.milliseconds(100)
  /// Begins the line anew and keeps a long one from breaking into two.
  private static let begin = "\r\u{1B}[?7l"
  /// Clears what an earlier, longer text has left.
  private static let end = "\u{1B}[K\u{1B}[?7h"

  private let language: Language
  private let totalBytes: Int
  private var step = WorkStep.goingOn
  /// Rows of sheets that are done, and of the one that is being read.
  private var (rowsBefore, sheetRows) = (0, 0)
  /// Bytes of sheets that are done, of the one that is being read, and of its rows so far.
  private var (bytesBefore, sheetBytes, sheetEnd) = (0, 0, 0)
  private var firstRows: (moment: Duration, bytes: Int)?
  private var lastShown: Duration?
  /// Whether the result has been told, after which nothing more is shown.
  private var isOver = false

  /// Prepares to show work on sheets that have so many bytes together.
  init(_ language: Language, totalBytes: Int) {
    self.language = language
    self.totalBytes = totalBytes
  }

  /// What to write to the terminal after a step, if it is time for it.
  /// - Parameter moment: how long the work has taken.
  mutating func text(hearing step: WorkStep, at moment: Duration) -> String? {
    switch step {
    case .sheet(let bytes):
      rowsBefore += sheetRows
      bytesBefore += sheetBytes
      (sheetRows, sheetBytes, sheetEnd) = (0, bytes, 0)
    case .rows(let count, let end):
      (sheetRows, sheetEnd) = (count, end)
      if firstRows == nil { firstRows = (moment, bytesBefore + end) }
    case .goingOn: break
    default: self.step = step
    }
    guard !isOver, moment >= Self.patience, lastShown.map({ moment - $0 >= Self.interval }) ?? true
    else {
      return nil
    }
    lastShown = moment
    return Self.begin + sentence(at: moment) + Self.end
  }

  /// What to write so that no trace of the line is left, if anything was shown; nothing is shown
  /// any more.
  mutating func erased() -> String? {
    isOver = true
    guard lastShown != nil else { return nil }
    lastShown = nil
    return "\r\u{1B}[K"
  }

  /// The line without its control characters.
  func sentence(at moment: Duration) -> String {
    var parts: [Bilingual] = []
    if rowsBefore + sheetRows > 0 {
      let count = Self.grouped(rowsBefore + sheetRows)
      parts.append(Bilingual(zh: "\(count) 行", en: "\(count) rows"))
    }
    if let activity {
      parts.append(activity)
    } else if let rate = bytesPerSecond(at: moment) {
      let speed = Self.megabytes(rate)
      parts.append(Bilingual(zh: "\(speed) MB/秒", en: "\(speed) MB/s"))
      let left = max(0, totalBytes - bytesBefore - sheetEnd)
      parts.append(Self.remaining(seconds: (left + rate - 1) / rate))
    }
    if parts.isEmpty { parts.append(Bilingual(zh: "正在读表", en: "reading")) }
    return parts.map { $0[language] }.joined(separator: language == .zh ? "，" : ", ")
  }

  /// What goes on when no rows come in.
  private var activity: Bilingual? {
    switch step {
    case .indexing: Bilingual(zh: "正在查重和建立索引", en: "settling duplicates and indexing")
    case .scoring: Bilingual(zh: "正在评分排名", en: "scoring and ranking")
    case .keeping: Bilingual(zh: "正在保存结果", en: "storing the results")
    case .reporting: Bilingual(zh: "正在写结果文件", en: "writing the reports")
    case .sheet, .rows, .goingOn: nil
    }
  }

  /// How fast rows come in, measured since the first of them, if it can be told.
  private func bytesPerSecond(at moment: Duration) -> Int? {
    guard let firstRows else { return nil }
    let (seconds, attoseconds) = (moment - firstRows.moment).components
    let milliseconds = Int(seconds) * 1000 + Int(attoseconds / 1_000_000_000_000_000)
    let bytes = bytesBefore + sheetEnd - firstRows.bytes
    guard milliseconds > 0, bytes > 0 else { return nil }
    return max(1, bytes * 1000 / milliseconds)
  }

  /// A number with a comma between thousands.
  static func grouped(_ number: Int) -> String {
    number < 1000
      ? String(number)
      : grouped(number / 1000) + "," + String(number % 1000 + 1000).dropFirst()
  }

  /// Millions of bytes, with one decimal below ten.
  private static func megabytes(_ bytes: Int) -> String {
    bytes < 9_950_000
      ? "\((bytes + 50_000) / 1_000_000).\((bytes + 50_000) / 100_000 % 10)"
      : String((bytes + 500_000) / 1_000_000)
  }

  private static func remaining(seconds: Int) -> Bilingual {
    seconds < 60
      ? Bilingual(zh: "还要约 \(seconds) 秒", en: "about \(seconds) s left")
      : Bilingual(
        zh: "还要约 \(seconds / 60) 分 \(seconds % 60) 秒",
        en: "about \(seconds / 60) min \(seconds % 60) s left")
  }
}
