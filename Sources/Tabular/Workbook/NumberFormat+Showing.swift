import Model

/// What a cell shows.
struct ShownNumber: Equatable {
  /// The text, without the spaces that align it.
  var text: String
  /// Whether it says the number itself, in another notation at most: `1,050 人` for 1050, not `85%`
  /// for 0.85 and not `2.35` for 2.346.
  var isSame: Bool
  /// Whether it is digits and a point, as a person types a number.
  var isBare: Bool {
    let digits = text.drop { $0 == "-" }.utf8
    return digits.first.map { $0 &- 48 <= 9 } == true
      && digits.allSatisfy { $0 &- 48 <= 9 || $0 == UInt8(ascii: ".") }
  }
}

extension NumberFormat {
  /// What a number that is no day shows; nil where its code is not understood.
  func shown(_ number: CellNumber) -> ShownNumber? {
    guard isUnderstood, let place = section(for: number) else { return nil }
    let tokens = sections[place].tokens
    if tokens.contains(where: \.isOfDate) {
      return number.timeOfDay.flatMap { shown(nil, seconds: $0, tokens) }
        .map { ShownNumber(text: $0, isSame: false) }
    }
    guard var writer = DigitWriter(tokens, number.magnitude) else { return nil }
    let text = (number.isNegative && place == 0 ? "-" : "") + writer.write()
    let isSame =
      writer.isFaithful && CellNumber(writer.figures) == number.magnitude
      && (!number.isNegative || text.contains("-"))
    return ShownNumber(text: text, isSame: isSame)
  }

  /// What a day shows; nil where its code is not understood.
  func shown(_ day: CivilDate, seconds: Int) -> String? {
    isUnderstood ? shown(day, seconds: seconds, sections[0].tokens) : nil
  }

  /// Whether a day is shown with nothing of it left out.
  var showsWholeDay: Bool {
    sections.first.map { $0.shows("y") && $0.shows("m") && $0.shows("d") } ?? false
  }

  /// One section serves all numbers, the second of several the negative ones, the third zero.
  private func section(for number: CellNumber) -> Int? {
    if sections.count > 1, number.isNegative { return 1 }
    return sections.count > 2 && number.isZero ? 2 : 0
  }

  private func shown(_ day: CivilDate?, seconds: Int, _ tokens: [Token]) -> String? {
    let isHalved = tokens.contains { if case .halfDay = $0 { true } else { false } }
    var text = ""
    for (place, token) in tokens.enumerated() {
      switch token {
      case .literal(let literal): text += literal
      case .halfDay(let morning, let afternoon): text += seconds < 43_200 ? morning : afternoon
      case .date("h", let count):
        let hour = seconds / 3_600
        text += Self.padded(isHalved ? (hour + 11) % 12 + 1 : hour, count)
      case .date("s", let count): text += Self.padded(seconds % 60, count)
      case .date("m", let count) where Self.isMinute(place, tokens):
        text += Self.padded(seconds / 60 % 60, count)
      case .date(let letter, let count):
        guard let day else { return nil }
        text += Self.part(letter, count, of: day)
      default: return nil
      }
    }
    return text.trimmed
  }

  /// Whether an `m` is minutes: after an hour, or before seconds.
  private static func isMinute(_ place: Int, _ tokens: [Token]) -> Bool {
    func letter(_ token: Token) -> Character? {
      if case .date(let letter, _) = token { letter } else { nil }
    }
    return tokens[..<place].compactMap(letter).last == "h"
      || tokens[(place + 1)...].compactMap(letter).first == "s"
  }

  private static func part(_ letter: Character, _ count: Int, of day: CivilDate) -> String {
    switch (letter, count) {
    case ("y", ...2): padded(day.year % 100, 2)
    case ("y", _): padded(day.year, 4)
    case ("m", ...2): padded(day.month, count)
    case ("m", 4): months[day.month - 1]
    case ("m", let count): String(months[day.month - 1].prefix(count == 5 ? 1 : 3))
    case ("d", ...2): padded(day.day, count)
    case ("d", 3): String(englishDays[day.weekdayNumber].prefix(3))
    case ("d", _): englishDays[day.weekdayNumber]
    default: (count == 3 ? "" : "星期") + chineseDays[day.weekdayNumber]
    }
  }

