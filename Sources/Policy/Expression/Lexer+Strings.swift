extension Lexer {
  /// Reads a string whose prefix, if any, began at `start` and whose quote is next.
  mutating func string(from start: Int, raw: Bool) throws(ExpressionError) -> Token {
    let quote = bytes[position]
    let isTriple = peek(1) == quote && peek(2) == quote
    let length = isTriple ? 3 : 1
    position += length
    var content: [UInt8] = []
    while true {
      guard let byte = peek() else {
        throw error(.unterminatedString, from: start, to: start + 1)
      }
      if byte == quote, !isTriple || (peek(1) == quote && peek(2) == quote) {
        position += length
        break
      }
      if !isTriple, byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r") {
        throw error(.unterminatedString, from: start, to: start + 1)
      }
      if byte == UInt8(ascii: "\\"), !raw {
        content += Array(String(Character(try escape())).utf8)
      } else {
        content.append(byte)
        position += 1
      }
    }
    let text = String(decoding: content, as: UTF8.self)
    return Token(kind: .string(text), range: start..<position)
  }

  private mutating func escape() throws(ExpressionError) -> Unicode.Scalar {
    let start = position
    guard let kind = peek(1) else { throw error(.badEscape("\\"), from: start, to: start + 1) }
    position += 2
    switch kind {
    case UInt8(ascii: "\\"), UInt8(ascii: "?"), UInt8(ascii: "\""), UInt8(ascii: "'"),
      UInt8(ascii: "`"):
      return Unicode.Scalar(kind)
    case UInt8(ascii: "a"): return "\u{07}"
    case UInt8(ascii: "b"): return "\u{08}"
    case UInt8(ascii: "f"): return "\u{0C}"
    case UInt8(ascii: "n"): return "\n"
    case UInt8(ascii: "r"): return "\r"
    case UInt8(ascii: "t"): return "\t"
    case UInt8(ascii: "v"): return "\u{0B}"
    case UInt8(ascii: "x"), UInt8(ascii: "X"): return try codePoint(start, digits: 2, radix: 16)
    case UInt8(ascii: "U"): return try codePoint(start, digits: 8, radix: 16)
    case UInt8(ascii: "u"): return try shortCodePoint(start)
    case UInt8(ascii: "0")...UInt8(ascii: "3"):
      position -= 1
      return try codePoint(start, digits: 3, radix: 8)
    default:
      throw error(.badEscape("\\" + character(at: start + 1)), from: start, to: start + 2)
    }
  }

  /// Four digits, or two times four that are a pair of surrogates.
  private mutating func shortCodePoint(_ start: Int) throws(ExpressionError) -> Unicode.Scalar {
    if let high = number(digits: 4, radix: 16), (0xD800..<0xDC00).contains(high),
      bytes[(position + 4)...].starts(with: "\\u".utf8)
    {
      let second = position
      position += 6
      if let low = number(digits: 4, radix: 16), (0xDC00..<0xE000).contains(low),
        let scalar = Unicode.Scalar(0x10000 + ((high - 0xD800) << 10) + (low - 0xDC00))
      {
        position += 4
        return scalar
      }
      position = second
    }
    return try codePoint(start, digits: 4, radix: 16)
  }

  private mutating func codePoint(
    _ start: Int, digits: Int, radix: Int
  ) throws(ExpressionError) -> Unicode.Scalar {
    guard let value = number(digits: digits, radix: radix), let scalar = Unicode.Scalar(value)
    else {
      let end = min(position + digits, bytes.count)
      let text = String(decoding: bytes[start..<end], as: UTF8.self)
      throw error(.badEscape(text), from: start, to: end)
    }
    position += digits
    return scalar
  }

  private func number(digits: Int, radix: Int) -> UInt32? {
    let text = bytes[position...].prefix(digits)
    guard text.count == digits, text.allSatisfy(\.isHexDigit) else { return nil }
    return UInt32(String(decoding: text, as: UTF8.self), radix: radix)
  }
}
