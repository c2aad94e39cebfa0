/// Takes off what clerks and spreadsheets add around a value, and folds full-width forms.
enum TextFolding {
  /// The text without white space at its ends (ASCII, no-break, ideographic), without one leading
  /// apostrophe that guards a number or a formula, and with full-width forms folded if asked for.
  static func fold(_ bytes: UnsafeBufferPointer<UInt8>, widths: Bool)
    -> (bytes: [UInt8], foldedWidths: Bool)
  {
    var rest = trimmed(bytes[...])
    if rest.first == UInt8(ascii: "'") {
      let guarded = Slice(base: bytes, bounds: (rest.startIndex + 1)..<rest.endIndex)
      if widths || startsFormula(guarded) { rest = trimmed(guarded) }
    }
    guard widths else { return (Array(rest), false) }
    return narrow(rest)
  }

  private static func trimmed(_ bytes: Slice<UnsafeBufferPointer<UInt8>>)
    -> Slice<UnsafeBufferPointer<UInt8>>
  {
    var rest = bytes
    trimming: while let first = rest.first {
      switch first {
      case 0...0x20: rest.removeFirst()
      case 0xC2 where rest.dropFirst().first == 0xA0: rest.removeFirst(2)
      case 0xE3 where rest.starts(with: [0xE3, 0x80, 0x80]): rest.removeFirst(3)
      default: break trimming
      }
    }
    trimming: while let last = rest.last {
      switch last {
      case 0...0x20: rest.removeLast()
      case 0xA0 where rest.dropLast().last == 0xC2: rest.removeLast(2)
      case 0x80 where rest.suffix(3).elementsEqual([0xE3, 0x80, 0x80]): rest.removeLast(3)
      default: break trimming
      }
    }
    return rest
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

  /// Folds U+FF01–U+FF5E to ASCII and the ideographic space to a space.
  private static func narrow(_ bytes: Slice<UnsafeBufferPointer<UInt8>>)
    -> (bytes: [UInt8], foldedWidths: Bool)
  {
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count)
    var folded = false
    var index = bytes.startIndex
    while index < bytes.endIndex {
      if index + 2 < bytes.endIndex,
        let ascii = ascii(bytes[index], bytes[index + 1], bytes[index + 2])
      {
        result.append(ascii)
        folded = true
        index += 3
        continue
      }
      result.append(bytes[index])
      index += 1
    }
    return (result, folded)
  }
  /// The ASCII byte of a full-width form that is spelt with three bytes of UTF-8.
  private static func ascii(_ first: UInt8, _ second: UInt8, _ third: UInt8) -> UInt8? {
    switch (first, second, third) {
    case (0xEF, 0xBC, 0x81...0xBF): third - 0x60
    case (0xEF, 0xBD, 0x80...0x9E): third - 0x20
    case (0xE3, 0x80, 0x80): UInt8(ascii: " ")
    default: nil
    }
  }
}
