/// An exact fraction, for hours, people and rates that must not be rounded on the way.
///
/// Numerator and denominator have no common divisor and the denominator is positive, so equal
/// numbers are equal values. Every operation checks its range: none wraps and none loses a digit.
public struct Rational: Hashable, Sendable {
  /// The number above the line; it carries the sign.
  public let numerator: Int128
  /// The number below the line, at least 1.
  public let denominator: Int128

  /// Nothing.
  public static let zero = Rational(0)
  /// One whole.
  public static let one = Rational(1)

  /// A whole number.
  public init(_ whole: Int) {
    numerator = Int128(whole)
    denominator = 1
  }

  /// The fraction of two whole numbers.
  ///
  /// - Throws: `RationalError.divisionByZero`, or `.outOfRange` past 127 bits.
  public init(_ numerator: Int128, over denominator: Int128) throws(RationalError) {
    guard denominator != 0 else { throw .divisionByZero }
    guard numerator != .min, denominator != .min else { throw .outOfRange }
    let divisor = Self.greatestCommonDivisor(numerator.magnitude, denominator.magnitude)
    let sign: Int128 = denominator < 0 ? -1 : 1
    self.numerator = numerator / Int128(divisor) * sign
    self.denominator = denominator / Int128(divisor) * sign
  }

  /// Euclid's algorithm; 0 and `n` have the divisor `n`.
  private static func greatestCommonDivisor(_ first: UInt128, _ second: UInt128) -> UInt128 {
    var (larger, smaller) = (first, second)
    while smaller != 0 { (larger, smaller) = (smaller, larger % smaller) }
    return larger
  }
}

extension Rational: Comparable {
  /// Orders by size, exactly: the products are taken at full width.
  public static func < (first: Rational, second: Rational) -> Bool {
    let signs = (first.numerator.signum(), second.numerator.signum())
    guard signs.0 == signs.1 else { return signs.0 < signs.1 }
    let left = first.numerator.magnitude.multipliedFullWidth(by: second.denominator.magnitude)
    let right = second.numerator.magnitude.multipliedFullWidth(by: first.denominator.magnitude)
    return signs.0 < 0
      ? (right.high, right.low) < (left.high, left.low)
      : (left.high, left.low) < (right.high, right.low)
  }
}

/// What an exact calculation cannot do.
public enum RationalError: Error, Hashable, Sendable {
  /// Something was divided by zero.
  case divisionByZero
  /// A result needs more than 127 bits.
  case outOfRange
}
