/// Finds quotation marks that neither close their field nor stand doubled.
///
/// libcsv reads on after such a mark, over commas and line ends, until some later mark happens to
/// close the field: cells and whole rows of other people then run together without an error.
struct QuoteScan {
  private enum State {
    case atFieldStart
    case unquoted
    case quoted
    /// After a mark inside a quoted field: the next byte tells whether it closed the field.
    case afterMark
  }

  private let separator: UInt8
  private var state = State.atFieldStart
  /// Whether a lone mark was met since the last call of `startRow`.
  private(set) var hasLone = false

  /// Whether a mark was met inside an unquoted field since then.
  private(set) var hasInner = false

  init(separator: UInt8) {
    self.separator = separator
  }

  /// Begins a row.
  mutating func startRow() {
    state = .atFieldStart
    hasLone = false
    hasInner = false
  }

  /// Scans a physical line, or a part of one.
  /// - Complexity: O(bytes).
  mutating func scan(_ bytes: UnsafeBufferPointer<UInt8>) {
    var state = self.state
    var index = 0
    while index < bytes.count {
      let byte = bytes[index]
      index &+= 1
      switch state {
      case .quoted:
        if byte == 0x22 { state = .afterMark }
      case .afterMark where byte == 0x22:
        state = .quoted
      case _ where endsField(byte):
        state = .atFieldStart
      case .atFieldStart:
        if byte == 0x22 {
          state = .quoted
        } else if byte != 0x20, byte != 0x09 {
          state = .unquoted
        }
      case .afterMark:
        if byte == 0x20 || byte == 0x09 { continue }
        hasLone = true
        state = .quoted
      case .unquoted:
        index &-= 1
        while index < bytes.count, !endsField(bytes[index]) {
          if bytes[index] == 0x22 { hasInner = true }
          index &+= 1
        }
      }
    }
    self.state = state
  }

  @inline(__always)
  private func endsField(_ byte: UInt8) -> Bool {
    byte == separator || byte == 0x0A || byte == 0x0D
  }
}
