extension Expression {
  /// The same expression with constants in place of some names, and what then is constant worked
  /// out; the source stays as written.
  func replacing(_ constants: [String: Value]) -> Expression {
    Expression(node: node.replacing(constants), origin: origin, source: source)
  }
}

extension ExpressionNode {
  func replacing(_ constants: [String: Value]) -> ExpressionNode {
    func replaced(_ nodes: [ExpressionNode]) -> [ExpressionNode] {
      nodes.map { $0.replacing(constants) }
    }
    let kind: Kind =
      switch kind {
      case .literal: self.kind
      case .identifier(let name): constants[name].map(Kind.literal) ?? self.kind
      case .list(let nodes): .list(replaced(nodes))
      case .all(let nodes): .all(replaced(nodes))
      case .any(let nodes): .any(replaced(nodes))
      case .not(let node): .not(node.replacing(constants))
      case .negate(let node): .negate(node.replacing(constants))
      case .binary(let operation, let first, let second):
        .binary(operation, first.replacing(constants), second.replacing(constants))
      case .conditional(let condition, let yes, let no):
        .conditional(
          condition.replacing(constants), then: yes.replacing(constants),
          else: no.replacing(constants))
      case .index(let list, let index):
        .index(list.replacing(constants), index.replacing(constants))
      case .call(let name, let isMethod, let nodes):
        .call(name, isMethod: isMethod, replaced(nodes))
      }
    let node = ExpressionNode(kind, range)
    guard node.identifiers.isEmpty, let value = try? node.value({ _ in nil }) else { return node }
    return ExpressionNode(.literal(value), range)
  }
}
