/// A fact worked out from other facts.
public struct DerivedFact: Declared {
  /// How it is worked out.
  public enum Definition: Sendable {
    /// By an expression over facts and derived facts declared before.
    case expression(Expression)
    /// True where a text fact begins with one of the codes of a table.
    case prefix(of: String, codes: [String], table: String)
  }

  /// What it is called, what it rests on, and when.
  public internal(set) var declaration: Declaration
  /// The kind of value.
  public let type: FactType
  /// How it is worked out.
  public internal(set) var definition: Definition

  /// The names of the facts that it reads.
  public var identifiers: [String] {
    switch definition {
    case .expression(let expression): expression.identifiers
    case .prefix(let fact, _, _): [fact]
    }
  }

  /// Works the fact out; an unknown source gives an unknown.
  public func value(_ fact: (String) -> Value?) throws(EvaluationError) -> Value {
    switch definition {
    case .expression(let expression):
      return try expression.value(fact)
    case .prefix(let name, let codes, _):
      guard let source = fact(name) else { throw .undeclared(name) }
      switch source {
      case .unknown: return .unknown
      case .string(let text):
        return .bool(codes.contains { text.utf8.starts(with: $0.utf8) })
      default: throw .noSuchOverload
      }
    }
  }
}
