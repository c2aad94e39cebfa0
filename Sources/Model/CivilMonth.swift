/// A month of the Gregorian calendar (月份).
public struct CivilMonth: Hashable, Comparable, Sendable {
  /// Months since January of the year 0.
  public let number: Int

  /// Makes a month, or nothing where no such month exists between the years 1800 and 2199.
  public init?(year: Int, month: Int) {
    guard (1800...2199).contains(year), (1...12).contains(month) else { return nil }
    number = year * 12 + month - 1
  }

  /// Makes a month from the form `yyyy-mm`, or nothing where the text is anything else.
  public init?(iso text: some StringProtocol) {
    guard let day = CivilDate(iso: "\(text)-01") else { return nil }
    self.init(year: day.year, month: day.month)
  }

  /// The month of a day.
  public init(of day: CivilDate) { number = day.year * 12 + day.month - 1 }

  private init(number: Int) { self.number = number }

  /// The month that many months later, or earlier where below 0.
  public func advanced(by months: Int) -> CivilMonth { CivilMonth(number: number + months) }

  /// The form `yyyy-mm`.
  public var iso: String {
    let month = number % 12 + 1
    return "\(number / 12)-\(month < 10 ? "0" : "")\(month)"
  }

  /// Orders months by time.
  public static func < (first: CivilMonth, second: CivilMonth) -> Bool {
    first.number < second.number
  }
}

extension CivilMonth: Codable {
  /// Reads the form `yyyy-mm`.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    guard let value = Self(iso: try container.decode(String.self)) else {
      throw DecodingError.dataCorruptedError(in: container, debugDescription: "not yyyy-mm")
    }
    self = value
  }

  /// Writes the form `yyyy-mm`.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(iso)
  }
}
