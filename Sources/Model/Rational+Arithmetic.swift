extension Rational {
  /// The sum.
  ///
  /// - Throws: `RationalError.outOfRange`.
  public static func + (first: Rational, second: Rational) throws(RationalError) -> Rational {
    try Rational(
      sum(
        product(first.numerator, second.denominator),
        product(second.numerator, first.denominator)),
      over: product(first.denominator, second.denominator))
  }

  /// The difference.
  ///
  /// - Throws: `RationalError.outOfRange`.
  public static func - (first: Rational, second: Rational) throws(RationalError) -> Rational {
    try first + second * Rational(-1)
  }

  /// The product; common divisors are cancelled first, so that only the result must fit.
  ///
  /// - Throws: `RationalError.outOfRange`.
  public static func * (first: Rational, second: Rational) throws(RationalError) -> Rational {
    let left = try Rational(first.numerator, over: second.denominator)
    let right = try Rational(second.numerator, over: first.denominator)
    return try Rational(
      product(left.numerator, right.numerator), over: product(left.denominator, right.denominator))
  }

  /// The quotient.
  ///
  /// - Throws: `RationalError.divisionByZero` or `.outOfRange`.
  public static func / (first: Rational, second: Rational) throws(RationalError) -> Rational {
    try first * Rational(second.denominator, over: second.numerator)
  }

  private static func product(_ first: Int128, _ second: Int128) throws(RationalError) -> Int128 {
    let (result, overflow) = first.multipliedReportingOverflow(by: second)
    guard !overflow else { throw .outOfRange }
    return result
  }

  private static func sum(_ first: Int128, _ second: Int128) throws(RationalError) -> Int128 {
    let (result, overflow) = first.addingReportingOverflow(second)
    guard !overflow else { throw .outOfRange }
    return result
  }
}

extension Rational {
  /// The greatest whole number not above it; nothing past 63 bits.
  public var floor: Int? {
    let quotient = numerator / denominator
    return Int(
      exactly: numerator < 0 && quotient * denominator != numerator ? quotient - 1 : quotient)
  }

  /// The least whole number not below it; nothing past 63 bits.
  public var ceiling: Int? {
    let quotient = numerator / denominator
    return Int(
      exactly: numerator > 0 && quotient * denominator != numerator ? quotient + 1 : quotient)
  }

  /// The nearest whole number, a half going away from zero; nothing past 63 bits.
  public var halfUp: Int? {
    let (quotient, rest) = numerator.quotientAndRemainder(dividingBy: denominator)
    let isUp = rest.magnitude >= denominator.magnitude - rest.magnitude
    return Int(exactly: isUp ? quotient + numerator.signum() : quotient)
  }

  /// Its whole value, where it is a whole number of at most 63 bits.
  public var whole: Int? { denominator == 1 ? Int(exactly: numerator) : nil }

  /// Rounded to that many decimals, a half going away from zero.
  ///
  /// - Throws: `RationalError.outOfRange` where the digits do not fit.
  public func rounded(places: Int) throws(RationalError) -> Rational {
    let scale = try Self.powerOfTen(places)
    let scaled = try self * scale
    let (quotient, rest) = scaled.numerator.quotientAndRemainder(dividingBy: scaled.denominator)
    let isUp = rest.magnitude >= scaled.denominator.magnitude - rest.magnitude
    let digits = isUp ? quotient + scaled.numerator.signum() : quotient
    return try Rational(digits, over: scale.numerator)
  }

  static func powerOfTen(_ exponent: Int) throws(RationalError) -> Rational {
    guard (0...37).contains(exponent) else { throw .outOfRange }
    return try Rational((0..<exponent).reduce(into: Int128(1)) { power, _ in power *= 10 }, over: 1)
  }
}
