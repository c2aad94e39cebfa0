import Foundation

/// What a line of `allowed_signers` says of the use of its key.
struct SignerOptions {
  /// The patterns of purposes; any purpose where nil.
  private(set) var namespaces: PatternList?
  private(set) var validAfter: Date?
  private(set) var validBefore: Date?
  /// Whether the key signs certificates, and so no package.
  private(set) var isAuthority = false

  init() {}

  /// Reads options apart by commas; nil where one is unknown, given twice or not quoted.
  init?(_ text: String) {
    var rest = Substring(text)
    while !rest.isEmpty {
      if rest.takePrefix("cert-authority") {
        isAuthority = true
      } else if rest.takePrefix("namespaces=") {
        guard namespaces == nil, let value = rest.takeQuoted() else { return nil }
        namespaces = PatternList(value)
      } else if rest.takePrefix("valid-after=") {
        guard validAfter == nil, let moment = rest.takeQuoted().flatMap(Self.moment) else {
          return nil
        }
        validAfter = moment
      } else if rest.takePrefix("valid-before=") {
        guard validBefore == nil, let moment = rest.takeQuoted().flatMap(Self.moment) else {
          return nil
        }
        validBefore = moment
      } else {
        return nil
      }
      if rest.isEmpty { break }
      guard rest.removeFirst() == ",", !rest.isEmpty else { return nil }
    }
    if let validAfter, let validBefore, validBefore <= validAfter { return nil }
  }

  /// Whether the key may be used for a purpose at a moment.
  func allow(_ namespace: String, at moment: Date) -> Bool {
    namespaces?.matches(namespace) ?? true && validAfter.map { moment >= $0 } ?? true
      && validBefore.map { moment <= $0 } ?? true
  }

  /// `YYYYMMDD`, with `HHMM` or `HHMMSS`, in local time or, after a `Z`, in UTC.
  private static func moment(_ text: String) -> Date? {
    var digits = Substring(text)
    var zone = TimeZone.current
    for mark in ["UTC", "Z"] where digits.uppercased().hasSuffix(mark) && digits.count > mark.count
    {
      digits = digits.dropLast(mark.count)
      zone = .gmt
      break
    }
    guard [8, 12, 14].contains(digits.count), digits.allSatisfy({ $0.isASCII && $0.isNumber })
    else { return nil }
    func number(_ start: Int, _ count: Int) -> Int {
      Int(digits.dropFirst(start).prefix(count)) ?? 0
    }
    var parts = DateComponents(
      timeZone: zone, year: number(0, 4), month: number(4, 2), day: number(6, 2))
    (parts.hour, parts.minute, parts.second) = (number(8, 2), number(10, 2), number(12, 2))
    let calendar = Calendar(identifier: .gregorian)
    guard (1...12).contains(number(4, 2)), (1...31).contains(number(6, 2)), number(8, 2) < 24,
      number(10, 2) < 60, number(12, 2) <= 60
    else { return nil }
    // Nothing before 1970 is a time that OpenSSH takes.
    return calendar.date(from: parts).flatMap { $0.timeIntervalSince1970 > 0 ? $0 : nil }
  }
}

/// Patterns apart by commas, with `*` and `?`, and `!` before one that must not fit.
struct PatternList {
  private let patterns: [(isNegated: Bool, bytes: [UInt8])]

  init(_ text: String) {
    patterns = text.split(separator: ",", omittingEmptySubsequences: true).map { pattern in
      (pattern.hasPrefix("!"), Array((pattern.hasPrefix("!") ? pattern.dropFirst() : pattern).utf8))
    }
  }

  /// Whether a pattern fits and none that is negated does.
  func matches(_ text: String) -> Bool {
    let text = Array(text.utf8)
    var fits = false
    for pattern in patterns where Self.fits(text[...], pattern.bytes[...]) {
      if pattern.isNegated { return false }
      fits = true
    }
    return fits
  }

  private static func fits(_ text: ArraySlice<UInt8>, _ pattern: ArraySlice<UInt8>) -> Bool {
    guard let first = pattern.first else { return text.isEmpty }
    if first == UInt8(ascii: "*") {
      let rest = pattern.drop { $0 == UInt8(ascii: "*") }
      return (text.startIndex...text.endIndex).contains { fits(text[$0...], rest) }
    }
    guard let letter = text.first, first == UInt8(ascii: "?") || first == letter else {
      return false
    }
    return fits(text.dropFirst(), pattern.dropFirst())
  }
}

extension Substring {
  /// Takes a word off the beginning, whatever its case.
  fileprivate mutating func takePrefix(_ word: String) -> Bool {
    guard prefix(word.count).lowercased() == word else { return false }
    removeFirst(word.count)
    return true
  }

  /// Takes a text between quotation marks, in which `\"` stands for one of them.
  fileprivate mutating func takeQuoted() -> String? {
    guard first == "\"" else { return nil }
    removeFirst()
    var text = ""
    while let character = popFirst() {
      if character == "\"" { return text }
      if character == "\\", first == "\"" { removeFirst(); text.append("\""); continue }
      text.append(character)
    }
    return nil
  }
}
