extension Expression {
  /// Evaluates the expression over facts.
  ///
  /// `&&` and `||` take their operands in any order: one that decides absorbs errors and unknowns
  /// of the others, else an unknown goes before an error. Everywhere else an error goes before an
  /// unknown, because no value of the unknown could mend it.
  ///
  /// - Parameter fact: The value of a name; nothing where nothing declares it.
  /// - Throws: `EvaluationError` where the expression has no value.
  /// - Complexity: O(size of the expression), plus the lengths of lists and strings touched.
  public func value(_ fact: (String) -> Value?) throws(EvaluationError) -> Value {
    try node.value(fact)
  }
}

extension ExpressionNode {
  typealias Facts = (String) -> Value?

  func value(_ fact: Facts) throws(EvaluationError) -> Value {
    switch kind {
    case .literal(let value): return value
    case .identifier(let name):
      guard let value = fact(name) else { throw .undeclared(name) }
      return value
    case .list(let nodes):
      let values = try Self.values(nodes, fact)
      return values.contains(.unknown) ? .unknown : .list(values)
    case .all(let nodes): return try Self.decided(by: false, nodes, fact)
    case .any(let nodes): return try Self.decided(by: true, nodes, fact)
    case .not(let node):
      switch try node.value(fact) {
      case .bool(let value): return .bool(!value)
      case .unknown: return .unknown
      default: throw .noMatchingOverload
      }
    case .negate(let node):
      switch try node.value(fact) {
      case .int(let value): return try Self.checked(Int64(0).subtractingReportingOverflow(value))
      case .unknown: return .unknown
      default: throw .noSuchOverload
      }
    case .conditional(let condition, let yes, let no):
      switch try condition.value(fact) {
      case .bool(let value): return try value ? yes.value(fact) : no.value(fact)
      case .unknown: return .unknown
      default: throw .noMatchingOverload
      }
    case .binary, .index, .call: return try strict(fact)
    }
  }

  /// Evaluates an operation that needs all of its operands.
  private func strict(_ fact: Facts) throws(EvaluationError) -> Value {
    let operands = try Self.values(children, fact)
    if operands.contains(.unknown) { return .unknown }
    switch kind {
    case .binary(let operation, _, _):
      return try operation.apply(operands[0], operands[1])
    case .index:
      guard case .list(let values) = operands[0] else { throw .noSuchOverload }
      guard case .int(let number) = operands[1], let index = Int(exactly: number),
        values.indices.contains(index)
      else { throw .invalidArgument }
      return values[index]
    case .call(let name, let isMethod, _):
      return try Function.apply(name, isMethod: isMethod, operands)
    default: throw .noSuchOverload
    }
  }

  private static func values(
    _ nodes: [ExpressionNode], _ fact: Facts
  ) throws(EvaluationError) -> [Value] {
    var values: [Value] = []
    for node in nodes { values.append(try node.value(fact)) }
    return values
  }

  /// `&&` is decided by a false operand, `||` by a true one.
  private static func decided(
    by deciding: Bool, _ nodes: [ExpressionNode], _ fact: Facts
  ) throws(EvaluationError) -> Value {
    var hasUnknown = false
    var failure: EvaluationError?
    for node in nodes {
      do throws(EvaluationError) {
        switch try node.value(fact) {
        case .bool(deciding): return .bool(deciding)
        case .bool: break
        case .unknown: hasUnknown = true
        default: failure = failure ?? .noMatchingOverload
        }
      } catch {
        failure = failure ?? error.unabsorbed
      }
    }
    if hasUnknown { return .unknown }
    if let failure { throw failure }
    return .bool(!deciding)
  }

  static func checked(
    _ result: (partialValue: Int64, overflow: Bool)
  ) throws(EvaluationError) -> Value {
    guard !result.overflow else { throw .overflow }
    return .int(result.partialValue)
  }
}

extension EvaluationError {
  /// The error as an operand of `&&` or `||` leaves it.
  fileprivate var unabsorbed: EvaluationError {
    switch self {
    case .unabsorbed, .noMatchingOverload: self
    default: .unabsorbed(self)
    }
  }
}
