import Model
import Testing

@Suite struct RationalTests {
  @Test(
    "Decimal text is read exactly",
    arguments: [
      ("12", 12, 1), ("0.25", 1, 4), ("-1.50", -3, 2), ("+7", 7, 1), ("000.10", 1, 10),
    ] as [(String, Int128, Int128)])
  func reads(text: String, numerator: Int128, denominator: Int128) throws {
    #expect(try Rational(decimal: text) == Rational(numerator, over: denominator))
  }

  @Test(
    "Text that is no decimal number is nothing",
    arguments: ["", "-", ".", "1.", ".5", "1.2.3", "1e3", "１", "1 ", "0x1", "--1"])
  func refuses(text: String) {
    #expect(Rational(decimal: text) == nil)
  }

  @Test(
    "A half goes away from zero",
    arguments: [
      ("17.4549", "17.45"), ("17.455", "17.46"), ("-17.455", "-17.46"), ("0.004", "0.00"),
      ("0.005", "0.01"), ("-0.004", "0.00"), ("3", "3.00"),
    ])
  func roundsHalfUp(text: String, shown: String) throws {
    let number = try #require(Rational(decimal: text))
    #expect(number.decimal(places: 2) == shown)
  }

  @Test(
    "Floor, ceiling and half-up agree with the number line",
    arguments: [
      ("2.5", 2, 3, 3), ("-2.5", -3, -2, -3), ("2", 2, 2, 2), ("-0.4", -1, 0, 0), ("2.4", 2, 3, 2),
    ])
  func wholeNumbers(text: String, floor: Int, ceiling: Int, halfUp: Int) throws {
    let number = try #require(Rational(decimal: text))
    #expect(number.floor == floor)
    #expect(number.ceiling == ceiling)
    #expect(number.halfUp == halfUp)
  }

  @Test("Arithmetic keeps thirds exact")
  func thirds() throws {
    let third = try Rational(1, over: 3)
    #expect(try third + third + third == .one)
    #expect(try third * Rational(3) == .one)
    #expect(try Rational(1) / third == Rational(3))
    #expect(try third - third == .zero)
    #expect(third.description == "1/3")
    #expect(try Rational(1, over: -4) < third)
  }

  @Test("A zero divisor and a result past the range are named, not wrapped")
  func limits() throws {
    #expect(throws: RationalError.divisionByZero) { try Rational.one / .zero }
    let huge = try Rational(.max, over: 1)
    #expect(throws: RationalError.outOfRange) { try huge + .one }
    #expect(throws: RationalError.outOfRange) { try huge * Rational(2) }
  }

  @Test("Numbers of the greatest size are still ordered")
  func order() throws {
    let first = try Rational(.max, over: .max - 1)
    let second = try Rational(.max - 1, over: .max - 2)
    #expect(first < second)
    #expect(!(second < first))
  }
}
