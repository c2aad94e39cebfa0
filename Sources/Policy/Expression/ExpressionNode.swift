/// A parsed expression: what it does, and which bytes of the source it comes from.
struct ExpressionNode: Sendable {
  indirect enum Kind: Sendable {
    case literal(Value)
    case identifier(String)
    case list([ExpressionNode])
    /// Two or more operands of `&&`, or of `||`, side by side.
    case all([ExpressionNode])
    case any([ExpressionNode])
    case not(ExpressionNode)
    case negate(ExpressionNode)
    case binary(Operator, ExpressionNode, ExpressionNode)
    case conditional(ExpressionNode, then: ExpressionNode, else: ExpressionNode)
    case index(ExpressionNode, ExpressionNode)
    /// A function; the receiver of `x.f(y)` is the first argument.
    case call(String, isMethod: Bool, [ExpressionNode])
  }

  enum Operator: String, Sendable {
    case add = "+"
    case subtract = "-"
    case multiply = "*"
    case divide = "/"
    case remainder = "%"
    case equal = "=="
    case notEqual = "!="
    case less = "<"
    case lessOrEqual = "<="
    case greater = ">"
    case greaterOrEqual = ">="
    case contained = "in"
  }

  let kind: Kind
  let range: Range<Int>
  /// How many nodes lie on the longest way down, itself included.
  let depth: Int

  init(_ kind: Kind, _ range: Range<Int>) {
    self.kind = kind
    self.range = range
    depth = 1 + (Self.children(of: kind).map(\.depth).max() ?? 0)
  }

  var children: [ExpressionNode] { Self.children(of: kind) }

  private static func children(of kind: Kind) -> [ExpressionNode] {
    switch kind {
    case .literal, .identifier: []
    case .list(let nodes), .all(let nodes), .any(let nodes), .call(_, _, let nodes): nodes
    case .not(let node), .negate(let node): [node]
    case .binary(_, let first, let second), .index(let first, let second): [first, second]
    case .conditional(let condition, let yes, let no): [condition, yes, no]
    }
  }

  /// Every name in the expression, in the order of the source.
  var identifiers: [String] {
    if case .identifier(let name) = kind { return [name] }
    return children.flatMap(\.identifiers)
  }
}
