import Foundation

/// Reads the rows of a block, which `BlockWriter` wrote, one after another.
struct BlockReader: ~Copyable {
  /// The bytes of a text, or of a number's digits.
  typealias Cell = UnsafeBufferPointer<UInt8>

  private let columns: Int
  private let cells: UnsafeMutablePointer<Cell>
  private var count = 0
  /// Texts that had escapes.
  private var scratch: UnsafeMutablePointer<UInt8>
  private var scratchCapacity = 4096
  /// What is left of the block.
  private var start: UnsafePointer<UInt8>?
  private var end: UnsafePointer<UInt8>?
  /// Where the row's last cell ends.
  private var rowEnd: UnsafePointer<UInt8>?

  /// - Parameter columns: how many cells of a row are read at most.
  init(columns: Int) {
    self.columns = columns
    cells = .allocate(capacity: columns)
    scratch = .allocate(capacity: scratchCapacity)
  }

  deinit {
    cells.deallocate()
    scratch.deallocate()
  }

  /// Begins with the first row of a block, which stays where it is while it is read.
  mutating func open(_ block: UnsafeBufferPointer<UInt8>) {
    start = block.baseAddress.map { $0 + min(1, block.count) }
    end = block.baseAddress.map { $0 + block.count }
    count = 0
  }

  /// Passes some rows over.
  mutating func skip(_ rows: Int) {
    for _ in 0..<rows { _ = line() }
  }

  /// The next line, which is no longer left of the block.
  @inline(__always)
  private mutating func line() -> (from: UnsafePointer<UInt8>, to: UnsafePointer<UInt8>)? {
    guard let from = start, let end, from < end else { return nil }
    let found = memchr(from, 10, end - from)
    let to = found.map { UnsafePointer($0.assumingMemoryBound(to: UInt8.self)) } ?? end
    start = min(to + 1, end)
    return (from, to)
  }

  /// The cell at a place, until another row is read; empty after the row's last.
  @inline(__always)
  func text(_ place: Int) -> Cell {
    place < count ? cells[place] : Cell(start: nil, count: 0)
  }

  /// The number at a place.
  @inline(__always)
  func number(_ place: Int) -> Int64 {
    var (number, isNegative): (Int64, Bool) = (0, false)
    for byte in text(place) {
      if byte == UInt8(ascii: "-") {
        isNegative = true
      } else {
        number = number &* 10 &+ Int64(byte &- 48)
      }
    }
    return isNegative ? 0 &- number : number
  }

  /// The bytes of a row after its first numbers, as they are stored; rows that agree there have the
  /// same.
  func stored(after numbers: Int) -> Cell {
    guard numbers <= count, let before = cells[numbers - 1].baseAddress, let rowEnd else {
      return Cell(start: nil, count: 0)
    }
    let first = before + cells[numbers - 1].count
    return Cell(start: first, count: rowEnd - first)
  }

  /// Reads the next row; what is neither a text nor a number ends it.
  /// - Returns: whether there was one.
  mutating func next() -> Bool {
    count = 0
    guard let (from, to) = line(), let end else { return false }
    if to - from > scratchCapacity { growScratch(to - from) }
    var free = scratch
    var place = from + 1
    while count < columns, place < to {
      if place[0] == UInt8(ascii: "\"") {
        place += 1
        let closing = Self.closing(place, to, end)
        if closing < to, closing[0] == UInt8(ascii: "\"") {
          cells[count] = Cell(start: place, count: closing - place)
          place = closing + 1
        } else {
          let text = free
          place = Self.unescape(place, to, to: &free)
          cells[count] = Cell(start: text, count: free - text)
        }
      } else {
        let digits = place
        while place < to, place[0] &- 48 <= 9 || place[0] == UInt8(ascii: "-") { place += 1 }
        if place == digits { break }
        cells[count] = Cell(start: digits, count: place - digits)
      }
      count &+= 1
      rowEnd = place
      // After the comma, or beyond the bracket.
      place += 1
    }
    return true
  }

  /// The place of the first quotation mark or backslash, eight bytes at a time.
  /// - Parameter limit: up to where bytes may be read.
  @inline(__always)
  private static func closing(
    _ start: UnsafePointer<UInt8>, _ end: UnsafePointer<UInt8>, _ limit: UnsafePointer<UInt8>
  ) -> UnsafePointer<UInt8> {
    let ones: UInt64 = 0x0101_0101_0101_0101
    var place = start
    while limit - place >= 8, place < end {
      let word = UInt64(
        littleEndian: UnsafeRawPointer(place).loadUnaligned(as: UInt64.self))
      let (quote, backslash) = (word ^ ones &* 0x22, word ^ ones &* 0x5C)
      let found =
        ((quote &- ones) & ~quote | (backslash &- ones) & ~backslash) & (ones &* 0x80)
      if found != 0 { return place + found.trailingZeroBitCount >> 3 }
      place += 8
    }
    while place < end, place[0] != UInt8(ascii: "\""), place[0] != UInt8(ascii: "\\") { place += 1 }
    return place
  }

  /// Writes what a text with escapes stands for.
  /// - Returns: the place after its quotation mark.
  @inline(never)
  private static func unescape(
    _ start: UnsafePointer<UInt8>, _ end: UnsafePointer<UInt8>,
    to free: inout UnsafeMutablePointer<UInt8>
  ) -> UnsafePointer<UInt8> {
    var place = start
    while place < end, place[0] != UInt8(ascii: "\"") {
      var byte = place[0]
      place += 1
      if byte == UInt8(ascii: "\\"), place < end {
        byte = place[0]
        place += 1
        switch byte {
        case UInt8(ascii: "b"): byte = 8
        case UInt8(ascii: "t"): byte = 9
        case UInt8(ascii: "n"): byte = 10
        case UInt8(ascii: "f"): byte = 12
        case UInt8(ascii: "r"): byte = 13
        case UInt8(ascii: "u"):
          // Only control characters are written like this.
          let digits = UnsafeBufferPointer(start: place, count: min(4, end - place))
          byte = UInt8(String(decoding: digits, as: UTF8.self), radix: 16) ?? 0x3F
          place += digits.count
        default: break
        }
      }
      free[0] = byte
      free += 1
    }
    return min(place + 1, end)
  }

  private mutating func growScratch(_ needed: Int) {
    scratch.deallocate()
    scratchCapacity = needed
    scratch = .allocate(capacity: needed)
  }
}
