/// What an expression comes to: one of CEL's types that the subset has, or the unknown.
///
/// Strings are equal and ordered by their code points, which is the order of their UTF-8 bytes;
/// canonical equivalence plays no part. A list never holds an unknown: it is unknown as a whole.
public enum Value: Sendable, Hashable {
  /// Nothing, and known to be nothing.
  case null
  /// A truth value.
  case bool(Bool)
  /// A 64-bit integer; dates are `yyyymmdd`, marks are hundredths.
  case int(Int64)
  /// A text.
  case string(String)
  /// Values in order, of any types.
  case list([Value])
  /// A fact that nobody has stated: unknown is not no.
  case unknown

  /// Compares by type and content; values of different types differ.
  public static func == (first: Value, second: Value) -> Bool {
    switch (first, second) {
    case (.null, .null), (.unknown, .unknown): true
    case (.bool(let first), .bool(let second)): first == second
    case (.int(let first), .int(let second)): first == second
    case (.string(let first), .string(let second)): first.utf8.elementsEqual(second.utf8)
    case (.list(let first), .list(let second)): first == second
    default: false
    }
  }

  /// Feeds the type and content, strings by their bytes.
  public func hash(into hasher: inout Hasher) {
    switch self {
    case .null: hasher.combine(0)
    case .unknown: hasher.combine(1)
    case .bool(let value):
      hasher.combine(2)
      hasher.combine(value)
    case .int(let value):
      hasher.combine(3)
      hasher.combine(value)
    case .string(let value):
      hasher.combine(4)
      for byte in value.utf8 { hasher.combine(byte) }
    case .list(let values):
      hasher.combine(5)
      hasher.combine(values)
    }
  }

  /// The value as JSON without spaces; the unknown, like null, is `null`.
  public var json: String {
    switch self {
    case .null, .unknown: return "null"
    case .bool(let value): return value ? "true" : "false"
    case .int(let value): return String(value)
    case .list(let values): return "[" + values.map(\.json).joined(separator: ",") + "]"
    case .string(let value):
      var text = "\""
      for scalar in value.unicodeScalars {
        switch scalar {
        case "\"": text += "\\\""
        case "\\": text += "\\\\"
        case "\n": text += "\\n"
        case "\r": text += "\\r"
        case "\t": text += "\\t"
        case "\u{0}"..<" ":
          let hex = String(scalar.value, radix: 16)
          text += "\\u" + String(repeating: "0", count: 4 - hex.count) + hex
        default: text.unicodeScalars.append(scalar)
        }
      }
      return text + "\""
    }
  }
}
