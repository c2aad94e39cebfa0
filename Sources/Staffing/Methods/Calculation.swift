import Model

/// How a method comes to its numbers, whatever the office (测算步骤): what is worked out by which
/// expression, and the lines that tell it.
struct Calculation: Hashable, Sendable {
  /// How each quantity is worked out.
  var definitions: [Quantity: Expression] = [:]
  /// What is told, in this order.
  var lines: [Line] = []
  /// The figures without which nothing can be computed.
  var figures: Set<Figure> = [.officers, .subjects]
  /// Settings that must be above 0.
  var positive: [StaffingParameter] = []
  /// Whether subjects of different classes count differently.
  var tellsClassesApart = false

  /// A line of working.
  enum Line: Hashable, Sendable {
    /// A sentence with what it rests on.
    case sentence(zh: Sentence, en: Sentence, Basis)
    /// The people who are away, each with the reason.
    case away(StaffRole)
  }

  mutating func tell(zh: Sentence, en: Sentence, _ basis: Basis) {
    lines.append(.sentence(zh: zh, en: en, basis))
  }
}

/// What a line of working rests on.
enum Basis: Hashable, Sendable {
  /// Clauses of the Opinion, such as 四（一）.
  case clause(String)
  /// Nothing in the Opinion: a value that the district sets.
  case localSetting
  /// A local setting that serves a clause.
  case both(String)
}

extension Bilingual {
  /// A line of working that ends with what it rests on.
  init(zh: String, en: String, basis: Basis) {
    let (source, origin) =
      switch basis {
      case .clause(let clause): ("意见\(clause)", "Opinion \(clause)")
      case .localSetting: ("本地设定", "local setting")
      case .both(let clause): ("意见\(clause)；本地设定", "Opinion \(clause); local setting")
      }
    self.init(zh: "\(zh)〔\(source)〕", en: "\(en) [\(origin)]")
  }
}

/// A text with expressions in it, which are told in an office's numbers.
struct Sentence: Hashable, Sendable, ExpressibleByStringInterpolation {
  enum Part: Hashable, Sendable {
    case text(String)
    /// The expression in numbers, such as `57 ÷ 30`; a name alone is its value.
    case expression(Expression)
    /// A quantity's expression and what it comes to, such as `57 ÷ 30 = 1.90`.
    case working(Quantity)
  }

  var parts: [Part]

  static func + (first: Sentence, second: Sentence) -> Sentence {
    var whole = first
    whole.parts += second.parts
    return whole
  }

  init(stringLiteral text: String) { parts = [.text(text)] }
  init(stringInterpolation: StringInterpolation) { parts = stringInterpolation.parts }

  struct StringInterpolation: StringInterpolationProtocol {
    var parts: [Part] = []

    init(literalCapacity: Int, interpolationCount: Int) {}
    mutating func appendLiteral(_ text: String) { parts.append(.text(text)) }
    mutating func appendInterpolation(_ text: String) { parts.append(.text(text)) }
    mutating func appendInterpolation(_ expression: Expression) {
      parts.append(.expression(expression))
    }
    mutating func appendInterpolation(_ quantity: Quantity) {
      parts.append(.expression(.quantity(quantity)))
    }
    mutating func appendInterpolation(working quantity: Quantity) {
      parts.append(.working(quantity))
    }
  }
}
