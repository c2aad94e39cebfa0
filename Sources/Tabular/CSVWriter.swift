import Foundation

/// Writes separated rows as bytes: UTF-8, CRLF, every field quoted.
///
/// A text that a spreadsheet would run as a formula (it begins with = + - @ TAB CR LF, or with
/// ＝ ＋ － ＠) gets a leading apostrophe, which import takes off again. Numbers stay as they are.
/// Full pieces go to the closure at the end of a row, so memory does not grow with the file.
public struct CSVWriter: ~Copyable {
  private var bytes: UnsafeMutablePointer<UInt8>
  private var capacity: Int
  private var count = 0
  private var isRowBegun = false
  private let pieceSize: Int
  private let separator: UInt8
  private let flush: (UnsafeRawBufferPointer) throws -> Void

  /// Begins a file, with its BOM unless the bytes are still to be encoded otherwise; `flush` receives
  /// pieces of about `pieceSize` bytes that end with a row, in order.
  public init(
    pieceSize: Int = 1 << 18, separator: CSVReader.Separator = .comma, hasMark: Bool = true,
    flush: @escaping (UnsafeRawBufferPointer) throws -> Void
  ) {
    self.pieceSize = pieceSize
    self.separator = separator.rawValue
    self.flush = flush
    capacity = pieceSize + 4096
    bytes = .allocate(capacity: capacity)
    for byte: UInt8 in hasMark ? [0xEF, 0xBB, 0xBF] : [] {
      bytes[count] = byte
      count += 1
    }
  }

  deinit {
    bytes.deallocate()
  }

  /// Adds a text field given as UTF-8 bytes.
  public mutating func field(_ text: UnsafeBufferPointer<UInt8>) {
    // Each byte may be a quotation mark to double; three more for the quotes and an apostrophe.
    reserve(text.count &* 2 &+ 3)
    var end = open()
    defer {
      end.pointee = UInt8(ascii: "\"")
      count = end + 1 - bytes
    }
    guard let start = text.baseAddress, !text.isEmpty else { return }
    if Self.runsAsFormula(text) {
      end.pointee = UInt8(ascii: "'")
      end += 1
    }
    if memchr(start, Int32(UInt8(ascii: "\"")), text.count) == nil {
      memcpy(end, start, text.count)
      end += text.count
    } else {
      for byte in text {
        end.pointee = byte
        end += 1
        if byte == UInt8(ascii: "\"") {
          end.pointee = byte
          end += 1
        }
      }
    }
  }

  /// Adds a text field.
  public mutating func field(_ text: String) {
    var text = text
    text.withUTF8 { field($0) }
  }

  /// Adds a text field known at compile time.
  public mutating func field(_ text: StaticString) {
    field(UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
  }

  /// Adds a whole number.
  public mutating func field(_ number: Int) {
    reserve(24)
    var end = open()
    if number < 0 {
      end.pointee = UInt8(ascii: "-")
      end += 1
    }
    var digits = 1
    var rest = number.magnitude
    while rest >= 10 {
      rest /= 10
      digits &+= 1
    }
    rest = number.magnitude
    for index in stride(from: digits - 1, through: 0, by: -1) {
      end[index] = UInt8(truncatingIfNeeded: rest % 10) &+ 48
      rest /= 10
    }
    end[digits] = UInt8(ascii: "\"")
    count = end + digits + 1 - bytes
  }

  /// Adds a field without content.
  public mutating func emptyField() {
    field(UnsafeBufferPointer(start: nil, count: 0))
  }

  /// Some text fields as they stand in a file, so that what many rows say is written once.
  public static func written(_ fields: [String]) throws -> [UInt8] {
    var bytes: [UInt8] = []
    var writer = CSVWriter(hasMark: false) { bytes += $0 }
    for field in fields { writer.field(field) }
    try writer.finish()
    return bytes
  }

  /// Adds fields that were written before.
  public mutating func fields(_ written: UnsafeBufferPointer<UInt8>) {
    guard let start = written.baseAddress else { return }
    reserve(written.count)
    if isRowBegun {
      bytes[count] = separator
      count &+= 1
    }
    isRowBegun = true
    memcpy(bytes + count, start, written.count)
    count &+= written.count
  }

  /// Ends the row.
  ///
  /// - Throws: What the closure throws.
  public mutating func endRow() throws {
    reserve(2)
    bytes[count] = UInt8(ascii: "\r")
    bytes[count &+ 1] = UInt8(ascii: "\n")
    count &+= 2
    isRowBegun = false
    if count >= pieceSize { try flushPiece() }
  }

  /// Hands over what is left; the file is then complete.
  ///
  /// - Throws: What the closure throws.
  public consuming func finish() throws {
    try flushPiece()
  }

  private mutating func flushPiece() throws {
    try flush(UnsafeRawBufferPointer(start: bytes, count: count))
    count = 0
  }

  /// Whether a spreadsheet would take a text for a formula, by its first character.
  static func runsAsFormula(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    guard let first = text.first else { return false }
    switch first {
    case UInt8(ascii: "="), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "@"), 0x09, 0x0A,
      0x0D:
      return true
    case 0xEF:  // ＝ ＋ － ＠ are EF BC and 9D, 8B, 8D, A0.
      return text.count >= 3 && text[1] == 0xBC
        && (text[2] == 0x9D || text[2] == 0x8B || text[2] == 0x8D || text[2] == 0xA0)
    default:
      return false
    }
  }

  /// Begins a field, and says where its first byte goes.
  private mutating func open() -> UnsafeMutablePointer<UInt8> {
    var end = bytes + count
    if isRowBegun {
      end.pointee = separator
      end += 1
    }
    isRowBegun = true
    end.pointee = UInt8(ascii: "\"")
    return end + 1
  }

  @inline(__always)
  private mutating func reserve(_ needed: Int) {
    // One byte more than the caller asks for: the comma before the opening quote.
    if count &+ needed &+ 1 > capacity { grow(for: needed &+ 1) }
  }

  @inline(never)
  private mutating func grow(for needed: Int) {
    let larger = max(capacity * 2, count + needed)
    let grown = UnsafeMutablePointer<UInt8>.allocate(capacity: larger)
    grown.update(from: bytes, count: count)
    bytes.deallocate()
    bytes = grown
    capacity = larger
  }
}
