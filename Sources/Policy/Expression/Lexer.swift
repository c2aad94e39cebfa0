/// Cuts an expression into tokens by CEL's lexis.
struct Lexer {
  let source: String
  let bytes: [UInt8]
  var position = 0

  init(_ source: String) {
    self.source = source
    bytes = Array(source.utf8)
  }

  static func tokens(of source: String) throws(ExpressionError) -> [Token] {
    var lexer = Lexer(source)
    var tokens: [Token] = []
    repeat {
      tokens.append(try lexer.next())
    } while tokens.last?.kind != .end
    return tokens
  }

  private mutating func next() throws(ExpressionError) -> Token {
    skipBlanks()
    let start = position
    guard let byte = peek() else { return Token(kind: .end, range: start..<start) }
    if byte.isLetter { return try identifierOrString() }
    if byte.isDigit || (byte == UInt8(ascii: ".") && peek(1)?.isDigit == true) {
      return try number()
    }
    if byte == UInt8(ascii: "'") || byte == UInt8(ascii: "\"") {
      return try string(from: start, raw: false)
    }
    for symbol in Self.symbols where bytes[position...].starts(with: symbol.utf8) {
      position += symbol.utf8.count
      return Token(kind: .symbol(symbol), range: start..<position)
    }
    throw error(.strangeCharacter(character(at: start)), from: start, to: start + 1)
  }

  /// Longest first, so that `<=` is not read as `<`.
  private static let symbols = [
    "&&", "||", "==", "!=", "<=", ">=", "<", ">", "!", "+", "-", "*", "/", "%", "?", ":", ",", ".",
    "(", ")", "[", "]", "{", "}",
  ]

  private mutating func skipBlanks() {
    while let byte = peek() {
      if byte == UInt8(ascii: "/") && peek(1) == UInt8(ascii: "/") {
        while let byte = peek(), byte != UInt8(ascii: "\n"), byte != UInt8(ascii: "\r") {
          position += 1
        }
      } else if [9, 10, 12, 13, 32].contains(byte) {
        position += 1
      } else {
        return
      }
    }
  }

  private mutating func identifierOrString() throws(ExpressionError) -> Token {
    let start = position
    while let byte = peek(), byte.isLetter || byte.isDigit { position += 1 }
    let name = String(decoding: bytes[start..<position], as: UTF8.self)
    if let byte = peek(), byte == UInt8(ascii: "'") || byte == UInt8(ascii: "\"") {
      switch name {
      case "r", "R": return try string(from: start, raw: true)
      case "b", "B", "br", "bR", "Br", "BR":
        throw error(.outsideSubset(.bytes), from: start, to: position + 1)
      default: break
      }
    }
    return Token(kind: .identifier(name), range: start..<position)
  }

  private mutating func number() throws(ExpressionError) -> Token {
    let start = position
    var radix = 10
    if peek() == UInt8(ascii: "0"), peek(1) == UInt8(ascii: "x"), peek(2)?.isHexDigit == true {
      radix = 16
      position += 2
      while peek()?.isHexDigit == true { position += 1 }
    } else {
      while peek()?.isDigit == true { position += 1 }
      if try isDouble() { throw error(.outsideSubset(.double), from: start, to: position) }
    }
    let digits = bytes[(radix == 16 ? start + 2 : start)..<position]
    if peek() == UInt8(ascii: "u") || peek() == UInt8(ascii: "U") {
      throw error(.outsideSubset(.unsigned), from: start, to: position + 1)
    }
    guard let value = UInt64(String(decoding: digits, as: UTF8.self), radix: radix),
      value <= UInt64(Int64.max) + 1
    else {
      let text = String(decoding: bytes[start..<position], as: UTF8.self)
      throw error(.integerTooLarge(text), from: start, to: position)
    }
    return Token(kind: .integer(value), range: start..<position)
  }

  /// Whether a fraction or an exponent follows the digits; moves past it.
  private mutating func isDouble() throws(ExpressionError) -> Bool {
    var end = position
    if peek() == UInt8(ascii: "."), peek(1)?.isDigit == true {
      end += 1
      while end < bytes.count, bytes[end].isDigit { end += 1 }
    }
    if end < bytes.count, bytes[end] | 0x20 == UInt8(ascii: "e") {
      var exponent = end + 1
      if exponent < bytes.count, [UInt8(ascii: "+"), UInt8(ascii: "-")].contains(bytes[exponent]) {
        exponent += 1
      }
      if exponent < bytes.count, bytes[exponent].isDigit {
        end = exponent
        while end < bytes.count, bytes[end].isDigit { end += 1 }
      }
    }
    defer { position = end }
    return end > position
  }

  func peek(_ ahead: Int = 0) -> UInt8? {
    position + ahead < bytes.count ? bytes[position + ahead] : nil
  }

  /// The character (code point) whose encoding begins at an offset.
  func character(at offset: Int) -> String {
    String(String(decoding: bytes[offset...].prefix(4), as: UTF8.self).unicodeScalars.prefix(1))
  }

  func error(
    _ fault: ExpressionError.Fault, from start: Int, to end: Int
  ) -> ExpressionError {
    ExpressionError(fault, in: source, at: start..<min(end, bytes.count))
  }
}

extension UInt8 {
  /// `_`, `a`–`z` or `A`–`Z`: what a name begins with.
  var isLetter: Bool {
    self == UInt8(ascii: "_") || (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(self | 0x20)
  }

  var isDigit: Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(self) }

  var isHexDigit: Bool {
    isDigit || (UInt8(ascii: "a")...UInt8(ascii: "f")).contains(self | 0x20)
  }
}
