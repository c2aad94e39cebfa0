public import Model

/// The months that a report between bureaus covers (报告期): a month, a quarter or a year.
public struct ReportPeriod: Hashable, Sendable {
  /// The first and the last month.
  public let months: ClosedRange<CivilMonth>
  /// The form of official letters: `2024年6月`, `2024年第二季度`, `2024年度`.
  public let chinese: String
  /// The form in which it is asked for: `2024-06`, `2024-Q2`, `2024`.
  public let label: String

  private init(_ months: ClosedRange<CivilMonth>, _ chinese: String, _ label: String) {
    (self.months, self.chinese, self.label) = (months, chinese, label)
  }

  /// One month.
  public init(_ month: CivilMonth) {
    self.init(
      month...month, "\(month.number / 12)年\(month.number % 12 + 1)月", month.iso)
  }

  /// Reads `2024-06`, `2024-Q2` or `2024`; nil where the text is anything else.
  public init?(_ text: String) {
    if let month = CivilMonth(iso: text) {
      self.init(month)
      return
    }
    let parts = text.split(separator: "-", omittingEmptySubsequences: false).map(String.init)
    guard let first = parts.first, first.count == 4, first.allSatisfy(\.isASCII),
      let year = Int(first), let start = CivilMonth(year: year, month: 1)
    else { return nil }
    switch parts.count {
    case 1: self.init(from: start, months: 12)
    case 2:
      guard let quarter = ["Q1", "Q2", "Q3", "Q4"].firstIndex(of: parts[1].uppercased()) else {
        return nil
      }
      self.init(from: start.advanced(by: quarter * 3), months: 3)
    default: return nil
    }
  }

  /// How many months a period may have.
  static let lengths = [1, 3, 12]

  /// The last whole period of so many months before a day.
  /// - Parameter months: one of `lengths`.
  init(before day: CivilDate, months: Int) {
    let current = CivilMonth(of: day)
    let start = current.advanced(by: -(current.number % 12) % months)
    self.init(from: start.advanced(by: -months), months: months)
  }

  /// - Parameter months: one of `lengths`; the period begins with `start`.
  private init(from start: CivilMonth, months: Int) {
    let year = start.number / 12
    let all = start...start.advanced(by: months - 1)
    switch months {
    case 12: self.init(all, "\(year)年度", String(year))
    case 3:
      let quarter = start.number % 12 / 3
      self.init(
        all, "\(year)年第\(["一", "二", "三", "四"][quarter])季度", "\(year)-Q\(quarter + 1)")
    default: self.init(start)
    }
  }

  /// Its first day as `yyyymmdd`.
  var firstDay: CivilDate {
    let month = months.lowerBound
    return CivilDate(year: month.number / 12, month: month.number % 12 + 1, day: 1) ?? .latest
  }

  /// Its last day.
  var lastDay: CivilDate {
    let month = months.upperBound
    let (year, number) = (month.number / 12, month.number % 12 + 1)
    return CivilDate(year: year, month: number, day: CivilDate.days(inMonth: number, of: year))
      ?? .latest
  }

  /// Whether a day lies in it.
  func includes(_ day: CivilDate) -> Bool { firstDay <= day && day <= lastDay }
}
