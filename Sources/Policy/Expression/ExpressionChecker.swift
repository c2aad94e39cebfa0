import Model

/// Checks an expression against declared names before it is ever evaluated.
///
/// It is stricter than evaluation: what can never be equal is not compared, and a text that is
/// compared with a coded fact must be one of its codes. Whether a fact that may be null is guarded
/// is left to `policy check`, which tries every case.
struct ExpressionChecker {
  struct Name {
    let type: ValueType
    /// The codes that the fact may have; nothing where any text may stand.
    let codes: [String]?
  }

  /// The names in the order of their declaration, so that suggestions do not depend on chance.
  let names: [(key: String, value: Name)]
  let expression: Expression

  /// Checks that an expression fits the names and has a type.
  static func check(
    _ expression: Expression, is expected: ValueType, names: [(key: String, value: Name)]
  ) throws(ExpressionError) {
    let checker = ExpressionChecker(names: names, expression: expression)
    let found = try checker.type(of: expression.node)
    guard found == expected || found == .any else {
      let fault = ExpressionError.Fault.wrongResult(expected: expected.name, found: found.name)
      throw checker.error(fault, expression.node)
    }
  }

  private func type(of node: ExpressionNode) throws(ExpressionError) -> ValueType {
    switch node.kind {
    case .literal(let value): return ValueType(of: value)
    case .identifier(let name): return try self.name(name, node).type
    case .list(let nodes): return .list(ValueType.common(try types(of: nodes)))
    case .all(let nodes): return try logic("&&", nodes)
    case .any(let nodes): return try logic("||", nodes)
    case .not(let operand): return try logic("!", [operand])
    case .negate(let operand):
      try require([operand], .int, "-")
      return .int
    case .conditional(let condition, let yes, let no):
      try require([condition], .bool, "?:")
      return ValueType.common(try types(of: [yes, no]))
    case .index(let list, let index):
      try require([index], .int, "[]")
      switch try type(of: list) {
      case .list(let element): return element
      case .any: return .any
      case let other: throw error(.wrongTypes(operation: "[]", found: [other.name]), list)
      }
    case .binary(let operation, let first, let second):
      return try binary(operation, first, second, node)
    case .call(let name, let isMethod, let operands):
      return try call(name, isMethod, operands, node)
    }
  }

  private func types(of nodes: [ExpressionNode]) throws(ExpressionError) -> [ValueType] {
    var types: [ValueType] = []
    for node in nodes { types.append(try type(of: node)) }
    return types
  }

  private func name(_ name: String, _ node: ExpressionNode) throws(ExpressionError) -> Name {
    guard let found = names.first(where: { $0.key == name }) else {
      let nearest = Spelling.nearest(to: name, among: names.map(\.key))
      throw error(.unknownName(name, nearest: nearest), node)
    }
    return found.value
  }

  private func logic(
    _ operation: String, _ operands: [ExpressionNode]
  ) throws(ExpressionError) -> ValueType {
    try require(operands, .bool, operation)
    return .bool
  }

  private func require(
    _ operands: [ExpressionNode], _ expected: ValueType, _ operation: String
  ) throws(ExpressionError) {
    for operand in operands {
      let found = try type(of: operand)
      guard found == expected || found == .any else {
        throw error(.wrongTypes(operation: operation, found: [found.name]), operand)
      }
    }
  }

  private func binary(
    _ operation: ExpressionNode.Operator, _ first: ExpressionNode, _ second: ExpressionNode,
    _ node: ExpressionNode
  ) throws(ExpressionError) -> ValueType {
    let types = (try type(of: first), try type(of: second))
    let wrong = ExpressionError.Fault.wrongTypes(
      operation: operation.rawValue, found: [types.0.name, types.1.name])
    switch operation {
    case .equal, .notEqual:
      guard types.0.canEqual(types.1) else { throw error(wrong, node) }
      try checkCodes(first, [second])
      try checkCodes(second, [first])
      return .bool
    case .contained:
      guard case .list(let element) = types.1, types.0.canEqual(element) else {
        if types.1 == .any { return .bool }
        throw error(wrong, node)
      }
      if case .list(let elements) = second.kind { try checkCodes(first, elements) }
      return .bool
    case .less, .lessOrEqual, .greater, .greaterOrEqual:
      let known = (types.0.known, types.1.known)
      guard known.0.canEqual(known.1), known.0.isOrdered, known.1.isOrdered else {
        throw error(wrong, node)
      }
      return .bool
    case .add, .subtract, .multiply, .divide, .remainder:
      if types.0.canEqual(.int), types.1.canEqual(.int) { return .int }
      if operation == .add, types.0.canEqual(types.1) {
        switch (types.0, types.1) {
        case (.string, _), (.list, _): return types.0
        case (.any, .string), (.any, .list): return types.1
        default: break
        }
      }
      throw error(wrong, node)
    }
  }

  /// Refuses texts that a coded fact can never be.
  private func checkCodes(
    _ subject: ExpressionNode, _ others: [ExpressionNode]
  ) throws(ExpressionError) {
    guard case .identifier(let name) = subject.kind,
      let codes = try self.name(name, subject).codes
    else { return }
    for other in others {
      guard case .literal(.string(let text)) = other.kind else { continue }
      guard codes.contains(where: { $0.utf8.elementsEqual(text.utf8) }) else {
        let nearest = Spelling.nearest(to: text, among: codes)
        throw error(.unknownCode(text, of: name, nearest: nearest), other)
      }
    }
  }

  private func call(
    _ name: String, _ isMethod: Bool, _ operands: [ExpressionNode], _ node: ExpressionNode
  ) throws(ExpressionError) -> ValueType {
    guard let function = Function(rawValue: name), isMethod || function == .size else {
      let nearest = Spelling.nearest(to: name, among: Function.allCases.map(\.rawValue))
      throw error(.unknownFunction(name, nearest: nearest), node)
    }
    let types = try types(of: operands)
    let isFitting =
      switch function {
      case .size: types.count == 1 && types.allSatisfy { $0.isSized }
      case .startsWith, .endsWith, .contains:
        types.count == 2 && types.allSatisfy { $0.canEqual(.string) }
      }
    guard isFitting else {
      throw error(.wrongTypes(operation: name, found: types.map(\.name)), node)
    }
    return function == .size ? .int : .bool
  }

  private func error(
    _ fault: ExpressionError.Fault, _ node: ExpressionNode
  ) -> ExpressionError {
    ExpressionError(fault, in: expression.source, at: node.range)
  }
}

extension ValueType {
  fileprivate var isOrdered: Bool { [.int, .string, .bool, .any].contains(self) }

  fileprivate var isSized: Bool {
    switch self {
    case .string, .list, .any: true
    default: false
    }
  }
}
