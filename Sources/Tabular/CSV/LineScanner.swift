/// Cuts plain lines into fields, so that libcsv need not look at them.
///
/// A line is plain where libcsv would hand out every byte between two separators as it stands: no
/// quotation mark, no space or tab that might lie at a field's edge, no control character, and its end
/// (LF or CR LF) within the piece. All of these but the separators are bytes up to U+0022, so the
/// first of them that is met must be the line's end. Whatever else there is, libcsv reads.
struct LineScanner: ~Copyable {
  /// A plain line.
  struct Line {
    /// How many fields it has.
    let fields: Int
    /// Its length without its end.
    let length: Int
    /// Its length with its end.
    let next: Int
  }

  /// Where the fields of the line that was cut last end.
  let ends: UnsafeMutablePointer<UInt32>

  /// A line with more fields is not cut.
  private static let mostFields = 1024

  private let separator: UInt8

  init(separator: UInt8) {
    self.separator = separator
    ends = .allocate(capacity: Self.mostFields + Block.size)
  }

  deinit { ends.deallocate() }

  /// Cuts the first line of a text; nil where it is not plain, or ends in the last bytes of the text,
  /// which fill no block.
  @inline(__always)
  func cut(_ text: UnsafeBufferPointer<UInt8>) -> Line? {
    guard let start = text.baseAddress else { return nil }
    var fields = 0
    var offset = 0
    while offset &+ Block.size <= text.count, fields < Self.mostFields {
      let block = Block(start + offset, separator: separator)
      var separators = block.separatorsBeforeStop
      while separators != 0 {
        ends[fields] = UInt32(truncatingIfNeeded: offset &+ separators.trailingZeroBitCount)
        fields &+= 1
        separators &= separators &- 1
      }
      if block.stops != 0 {
        let length = offset &+ block.stops.trailingZeroBitCount
        let isPair = start[length] == 0x0D && length &+ 1 < text.count
        let next = length &+ (isPair ? 2 : 1)
        guard length > 0, start[next &- 1] == 0x0A else { return nil }
        ends[fields] = UInt32(truncatingIfNeeded: length)
        return Line(fields: fields &+ 1, length: length, next: next)
      }
      offset &+= Block.size
    }
    return nil
  }
}

/// Which of 64 bytes are separators, and which of them a plain line cannot hold; a bit each.
private struct Block {
  static let size = 64

  let separators: UInt64
  let stops: UInt64

  @inline(__always)
  init(_ start: UnsafePointer<UInt8>, separator: UInt8) {
    let first = Part(start, separator)
    let second = Part(start + 16, separator)
    let third = Part(start + 32, separator)
    let fourth = Part(start + 48, separator)
    separators = Self.bits(
      first.separators, second.separators, third.separators, fourth.separators)
    stops = Self.bits(first.stops, second.stops, third.stops, fourth.stops)
  }

  /// The separators of the line that the first stop ends.
  @inline(__always)
  var separatorsBeforeStop: UInt64 { separators & (stops &- 1) & ~stops }

  /// Gathers one bit of each of 64 bytes that are all ones or all zeros, the first byte's lowest.
  ///
  /// Byte n of a word keeps its bit n; then halves are laid over each other until eight bytes are one.
  @inline(__always)
  private static func bits(
    _ first: SIMD2<UInt64>, _ second: SIMD2<UInt64>, _ third: SIMD2<UInt64>,
    _ fourth: SIMD2<UInt64>
  ) -> UInt64 {
    let own = SIMD2<UInt64>(repeating: 0x8040_2010_0804_0201)
    let left = folded(first & own, third & own, by: 32, keeping: 0x0000_0000_FFFF_FFFF)
    let right = folded(second & own, fourth & own, by: 32, keeping: 0x0000_0000_FFFF_FFFF)
    let four = folded(left, right, by: 16, keeping: 0x0000_FFFF_0000_FFFF)
    let bytes = (four | four &>> 8) & SIMD2(repeating: 0x00FF_00FF_00FF_00FF)
    return bytes[0] | bytes[1] &<< 8
  }

  /// Lays the upper part of each piece of the words over its lower part, and puts what results of the
  /// second words where the upper parts of the first ones were.
  @inline(__always)
  private static func folded(
    _ first: SIMD2<UInt64>, _ second: SIMD2<UInt64>, by shift: UInt64, keeping lower: UInt64
  ) -> SIMD2<UInt64> {
    let shift = SIMD2(repeating: shift)
    let lower = SIMD2(repeating: lower)
    return (first | first &>> shift) & lower | (second | second &<< shift) & ~lower
  }
}

/// Which of 16 bytes are separators, and which of them a plain line cannot hold; a byte of ones each.
private struct Part {
  let separators: SIMD2<UInt64>
  let stops: SIMD2<UInt64>

  @inline(__always)
  init(_ start: UnsafePointer<UInt8>, _ separator: UInt8) {
    let bytes = UnsafeRawPointer(start).loadUnaligned(as: SIMD16<UInt8>.self)
    let separator = SIMD16<UInt8>(repeating: separator)
    let highestStop = SIMD16<UInt8>(repeating: 0x22)
    let isSeparator = bytes .== separator
    let isLow = bytes .<= highestStop
    separators = Self.words(isSeparator)
    stops = Self.words(isLow .& .!isSeparator)
  }

  @inline(__always)
  private static func words(_ mask: SIMDMask<SIMD16<Int8>>) -> SIMD2<UInt64> {
    let words = unsafeBitCast(mask, to: SIMD2<UInt64>.self)
    return SIMD2(UInt64(littleEndian: words[0]), UInt64(littleEndian: words[1]))
  }
}
