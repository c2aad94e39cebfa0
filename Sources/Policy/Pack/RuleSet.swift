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
  /// The tiers in order; the first whose condition holds counts, the last takes all others.
  public internal(set) var tiers: [Criterion]
  /// What earns points.
  public internal(set) var preferences: [Criterion]
  /// Groups of preferences of which only the highest counts.
  public internal(set) var groups: [PointGroup]
  /// The mark, where the policy uses marks.
  public internal(set) var mark: WeightedMark?
  /// How the eligible are ordered.
  public internal(set) var ranking: Ranking
  /// The facts with the marks that the order reads; without them nobody has a place.
  public var markFacts: [String] {
    let parts = ranking.order.contains { $0 == .mark || $0 == .total } ? mark?.parts ?? [] : []
    let alone = ranking.order.compactMap(\.fact)
    return parts.map(\.fact) + alone.filter { fact in !parts.contains { $0.fact == fact } }
  }
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
  public var largestPoints: Int { points { _ in .met } }

  /// Whatever has an outcome, in the order of the outcomes: requirements, tiers but the last, which
  /// takes all others, preferences.
  public var criteria: [Criterion] { requirements + tiers.dropLast() + preferences }

  /// What follows from the outcomes of all criteria.
  ///
  /// The tier is the first whose condition is met, else the last; unknown is not proven. Unknown
  /// preferences add no points.
  /// - Parameter outcome: The outcome of the criterion at a place among `criteria`.
  public func assessment(_ outcome: (Int) -> Outcome) -> Assessment {
    let tier = tiers.indices.dropLast().first { outcome(requirements.count + $0) == .met }
    return Assessment(
      verdict: Verdict(gate: requirements.indices.lazy.map(outcome)),
      tier: (tier ?? tiers.count - 1) + 1, points: points(outcome))
  }

  private func points(_ outcome: (Int) -> Outcome) -> Int {
    contributions(outcome).reduce(0, +)
  }

  /// What each criterion adds to the points, in the order of `criteria`: of a group, only the first
  /// of its highest members that are met.
  public func contributions(_ outcome: (Int) -> Outcome) -> [Int] {
    let first = requirements.count + tiers.count - 1
    var added = preferences.indices.map { outcome(first + $0) == .met ? preferences[$0].points : 0 }
    for group in groups {
      let members = added.indices.filter { group.members.contains(preferences[$0].id) }
      let best = members.max { added[$0] < added[$1] }
      for member in members where member != best { added[member] = 0 }
    }
    return Array(repeating: 0, count: first) + added
  }
}
