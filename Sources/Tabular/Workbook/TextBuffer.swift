/// Bytes of one cell's text being gathered, up to a bound that is set once.
struct TextBuffer: ~Copyable {
  private let bytes: UnsafeMutableBufferPointer<UInt8>
  private(set) var count = 0

  init(capacity: Int) {
    bytes = .allocate(capacity: capacity)
  }

  deinit { bytes.deallocate() }

  /// The text gathered so far, valid until it changes.
  var contents: UnsafeBufferPointer<UInt8> {
    UnsafeBufferPointer(rebasing: bytes[..<count])
  }

  mutating func removeAll() {
    count = 0
  }

  /// Adds text.
  ///
  /// - Returns: Whether there was room.
  mutating func append(_ more: UnsafeBufferPointer<UInt8>) -> Bool {
    guard more.count <= bytes.count - count else { return false }
    _ = UnsafeMutableBufferPointer(rebasing: bytes[count...]).update(fromContentsOf: more)
    count += more.count
    return true
  }

  /// Gives back the characters that are written as `_xHHHH_` because XML cannot hold them.
  ///
  /// NUL and halves of surrogate pairs stay as they are written.
  mutating func unescape() {
    guard count >= 7, contents.contains(UInt8(ascii: "_")) else { return }
    var from = 0
    var to = 0
    while from < count {
      if let scalar = escape(at: from) {
        for byte in UTF8.encode(scalar).map(Array.init) ?? [] {
          bytes[to] = byte
          to += 1
        }
        from += 7
      } else {
        bytes[to] = bytes[from]
        to += 1
        from += 1
      }
    }
    count = to
  }

  private func escape(at index: Int) -> Unicode.Scalar? {
    guard index + 7 <= count, bytes[index] == UInt8(ascii: "_"),
      bytes[index + 1] == UInt8(ascii: "x"), bytes[index + 6] == UInt8(ascii: "_"),
      let number = UInt32(
        String(decoding: bytes[index + 2..<index + 6], as: UTF8.self), radix: 16),
      number != 0
    else { return nil }
    return Unicode.Scalar(number)
  }
}
