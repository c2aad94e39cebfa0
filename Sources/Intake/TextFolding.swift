import Model

/// Takes off what clerks and spreadsheets add around a value, what nobody sees, and folds characters
/// that stand in the place of others.
enum TextFolding {
  /// What was changed beyond the white space at the ends.
  struct Changes: OptionSet {
    let rawValue: UInt8

    /// Full-width forms became ASCII.
    static let widths = Changes(rawValue: 1)
    /// Characters that are not seen were taken out.
    static let invisibles = Changes(rawValue: 2)
    /// Radicals and the like became the usual characters.
    static let characters = Changes(rawValue: 4)

    /// The notices that say so.
    var notices: [FindingCode] {
      [
        (Changes.widths, FindingCode.widthFolded), (.invisibles, .invisibleRemoved),
        (.characters, .characterReplaced),
      ].filter { contains($0.0) }.map(\.1)
    }
  }

  /// A text after it was folded.
  typealias Folded = (bytes: [UInt8], changes: Changes)

  /// The text without white space at its ends, without one leading apostrophe that guards a number or
  /// a formula, and without characters that are not seen; full-width forms are folded if asked for.
  /// - Parameter keepsLines: whether line breaks and tabs within the text stay.
  static func fold(
    _ bytes: UnsafeBufferPointer<UInt8>, widths: Bool, keepsLines: Bool = false
  ) -> Folded {
    let (text, changes): Folded =
      bytes.allSatisfy { $0 &- 0x20 < 0x5F }
      ? (Array(bytes), [])
      : usual(String(decoding: bytes, as: UTF8.self), widths: widths, keepsLines: keepsLines)
    var rest = text[...].trimmed
    if rest.first == UInt8(ascii: "'") {
      let guarded = rest.dropFirst()
      if widths || guarded.withUnsafeBufferPointer({ startsFormula($0[...]) }) {
        rest = guarded.trimmed
      }
    }
    return (Array(rest), changes)
  }

  /// A text with the usual characters.
  private static func usual(_ text: String, widths: Bool, keepsLines: Bool) -> Folded {
    var changes: Changes = []
    var result = String.UnicodeScalarView()
    let scalars = text.unicodeScalars
    // Controls at the ends are white space to whoever typed or exported them.
    let isEdge: (Unicode.Scalar) -> Bool = { $0.value <= 0x20 || $0.properties.isWhitespace }
    let end = scalars.lastIndex { !isEdge($0) }.map(scalars.index(after:)) ?? scalars.startIndex
    for scalar in scalars[..<end].drop(while: isEdge) {
      if scalar.isInvisible {
        if keepsLines, [9, 10, 13].contains(scalar.value) {
          result.append(scalar)
        } else {
          changes.insert(.invisibles)
        }
      } else if let usual = CompatibilityForms.usual(scalar) {
        result.append(usual)
        changes.insert(.characters)
      } else if widths, let ascii = CompatibilityForms.ascii(scalar) {
        result.append(ascii)
        if ascii != " " { changes.insert(.widths) }
      } else {
        result.append(scalar)
      }
    }
    // What was not seen may have hidden more white space.
    let start = result.firstIndex { !isEdge($0) } ?? result.endIndex
    let last = result.lastIndex { !isEdge($0) }.map(result.index(after:)) ?? result.endIndex
    return (Array(String(result[start..<max(start, last)]).utf8), changes)
  }

  /// Whether a spreadsheet would run the text, so that our own exports guard it.
  static func startsFormula(_ bytes: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
    switch bytes.first {
    case UInt8(ascii: "="), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "@"), 9, 10, 13:
      return true
    case 0xEF:
      // ＝ ＋ － ＠
      return [[0xBC, 0x9D], [0xBC, 0x8B], [0xBC, 0x8D], [0xBC, 0xA0]]
        .contains(Array(bytes.dropFirst().prefix(2)))
    default:
      return false
    }
  }
}

extension ArraySlice<UInt8> {
  /// The bytes without ASCII white space and controls at their ends.
  fileprivate var trimmed: Self {
    guard let start = firstIndex(where: { $0 > 0x20 }),
      let end = lastIndex(where: { $0 > 0x20 })
    else { return [] }
    return self[start...end]
  }
}
