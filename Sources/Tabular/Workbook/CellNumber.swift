import Model

/// A number as a workbook stores it, in decimal digits, so that no second rounding harms it.
///
/// A workbook stores 85.6 as 85.599999999999994: a spreadsheet program keeps 15 digits and shows
/// no more, so the digits are rounded to 15, half up.
struct CellNumber: Equatable {
  private(set) var isNegative = false
  /// Significant digits, 1–15 of them without zeros at the ends; none for zero.
  private var digits: [UInt8] = []
  /// The number is 0.d₁d₂… times ten to this power.
  private var exponent = 0

  /// Reads a number in XML's notation, nil where the text is anything else.
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
    if isZero { (isNegative, exponent) = (false, 0) }
  }

  /// The number as a person typed it: 110105, 85.6.
  ///
  /// From 16 digits before the point on, where a spreadsheet has lost some, and below 10⁻⁹: in the
  /// form 1.10101199001011E+17.
  var text: String {
    let all = String(decoding: digits.map { $0 + 48 }, as: UTF8.self)
    let sign = isNegative ? "-" : ""
    if isZero { return "0" }
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

  /// Reads what `text` writes.
  init?(_ text: String) {
    var text = text
    guard let number = text.withUTF8({ CellNumber($0) }) else { return nil }
    self = number
  }

  /// Whether the number is zero.
  var isZero: Bool { digits.isEmpty }

  /// The number without its sign.
  var magnitude: CellNumber {
    var number = self
    number.isNegative = false
    return number
  }

  /// How many digits stand before the point; zero or less where the first one follows it.
  var size: Int { exponent }

  /// The number times a power of ten.
  func shifted(by power: Int) -> CellNumber {
    var number = self
    number.exponent += isZero ? 0 : power
    return number
  }

  /// The digits before the point, none for zero, and so many after it, rounded half up.
  func rounded(to places: Int) -> (whole: String, fraction: String) {
    let first = min(exponent, 0)
    let end = max(first, exponent + places)
    var kept = (first..<end).map(digit)
    if digit(end) >= 5 {
      var place = kept.count
      while place > 0, kept[place - 1] == 9 {
        place -= 1
        kept[place] = 0
      }
      if place > 0 { kept[place - 1] += 1 } else { kept.insert(1, at: 0) }
    }
    let text = kept.map { Character(Unicode.Scalar(48 + $0)) }
    return (String(text.dropLast(places)), String(text.suffix(places)))
  }

  /// The seconds of the part after the point, taken as a part of a day; 86,400 where it rounds to one.
  private var seconds: Int {
    let part = (exponent..<exponent + 9).reduce(0) { $0 * 10 + Int(digit($1)) }
    return (part * 86_400 + 500_000_000) / 1_000_000_000
  }

  /// The digit at a place, the first that is not zero standing at 0.
  private func digit(_ place: Int) -> UInt8 { digits.indices.contains(place) ? digits[place] : 0 }

  /// The number as the seconds since midnight; nil where it is none or spreadsheets show none.
  var timeOfDay: Int? { isNegative || exponent > 7 ? nil : seconds % 86_400 }

  /// The number as a day and the seconds since its midnight.
  ///
  /// Nil where spreadsheets disagree about the day (before 1 March 1900) or have none.
  func day(startsIn1904: Bool) -> (day: CivilDate, seconds: Int)? {
    guard !isNegative, (1...7).contains(exponent) else { return nil }
    let whole = (0..<exponent).reduce(0) { $0 * 10 + Int(digit($1)) }
    let serial = whole + (startsIn1904 ? 1_462 : 0) + seconds / 86_400
    return CivilDate(spreadsheetSerial: serial).map { ($0, seconds % 86_400) }
  }
}
