import Model

/// A date as clerks write it.
///
/// `1990/1/2 1990-01-02 1990.1.2 1990年1月2日 19900102`, only a month (`1990.01 1990年1月 199001`),
/// or a spreadsheet's serial number of five digits. A time of day behind a day (`0:00`, `T08:00:00`),
/// as databases and spreadsheets write it, changes nothing.
struct DateNotation {
  let year: Int
  let month: Int
  /// Nothing where only a month was written.
  let day: Int?
  var isSerial = false
  /// Whether `2024.1` was written: January, or October as a number, which loses its zero.
  var isAmbiguous = false

  /// Reads ASCII digits with `-`, `/`, `.` or 年月日 between them.
  /// - Parameter startsIn1904: whether serial numbers count from 1904-01-01.
  static func read(_ text: [UInt8], startsIn1904: Bool = false) -> DateNotation? {
    if let end = text.firstIndex(where: { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "T") }) {
      guard isTimeOfDay(text[(end + 1)...]), let date = read(Array(text[..<end])), date.day != nil,
        !date.isSerial
      else { return nil }
      return date
    }
    var numbers: [[UInt8]] = [[]]
    var index = 0
    while index < text.count {
      let byte = text[index]
      if byte &- 48 <= 9 {
        numbers[numbers.count - 1].append(byte)
        index += 1
      } else if [UInt8(ascii: "-"), UInt8(ascii: "/"), UInt8(ascii: ".")].contains(byte) {
        numbers.append([])
        index += 1
      } else if let unit = units.first(where: { text[index...].starts(with: $0) }) {
        index += unit.count
        if index < text.count { numbers.append([]) }
      } else {
        return nil
      }
    }
    let values = numbers.map { CellReader.wholeNumber($0) }
    switch numbers.count {
    case 3:
      guard numbers[0].count == 4, let year = values[0], let month = values[1], let day = values[2],
        numbers[1].count <= 2, numbers[2].count <= 2
      else { return nil }
      return checked(year, month, day)
    case 2:
      guard numbers[0].count == 4, numbers[1].count <= 2, let year = values[0],
        let month = values[1]
      else { return nil }
      var date = checked(year, month, nil)
      date?.isAmbiguous = text.count == 6 && text[4] == UInt8(ascii: ".") && month == 1
      return date
    default:
      return solid(numbers[0], startsIn1904)
    }
  }

  /// Whether a text is a time of day, `8:30` or `08:30:00.0`; behind it may stand a zone of ISO 8601,
  /// but then only at midnight, because any other moment may be another day elsewhere.
  private static func isTimeOfDay(_ text: ArraySlice<UInt8>) -> Bool {
    let zone = text.firstIndex { [UInt8(ascii: "Z"), UInt8(ascii: "+")].contains($0) }
    let parts = text[..<(zone ?? text.endIndex)]
      .split(separator: UInt8(ascii: ":"), omittingEmptySubsequences: false)
    guard (2...3).contains(parts.count) else { return false }
    return zip(parts, [24, 60, 60]).allSatisfy { part, limit in
      let whole = part.prefix { $0 != UInt8(ascii: ".") }
      guard (1...2).contains(whole.count), let number = CellReader.wholeNumber(Array(whole)),
        part.dropFirst(whole.count).allSatisfy({ $0 == UInt8(ascii: ".") || $0 &- 48 <= 9 })
      else { return false }
      return zone == nil ? number < limit : part.allSatisfy { $0 == 46 || $0 == 48 }
    }
  }

  private static func solid(_ digits: [UInt8], _ startsIn1904: Bool) -> DateNotation? {
    var number = 0
    for digit in digits.prefix(8) { number = number * 10 + Int(digit - 48) }
    switch digits.count {
    case 8: return checked(number / 10_000, number / 100 % 100, number % 100)
    case 6: return checked(number / 100, number % 100, nil)
    case 5:
      guard let date = CivilDate(spreadsheetSerial: number + (startsIn1904 ? 1_462 : 0)) else {
        return nil
      }
      return DateNotation(year: date.year, month: date.month, day: date.day, isSerial: true)
    default: return nil
    }
  }

  private static func checked(_ year: Int, _ month: Int, _ day: Int?) -> DateNotation? {
    guard CivilDate(year: year, month: month, day: day ?? 1) != nil else { return nil }
    return DateNotation(year: year, month: month, day: day)
  }

  private static let units = ["年", "月", "日", "号"].map { Array($0.utf8) }

  /// The day; the last one of the month where only a month was written.
  var date: CivilDate? {
    CivilDate(year: year, month: month, day: day ?? CivilDate.days(inMonth: month, of: year))
  }

  /// `yyyy-mm-dd`, or `yyyy-mm` where only a month was written.
  var text: String {
    let month = month < 10 ? "0\(month)" : "\(month)"
    guard let day else { return "\(year)-\(month)" }
    return "\(year)-\(month)-" + (day < 10 ? "0\(day)" : "\(day)")
  }
}
