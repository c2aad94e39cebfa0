extension Rational {
  /// Reads decimal text such as `12`, `-0.5` or `1.25`: ASCII digits, at most one point with
  /// digits on both sides, and a sign; nothing else, and no more than 37 digits.
  public init?(decimal text: some StringProtocol) {
    var bytes = Array(text.utf8)[...]
    let isNegative = bytes.first == UInt8(ascii: "-")
    if isNegative || bytes.first == UInt8(ascii: "+") { bytes = bytes.dropFirst() }
    let parts = bytes.split(
      separator: UInt8(ascii: "."), maxSplits: 1, omittingEmptySubsequences: false)
    let digits = Array(parts.joined())
    guard parts.allSatisfy({ !$0.isEmpty }), digits.count <= 37,
      digits.allSatisfy({ (48...57).contains($0) })
    else { return nil }
    let number = digits.reduce(into: Int128(0)) { $0 = $0 * 10 + Int128($1 - 48) }
    let places = parts.count == 2 ? parts[1].count : 0
    guard let scale = try? Self.powerOfTen(places),
      let value = try? Rational(isNegative ? -number : number, over: scale.numerator)
    else { return nil }
    self = value
  }

  /// Written with that many decimals, a half going away from zero: 17.4581 with two is `17.46`.
  ///
  /// A number too long for its decimals is written as a fraction.
  public func decimal(places: Int) -> String {
    guard let rounded = try? rounded(places: places), let scale = try? Self.powerOfTen(places),
      let scaled = try? rounded * scale
    else { return "\(numerator)/\(denominator)" }
    let digits = String(scaled.numerator.magnitude)
    let padded = String(repeating: "0", count: max(0, places + 1 - digits.count)) + digits
    let sign = scaled.numerator < 0 ? "-" : ""
    guard places > 0 else { return sign + padded }
    return "\(sign)\(padded.dropLast(places)).\(padded.suffix(places))"
  }
}

extension Rational: CustomStringConvertible {
  /// The number in full: `12`, `0.5`, or `17/3` where no decimal of six places is exact.
  public var description: String {
    let exact = (0...6).first { (try? rounded(places: $0)) == self }
    return exact.map { decimal(places: $0) } ?? "\(numerator)/\(denominator)"
  }
}
