/// How far and with how much care to look ahead: local settings.
public struct ForecastSettings: Hashable, Sendable {
  /// Months ahead, 1–24.
  public let months: Int
  /// Futures drawn, 100–100,000.
  public let futures: Int
  /// What the random numbers begin from; equal seeds give equal forecasts.
  public let seed: UInt64
  /// How many months of its own the district's rates count for in every office, 1–120.
  public let poolingMonths: Int
  /// What a month counts against the month after it, in thousandths, 500–1000.
  public let discountPerMille: Int

  /// Sets the values.
  ///
  /// - Throws: `StaffingError.setting` for a value outside its range.
  public init(
    months: Int = 12, futures: Int = 2_000, seed: UInt64 = 0, poolingMonths: Int = 12,
    discountPerMille: Int = 980
  ) throws(StaffingError) {
    let ranges: [(String, Int, ClosedRange<Int>)] = [
      ("months", months, 1...24), ("futures", futures, 100...100_000),
      ("pooling_months", poolingMonths, 1...120),
      ("discount_per_mille", discountPerMille, 500...1000),
    ]
    for (name, value, range) in ranges where !range.contains(value) {
      throw .setting(
        .outside(name: name, value: value, from: range.lowerBound, to: range.upperBound))
    }
    self.months = months
    self.futures = futures
    self.seed = seed
    self.poolingMonths = poolingMonths
    self.discountPerMille = discountPerMille
  }
}
