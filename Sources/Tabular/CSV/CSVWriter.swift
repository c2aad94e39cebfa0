import Foundation
import Model

/// Writes a sheet of separated values that spreadsheets open safely.
///
/// UTF-8 with a byte order mark, CR LF after every row, every field quoted. Text that a spreadsheet
/// would run as a formula gets a leading apostrophe, which import takes off again.
public struct CSVWriter {
  private let file: OutputFile
  private var buffer: [UInt8] = []
  private var isFirst = true

  /// Starts a file, which appears under its name only when it is complete; without a path, the
  /// standard output.
  /// - Throws: `TabularError`.
  public init(path: String?) throws(TabularError) {
    if let path { file = try OutputFile(path: path) } else { file = OutputFile() }
    buffer.reserveCapacity(OutputFile.pieceSize + 4096)
    buffer += [0xEF, 0xBB, 0xBF]
  }

  /// Writes a field of bytes.
  @inline(__always)
  public mutating func field(_ bytes: UnsafeBufferPointer<UInt8>) {
    open()
    if Self.startsFormula(bytes) { buffer.append(UInt8(ascii: "'")) }
    if let base = bytes.baseAddress, memchr(base, Int32(UInt8(ascii: "\"")), bytes.count) != nil {
      for byte in bytes {
        if byte == UInt8(ascii: "\"") { buffer.append(byte) }
        buffer.append(byte)
      }
    } else {
      buffer.append(contentsOf: bytes)
    }
    buffer.append(UInt8(ascii: "\""))
  }

  /// Writes a field of text.
  public mutating func field(_ text: String) {
    var text = text
    text.withUTF8 { field($0) }
  }

  /// Writes a whole number.
  @inline(__always)
  public mutating func field(_ number: Int) {
    open()
    if number < 0 || number > 999 {
      buffer.append(contentsOf: String(number).utf8)
    } else {
      if number > 99 { buffer.append(48 + UInt8(number / 100)) }
      if number > 9 { buffer.append(48 + UInt8(number / 10 % 10)) }
      buffer.append(48 + UInt8(number % 10))
    }
    buffer.append(UInt8(ascii: "\""))
  }

  /// Writes a row of texts.
  /// - Throws: `TabularError.unwritable`.
  public mutating func row(_ texts: [String]) throws(TabularError) {
    for text in texts { field(text) }
    try endRow()
  }

  /// Ends the row.
  /// - Throws: `TabularError.unwritable`.
  public mutating func endRow() throws(TabularError) {
    buffer.append(0x0D)
    buffer.append(0x0A)
    isFirst = true
    if buffer.count >= OutputFile.pieceSize {
      try file.write(buffer)
      buffer.removeAll(keepingCapacity: true)
    }
  }

  /// Writes what is left and gives the file its name.
  /// - Throws: `TabularError.unwritable`.
  public mutating func finish() throws(TabularError) {
    try file.write(buffer)
    buffer.removeAll()
    try file.finish()
  }

  @inline(__always)
  private mutating func open() {
    if !isFirst { buffer.append(UInt8(ascii: ",")) }
    isFirst = false
    buffer.append(UInt8(ascii: "\""))
  }

  /// Whether a spreadsheet would run text that begins so: `= + - @`, tab, CR, LF, or the full-width
  /// forms of the first four.
  @inline(__always)
  private static func startsFormula(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    guard let first = bytes.first, first < 0x41 || first == 0xEF else { return false }
    switch first {
    case UInt8(ascii: "="), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "@"), 9, 10, 13:
      return true
    case 0xEF:
      guard bytes.count >= 3, bytes[1] == 0xBC else { return false }
      return [0x9D, 0x8B, 0x8D, 0xA0].contains(bytes[2])
    default:
      return false
    }
  }
}