  private static func padded(_ number: Int, _ count: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, count - digits.count)) + digits
  }

  private static let months = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
  ]
  private static let englishDays = [
    "Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday",
  ]
  private static let chineseDays = ["日", "一", "二", "三", "四", "五", "六"]
}

extension CivilDate {
  /// The day of the week, 0 for Sunday.
  fileprivate var weekdayNumber: Int {
    // Day 0 was a Wednesday.
    (dayNumber + 3) % 7
  }
}

extension String {
  /// The text without spaces at its ends.
  fileprivate var trimmed: String {
    String(drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
  }
}

/// Writes a number's digits into the places of a section.
private struct DigitWriter {
  private let whole: [NumberFormat.Token]
  private let fraction: [NumberFormat.Token]
  private let number: CellNumber
  private let isGrouped: Bool
  /// The digits and the point alone.
  private(set) var figures = ""
  /// Whether nothing but the notation differs: no percentage, no thousands cut off, no digits beside.
  private(set) var isFaithful: Bool

  /// Prepares to write a number that is not negative; nil for one that nobody would read.
  init?(_ tokens: [NumberFormat.Token], _ number: CellNumber) {
    let point = tokens.firstIndex(of: .point) ?? tokens.endIndex
    whole = Array(tokens[..<point])
    fraction = Array(tokens[point...].dropFirst())
    let lastDigit = whole.lastIndex(where: \.isDigit) ?? -1
    isGrouped = whole[..<max(lastDigit, 0)].contains(.comma)
    let thousands = whole[(lastDigit + 1)...].count { $0 == .comma }
    let percents = tokens.count { $0 == .percent }
    isFaithful = thousands == 0 && percents == 0
    self.number = number.shifted(by: 2 * percents - 3 * thousands)
    guard (-30...30).contains(self.number.size), !fraction.contains(.point) else { return nil }
  }

  mutating func write() -> String {
    if whole.contains(.general) { return writeGeneral().trimmed }
    let (digits, decimals) = number.rounded(to: fraction.count(where: \.isDigit))
    return (writeWhole(digits) + writeFraction(decimals)).trimmed
  }

  private mutating func writeGeneral() -> String {
    whole.map {
      switch $0 {
      case .general:
        figures = number.text
        return figures
      case .literal(let literal): return beside(literal)
      default: return ""
      }
    }.joined()
  }

  /// Fills the places from the right; the first of them takes all the digits that are left.
  private mutating func writeWhole(_ digits: String) -> String {
    var left = Substring(digits)
    var placesLeft = whole.count(where: \.isDigit)
    var pieces: [String] = []
    var written = 0
    func grouped(_ digit: Character) -> String {
      written += 1
      return isGrouped && written % 3 == 1 && written > 1 ? "\(digit)," : String(digit)
    }
    for token in whole.reversed() {
      switch token {
      case .digit(let place):
        placesLeft -= 1
        repeat {
          if let digit = left.popLast() {
            pieces.append(grouped(digit))
            figures = String(digit) + figures
          } else if place == "0" {
            pieces.append(grouped("0"))
            figures = "0" + figures
          }
        } while placesLeft == 0 && !left.isEmpty
      case .literal(let literal): pieces.append(beside(literal))
      case .percent: pieces.append("%")
      default: break
      }
    }
    return pieces.reversed().joined()
  }

  private mutating func writeFraction(_ decimals: String) -> String {
    var left = Substring(decimals)
    var text = fraction.isEmpty ? "" : "."
    figures += text
    for token in fraction {
      switch token {
      case .digit(let place):
        // What is left may be zeros that only 0 shows.
        guard let digit = left.popFirst(),
          place == "0" || digit != "0" || left.contains(where: { $0 != "0" })
        else { continue }
        text.append(digit)
        figures.append(digit)
      case .literal(let literal): text += beside(literal)
      case .percent: text += "%"
      default: break
      }
    }
    return text
  }

  private mutating func beside(_ literal: String) -> String {
    if literal.contains(where: \.isNumber) { isFaithful = false }
    return literal
  }
}
