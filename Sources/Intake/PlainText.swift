import Model

/// Tells at a glance whether the bytes of a text need no second look.
///
/// Nearly all texts are ASCII or Chinese characters of the common plane. What trims, folds or counts
/// as damage has other bytes among its own, which sixteen at a time are looked for.
enum PlainText {
  /// Whether a text has nothing that is taken off or folded, does not begin as a formula or an error
  /// word does, and is not damaged.
  @inline(__always)
  static func isPlain(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    let first = bytes[0]
    return first > 0x20 && first != UInt8(ascii: "'") && first != UInt8(ascii: "=")
      && first != UInt8(ascii: "-") && first != UInt8(ascii: "@") && first != UInt8(ascii: "#")
      && bytes[bytes.count &- 1] > 0x20 && (!hasSuspects(bytes) || isHarmless(bytes))
  }

  /// Whether any byte is a control, one of `*+./?`, may end 锟, or begins a character below U+4000 or
  /// above U+DFFF that is not ASCII.
  @inline(__always)
  private static func hasSuspects(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    guard let start = UnsafeRawPointer(bytes.baseAddress) else { return false }
    let count = bytes.count
    var words: SIMD2<UInt64>
    if count >= 16 {
      var found = suspects(start.loadUnaligned(as: SIMD2<UInt64>.self))
      var offset = 16
      while offset < count {
        offset = min(offset, count &- 16)
        found |= suspects(start.loadUnaligned(fromByteOffset: offset, as: SIMD2<UInt64>.self))
        offset &+= 16
      }
      return found[0] | found[1] != 0
    } else if count >= 8 {
      words = SIMD2(
        start.loadUnaligned(as: UInt64.self),
        start.loadUnaligned(fromByteOffset: count &- 8, as: UInt64.self))
    } else if count >= 4 {
      words = SIMD2(
        repeating: UInt64(start.loadUnaligned(as: UInt32.self)) << 32
          | UInt64(start.loadUnaligned(fromByteOffset: count &- 4, as: UInt32.self)))
    } else {
      words = SIMD2(
        repeating: 0x6161_6161_6100_0000 | UInt64(bytes[0]) | UInt64(bytes[count &>> 1]) << 8
          | UInt64(bytes[count &- 1]) << 16)
    }
    let found = suspects(words)
    return found[0] | found[1] != 0
  }

  /// A byte of ones for each suspect.
  @inline(__always)
  private static func suspects(_ words: SIMD2<UInt64>) -> SIMD2<UInt64> {
    typealias Bytes = SIMD16<UInt8>
    let bytes = unsafeBitCast(words, to: Bytes.self)
    let isControl = bytes .< Bytes(repeating: 0x20)
    let isLow = (bytes &- Bytes(repeating: 0xC0)) .<= Bytes(repeating: 0x23)
    let isHigh = bytes .>= Bytes(repeating: 0xEE)
    let isOfNumber = (bytes & Bytes(repeating: 0xFA)) .== Bytes(repeating: 0x2A)
    let isLost = (bytes & Bytes(repeating: 0xBF)) .== Bytes(repeating: 0x3F)
    // The last byte of 锟, of which 锟斤拷 is made.
    let isGarbled = bytes .== Bytes(repeating: 0x9F)
    let found = isControl .| isLow .| isHigh .| isOfNumber .| isLost .| isGarbled
    return unsafeBitCast(found, to: SIMD2<UInt64>.self)
  }

  /// Whether each suspect turns out to be none: the dot within a name, punctuation, rare ideographs.
  private static func isHarmless(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    var index = 0
    while index < bytes.count {
      let byte = bytes[index]
      // Letters and digits, and Chinese characters up to U+8FFF.
      if byte &- 0x30 < 0x0F || byte &- 0x40 < 0x3F {
        index &+= 1
        continue
      }
      if byte &- 0xE4 < 5 {
        index &+= 3
        continue
      }
      guard index &+ 2 < bytes.count || byte < 0xE0 else { return false }
      let isHarmless =
        switch byte {
        case ..<0x20, 0x2B, 0x2E, 0x3F, 0x7F: false
        case ..<0xC0: true
        // Controls, the no-break space, the soft hyphen.
        case 0xC2 where index &+ 1 < bytes.count:
          bytes[index &+ 1] > 0xA0 && bytes[index &+ 1] != 0xAD
        // The combining joiner, and scripts with marks of their own that are not seen.
        case 0xCD, 0xD8...0xE1: false
        case ..<0xE0: true
        default: Self.isHarmless(byte, bytes[index &+ 1], bytes[index &+ 2])
        }
      guard isHarmless else { return false }
      index &+= byte < 0xE0 ? 1 : 3
    }
    return true
  }

  /// Whether a character of three or four bytes is harmless.
  @inline(__always)
  private static func isHarmless(_ first: UInt8, _ second: UInt8, _ third: UInt8) -> Bool {
    switch first {
    // Dashes, quotation marks and dots; no mark without a width.
    case 0xE2 where second == 0x80: (0x90...0xA7).contains(third) || third >= 0xB0
    // Spaces, X of Rome, the white square, Braille, radicals.
    case 0xE2: ![0x81, 0x85, 0x96, 0xA0].contains(second) && second < 0xBA
    // The ideographic space, the mark of a lost character, the filler of Hangul.
    case 0xE3 where second == 0x80: third != 0x80 && third != 0x93
    case 0xE3: second != 0x85
    // 锟.
    case 0xE9: second != 0x94 || third != 0x9F
    case ..<0xEE: true
    case 0xEF: (0xA4...0xAB).contains(second)
    // Ideographs beyond the common plane.
    case 0xF0: second >= 0xA0
    default: false
    }
  }
}
