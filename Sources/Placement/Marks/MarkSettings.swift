/// How marks become a total and an order: local settings, as the Opinion speaks of no marks.
public struct MarkSettings: Hashable, Sendable {
  /// A part's share of the total.
  public struct Weight: Hashable, Sendable {
    /// The part.
    public let part: MarkPart
    /// Its share, in percent.
    public let percent: Int

    /// Pairs the two.
    public init(_ part: MarkPart, percent: Int) {
      self.part = part
      self.percent = percent
    }
  }

  /// The parts of the total, whose shares sum to 100.
  public let weights: [Weight]
  /// Where the total is rounded.
  public let rounding: MarkRounding
  /// The least mark of a part.
  public let minimums: [MarkPart: Mark]
  /// The least total.
  public let totalMinimum: Mark?
  /// What tells equal totals apart, the first before all others; none leaves them to a person.
  public let ties: [MarkTieBreak]
  /// What is asked of those who had too few rivals.
  public let competition: CompetitionRule
  /// Whether somebody may be exempt from a part.
  public let allowsExemption: Bool

  /// Checks the weights.
  ///
  /// - Throws: `PlacementError.weights` or `.weightRepeated`.
  public init(
    weights: [Weight] = [Weight(.written, percent: 40), Weight(.interview, percent: 60)],
    rounding: MarkRounding = .total,
    minimums: [MarkPart: Mark] = standardMinimums, totalMinimum: Mark? = nil,
    ties: [MarkTieBreak] = [], competition: CompetitionRule = .off, allowsExemption: Bool = false
  ) throws(PlacementError) {
    var seen: Set<MarkPart> = []
    for weight in weights where !seen.insert(weight.part).inserted {
      throw .weightRepeated(weight.part)
    }
    let sum = weights.reduce(0) { $0 + $1.percent }
    guard sum == 100, weights.allSatisfy({ $0.percent >= 1 }) else { throw .weights(sum: sum) }
    self.init(
      checked: weights, rounding, minimums, totalMinimum, ties, competition, allowsExemption)
  }

  private init(
    checked weights: [Weight], _ rounding: MarkRounding, _ minimums: [MarkPart: Mark],
    _ totalMinimum: Mark?, _ ties: [MarkTieBreak], _ competition: CompetitionRule,
    _ allowsExemption: Bool
  ) {
    self.weights = weights
    self.rounding = rounding
    self.minimums = minimums
    self.totalMinimum = totalMinimum
    self.ties = ties
    self.competition = competition
    self.allowsExemption = allowsExemption
  }

  /// The interview at 60.
  public static let standardMinimums: [MarkPart: Mark] = [.interview: Mark(computed: 6_000)]

  /// What holds where nothing is set: 40/60, rounded once, interview at least 60.
  public static let standard = MarkSettings(
    checked: [Weight(.written, percent: 40), Weight(.interview, percent: 60)], .total,
    standardMinimums, nil, [], .off, false)
}

/// Where a total loses what is beyond two decimals (取舍规则); a half always goes up.
public enum MarkRounding: String, Hashable, Sendable, CaseIterable {
  /// Once, after the parts are added.
  case total
  /// Each weighted part, before they are added.
  case parts
  /// Only where it is shown: the order follows the exact total.
  case exact
}

/// What tells equal totals apart.
public enum MarkTieBreak: String, Hashable, Sendable, CaseIterable {
  /// The higher interview mark.
  case interview
  /// The higher written mark.
  case written
  /// The higher mark of a further examination.
  case extra
  /// The lot.
  case lot

  /// The part that it compares; none for the lot.
  public var part: MarkPart? { MarkPart(rawValue: rawValue) }
}

/// What is asked of people whom too few competed with (不形成有效竞争), fewer than three a place.
public enum CompetitionRule: Hashable, Sendable {
  /// Nothing more.
  case off
  /// An interview mark not below the mean of their panel, as published with two decimals.
  case panelMean
  /// An interview mark not below a line.
  case line(Mark)

  /// People a place from which on there is competition.
  public static let rivalsPerPlace = 3
}
