extension ExpressionNode.Operator {
  /// Applies the operator to two known values.
  func apply(_ first: Value, _ second: Value) throws(EvaluationError) -> Value {
    switch self {
    case .equal: return .bool(first == second)
    case .notEqual: return .bool(first != second)
    case .contained:
      guard case .list(let values) = second else { throw .noSuchOverload }
      return .bool(values.contains(first))
    case .less: return .bool(try Self.isLess(first, second))
    case .lessOrEqual: return .bool(try !Self.isLess(second, first))
    case .greater: return .bool(try Self.isLess(second, first))
    case .greaterOrEqual: return .bool(try !Self.isLess(first, second))
    case .add, .subtract, .multiply, .divide, .remainder:
      if case (.int(let first), .int(let second)) = (first, second) {
        return try arithmetic(first, second)
      }
      if self == .add { return try Self.concatenate(first, second) }
      throw .noSuchOverload
    }
  }

  private func arithmetic(_ first: Int64, _ second: Int64) throws(EvaluationError) -> Value {
    switch self {
    case .add: return try ExpressionNode.checked(first.addingReportingOverflow(second))
    case .subtract: return try ExpressionNode.checked(first.subtractingReportingOverflow(second))
    case .multiply: return try ExpressionNode.checked(first.multipliedReportingOverflow(by: second))
    case .divide:
      guard second != 0 else { throw .divideByZero }
      return try ExpressionNode.checked(first.dividedReportingOverflow(by: second))
    case .remainder:
      guard second != 0 else { throw .modulusByZero }
      return try ExpressionNode.checked(first.remainderReportingOverflow(dividingBy: second))
    default: throw .noSuchOverload
    }
  }

  private static func concatenate(_ first: Value, _ second: Value) throws(EvaluationError) -> Value
  {
    switch (first, second) {
    case (.string(let first), .string(let second)): return .string(first + second)
    case (.list(let first), .list(let second)): return .list(first + second)
    default: throw .noSuchOverload
    }
  }

  private static func isLess(_ first: Value, _ second: Value) throws(EvaluationError) -> Bool {
    switch (first, second) {
    case (.int(let first), .int(let second)): return first < second
    case (.string(let first), .string(let second)):
      return first.utf8.lexicographicallyPrecedes(second.utf8)
    case (.bool(let first), .bool(let second)): return !first && second
    default: throw .noSuchOverload
    }
  }
}
