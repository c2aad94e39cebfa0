/// The type of an expression, as far as it can be told before any fact is known.
indirect enum ValueType: Hashable, Sendable {
  case bool, int, string, null
  case list(ValueType)
  /// A value that may be null, because a blank cell means that there is none.
  case optional(ValueType)
  /// Nothing is known, as of the elements of an empty list.
  case any

  init(_ type: FactType, mayBeNull: Bool) {
    let plain: ValueType =
      switch type {
      case .bool: .bool
      case .int, .date, .hundredths: .int
      case .string: .string
      }
    self = mayBeNull ? .optional(plain) : plain
  }

  init(of value: Value) {
    switch value {
    case .null: self = .null
    case .bool: self = .bool
    case .int: self = .int
    case .string: self = .string
    case .unknown: self = .any
    case .list(let values): self = .list(Self.common(values.map { ValueType(of: $0) }))
    }
  }

  /// The type of a list's elements.
  static func common(_ types: [ValueType]) -> ValueType {
    guard let first = types.first, types.allSatisfy({ $0 == first }) else { return .any }
    return first
  }

  /// The type without the possibility of null.
  var known: ValueType { if case .optional(let type) = self { type } else { self } }

  /// Whether values of the two types can be equal.
  func canEqual(_ other: ValueType) -> Bool {
    switch (self, other) {
    case (.any, _), (_, .any): true
    case (.optional, .null), (.null, .optional): true
    case (.optional(let first), let second): first.canEqual(second.known)
    case (let first, .optional(let second)): first.canEqual(second)
    case (.list(let first), .list(let second)): first.canEqual(second)
    default: self == other
    }
  }

  /// The name in messages.
  var name: String {
    switch self {
    case .bool: "bool"
    case .int: "int"
    case .string: "string"
    case .null: "null"
    case .list(.any): "list"
    case .list(let type): "list(\(type.name))"
    case .optional(let type): "\(type.name) or null"
    case .any: "any"
    }
  }
}
