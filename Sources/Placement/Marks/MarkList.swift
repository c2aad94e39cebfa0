/// People in the order of their totals (成绩汇总).
///
/// The order of the rows changes nothing. Only those who passed every line have a rank.
public struct MarkList: Hashable, Sendable {
  /// One person's line.
  public struct Entry: Hashable, Sendable {
    /// The person and the marks.
    public let candidate: MarkCandidate
    /// The total; none where a part is missing.
    public let total: CombinedMark?
    /// What the marks say.
    public let outcome: MarkOutcome
    /// The rank within the office, from 1, equals sharing it; none for those who did not pass.
    public let rank: Int?
    /// The same over all offices: what one common order of offices follows.
    public let standing: Int?
    /// Whether everything declared leaves the person equal to another of the office.
    public let isTied: Bool
    /// What told the person apart from others of the same tier and total, if anything had to.
    public let settledBy: MarkTieBreak?
  }

  /// An office where too few were interviewed for there to be competition.
  public struct ThinField: Hashable, Sendable {
    /// The office.
    public let office: String
    /// Its places.
    public let places: Int
    /// How many have a valid interview mark.
    public let interviewed: Int
  }

  /// Everybody: by office, then rank, then number; those without a rank come last.
  public let entries: [Entry]
  /// What each panel gave, by its name.
  public let panels: [PanelSummary]
  /// Offices to which the rule for too few rivals applies.
  public let thinFields: [ThinField]

  /// Combines and orders marks.
  ///
  /// - Parameters:
  ///   - places: the places of each office; the rule for too few rivals needs them.
  ///   - lot: the numbers in the order drawn, for `MarkTieBreak.lot`.
  /// - Throws: `PlacementError.numberRepeated`.
  /// - Complexity: O(*n* log *n*).
  public init(
    _ candidates: [MarkCandidate], settings: MarkSettings = .standard,
    places: [String: Int] = [:], lot: [String]? = nil
  ) throws(PlacementError) {
    let people = try candidates.sortedByNumber(\.number)
    panels = Self.summaries(people)
    thinFields =
      settings.competition == .off ? [] : Self.thinFields(people, places: places)
    let judge = MarkJudge(
      settings: settings,
      means: Dictionary(uniqueKeysWithValues: panels.map { ($0.panel, $0.mean) }),
      thinOffices: Set(thinFields.map(\.office)))
    let judged = people.map(judge.judge)
    let ranked = people.indices.filter { judged[$0].outcome == .passed }
    var order = EqualGroups(ranked)
    order.refine { people[$0].tier }
    order.refine { judged[$0].total.map { Descending($0.order) } }
    var settledBy: [Int: MarkTieBreak] = [:]
    let drawn = lot.map { Dictionary($0.enumerated().map { ($1, $0) }, uniquingKeysWith: min) }
    for tie in settings.ties {
      let told = order.refine { index -> Int? in
        guard let part = tie.part else { return drawn?[people[index].number] }
        return switch people[index].results[part] {
        case .scored(let mark): -mark.hundredths
        case .absent, .misconduct: 1
        case .exempt, nil: nil
        }
      }
      for index in told { settledBy[index] = tie }
    }
    let standings = order.ranks()
    var inOffice: [String: EqualGroups<Int>] = [:]
    for group in order.groups {
      for (office, members) in Dictionary(grouping: group, by: { people[$0].office }) {
        inOffice[office, default: EqualGroups([])].append(members)
      }
    }
    let ranks = inOffice.values.reduce(into: [:]) { all, groups in
      all.merge(groups.ranks()) { first, _ in first }
    }
    let tied = Set(inOffice.values.flatMap(\.groups).filter { $0.count > 1 }.joined())
    entries = people.indices.map { index in
      Entry(
        candidate: people[index], total: judged[index].total, outcome: judged[index].outcome,
        rank: ranks[index], standing: standings[index], isTied: tied.contains(index),
        settledBy: settledBy[index])
    }
    .sorted { first, second in
      let (one, other) = (first.candidate, second.candidate)
      guard one.office == other.office else { return one.office.precedes(other.office) }
      guard first.rank == second.rank else {
        return first.rank ?? .max < second.rank ?? .max
      }
      return one.number.precedes(other.number)
    }
  }

  /// Those who tie for the last of an office's places, for a person to decide; none where it is
  /// clear who is within them.
  public func tiedForLastPlace(office: String, places: Int) -> [String] {
    let ranked = entries.filter { $0.candidate.office == office && $0.rank != nil }
    guard places > 0, places < ranked.count, ranked[places - 1].rank == ranked[places].rank
    else { return [] }
    return ranked.filter { $0.rank == ranked[places].rank }.map(\.candidate.number)
  }

  private static func summaries(_ people: [MarkCandidate]) -> [PanelSummary] {
    let interviewed = people.filter { $0.results[.interview]?.mark != nil }
    return Dictionary(grouping: interviewed, by: \.panel).map { panel, members in
      let sum = members.reduce(0) { $0 + ($1.results[.interview]?.mark?.hundredths ?? 0) }
      let mean = (2 * sum + members.count) / (2 * members.count)
      return PanelSummary(panel: panel, count: members.count, mean: Mark(computed: mean))
    }
    .sorted { $0.panel.precedes($1.panel) }
  }

  private static func thinFields(
    _ people: [MarkCandidate], places: [String: Int]
  ) -> [ThinField] {
    let interviewed = people.filter { $0.results[.interview]?.mark != nil }
    return Dictionary(grouping: interviewed, by: \.office).compactMap { office, members in
      guard let places = places[office],
        members.count < places * CompetitionRule.rivalsPerPlace
      else { return nil }
      return ThinField(office: office, places: places, interviewed: members.count)
    }
    .sorted { $0.office.precedes($1.office) }
  }
}
