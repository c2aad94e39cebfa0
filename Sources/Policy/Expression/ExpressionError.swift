/// Why a text is not an expression of the subset, and where.
public struct ExpressionError: Error, Hashable, Sendable {
  /// What is wrong.
  public enum Fault: Hashable, Sendable {
    /// A character that begins nothing.
    case strangeCharacter(String)
    /// A string that does not end, on its line or at all.
    case unterminatedString
    /// An escape that CEL does not have, or that names no code point.
    case badEscape(String)
    /// An integer beyond 64 bits.
    case integerTooLarge(String)
    /// Something else was expected here; the text found, empty at the end.
    case unexpected(String)
    /// A word that CEL reserves.
    case reservedWord(String)
    /// Part of CEL, but not of the subset that conditions are written in.
    case outsideSubset(Feature)
    /// Nested deeper than the limit.
    case tooDeep(limit: Int)
    /// A name that no fact has, and the nearest that one has.
    case unknownName(String, nearest: String?)
    /// A text that a coded fact never is, and the nearest that it may be.
    case unknownCode(String, of: String, nearest: String?)
    /// A function that does not exist, and the nearest that does.
    case unknownFunction(String, nearest: String?)
    /// An operator or function applied to types that it does not take.
    case wrongTypes(operation: String, found: [String])
    /// The whole has another type than its place needs.
    case wrongResult(expected: String, found: String)
  }

  /// A part of CEL that conditions do without.
  public enum Feature: String, Hashable, Sendable {
    /// `1.5`, `1e3`
    case double
    /// `1u`
    case unsigned
    /// `b'…'`
    case bytes
    /// `{'key': 1}`
    case map
    /// `Type{field: 1}`
    case message
    /// `a.b`
    case fieldSelection
    /// `list.exists(x, …)`, `has(…)`
    case macro
    /// Functions other than size, startsWith, endsWith and contains
    case function
  }

  /// What is wrong.
  public let fault: Fault
  /// The expression.
  public let source: String
  /// The bytes of the source that are to blame.
  public let range: Range<Int>

  init(_ fault: Fault, in source: String, at range: Range<Int>) {
    self.fault = fault
    self.source = source
    self.range = range
  }

  /// The line of the source on which the fault begins, counted from 1.
  public var line: Int {
    source.utf8.prefix(range.lowerBound).count { $0 == UInt8(ascii: "\n") } + 1
  }

  /// The column, in characters (code points), counted from 1.
  public var column: Int {
    String(decoding: lineBefore, as: UTF8.self).unicodeScalars.count + 1
  }

  /// The faulty line of the source, and below it a caret under the fault.
  ///
  /// Wide characters move the caret by two columns, as terminals show them.
  public var excerpt: String {
    let before = lineBefore
    let rest = source.utf8.dropFirst(range.lowerBound).prefix { $0 != UInt8(ascii: "\n") }
    let indent = String(decoding: before, as: UTF8.self).unicodeScalars
      .map { $0.value >= 0x1100 ? "  " : " " }.joined()
    return String(decoding: before, as: UTF8.self) + String(decoding: rest, as: UTF8.self)
      + "\n" + indent + "^"
  }

  private var lineBefore: [UInt8] {
    let before = source.utf8.prefix(range.lowerBound)
    let start = before.lastIndex(of: UInt8(ascii: "\n")).map { before.index(after: $0) }
    return Array(before[(start ?? before.startIndex)...])
  }
}
