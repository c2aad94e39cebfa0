/// A condition or a value as the packs state it, written in a subset of CEL (Common Expression
/// Language).
///
/// The subset: `true false null`, 64-bit integers, strings in all of CEL's forms, lists, names;
/// `?: || && ! == != < <= > >= + - * / % in`, unary minus, list index; `size`, `startsWith`,
/// `endsWith`, `contains`.
///
/// Source: google/cel-spec, `doc/langdef.md`.
public struct Expression: Sendable {
  /// The text that was parsed.
  public let source: String
  /// The names that it uses, each once, in the order of their bytes.
  public let identifiers: [String]
  let node: ExpressionNode
  /// The whole text that the node's ranges count in; the source is a part of it.
  let origin: String

  /// Parses a text.
  ///
  /// - Throws: `ExpressionError` with the place of the fault.
  /// - Complexity: O(*n* · depth) in the length of the text; nesting ends at 200.
  public init(parsing source: String) throws(ExpressionError) {
    self.init(node: try ExpressionParser.parse(source), origin: source, source: source)
  }

  /// What holds whatever the facts, and has no text.
  static let always = Expression(
    node: ExpressionNode(.literal(.bool(true)), 0..<0), origin: "", source: "")

  init(node: ExpressionNode, origin: String, source: String) {
    self.source = source
    self.origin = origin
    self.node = node
    identifiers = Set(node.identifiers).sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }

  /// The source with its words one space apart, so that layout makes no difference.
  var words: String {
    let bytes = Array(source.utf8)
    let tokens = (try? Lexer.tokens(of: source)) ?? []
    return tokens.dropLast().map { String(decoding: bytes[$0.range], as: UTF8.self) }
      .joined(separator: " ")
  }

  /// How an expression is put together from others by logic alone.
  public enum Shape: Sendable {
    /// Operands of `&&`.
    case all([Expression])
    /// Operands of `||`.
    case any([Expression])
    /// The operand of `!`.
    case not(Expression)
    /// Anything else.
    case leaf
  }

  /// The outermost logic, so that a condition can be evaluated part by part.
  public var shape: Shape {
    switch node.kind {
    case .all(let operands): .all(operands.map(part))
    case .any(let operands): .any(operands.map(part))
    case .not(let operand): .not(part(operand))
    default: .leaf
    }
  }

  private func part(_ node: ExpressionNode) -> Expression {
    let source = String(decoding: Array(origin.utf8)[node.range], as: UTF8.self)
    return Expression(node: node, origin: origin, source: source)
  }
}
