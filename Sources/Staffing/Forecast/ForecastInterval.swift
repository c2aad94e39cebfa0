import Model

/// Bounds that hold a share of the futures (预测区间).
public struct ForecastInterval: Hashable, Sendable {
  /// The share.
  public let level: Level
  /// The lower bound, in subjects.
  public let lower: Int
  /// The upper bound, in subjects.
  public let upper: Int

  /// How many in a hundred futures an interval holds, at least.
  public enum Level: Int, Sendable, CaseIterable {
    /// Half of them.
    case half = 50
    /// Eight in ten.
    case eighty = 80
    /// Nineteen in twenty.
    case ninetyFive = 95
  }

  /// From the lower bound to the upper.
  public var range: ClosedRange<Int> { lower...upper }

  static let half = (try? Rational(1, over: 2)) ?? .zero
}
