import Model

/// Text in GB 18030, line by line: a byte that fits nowhere costs its row and no other, and a row that
/// came in as UTF-8 is read as what it is.
struct GB18030Text: TextDecoder {
  private let converter: TextConverter
  private let path: String
  private var text: [UInt8] = []
  private var damage: [TextPiece.Damage] = []
  private var badCount = 0

  init(converter: TextConverter, path: String) {
    self.converter = converter
    self.path = path
  }

  mutating func decode(
    _ raw: UnsafeBufferPointer<UInt8>, at offset: Int, isLast: Bool,
    then body: (TextPiece) throws(TabularError) -> Void
  ) throws(TabularError) -> Int {
    text.removeAll(keepingCapacity: true)
    damage.removeAll(keepingCapacity: true)
    // LF is no part of any character. A line that is longer than a piece is taken in parts.
    let end = isLast ? raw.count : raw.lastIndex(of: 0x0A).map { $0 + 1 } ?? raw.count
    var start = 0
    var line = 0
    while line < end {
      let rest = UnsafeBufferPointer(rebasing: raw[line..<end])
      let bytes = rest.place(of: 0x0A).map { UnsafeBufferPointer(rebasing: rest[...$0]) } ?? rest
      if Self.isUTF8(bytes) {
        _ = try convert(raw[start..<line], at: offset + start)
        damage.append(TextPiece.Damage(offset: text.count, kind: .otherEncoding))
        text += bytes
        start = line + bytes.count
      }
      line += bytes.count
    }
    var read = end - (try convert(raw[start..<end], at: offset + start))
    if isLast, read < end {
      try replaceByte(at: offset + read)
      read = end
    }
    try text.handOut(at: offset, damage: damage, to: body)
    return read
  }

  /// Converts bytes and returns how many at their end begin a character.
  private mutating func convert(_ bytes: Slice<UnsafeBufferPointer<UInt8>>, at offset: Int)
    throws(TabularError) -> Int
  {
    var rest = bytes
    while true {
      // A little at a time, so that bad bytes do not have the room for all the rest made again.
      let some = rest.prefix(1 << 14)
      switch converter.convert(UnsafeBufferPointer(rebasing: some), into: &text) {
      case .converted(let left):
        if some.endIndex == rest.endIndex { return left }
        rest = rest.dropFirst(some.count - left)
      case .bad(let place):
        try replaceByte(at: offset + bytes.count - rest.count + place)
        rest = rest.dropFirst(place + 1)
      }
    }
  }

  private mutating func replaceByte(at offset: Int) throws(TabularError) {
    badCount += 1
    guard badCount <= CSVSource.isolatedLimit else {
      throw .undecodable(path: path, offset: offset)
    }
    damage.append(TextPiece.Damage(offset: text.count, kind: .bytes))
    text += "\u{FFFD}".utf8
  }

  /// Whether a line holds Chinese characters of UTF-8, and nothing that is none.
  ///
  /// Characters of GB 18030 have two or four bytes, those of UTF-8 three: rows of both kinds are not
  /// mistaken for each other but by intent.
  private static func isUTF8(_ line: UnsafeBufferPointer<UInt8>) -> Bool {
    var place = 0
    var hasCharacter = false
    while place < line.count {
      let length: Int
      switch line[place] {
      case ..<0x80: length = 1
      case 0xE3...0xE9, 0xEF: length = 3
      case 0xF0: length = 4
      // The dot within a name.
      case 0xC2 where line[min(place + 1, line.count - 1)] == 0xB7: length = 2
      default: return false
      }
      guard place + length <= line.count else { return false }
      for other in (place + 1)..<(place + length) where line[other] & 0xC0 != 0x80 { return false }
      hasCharacter = hasCharacter || length > 2
      place += length
    }
    return hasCharacter
  }
}
