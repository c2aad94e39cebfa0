/// Says a condition in SQL, twice: when it is true, and when it is false.
///
/// Each of the two is built from AND, OR and comparisons alone, without NOT, so that a NULL inside
/// it never turns true; what is neither true nor false is unknown.
struct SQLCondition {
  /// The columns by name.
  let columns: [String: SQLColumn]
  let item: String
  let expression: Expression

  /// When the condition is true (or, for `wanted` false, when it is false).
  func holds(_ wanted: Bool) throws(PolicySQLError) -> String {
    try truth(of: expression.node, wanted)
  }

  private func truth(of node: ExpressionNode, _ wanted: Bool) throws(PolicySQLError) -> String {
    switch node.kind {
    case .literal(.bool(let value)): return value == wanted ? "1 = 1" : "1 = 0"
    case .identifier(let name): return "\(name) = \(wanted ? 1 : 0)"
    case .all(let nodes): return try joined(nodes, wanted, by: wanted ? " AND " : " OR ")
    case .any(let nodes): return try joined(nodes, wanted, by: wanted ? " OR " : " AND ")
    case .not(let operand): return try truth(of: operand, !wanted)
    case .conditional(let condition, let yes, let no):
      let first = "\(try truth(of: condition, true)) AND \(try truth(of: yes, wanted))"
      let second = "\(try truth(of: condition, false)) AND \(try truth(of: no, wanted))"
      return "((\(first)) OR (\(second)))"
    case .binary(let operation, let first, let second):
      return try comparison(operation, first, second, wanted, node)
    case .call: throw error(.function, node)
    case .index, .list: throw error(.list, node)
    case .literal, .negate: throw error(.arithmetic, node)
    }
  }

  private func joined(
    _ nodes: [ExpressionNode], _ wanted: Bool, by word: String
  ) throws(PolicySQLError) -> String {
    var parts: [String] = []
    for node in nodes { parts.append(try truth(of: node, wanted)) }
    return "(\(parts.joined(separator: word)))"
  }

  private func comparison(
    _ operation: ExpressionNode.Operator, _ first: ExpressionNode, _ second: ExpressionNode,
    _ wanted: Bool, _ node: ExpressionNode
  ) throws(PolicySQLError) -> String {
    switch operation {
    case .equal: return try equality(first, second, wanted, node)
    case .notEqual: return try equality(first, second, !wanted, node)
    case .contained: return try membership(first, second, wanted)
    case .less, .lessOrEqual, .greater, .greaterOrEqual:
      for case .literal(.bool) in [first.kind, second.kind] { throw error(.order, node) }
      let operands = (try operand(first), try operand(second))
      guard operands.0.isNumber, operands.1.isNumber else { throw error(.order, node) }
      let sign = wanted ? operation.rawValue : operation.opposite
      return "\(operands.0.text) \(sign) \(operands.1.text)"
    case .add, .subtract, .multiply, .divide, .remainder: throw error(.arithmetic, node)
    }
  }

  private func equality(
    _ first: ExpressionNode, _ second: ExpressionNode, _ wanted: Bool, _ node: ExpressionNode
  ) throws(PolicySQLError) -> String {
    if case .literal(let value) = first.kind {
      return try equality(second, value, at: first, wanted)
    }
    if case .literal(let value) = second.kind {
      return try equality(first, value, at: second, wanted)
    }
    let operands = (try operand(first), try operand(second))
    guard !operands.0.mayBeAbsent, !operands.1.mayBeAbsent else { throw error(.absent, node) }
    return "\(operands.0.text) \(wanted ? "=" : "<>") \(operands.1.text)"
  }

  private func equality(
    _ node: ExpressionNode, _ value: Value, at constant: ExpressionNode, _ wanted: Bool
  ) throws(PolicySQLError) -> String {
    if case .bool(let value) = value { return try truth(of: node, value == wanted) }
    let operand = try operand(node)
    if value == .null {
      // A known value is never null.
      if operand.mayBeAbsent { return "\(operand.text) IS \(wanted ? "" : "NOT ")NULL" }
      return wanted ? "1 = 0" : "\(operand.text) IS NOT NULL"
    }
    let comparison = "\(operand.text) \(wanted ? "=" : "<>") \(try literal(value, constant))"
    return wanted || !operand.mayBeAbsent
      ? comparison : "(\(operand.text) IS NULL OR \(comparison))"
  }

  private func membership(
    _ node: ExpressionNode, _ list: ExpressionNode, _ wanted: Bool
  ) throws(PolicySQLError) -> String {
    guard case .literal(.list(let values)) = list.kind else { throw error(.list, list) }
    let operand = try operand(node)
    var literals: [String] = []
    for value in values {
      switch (value, operand.isNumber) {
      case (.int, true), (.string, false): literals.append(try literal(value, list))
      case (.int, false), (.string, true), (.bool, _): break
      default: throw error(.list, list)
      }
    }
    guard !literals.isEmpty else { return wanted ? "1 = 0" : "\(operand.text) IS NOT NULL" }
    let set = "(\(literals.joined(separator: ", ")))"
    if wanted { return "\(operand.text) IN \(set)" }
    let outside = "\(operand.text) NOT IN \(set)"
    return operand.mayBeAbsent ? "(\(operand.text) IS NULL OR \(outside))" : outside
  }

  private struct Operand {
    let text: String
    let isNumber: Bool
    let mayBeAbsent: Bool
  }

  private func operand(_ node: ExpressionNode) throws(PolicySQLError) -> Operand {
    switch node.kind {
    case .identifier(let name):
      let column = columns[name]
      return Operand(
        text: name, isNumber: column?.isText == false, mayBeAbsent: column?.nullMeansNone ?? false)
    case .literal(let value):
      let isNumber = if case .int = value { true } else { false }
      return Operand(text: try literal(value, node), isNumber: isNumber, mayBeAbsent: false)
    case .call: throw error(.function, node)
    case .index, .list: throw error(.list, node)
    default: throw error(.arithmetic, node)
    }
  }

  private func literal(
    _ value: Value, _ node: ExpressionNode
  ) throws(PolicySQLError) -> String {
    switch value {
    case .int(let number):
      guard Int32(exactly: number) != nil, number != Int64(Int32.min) else {
        throw error(.number, node)
      }
      return String(number)
    case .string(let text):
      guard text.utf8.allSatisfy({ $0 >= 0x20 && $0 != 0x27 && $0 != 0x5C }) else {
        throw error(.quotes, node)
      }
      return "'\(text)'"
    default: throw error(.list, node)
    }
  }

  private func error(
    _ what: PolicySQLError.Construct, _ node: ExpressionNode
  ) -> PolicySQLError {
    let part = Array(expression.origin.utf8)[node.range]
    return .notPortable(item: item, what: what, excerpt: String(decoding: part, as: UTF8.self))
  }
}

extension ExpressionNode.Operator {
  /// The comparison that holds where this one does not.
  fileprivate var opposite: String {
    switch self {
    case .less: ">="
    case .lessOrEqual: ">"
    case .greater: "<="
    default: "<"
    }
  }
}
