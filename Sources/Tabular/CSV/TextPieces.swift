import Foundation
import Model

/// A piece of a file's text in UTF-8.
struct TextPiece {
  /// A place in the text of a row that is not to be trusted.
  struct Damage {
    /// The offset in the piece.
    let offset: Int
    let kind: RowBatch.Damage
  }

  let bytes: UnsafeBufferPointer<UInt8>
  /// The offset in the file at which its source begins.
  let sourceOffset: Int
  /// The damaged places, in their order.
  let damage: [Damage]
}

/// A file's text as pieces of UTF-8, byte order marks left out.
struct TextPieces {
  let file: ByteFile
  let encoding: TextEncoding
  /// Where the text begins.
  let start: Int
  /// Offsets in the file of isolated bytes that are not UTF-8 in a file that otherwise is, ascending.
  var badOffsets: [Int] = []

  /// Hands out every piece.
  func forEach(_ body: (TextPiece) throws(TabularError) -> Void) throws(TabularError) {
    file.seek(to: start)
    // Half of it is for what is left of the piece before: a part of a line at most.
    let buffer = UnsafeMutableRawBufferPointer.allocate(
      byteCount: 2 * ByteFile.pieceSize, alignment: 16)
    defer { buffer.deallocate() }
    var decoder = try decoder()
    var offset = start
    var kept = 0
    while true {
      let room = UnsafeMutableRawBufferPointer(
        rebasing: buffer[kept..<(kept + ByteFile.pieceSize)])
      let count = try file.read(into: room)
      let raw = UnsafeRawBufferPointer(rebasing: buffer[..<(kept + count)])
        .assumingMemoryBound(to: UInt8.self)
      let read = try decoder.decode(raw, at: offset, isLast: count == 0, then: body)
      if count == 0 { return }
      kept = raw.count - read
      if kept > 0, let base = buffer.baseAddress {
        base.copyMemory(from: base + read, byteCount: kept)
      }
      offset += read
    }
  }

  private func decoder() throws(TabularError) -> any TextDecoder {
    guard let name = encoding.iconvName else {
      return UTF8Text(badOffsets: badOffsets[...], path: file.path)
    }
    guard let converter = TextConverter(from: name) else {
      throw .undecodable(path: file.path, offset: 0)
    }
    return encoding == .gb18030
      ? GB18030Text(converter: converter, path: file.path)
      : UTF16Text(converter: converter, path: file.path)
  }
}

/// What turns bytes of a file into pieces of text.
protocol TextDecoder {
  /// Hands out the text of some bytes, and returns how many of them it took; the others come again
  /// with those that follow.
  mutating func decode(
    _ raw: UnsafeBufferPointer<UInt8>, at offset: Int, isLast: Bool,
    then body: (TextPiece) throws(TabularError) -> Void
  ) throws(TabularError) -> Int
}

/// Text in UTF-16, which is refused with its first bad byte.
private struct UTF16Text: TextDecoder {
  let converter: TextConverter
  let path: String
  var text: [UInt8] = []

  mutating func decode(
    _ raw: UnsafeBufferPointer<UInt8>, at offset: Int, isLast: Bool,
    then body: (TextPiece) throws(TabularError) -> Void
  ) throws(TabularError) -> Int {
    text.removeAll(keepingCapacity: true)
    let read: Int
    switch converter.convert(raw, into: &text) {
    case .bad(let place): throw .undecodable(path: path, offset: offset + place)
    case .converted(let rest): read = raw.count - rest
    }
    if isLast, read < raw.count { throw .undecodable(path: path, offset: offset) }
    guard !text.isEmpty else { return read }
    try text.withUnsafeBufferPointer { bytes in
      Result { () throws(TabularError) in
        try body(TextPiece(bytes: bytes, sourceOffset: offset, damage: []))
      }
    }.get()
    return read
  }
}
