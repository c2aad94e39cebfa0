public import Model

/// The rules that are in force on one day.
public struct RuleSet: Sendable {
  /// The pack's id.
  public let policyID: String
  /// The pack's title.
  public let title: Bilingual
  /// The day; in conditions it is `as_of`, already put in.
  public let date: CivilDate
  /// The facts that rules may read.
  public let facts: [FactDeclaration]
  /// Facts worked out from them, in an order in which they can be worked out.
  public let derivedFacts: [DerivedFact]
  /// The gate: what every applicant must meet.
  public let requirements: [Criterion]
  /// The tiers in order; the first whose condition holds counts, the last has none.
  public let tiers: [Tier]
  /// What earns points.
  public let preferences: [Criterion]
  /// Groups of preferences of which only the highest counts.
  public let groups: [PointGroup]
  /// The mark, where the policy uses marks.
  public let mark: WeightedMark?
  /// How the eligible are ordered.
  public let ranking: Ranking
  /// What outputs must show as decided locally.
  public let localSettings: [LocalSetting]
  /// The parameters by name.
  public let parameters: [String: Parameter]
  /// What applicants state and people verify.
  public let claims: [Claim]
  /// The code tables by name.
  public let tables: [String: CodeTable]

  /// The most points that scoring can order by.
  public static let pointsLimit = 60_000

  /// No applicant has more points than this.
  public var largestPoints: Int { points(preferences.map { _ in .met }) }

  /// The points of an applicant, from the outcome of each preference in order; unknown adds none.
  public func points(_ outcomes: [Outcome]) -> Int {
    var points = 0
    var best = [Int](repeating: 0, count: groups.count)
    for (preference, outcome) in zip(preferences, outcomes) where outcome == .met {
      if let group = groups.firstIndex(where: { $0.members.contains(preference.id) }) {
        best[group] = max(best[group], preference.points)
      } else {
        points += preference.points
      }
    }
    return best.reduce(points, +)
  }
}
