import Model

extension StringProtocol {
  /// Whether the text is a decimal number, of at most 15 digits and without a plus.
  var isDecimal: Bool {
    utf8.count(where: \.isDigit) <= 15 && utf8.first != UInt8(ascii: "+")
      && Rational(decimal: self) != nil
  }
}

extension Int64 {
  /// A decimal number times ten to the power of `places`; `nil` where that is no whole number.
  init?(_ text: some StringProtocol, scaledBy places: Int) {
    let power = Rational((0..<places).reduce(1) { power, _ in power * 10 })
    guard text.isDecimal, let number = Rational(decimal: text),
      let scaled = try? number * power, scaled.denominator == 1
    else { return nil }
    self.init(exactly: scaled.numerator)
  }
}
