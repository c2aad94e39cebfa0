/// The functions that conditions may call.
enum Function: String, CaseIterable {
  case size, startsWith, endsWith, contains

  /// Calls a function by name on known values; a method's receiver is the first of them.
  static func apply(
    _ name: String, isMethod: Bool, _ operands: [Value]
  ) throws(EvaluationError) -> Value {
    guard let function = Function(rawValue: name), function == .size || isMethod else {
      throw .unboundFunction(name)
    }
    switch (function, operands.count, operands.first, operands.last) {
    case (.size, 1, .string(let text), _): return .int(Int64(text.unicodeScalars.count))
    case (.size, 1, .list(let values), _): return .int(Int64(values.count))
    case (.startsWith, 2, .string(let text), .string(let part)):
      return .bool(text.utf8.starts(with: part.utf8))
    case (.endsWith, 2, .string(let text), .string(let part)):
      return .bool(text.utf8.reversed().starts(with: part.utf8.reversed()))
    case (.contains, 2, .string(let text), .string(let part)):
      return .bool(Array(text.utf8).contains(Array(part.utf8)))
    default: throw .noSuchOverload
    }
  }
}
