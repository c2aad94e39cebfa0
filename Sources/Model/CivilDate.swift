/// A day of the Gregorian calendar without a time zone (公历日期), kept as the number `yyyymmdd`.
///
/// Only days that exist between the years 1800 and 2199 can be made, so arithmetic never fails.
public struct CivilDate: Hashable, Comparable, Sendable {
  /// The day as the decimal number `yyyymmdd`, such as 20240601.
  public let number: Int32

  /// Makes a day, or nothing where no such day exists.
  @inlinable
  public init?(year: Int, month: Int, day: Int) {
    guard (1800...2199).contains(year), (1...12).contains(month), day >= 1,
      day <= Self.days(inMonth: month, of: year)
    else { return nil }
    number = Int32(year * 10_000 + month * 100 + day)
  }

  /// Makes a day from `yyyymmdd`, or nothing where no such day exists.
  @inlinable
  public init?(number: Int) {
    self.init(year: number / 10_000, month: number / 100 % 100, day: number % 100)
  }

  /// Makes a day from the ISO 8601 form `yyyy-mm-dd`, or nothing where the text is anything else.
  public init?(iso text: some StringProtocol) {
    guard let day = Array(text.utf8).withUnsafeBufferPointer({ Self(iso: $0) }) else { return nil }
    self = day
  }

  /// Makes a day from the bytes of the ISO 8601 form `yyyy-mm-dd`.
  @inlinable
  public init?(iso bytes: UnsafeBufferPointer<UInt8>) {
    guard bytes.count == 10, bytes[4] == UInt8(ascii: "-"), bytes[7] == UInt8(ascii: "-") else {
      return nil
    }
    var number = 0
    for index in 0..<10 where index != 4 && index != 7 {
      let digit = bytes[index] &- 48
      guard digit <= 9 else { return nil }
      number = number * 10 + Int(digit)
    }
    self.init(number: number)
  }

  /// Makes a day from a spreadsheet's serial number in the 1900 date system (1 March 1900 is 61).
  ///
  /// Serial numbers below 61 are refused: spreadsheets disagree about them.
  public init?(spreadsheetSerial serial: Int) {
    guard serial >= 61, let epoch = CivilDate(year: 1899, month: 12, day: 30) else { return nil }
    self.init(dayNumber: epoch.dayNumber + serial)
  }

  /// Makes the day that many days after 0000-03-01 in the proleptic Gregorian calendar.
  public init?(dayNumber: Int) {
    // Counts in eras of 400 years that begin on 1 March, so that leap days end the year.
    guard (0...1_000_000).contains(dayNumber) else { return nil }
    let era = dayNumber / 146_097
    let dayOfEra = dayNumber % 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let marchMonth = (5 * dayOfYear + 2) / 153
    let month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9
    let year = era * 400 + yearOfEra + (month <= 2 ? 1 : 0)
    self.init(year: year, month: month, day: dayOfYear - (153 * marchMonth + 2) / 5 + 1)
  }

  /// Days since 0000-03-01 in the proleptic Gregorian calendar.
  public var dayNumber: Int {
    let shifted = month <= 2 ? year - 1 : year
    let era = shifted / 400
    let yearOfEra = shifted % 400
    let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
    return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
  }

  /// The year, 1800–2199.
  @inlinable public var year: Int { Int(number) / 10_000 }
  /// The month, 1–12.
  @inlinable public var month: Int { Int(number) / 100 % 100 }
  /// The day of the month, 1–31.
  @inlinable public var day: Int { Int(number) % 100 }

  /// The ISO 8601 form `yyyy-mm-dd`.
  public var iso: String {
    let padded = String(10_000_000_000 + Int(number)).suffix(8)
    return "\(padded.prefix(4))-\(padded.dropFirst(4).prefix(2))-\(padded.suffix(2))"
  }

  /// The last day that can be made.
  public static let latest = CivilDate(unchecked: 2199_12_31)

  @inlinable
  init(unchecked number: Int32) { self.number = number }

  /// The last day that a month has, 28–31.
  @inlinable
  public static func days(inMonth month: Int, of year: Int) -> Int {
    switch month {
    case 2: (year % 4 == 0 && year % 100 != 0) || year % 400 == 0 ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  /// Orders days by time.
  @inlinable
  public static func < (first: CivilDate, second: CivilDate) -> Bool {
    first.number < second.number
  }
}

extension CivilDate: Codable {
  /// Reads the form `yyyy-mm-dd`.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    guard let value = Self(iso: try container.decode(String.self)) else {
      throw DecodingError.dataCorruptedError(in: container, debugDescription: "not yyyy-mm-dd")
    }
    self = value
  }

  /// Writes the form `yyyy-mm-dd`.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(iso)
  }
}
