/// Why an expression has no value, in the words of CEL's conformance suite.
public indirect enum EvaluationError: Error, Hashable, Sendable {
  /// An operator or function applied to types that it does not take.
  case noSuchOverload
  /// An operand of `!`, `&&` or `||`, or a condition before `?`, that is not a truth value.
  case noMatchingOverload
  /// An operand of `&&` or `||` that ended in an error which no other operand absorbed.
  case unabsorbed(EvaluationError)
  /// Division by zero.
  case divideByZero
  /// Remainder by zero.
  case modulusByZero
  /// A result beyond 64 bits.
  case overflow
  /// An index outside its list, or that is no integer.
  case invalidArgument
  /// A name that nothing declares.
  case undeclared(String)
  /// A function that does not exist.
  case unboundFunction(String)

  /// The suite's wording.
  public var message: String {
    switch self {
    case .noSuchOverload: "no such overload"
    case .noMatchingOverload: "no matching overload"
    case .unabsorbed(let error): "no matching overload: \(error.message)"
    case .divideByZero: "divide by zero"
    case .modulusByZero: "modulus by zero"
    case .overflow: "return error for overflow"
    case .invalidArgument: "invalid_argument"
    case .undeclared(let name): "undeclared reference to '\(name)' (in container '')"
    case .unboundFunction: "unbound function"
    }
  }
}
