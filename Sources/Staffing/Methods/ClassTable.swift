public import Model

/// One value for each management class (管理类别): a weight, times a month, or points.
public struct ClassTable: Hashable, Sendable {
  /// For strict management (严管).
  public let strict: Rational
  /// For general management (普管).
  public let general: Rational
  /// For lenient management (宽管).
  public let lenient: Rational
  /// For subjects whose office does not tell classes apart; such offices cannot be computed where
  /// it is nil, unless the three values are equal.
  public let unclassified: Rational?

  /// Sets the values.
  public init(
    strict: Rational, general: Rational, lenient: Rational, unclassified: Rational? = nil
  ) {
    self.strict = strict
    self.general = general
    self.lenient = lenient
    self.unclassified = unclassified
  }

  /// Sets one value for all subjects.
  public init(all value: Rational) {
    self.init(strict: value, general: value, lenient: value, unclassified: value)
  }

  /// Whether every subject has the same value, with or without a class.
  var isUniform: Bool { self == ClassTable(all: general) }

  /// The value of a subject without a class, where there is one.
  var withoutClass: Rational? {
    unclassified ?? (strict == general && general == lenient ? general : nil)
  }

  /// Each class's count times its value, summed, with the sum as a person would key it in.
  func total(
    over caseload: Caseload, subjects: Int
  ) throws(PlanObstacle) -> (value: Rational, written: String) {
    let parts: [(Int, Rational)]
    if let classes = caseload.classes {
      parts = [
        (classes.strict, strict), (classes.general, general), (classes.lenient, lenient),
      ]
    } else {
      guard let withoutClass else { throw .classesUnknown }
      parts = [(subjects, withoutClass)]
    }
    guard parts.allSatisfy({ $0.1 >= .zero }) else { throw .negativeSetting(.tableValue) }
    let value = try exactly { () throws(RationalError) in
      var sum = Rational.zero
      for (count, value) in parts { sum = try sum + Rational(count) * value }
      return sum
    }
    let written = parts.map { "\($0.0) × \($0.1)" }.joined(separator: " + ")
    return (value, written)
  }
}
