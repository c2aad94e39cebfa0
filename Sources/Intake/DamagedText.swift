import Model

/// What programs leave of a value that they could not hold.
enum DamagedText {
  /// Whether a text is what a spreadsheet shows instead of a value: `#N/A`, `#REF!`, `#NAME?`,
  /// `#####`.
  static func isErrorWord(_ text: [UInt8]) -> Bool {
    guard text.count > 2, text.count <= 20, text[0] == UInt8(ascii: "#") else { return false }
    let word = String(decoding: text.dropFirst(), as: UTF8.self).uppercased()
    if word.allSatisfy({ $0 == "#" }) || ["N/A", "GETTING_DATA"].contains(word) { return true }
    return (word.hasSuffix("!") || word.hasSuffix("?"))
      && word.dropLast().allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "/") }
  }

  /// Whether a text is a number as programs write it, not people: 2.02406E+16, 20240001.0.
  static func isRewrittenNumber(_ text: [UInt8]) -> Bool {
    var rest = text[...]
    func digits() -> ArraySlice<UInt8> {
      let digits = rest.prefix { $0 &- 48 <= 9 }
      rest = rest.dropFirst(digits.count)
      return digits
    }
    guard !digits().isEmpty else { return false }
    var hasPoint = false
    var isWhole = false
    if rest.first == UInt8(ascii: ".") {
      rest.removeFirst()
      let decimals = digits()
      guard !decimals.isEmpty else { return false }
      hasPoint = true
      isWhole = decimals.allSatisfy { $0 == 48 }
    }
    guard let mark = rest.popFirst() else { return isWhole }
    let hasPlus = rest.first == UInt8(ascii: "+")
    if hasPlus { rest.removeFirst() }
    return mark | 0x20 == UInt8(ascii: "e") && (hasPoint || hasPlus) && !digits().isEmpty
      && rest.isEmpty
  }

  /// Whether characters of a text were lost on the way: others stand there that nobody typed.
  /// - Parameter marks: whether a question mark is such a character too, as it is in a name.
  static func hasLostCharacters(_ text: [UInt8], marks: Bool) -> Bool {
    let text = String(decoding: text, as: UTF8.self)
    return text.contains("锟斤拷")
      || text.unicodeScalars.contains { scalar in
        switch scalar {
        case "?", "？": marks
        case "\u{FFFC}", "\u{FFFD}", "□", "〓": true
        default: scalar.properties.generalCategory == .privateUse
        }
      }
  }
}
