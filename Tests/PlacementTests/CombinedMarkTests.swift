import Foundation
import Model
import Placement
import Testing

/// Totals against Foundation's decimal arithmetic, which shares nothing with ours.
@Suite struct CombinedMarkTests {
  static func mark(_ hundredths: Int) throws -> Mark { try #require(Mark(hundredths: hundredths)) }

  static func combined(
    _ written: Mark, _ interview: Mark, _ percent: Int, _ rounding: MarkRounding = .total
  ) -> CombinedMark {
    CombinedMark(
      [
        CombinedMark.Term(.written, written, percent: percent),
        CombinedMark.Term(.interview, interview, percent: 100 - percent),
      ], rounding: rounding)
  }

  /// A half goes up, as the marks are not negative.
  static func rounded(_ value: Decimal) -> Decimal {
    var (from, to) = (value, Decimal())
    NSDecimalRound(&to, &from, 2, .plain)
    return to
  }

  static let worked: [(String, String, String, String, String)] = [
    ("70.01", "80.04", "76.028", "76.03", "76.02"), ("70.02", "80.03", "76.026", "76.03", "76.03"),
    ("70.00", "80.05", "76.03", "76.03", "76.03"), ("69.99", "80.06", "76.032", "76.03", "76.04"),
    ("62.55", "73.25", "68.97", "68.97", "68.97"), ("62.56", "73.24", "68.968", "68.97", "68.96"),
    ("79.99", "80.01", "80.002", "80.00", "80.01"), ("49.99", "66.67", "59.998", "60.00", "60.00"),
    ("60.01", "59.99", "59.998", "60.00", "59.99"),
  ]

  @Test("40 and 60 percent come out to the hundredth under each rounding", arguments: worked)
  func fortySixty(
    written: String, interview: String, exact: String, total: String, parts: String
  ) throws {
    let (one, other) = (try #require(Mark(written)), try #require(Mark(interview)))
    let combined = Self.combined(one, other, 40)
    #expect(combined.exact.description == exact)
    #expect(combined.published.description == total)
    #expect(Self.combined(one, other, 40, .exact).published.description == total)
    #expect(Self.combined(one, other, 40, .parts).published.description == parts)
  }

  @Test("The working can be followed by hand")
  func working() throws {
    let (one, other) = (try #require(Mark("70.01")), try #require(Mark("80.04")))
    #expect(Self.combined(one, other, 40).working == "0.4×70.01 + 0.6×80.04 = 76.028 → 76.03")
    #expect(
      Self.combined(one, other, 40, .parts).working == "0.4×70.01→28.00 + 0.6×80.04→48.02 = 76.02")
    let alone = CombinedMark(
      [CombinedMark.Term(.interview, other, percent: 60)], rounding: .total)
    #expect(alone.working == "(0.6×80.04) ÷ 0.6 = 80.04 → 80.04")
  }

  @Test(
    "All remainders of two decimals agree with decimal arithmetic", arguments: [40, 50, 45, 30])
  func remainders(percent: Int) throws {
    // A total is the sum of what its marks' whole and hundredth parts give, and only the latter are
    // rounded: 100 × 100 remainders, at several whole marks, stand for all pairs.
    let shares = (Decimal(percent) / 100, Decimal(100 - percent) / 100)
    for (one, other) in [(0, 0), (6_000, 7_000), (9_900, 9_900)] {
      for (first, second) in (0..<10_000).map({ (one + $0 / 100, other + $0 % 100) }) {
        let marks = (Decimal(first) / 100, Decimal(second) / 100)
        let products = (shares.0 * marks.0, shares.1 * marks.1)
        let (written, interview) = (try Self.mark(first), try Self.mark(second))
        let total = Self.rounded(products.0 + products.1)
        let parts = Self.rounded(products.0) + Self.rounded(products.1)
        let ours = [MarkRounding.total, .parts].map {
          Decimal(Self.combined(written, interview, percent, $0).published.hundredths) / 100
        }
        guard ours == [total, parts] else {
          Issue.record("\(percent) %: \(marks) gives \(ours) for \(total), \(parts)")
          return
        }
      }
    }
  }

  @Test("Whole marks add to a total exactly, so that remainders stand for all pairs")
  func linear() throws {
    var random = SeededGenerator(seed: 7)
    for _ in 0..<20_000 {
      let (one, other) = (
        Int.random(in: 0...10_000, using: &random), Int.random(in: 0...10_000, using: &random)
      )
      for percent in [40, 50, 45, 30] {
        for rounding in [MarkRounding.total, .parts] {
          let whole = try Self.combined(Self.mark(one), Self.mark(other), percent, rounding)
          let rest = try Self.combined(
            Self.mark(one % 100), Self.mark(other % 100), percent, rounding)
          let wholes = percent * (one / 100) + (100 - percent) * (other / 100)
          #expect(whole.published.hundredths == wholes + rest.published.hundredths)
        }
      }
    }
  }

  @Test(
    "All hundred million pairs agree with decimal arithmetic",
    .enabled(if: ProcessInfo.processInfo.environment["XIEGUAN_ALL_MARKS"] != nil),
    arguments: [40, 50, 45, 30])
  func allPairs(percent: Int) throws {
    for first in 0...10_000 {
      let one = Decimal(first * percent) / 10_000
      let written = try Self.mark(first)
      for second in 0...10_000 {
        let total = Self.rounded(one + Decimal(second * (100 - percent)) / 10_000)
        let ours = Self.combined(written, try Self.mark(second), percent).published
        guard Decimal(ours.hundredths) / 100 == total else {
          Issue.record("\(percent) %: \(first) and \(second) give \(ours) for \(total)")
          return
        }
      }
    }
  }

  @Test("Half-hundredths go up where binary fractions lose them")
  func halves() throws {
    let (one, other) = (try #require(Mark("60.00")), try #require(Mark("70.01")))
    #expect(Self.combined(one, other, 50).published.description == "65.01")
    let binary: Double = 0.5 * 60.00 + 0.5 * 70.01
    #expect(String(format: "%.2f", binary) == "65.00")
    let thirds = (try #require(Mark("60.05")), try #require(Mark("70.00")))
    #expect(Self.combined(thirds.0, thirds.1, 30).published.description == "67.02")
  }

  @Test(
    "Text is a mark only from 0 to 100 with at most two decimals",
    arguments: [
      ("0", 0), ("100", 10_000), ("100.00", 10_000), ("60.5", 6_050), ("100.01", nil), ("-1", nil),
      ("60.005", nil), ("", nil), ("六十", nil), ("6e1", nil),
    ] as [(String, Int?)])
  func reading(text: String, hundredths: Int?) {
    #expect(Mark(text)?.hundredths == hundredths)
  }
}
