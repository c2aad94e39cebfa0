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
  public internal(set) var requirements: [Criterion]
  /// The tiers in order; the first whose condition holds counts, the last has none.
  public internal(set) var tiers: [Tier]
  /// What earns points.
  public internal(set) var preferences: [Criterion]
  /// Groups of preferences of which only the highest counts.
  public internal(set) var groups: [PointGroup]
  /// The mark, where the policy uses marks.
  public internal(set) var mark: WeightedMark?
  /// How the eligible are ordered.
  public internal(set) var ranking: Ranking
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
    contributions(outcomes).reduce(0, +)
  }

  /// What each preference adds, from the outcome of each in order: of a group, only the first of
  /// its highest members that are met.
  public func contributions(_ outcomes: [Outcome]) -> [Int] {
    var added = zip(preferences, outcomes).map { $1 == .met ? $0.points : 0 }
    for group in groups {
      let members = added.indices.filter { group.members.contains(preferences[$0].id) }
      let best = members.max { added[$0] < added[$1] }
      for member in members where member != best { added[member] = 0 }
    }
    return added
  }
}
