/// Numbers that tell who somebody is, or reach them: identity numbers and mobile telephone numbers.
public enum PersonalNumber {
  /// Whether a text as a whole is such a number, spaces and hyphens aside: its form and its date are
  /// right; a check character that is wrong does not make it another's.
  public static func isOne(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    func parts(_ byte: UInt8) -> Bool { byte == UInt8(ascii: " ") || byte == UInt8(ascii: "-") }
    guard bytes.count > 11, bytes.contains(where: parts) else { return isWhole(bytes) }
    return bytes.filter { !parts($0) }.withUnsafeBufferPointer(isWhole)
  }

  private static func isWhole(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    switch bytes.count {
    case 11: isMobile(bytes)
    case 15, 18: isIdentity(bytes[...], born: 1940...2010)
    default: false
    }
  }

  /// Whether bytes are a mobile number: 1, then 3–9, then nine digits.
  @inlinable @inline(__always)
  public static func isMobile(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    guard bytes.count == 11, bytes[0] == 49, bytes[1] >= 51, bytes[1] <= 57 else { return false }
    for index in 2..<11 where bytes[index] &- 48 > 9 { return false }
    return true
  }

  /// A text in which such numbers are masked wherever they stand, whole or damaged: with spaces or
  /// hyphens between their digits, full-width, in exponent form, within a longer number.
  /// - Complexity: O(characters); a text with fewer than eleven digits is not looked at.
  public static func masked(_ text: String) -> String {
    guard text.utf8.count(where: { $0 &- 48 <= 9 || $0 == 0xEF }) >= 11 else { return text }
    var characters = Array(text)
    let runs = digitRuns(of: characters)
    var first = 0
    while first < runs.count {
      var digits: [UInt8] = []
      var found: (last: Int, keeping: Int)?
      for last in first..<runs.count {
        // One character at most may part the digits of a number.
        guard last == first || runs[last].start == runs[last - 1].end + 1,
          digits.count + runs[last].digits.count <= 18 || last == first
        else { break }
        digits += runs[last].digits
        if let kept = kept(of: digits) { found = (last, kept) }
      }
      if let (last, keeping) = found {
        hide(&characters, from: runs[first].start, to: runs[last].end, keeping: keeping)
        first = last
      }
      first += 1
    }
    return String(characters)
  }

  /// Digits that follow each other, the last of them perhaps an X.
  private static func digitRuns(of characters: [Character]) -> [(
    start: Int, end: Int, digits: [UInt8]
  )] {
    var runs: [(start: Int, end: Int, digits: [UInt8])] = []
    for (place, character) in characters.enumerated() {
      guard let digit = digit(character) else { continue }
      let continues = runs.last?.end == place
      guard digit <= 57 || continues else { continue }
      if continues {
        runs[runs.count - 1].end += 1
        runs[runs.count - 1].digits.append(digit)
      } else {
        runs.append((place, place + 1, [digit]))
      }
    }
    return runs
  }

  /// A digit or an X in ASCII, also where it is written full-width.
  private static func digit(_ character: Character) -> UInt8? {
    guard let scalar = character.unicodeScalars.first else { return nil }
    let value = (0xFF01...0xFF5E).contains(scalar.value) ? scalar.value - 0xFEE0 : scalar.value
    switch value {
    case 48...57: return UInt8(value)
    case 0x58, 0x78: return 0x58
    default: return nil
    }
  }

  /// How many characters at the start of a personal number may be seen; nil where digits are none.
  private static func kept(of digits: [UInt8]) -> Int? {
    // With the code of the country or a zero before it.
    if (11...15).contains(digits.count),
      digits.suffix(11).withUnsafeBufferPointer(isMobile),
      digits.dropLast(11).allSatisfy({ [48, 54, 56].contains($0) })
    {
      return digits.count - 8
    }
    if digits.count > 18 { return 6 }
    // Of a damaged number the region and the date are left.
    let isIdentity = digits.withUnsafeBufferPointer { digits in
      (14...18).contains(digits.count) && self.isIdentity(digits[...], born: 1900...2019)
    }
    return isIdentity ? 6 : nil
  }

  /// Whether digits begin with a region and a date of birth.
  private static func isIdentity(
    _ bytes: Slice<UnsafeBufferPointer<UInt8>>, born years: ClosedRange<Int>
  ) -> Bool {
    guard bytes.dropLast().allSatisfy({ $0 &- 48 <= 9 }),
      provinces.contains((bytes[0] - 48) * 10 + bytes[1] - 48)
    else { return false }
    func number(_ range: Range<Int>) -> Int {
      bytes[range].reduce(0) { $0 * 10 + Int($1) - 48 }
    }
    if bytes.count == 15, CivilDate(number: 19_000_000 + number(6..<12)) != nil { return true }
    let date = CivilDate(number: number(6..<14))
    return date.map { years.contains($0.year) } ?? false
  }

  /// The first two digits of a region (GB/T 2260), with those of the passes of Hong Kong, Macao and
  /// Taiwan and of foreigners.
  private static let provinces: Set<UInt8> = [
    11, 12, 13, 14, 15, 21, 22, 23, 31, 32, 33, 34, 35, 36, 37, 41, 42, 43, 44, 45, 46, 50, 51, 52,
    53, 54, 61, 62, 63, 64, 65, 71, 81, 82, 83, 91,
  ]

  private static func hide(
    _ characters: inout [Character], from start: Int, to end: Int, keeping head: Int
  ) {
    for place in (start + head)..<max(start + head, end - 4) { characters[place] = "*" }
  }
}
