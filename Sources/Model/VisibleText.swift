extension Unicode.Scalar {
  /// Whether nothing is seen of it: control and format characters, zero-width marks, what Unicode
  /// lets programs ignore, and what is no character.
  package var isInvisible: Bool {
    // Chinese characters of the common plane.
    if (0x3400...0x9FFF).contains(value) { return false }
    return switch properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator: true
    case .unassigned: properties.isNoncharacterCodePoint
    default: properties.isDefaultIgnorableCodePoint || value == 0x2800
    }
  }
}

extension String {
  /// The text with each control and format character shown as `<U+200B>`, so that none of them can
  /// act on a terminal; line feeds and tabs stay.
  package var visible: String {
    guard mayHide, unicodeScalars.contains(where: Self.isHidden) else { return self }
    return unicodeScalars.map { scalar in
      let number = String(scalar.value, radix: 16, uppercase: true)
      return Self.isHidden(scalar)
        ? "<U+" + String(repeating: "0", count: max(0, 4 - number.count)) + number + ">"
        : String(scalar)
    }.joined()
  }

  /// JSON with each control and format character written as `\\u200B`, which means the same.
  package var escapedJSON: String {
    guard mayHide, unicodeScalars.contains(where: Self.isHidden) else { return self }
    return unicodeScalars.map { scalar in
      Self.isHidden(scalar)
        ? String(scalar).utf16.map { unit in
          let number = String(unit, radix: 16, uppercase: true)
          return "\\u" + String(repeating: "0", count: 4 - number.count) + number
        }.joined() : String(scalar)
    }.joined()
  }

  /// The text without what is not seen of it.
  package var withoutInvisible: String {
    guard mayHide, unicodeScalars.contains(where: \.isInvisible) else { return self }
    var text = String.UnicodeScalarView()
    text.append(contentsOf: unicodeScalars.lazy.filter { !$0.isInvisible })
    return String(text)
  }

  /// Whether any byte is other than those of printable ASCII and common Chinese characters.
  private var mayHide: Bool {
    utf8.contains { $0 < 0x20 || $0 == 0x7F || $0 &- 0xC0 < 0x24 || $0 >= 0xEE }
  }

  private static func isHidden(_ scalar: Unicode.Scalar) -> Bool {
    scalar.isInvisible && scalar != "\n" && scalar != "\t"
  }
}
