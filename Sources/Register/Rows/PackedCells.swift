import Model

/// The cells of an applicant's row as the register keeps them.
///
/// What SQLite does for a row grows with its columns, so only the fields by which rows are found have
/// one each. All others lie in the column `cells` as one JSON array of texts, in the order of
/// `fields`, a blank as `""` and none after the last that is filled; the view `applicant` shows each
/// under its own name. The bytes are those of SQLite's `json_array`. So equal rows have equal cells,
/// also where one was stored before the last fields existed.
enum PackedCells {
  /// The fields that have columns of their own.
  static let keys: [ApplicantField] = [.applicationNo, .name, .residentID, .officeCode]
  /// The fields in the column of the others; their places never change, a new field comes last.
  static let fields = ApplicantField.allCases.filter { !keys.contains($0) }

  /// The columns that hold all fields.
  static let columns = keys.map(\.id) + ["cells"]
}

/// Packs texts into JSON arrays, one after another.
struct CellPacker: ~Copyable {
  private var bytes: UnsafeMutablePointer<UInt8>
  private var capacity = 1 << 20
  private var count = 0
  private var ends: [Int] = [0]

  init() {
    bytes = .allocate(capacity: capacity)
  }

  deinit { bytes.deallocate() }

  /// Forgets all arrays.
  mutating func removeAll() {
    count = 0
    ends.removeSubrange(1...)
  }

  /// The array that was ended at a place.
  func array(_ place: Int) -> UnsafeBufferPointer<UInt8> {
    UnsafeBufferPointer(start: bytes + ends[place], count: ends[place + 1] - ends[place])
  }

  /// Appends a text to the array that has not ended yet.
  @inline(__always)
  mutating func append(_ text: UnsafeBufferPointer<UInt8>) {
    // A control character takes six bytes. Whole words are written, so the last one may end later.
    let needed = text.count &* 6 &+ 16
    if count &+ needed > capacity { grow(for: needed) }
    var end = bytes + count
    end[0] = UInt8(ascii: ",")
    end[1] = UInt8(ascii: "\"")
    end += 2
    Self.copy(text, to: &end)
    end[0] = UInt8(ascii: "\"")
    count = end + 1 - bytes
  }

  /// Adds the cells of a row as an array.
  /// - Parameter columns: for each of `PackedCells.fields` its column in the batch; −1 for a blank.
  mutating func add(row: Int, of rows: RowBatch, columns: [Int]) {
    let last = columns.lastIndex { $0 >= 0 && !rows.bytes(row: row, column: $0).isEmpty } ?? -1
    for column in columns[...last] {
      append(
        column < 0
          ? UnsafeBufferPointer(start: nil, count: 0) : rows.bytes(row: row, column: column))
    }
    endArray()
  }

  /// Ends the array.
  mutating func endArray() {
    if count + 2 > capacity { grow(for: 2) }
    // The bracket stands in place of the first text's comma.
    bytes[ends[ends.count - 1]] = UInt8(ascii: "[")
    count = max(count, ends[ends.count - 1] + 1)
    bytes[count] = UInt8(ascii: "]")
    count += 1
    ends.append(count)
  }

  @inline(__always)
  private static func copy(
    _ text: UnsafeBufferPointer<UInt8>, to end: inout UnsafeMutablePointer<UInt8>
  ) {
    guard var start = text.baseAddress else { return }
    var rest = text.count
    while rest > 0 {
      let count = min(rest, 8)
      let word = Self.word(start, count)
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

/// Takes JSON arrays of texts apart, one at a time.
struct CellUnpacker: ~Copyable {
  private var bytes: UnsafeMutablePointer<UInt8>
  private var capacity = 1 << 16
  private var ends: [Int] = []

  init() {
    bytes = .allocate(capacity: capacity)
  }

  deinit { bytes.deallocate() }

  /// How many texts the array has.
  var count: Int { ends.count }

  /// The text at a place, until the next array is read.
  func text(_ place: Int) -> UnsafeBufferPointer<UInt8> {
    guard place < ends.count else { return UnsafeBufferPointer(start: nil, count: 0) }
    let start = place == 0 ? 0 : ends[place - 1]
    return UnsafeBufferPointer(start: bytes + start, count: ends[place] - start)
  }

  /// Reads an array; what is no text ends it.
  mutating func read(_ packed: UnsafeBufferPointer<UInt8>) {
    if packed.count > capacity {
      bytes.deallocate()
      capacity = packed.count
      bytes = .allocate(capacity: capacity)
    }
    ends.removeAll(keepingCapacity: true)
    var index = 0
    var end = bytes
    while index &+ 1 < packed.count, packed[index &+ 1] == UInt8(ascii: "\"") {
      index &+= 2
      while index < packed.count, packed[index] != UInt8(ascii: "\"") {
        if packed[index] == UInt8(ascii: "\\") {
          index = Self.unescape(packed, at: index &+ 1, to: &end)
        } else {
          end[0] = packed[index]
          end += 1
          index &+= 1
        }
      }
      index &+= 1
      ends.append(end - bytes)
    }
  }

  /// Writes what an escape stands for, and returns the place after it.
  @inline(never)
  private static func unescape(
    _ packed: UnsafeBufferPointer<UInt8>, at index: Int, to end: inout UnsafeMutablePointer<UInt8>
  ) -> Int {
    guard index < packed.count else { return index }
    var next = index + 1
    let byte: UInt8
    switch packed[index] {
    case UInt8(ascii: "b"): byte = 8
    case UInt8(ascii: "t"): byte = 9
    case UInt8(ascii: "n"): byte = 10
    case UInt8(ascii: "f"): byte = 12
    case UInt8(ascii: "r"): byte = 13
    case UInt8(ascii: "u"):
      // Only control characters are written like this.
      next = min(index + 5, packed.count)
      byte = UInt8(String(decoding: packed[(index + 1)..<next], as: UTF8.self), radix: 16) ?? 0x3F
    default: byte = packed[index]
    }
    end[0] = byte
    end += 1
    return next
  }
}
