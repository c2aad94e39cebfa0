import Model

/// A number as a workbook stores it, in decimal digits, so that no second rounding harms it.
///
/// A workbook stores 85.6 as 85.599999999999994: a spreadsheet program keeps 15 digits and shows
/// no more, so the digits are rounded to 15, half up.
struct CellNumber {
  private var isNegative = false
  /// Significant digits, 1–15 of them without zeros at the ends; none for zero.
  private var digits: [UInt8] = []
  /// The number is 0.d₁d₂… times ten to this power.
  private var exponent = 0

  /// Reads a number in XML's notation, or nothing where the text is anything else.
  init?(_ text: UnsafeBufferPointer<UInt8>) {
    var rest = text[...]
    var hasDigits = false
    guard text.count <= 400 else { return nil }
    if let sign = rest.first, sign == UInt8(ascii: "-") || sign == UInt8(ascii: "+") {
      isNegative = sign == UInt8(ascii: "-")
      rest.removeFirst()
    }
    for afterPoint in [false, true] {
      if afterPoint {
        guard rest.first == UInt8(ascii: ".") else { break }
        rest.removeFirst()
      }
      while let digit = rest.first.map({ $0 &- 48 }), digit <= 9 {
        hasDigits = true
        if !(digits.isEmpty && digit == 0) { digits.append(digit) }
        if afterPoint {
          exponent -= digits.isEmpty ? 1 : 0
        } else {
          exponent += digits.isEmpty ? 0 : 1
        }
        rest.removeFirst()
      }
    }
    guard hasDigits else { return nil }
    if let mark = rest.first {
      guard mark | 0x20 == UInt8(ascii: "e"), rest.count <= 6,
        let power = Int(String(decoding: rest.dropFirst(), as: UTF8.self))
      else { return nil }
      exponent += power
    }
    round()
  }

  private mutating func round() {
    if digits.count > 15 {
      let roundsUp = digits[15] >= 5
      digits.removeLast(digits.count - 15)
      if roundsUp {
        while digits.last == 9 { digits.removeLast() }
        if digits.isEmpty {
          digits = [1]
          exponent += 1
        } else {
          digits[digits.count - 1] += 1
        }
      }
    }
    while digits.last == 0 { digits.removeLast() }
    if digits.isEmpty { exponent = 0 }
  }

  /// The number as a person typed it: 110105, 85.6.
  ///
  /// From 16 digits before the point on, where a spreadsheet has lost some, and below 10⁻⁹: in the
  /// form 1.10101199001011E+17.
  var text: String {
    let all = String(decoding: digits.map { $0 + 48 }, as: UTF8.self)
    let sign = isNegative && !digits.isEmpty ? "-" : ""
    if digits.isEmpty { return "0" }
    if exponent > 15 || exponent < -8 {
      let fraction = digits.count > 1 ? "." + all.dropFirst() : ""
      return "\(sign)\(all.prefix(1))\(fraction)E\(exponent > 0 ? "+" : "")\(exponent - 1)"
    }
    if exponent <= 0 { return sign + "0." + String(repeating: "0", count: -exponent) + all }
    if digits.count <= exponent {
      return sign + all + String(repeating: "0", count: exponent - digits.count)
    }
    return sign + all.prefix(exponent) + "." + all.dropFirst(exponent)
  }

  /// The number as a day in ISO 8601, with the time of day where it has one, to the second.
  ///
  /// Nothing where spreadsheets disagree about the day (before 1 March 1900) or have none.
  func date(_ format: CellFormat, startsIn1904: Bool) -> String? {
    guard !isNegative, (1...7).contains(exponent) else { return nil }
    let whole = (0..<exponent).reduce(0) { $0 * 10 + ($1 < digits.count ? Int(digits[$1]) : 0) }
    let part = (exponent..<exponent + 9).reduce(0) {
      $0 * 10 + ($1 < digits.count ? Int(digits[$1]) : 0)
    }
    let seconds = (part * 86_400 + 500_000_000) / 1_000_000_000
    let serial = whole + (startsIn1904 ? 1_462 : 0) + seconds / 86_400
    guard let day = CivilDate(spreadsheetSerial: serial) else { return nil }
    if seconds % 86_400 != 0 {
      return day.iso + " "
        + [seconds / 3_600, seconds / 60 % 60, seconds % 60]
        .map { String(100 + $0).suffix(2) }.joined(separator: ":")
    }
    return format == .month && day.day == 1 ? String(day.iso.prefix(7)) : day.iso
  }
}
