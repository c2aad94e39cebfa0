import Model

/// Text that is UTF-8 as it stands; a line that came in as GB 18030 is read as what it is.
struct UTF8Text: TextDecoder {
  /// Offsets in the file of bytes that are not UTF-8, as far as they were not met.
  var badOffsets: ArraySlice<Int>
  let path: String

  mutating func decode(
    _ raw: UnsafeBufferPointer<UInt8>, at offset: Int, isLast: Bool,
    then body: (TextPiece) throws(TabularError) -> Void
  ) throws(TabularError) -> Int {
    var read = 0
    while let bad = badOffsets.first, bad < offset + raw.count {
      let place = bad - offset
      let start = raw[read..<place].lastIndex(where: Self.endsLine).map { $0 + 1 } ?? read
      let end = raw[place...].firstIndex(where: Self.endsLine)
      // A line that is cut off comes again with its end, unless it is longer than a piece.
      if end == nil, !isLast, raw.count - start <= ByteFile.pieceSize {
        try hand(raw, read..<start, at: offset, [], body)
        return start
      }
      let line = start..<(end ?? raw.count)
      try hand(raw, read..<start, at: offset, [], body)
      let places = badOffsets.prefix { $0 < offset + line.upperBound }.map { $0 - offset - start }
      badOffsets = badOffsets.dropFirst(places.count)
      try convert(UnsafeBufferPointer(rebasing: raw[line]), at: offset + start, bad: places, body)
      read = line.upperBound
    }
    try hand(raw, read..<raw.count, at: offset, [], body)
    return raw.count
  }

  private func hand(
    _ raw: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, at offset: Int,
    _ damage: [TextPiece.Damage], _ body: (TextPiece) throws(TabularError) -> Void
  ) throws(TabularError) {
    guard !range.isEmpty else { return }
    try body(
      TextPiece(
        bytes: UnsafeBufferPointer(rebasing: raw[range]), sourceOffset: offset, damage: damage))
  }

  /// Hands on a line that is not UTF-8: as GB 18030 where it is that from end to end and not rather
  /// UTF-8 with some bad bytes, else as it stands.
  private func convert(
    _ line: UnsafeBufferPointer<UInt8>, at offset: Int, bad places: [Int],
    _ body: (TextPiece) throws(TabularError) -> Void
  ) throws(TabularError) {
    var check = UTF8Check()
    _ = check.check(line, isLast: true)
    if check.badCount >= check.characterCount,
      let converter = TextConverter(from: TextEncoding.gb18030.iconvName ?? "")
    {
      var text: [UInt8] = []
      if case .converted(rest: 0) = converter.convert(line, into: &text) {
        let damage = [TextPiece.Damage(offset: 0, kind: .otherEncoding)]
        return try text.withUnsafeBufferPointer { bytes in
          Result { () throws(TabularError) in
            try body(TextPiece(bytes: bytes, sourceOffset: offset, damage: damage))
          }
        }.get()
      }
    }
    try hand(
      line, 0..<line.count, at: offset,
      places.map { TextPiece.Damage(offset: $0, kind: .bytes) }, body)
  }

  private static func endsLine(_ byte: UInt8) -> Bool { byte == 0x0A || byte == 0x0D }
}
