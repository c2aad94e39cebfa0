/// A word of the condition language, and where it stands.
struct Token: Sendable {
  enum Kind: Hashable, Sendable {
    case identifier(String)
    /// An integer's magnitude; whether it fits depends on the sign before it.
    case integer(UInt64)
    case string(String)
    /// An operator or a bracket.
    case symbol(String)
    case end
  }

  let kind: Kind
  let range: Range<Int>
}
