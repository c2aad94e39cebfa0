extension Unicode.Scalar {
  /// Whether nothing is seen of it: control and format characters, zero-width marks, what Unicode
  /// lets programs ignore, and what is no character.
  package var isInvisible: Bool {
    switch properties.generalCategory {
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
    guard unicodeScalars.contains(where: Self.isHidden) else { return self }
    return unicodeScalars.map { scalar in
      let number = String(scalar.value, radix: 16, uppercase: true)
      return Self.isHidden(scalar)
        ? "<U+" + String(repeating: "0", count: max(0, 4 - number.count)) + number + ">"
        : String(scalar)
    }.joined()
  }

  /// JSON with each control and format character written as `\\u200B`, which means the same.
  package var escapedJSON: String {
    guard unicodeScalars.contains(where: Self.isHidden) else { return self }
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
    guard unicodeScalars.contains(where: \.isInvisible) else { return self }
    var text = String.UnicodeScalarView()
    text.append(contentsOf: unicodeScalars.lazy.filter { !$0.isInvisible })
    return String(text)
  }

  private static func isHidden(_ scalar: Unicode.Scalar) -> Bool {
    // What is plain is seen at once.
    scalar.value < 0x20
      ? scalar != "\n" && scalar != "\t" : scalar.value > 0x7E && scalar.isInvisible
  }
}
