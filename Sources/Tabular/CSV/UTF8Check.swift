/// Finds the bytes that are not UTF-8, piece by piece.
///
/// Source: RFC 3629 (no surrogates, nothing past U+10FFFF, no overlong forms).
struct UTF8Check {
  /// Offsets of bytes that fit nowhere, counted from 0, ascending; no more than `limit` are kept.
  private(set) var badOffsets: [Int] = []
  /// How many bytes fit nowhere.
  private(set) var badCount = 0
  /// The offset of the first NUL, if there is one.
  private(set) var firstNUL: Int?
  /// How many characters of more than one byte were met.
  private(set) var characterCount = 0

  /// How many offsets are remembered.
  static let limit = 10_000

  private var offset = 0

  /// Checks a piece and returns how many bytes at its end begin a character that it cuts off;
  /// they must come again at the start of the next piece.
  mutating func check(_ bytes: UnsafeBufferPointer<UInt8>, isLast: Bool) -> Int {
    let count = bytes.count
    guard let base = bytes.baseAddress else { return 0 }
    var index = 0
    while index < count {
      if index &+ 8 <= count {
        let word = UnsafeRawPointer(base + index).loadUnaligned(as: UInt64.self)
        let high = word & 0x8080_8080_8080_8080
        // No byte is zero.
        if (word &- 0x0101_0101_0101_0101) & ~word & 0x8080_8080_8080_8080 == 0 {
          // Up to the first byte with its high bit set.
          index &+= high.trailingZeroBitCount &>> 3
          if high == 0 { continue }
        }
      }
      let byte = base[index]
      if byte < 0x80 {
        if byte == 0, firstNUL == nil { firstNUL = offset + index }
        index &+= 1
        continue
      }
      // E1–EF without ED lead most Chinese characters; ED and E0 need a closer look.
      let before = index
      while index &+ 4 <= count {
        let word = UnsafeRawPointer(base + index).loadUnaligned(as: UInt32.self)
        let lead = word & 0xFF
        guard word & 0x00C0_C0F0 == 0x0080_80E0, lead != 0xE0, lead != 0xED else { break }
        characterCount &+= 1
        index &+= 3
      }
      if index > before { continue }
      let length = Self.length(of: base + index, available: count - index)
      if length > 0 {
        characterCount &+= 1
        index &+= length
      } else if length == 0, !isLast {
        break
      } else {
        badCount += 1
        if badOffsets.count < Self.limit { badOffsets.append(offset + index) }
        index &+= 1
      }
    }
    offset += index
    return count - index
  }

  /// Looks for a NUL in a piece that is not to be checked.
  mutating func pass(_ bytes: UnsafeBufferPointer<UInt8>) -> Int {
    if firstNUL == nil { firstNUL = bytes.place(of: 0).map { offset + $0 } }
    offset += bytes.count
    return 0
  }

  /// The length of the character that begins here; 0 if it is cut off, −1 if it is none.
  @inline(__always)
  private static func length(of start: UnsafePointer<UInt8>, available: Int) -> Int {
    let lead = start[0]
    let (length, low, high): (Int, UInt8, UInt8)
    switch lead {
    case 0xE1...0xEC, 0xEE, 0xEF: (length, low, high) = (3, 0x80, 0xBF)
    case 0xC2...0xDF: (length, low, high) = (2, 0x80, 0xBF)
    case 0xE0: (length, low, high) = (3, 0xA0, 0xBF)
    case 0xED: (length, low, high) = (3, 0x80, 0x9F)
    case 0xF0: (length, low, high) = (4, 0x90, 0xBF)
    case 0xF1...0xF3: (length, low, high) = (4, 0x80, 0xBF)
    case 0xF4: (length, low, high) = (4, 0x80, 0x8F)
    default: return -1
    }
    guard available > 1 else { return 0 }
    guard start[1] >= low, start[1] <= high else { return -1 }
    if length == 2 { return 2 }
    guard available > 2 else { return 0 }
    guard start[2] & 0xC0 == 0x80 else { return -1 }
    if length == 3 { return 3 }
    guard available > 3 else { return 0 }
    return start[3] & 0xC0 == 0x80 ? 4 : -1
  }
}
