import Foundation
import Model

/// Text in GB 18030, line by line: a byte that fits nowhere costs its row and no other, and a row that
/// came in as UTF-8 is read as what it is.
///
/// Characters of two bytes, which are nearly all, are looked up in a table that iconv fills; the others
/// go to iconv, so that it says what every character is.
final class GB18030Text: TextDecoder {
  private let converter: TextConverter
  private let path: String
  /// Room for what the bytes of two pieces can become: twice as many, three for each bad one, and a
  /// word that is written over.
  private let text = UnsafeMutableRawPointer.allocate(
    byteCount: 4 * ByteFile.pieceSize + 4 * CSVSource.isolatedLimit + 16, alignment: 16)
  private var count = 0
  private var damage: [TextPiece.Damage] = []
  private var badCount = 0

  init(converter: TextConverter, path: String) {
    self.converter = converter
    self.path = path
  }

  deinit { text.deallocate() }

  func decode(
    _ raw: UnsafeBufferPointer<UInt8>, at offset: Int, isLast: Bool,
    then body: (TextPiece) throws(TabularError) -> Void
  ) throws(TabularError) -> Int {
    count = 0
    damage.removeAll(keepingCapacity: true)
    // LF is no part of any character. A line that is longer than a piece is taken in parts.
    let end = isLast ? raw.count : raw.lastIndex(of: 0x0A).map { $0 + 1 } ?? raw.count
    var read = 0
    while read < end {
      let rest = UnsafeBufferPointer(rebasing: raw[read..<end])
      let line = rest.place(of: 0x0A).map { UnsafeBufferPointer(rebasing: rest[...$0]) } ?? rest
      if Self.isUTF8(line) {
        damage.append(TextPiece.Damage(offset: count, kind: .otherEncoding))
        append(UnsafeRawBufferPointer(line))
      } else {
        let left = try convert(line, at: offset + read)
        if left > 0 {
          read += line.count - left
          break
        }
      }
      read += line.count
    }
    if isLast, read < end {
      try replaceByte(at: offset + read)
      read = end
    }
    if count > 0 {
      let bytes = UnsafeRawBufferPointer(start: text, count: count)
        .assumingMemoryBound(to: UInt8.self)
      try body(TextPiece(bytes: bytes, sourceOffset: offset, damage: damage))
    }
    return read
  }

  /// Converts a line, and returns how many bytes at its end begin a character.
  private func convert(_ line: UnsafeBufferPointer<UInt8>, at offset: Int) throws(TabularError)
    -> Int
  {
    let raw = UnsafeRawBufferPointer(line)
    return try Self.characters.withUnsafeBufferPointer { characters in
      Result { () throws(TabularError) in
        var place = 0
        while place < raw.count {
          if place &+ 8 <= raw.count {
            // Up to the first byte with its high bit set.
            let word = raw.loadUnaligned(fromByteOffset: place, as: UInt64.self)
            text.storeBytes(of: word, toByteOffset: count, as: UInt64.self)
            let plain = (word & 0x8080_8080_8080_8080).littleEndian.trailingZeroBitCount &>> 3
            count &+= plain
            place &+= plain
            if plain == 8 { continue }
          } else if raw[place] < 0x80 {
            text.storeBytes(of: raw[place], toByteOffset: count, as: UInt8.self)
            count &+= 1
            place &+= 1
            continue
          }
          let character =
            place &+ 1 < raw.count ? characters[Self.index(raw[place], raw[place &+ 1])] : 0
          if character != 0 {
            text.storeBytes(of: character, toByteOffset: count, as: UInt32.self)
            count &+= Self.length(character)
            place &+= 2
          } else {
            let read = try convertOther(line, from: place, at: offset)
            if read == 0 { return raw.count - place }
            place += read
          }
        }
        return 0
      }
    }.get()
  }

  /// Converts a character that is not in the table, and returns how many bytes it took: none where
  /// the bytes end within it.
  private func convertOther(
    _ line: UnsafeBufferPointer<UInt8>, from place: Int, at offset: Int
  ) throws(TabularError) -> Int {
    let bytes = UnsafeBufferPointer(rebasing: line[place..<min(place + 4, line.count)])
    var character: [UInt8] = []
    switch converter.convert(bytes, into: &character) {
    case .converted(let rest):
      character.withUnsafeBytes(append)
      return bytes.count - rest
    case .bad:
      try replaceByte(at: offset + place)
      return 1
    }
  }

  private func append(_ bytes: UnsafeRawBufferPointer) {
    guard let base = bytes.baseAddress else { return }
    (text + count).copyMemory(from: base, byteCount: bytes.count)
    count += bytes.count
  }

  private func replaceByte(at offset: Int) throws(TabularError) {
    badCount += 1
    guard badCount <= CSVSource.isolatedLimit else {
      throw .undecodable(path: path, offset: offset)
    }
    damage.append(TextPiece.Damage(offset: count, kind: .bytes))
    Array("\u{FFFD}".utf8).withUnsafeBytes(append)
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

  /// UTF-8 of the characters of two bytes, by `index`, first byte lowest; 0 for what is none.
  private static let characters: [UInt32] = {
    var characters = [UInt32](repeating: 0, count: 1 << 15)
    guard let converter = TextConverter(from: TextEncoding.gb18030.iconvName ?? "") else {
      return characters
    }
    for lead in UInt8(0x81)...0xFE {
      for trail in UInt8(0x40)...0xFE {
        var character: [UInt8] = []
        let result = [lead, trail].withUnsafeBufferPointer {
          converter.convert($0, into: &character)
        }
        guard case .converted(rest: 0) = result, (2...4).contains(character.count) else { continue }
        characters[index(lead, trail)] = character.reversed().reduce(0) { $0 << 8 | UInt32($1) }
      }
    }
    return characters
  }()

  @inline(__always)
  private static func index(_ lead: UInt8, _ trail: UInt8) -> Int {
    Int(lead & 0x7F) &<< 8 | Int(trail)
  }

  /// How many bytes a character has, by its first one.
  @inline(__always)
  private static func length(_ character: UInt32) -> Int {
    character & 0xFF < 0xE0 ? 2 : character & 0xFF < 0xF0 ? 3 : 4
  }
}
