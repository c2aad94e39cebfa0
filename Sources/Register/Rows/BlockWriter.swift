/// Writes rows as the text of a block: a JSON array with one row to a line, each row an array of
/// whole numbers and texts.
///
/// A line end within a text is escaped, so rows are found without looking into them. The bytes of a
/// row are those of SQLite's `json_array`: equal rows have equal bytes.
struct BlockWriter: ~Copyable {
  /// How many bytes a block has, at least, unless its file ends.
  private static let size = 1 << 19

  private var bytes: UnsafeMutablePointer<UInt8>
  private var capacity = size + size / 4
  private var count = 1
  /// Where the row begins that has not ended yet.
  private var start = 1
  /// How many rows have ended.
  private(set) var rows = 0

  init() {
    bytes = .allocate(capacity: capacity)
    bytes[0] = UInt8(ascii: "[")
  }

  deinit { bytes.deallocate() }

  /// Whether the block is large enough.
  var isFull: Bool { count >= Self.size }

  /// Appends a whole number to the row.
  @inline(__always)
  mutating func append(_ number: Int64) {
    if count &+ 24 > capacity { grow(for: 24) }
    bytes[count] = UInt8(ascii: ",")
    count &+= 1
    if number < 0 {
      bytes[count] = UInt8(ascii: "-")
      count &+= 1
    }
    var rest = number.magnitude
    var digits = 1
    var power: UInt64 = 10
    while digits < 19, rest >= power { (digits, power) = (digits &+ 1, power &* 10) }
    for place in stride(from: count &+ digits &- 1, through: count, by: -1) {
      let (quotient, digit) = rest.quotientAndRemainder(dividingBy: 10)
      bytes[place] = 48 &+ UInt8(truncatingIfNeeded: digit)
      rest = quotient
    }
    count &+= digits
  }

  /// Appends a text to the row.
  /// - Parameter isPadded: whether the bytes after it may be read too, as a batch's may.
  @inline(__always)
  mutating func append(_ text: UnsafeBufferPointer<UInt8>, isPadded: Bool = false) {
    // A control character takes six bytes. Whole words are written, so the last one may end later.
    let needed = text.count &* 6 &+ 16
    if count &+ needed > capacity { grow(for: needed) }
    var end = bytes + count
    end[0] = UInt8(ascii: ",")
    end[1] = UInt8(ascii: "\"")
    end += 2
    Self.copy(text, isPadded, to: &end)
    end[0] = UInt8(ascii: "\"")
    count = end + 1 - bytes
  }

  /// Ends the row.
  mutating func endRow() {
    if count &+ 4 > capacity { grow(for: 4) }
    // The bracket stands in place of the first cell's comma.
    bytes[start] = UInt8(ascii: "[")
    count = max(count, start &+ 1)
    bytes[count] = UInt8(ascii: "]")
    bytes[count &+ 1] = UInt8(ascii: ",")
    bytes[count &+ 2] = UInt8(ascii: "\n")
    count &+= 3
    start = count
    rows &+= 1
  }

  /// Hands out the block and begins another one; without a row there is none.
  mutating func take(_ body: (UnsafeBufferPointer<UInt8>) throws -> Void) rethrows {
    guard rows > 0 else { return }
    // In place of the comma and the line end after the last row.
    bytes[start &- 2] = UInt8(ascii: "]")
    try body(UnsafeBufferPointer(start: bytes, count: start &- 1))
    removeAll()
  }

  /// Begins anew.
  mutating func removeAll() {
    (count, start, rows) = (1, 1, 0)
  }

  @inline(__always)
  private static func copy(
    _ text: UnsafeBufferPointer<UInt8>, _ isPadded: Bool,
    to end: inout UnsafeMutablePointer<UInt8>
  ) {
    guard var start = text.baseAddress else { return }
    var rest = text.count
    while rest > 0 {
      let count = min(rest, 8)
      let word =
        isPadded
        ? UnsafeRawPointer(start).loadUnaligned(as: UInt64.self) : Self.word(start, count)
      // Bytes after the text count as 255, which needs no escape.
      let beyond = count == 8 ? 0 : ~UInt64(0) << UInt64(count &* 8)
      if needsEscape(word | beyond) {
        for byte in UnsafeBufferPointer(start: start, count: count) {
          if byte >= 0x20, byte != UInt8(ascii: "\""), byte != UInt8(ascii: "\\") {
            end[0] = byte
            end += 1
          } else {
            escape(byte, to: &end)
          }
        }
      } else {
        UnsafeMutableRawPointer(end).storeBytes(of: word, as: UInt64.self)
        end += count
      }
      start += count
      rest &-= count
    }
  }

  /// Up to eight bytes, the first lowest; nothing after them is read.
  @inline(__always)
  private static func word(_ start: UnsafePointer<UInt8>, _ count: Int) -> UInt64 {
    let bytes = UnsafeRawPointer(start)
    if count == 8 { return bytes.loadUnaligned(as: UInt64.self) }
    if count >= 4 {
      let last = UInt64((bytes + count - 4).loadUnaligned(as: UInt32.self))
      return UInt64(bytes.loadUnaligned(as: UInt32.self)) | last &<< UInt64((count &- 4) &* 8)
    }
    let (middle, last) = (count &>> 1, count &- 1)
    return UInt64(start[0]) | UInt64(start[middle]) &<< UInt64(middle &* 8)
      | UInt64(start[last]) &<< UInt64(last &* 8)
  }

  /// Whether one of eight bytes is a quotation mark, a backslash or below a space; it may say so of
  /// others too.
  @inline(__always)
  private static func needsEscape(_ word: UInt64) -> Bool {
    let ones: UInt64 = 0x0101_0101_0101_0101
    let (quote, backslash) = (word ^ ones &* 0x22, word ^ ones &* 0x5C)
    let found =
      (word &- ones &* 0x20) & ~word | (quote &- ones) & ~quote
      | (backslash &- ones) & ~backslash
    return found & (ones &* 0x80) != 0
  }

  @inline(never)
  private static func escape(_ byte: UInt8, to end: inout UnsafeMutablePointer<UInt8>) {
    let escaped: [UInt8] =
      switch byte {
      case UInt8(ascii: "\""), UInt8(ascii: "\\"): [byte]
      case 8: [UInt8(ascii: "b")]
      case 9: [UInt8(ascii: "t")]
      case 10: [UInt8(ascii: "n")]
      case 12: [UInt8(ascii: "f")]
      case 13: [UInt8(ascii: "r")]
      default: Array((byte < 16 ? "u000" : "u00").utf8) + Array(String(byte, radix: 16).utf8)
      }
    for byte in [UInt8(ascii: "\\")] + escaped {
      end[0] = byte
      end += 1
    }
  }

  @inline(never)
  private mutating func grow(for needed: Int) {
    capacity = max(capacity * 2, count + needed)
    let larger = UnsafeMutablePointer<UInt8>.allocate(capacity: capacity)
    larger.update(from: bytes, count: count)
    bytes.deallocate()
    bytes = larger
  }
}
