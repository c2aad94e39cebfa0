public import Model
import Policy

/// Who of one office is at the margin: whose side of the line is open while facts are open.
public struct OfficeMargin: Sendable {
  /// Someone at the margin.
  public struct Person: Sendable {
    /// The applicant's index in the columns.
    public let index: Int
    /// The application number.
    public let applicationNo: String
    /// The name.
    public let name: String
    /// Verdict, tier and points as they are.
    public let assessment: Assessment
    /// The rank, if any.
    public let rank: Int?
    /// The side of the line as things are; nothing without a rank.
    public let now: LinePosition?
    /// The side if everything open of this applicant turned out well, and nothing of the others.
    public let best: LinePosition?
    /// The side if everything open of the others turned out well, and nothing of this applicant.
    public let worst: LinePosition?
    /// The smallest sets of facts that would bring this applicant over the line, or up to it; what
    /// brings over it first, then the smallest, then the best rank.
    public let confirmations: [Confirmation]
  }

  /// Facts worth verifying, and what would follow, all others staying as they are.
  public struct Confirmation: Sendable, Hashable {
    /// The facts and the assessment that they would give.
    public let change: Explanation.Change
    /// The rank that would follow.
    public let rank: Int
    /// The side of the line that would follow.
    public let position: LinePosition
  }

  /// The office.
  public let office: Office
  /// How many it hires.
  public let places: Int
  /// How many criteria of its applicants are open: unknown, unverified or expired.
  public let openCriteria: Int
  /// How many applicants have one.
  public let openApplicants: Int
  /// Those at the margin, in the order of the list.
  public let people: [Person]

  /// Those for whom verifying could change who is chosen, the most effective first.
  public var verifyFirst: [Person] {
    people.filter { !$0.confirmations.isEmpty }.sorted { one, other in
      let (first, second) = (one.confirmations[0], other.confirmations[0])
      if first.isBefore(second) != second.isBefore(first) { return first.isBefore(second) }
      return one.applicationNo.utf8.lexicographicallyPrecedes(other.applicationNo.utf8)
    }
  }
}

extension OfficeMargin.Person {
  /// Rank and side of the line in words, or the verdict where there is no rank.
  public var place: Bilingual {
    guard let rank, let now else { return assessment.verdict.wording }
    return OfficeMargin.place(rank, now)
  }
}

extension OfficeMargin {
  static func place(_ rank: Int, _ side: LinePosition) -> Bilingual {
    Bilingual(
      zh: "第 \(rank) 名，\(side.wording.zh)", en: "rank \(rank), \(side.wording.en)")
  }
}

extension OfficeMargin.Confirmation {
  /// Rank and side of the line in words.
  public var place: Bilingual { OfficeMargin.place(rank, position) }

  /// Whether it does more, or the same with less.
  func isBefore(_ other: Self) -> Bool {
    let one = (position == .above ? 0 : 1, change.facts.count, rank)
    return one < (other.position == .above ? 0 : 1, other.change.facts.count, other.rank)
  }
}

extension ScoredApplicants {
  /// The margins of all offices that have a line, in the order of the list.
  /// - Throws: `EvaluationError`.
  /// - Complexity: O(n log n) in the applicants of the offices.
  public func margins() throws -> [OfficeMargin] {
    guard list.offices.contains(where: { places(of: $0) != nil }) else { return [] }
    var finder = MarginFinder(self)
    return try list.offices.compactMap { range in
      try places(of: range).map { try finder.margin(of: range, places: $0) }
    }
  }

  /// What rank and side of the line each change of one applicant's assessment would lead to, the
  /// others staying as they are; no side where the office has no line.
  public func ranks(
    of changes: [Explanation.Change], applicant index: Int
  ) -> [(rank: Int, position: LinePosition?)?] {
    let office = Int(columns.offices[index])
    guard let range = list.offices.first(where: { $0.office == office }) else { return [] }
    let ranks = RankIndex(range, of: self)
    return changes.map { change in
      guard let key = ranks.key(of: change.assessment, at: index) else { return nil }
      let (ahead, equals) = ranks.neighbours(of: key, besides: index)
      return (
        ahead + 1, places(of: range).map { LinePosition(ahead: ahead, equals: equals, places: $0) }
      )
    }
  }
}

/// Finds margins, and remembers what counterfactuals leads to from one applicant to the next.
private struct MarginFinder {
  /// What decides the ways to settle: the outcomes, and the facts as far as rules tell them apart.
  private struct Key: Hashable {
    let outcomes: OutcomePattern
    let facts: [Int]
  }

  private let scored: ScoredApplicants
  private let counterfactuals: Counterfactuals
  private let expiry: Expiry
  private let classes: FactClasses
  private var known: [Key: [Explanation.Change]] = [:]

  init(_ scored: ScoredApplicants) {
    self.scored = scored
    counterfactuals = Counterfactuals(scored.scorer)
    expiry = Expiry(scored)
    classes = FactClasses(scored)
  }

  mutating func margin(of range: RankedList.OfficeRange, places: Int) throws -> OfficeMargin {
    let ranks = RankIndex(range, of: scored)
    let positions = scored.list.positions(in: range, places: places)
    let entries = scored.list.entries[range.entries]
    let open = try entries.map { entry -> [Int] in
      let index = Int(entry.index)
      guard scored.evaluation[index].assessment.verdict != .ineligible else { return [] }
      return try counterfactuals.open(
        scored.evaluation[index].outcomes, expired: expiry.fields(at: index)
      ) { scored.values(at: index) }
    }
    let bests = zip(entries, open).map { entry, open -> OrderKey? in
      let index = Int(entry.index)
      return ranks.key(of: counterfactuals.best(scored.evaluation[index].outcomes, open), at: index)
    }
    let sortedBests = bests.compactMap(\.self).sorted()
    var people: [OfficeMargin.Person] = []
    for (place, entry) in entries.enumerated() {
      let index = Int(entry.index)
      let (now, bestKey) = (positions[place], bests[place])
      let key = ranks.key(at: index)
      let best = bestKey.map { key in
        let (ahead, equals) = ranks.neighbours(of: key, besides: index)
        return LinePosition(ahead: ahead, equals: equals, places: places)
      }
      let worst = key.map { key in
        // Among the best keys of all stands this applicant's own, which is left out.
        let ahead = sortedBests.count(below: key) - (bestKey.map { $0 < key } == true ? 1 : 0)
        let equals = sortedBests.count(of: key) - (bestKey == key ? 1 : 0)
        return LinePosition(ahead: ahead, equals: equals, places: places)
      }
      guard now == .tied || best ?? .below != worst ?? .below else { continue }
      people.append(
        OfficeMargin.Person(
          index: index, applicationNo: scored.columns.applicationNumbers.text(at: index),
          name: scored.columns.names.text(at: index),
          assessment: scored.evaluation[index].assessment, rank: entry.placement.rank, now: now,
          best: best, worst: worst,
          confirmations: try confirmations(index, open[place], now, places, ranks)))
    }
    return OfficeMargin(
      office: scored.offices.offices[range.office], places: places,
      openCriteria: open.reduce(0) { $0 + $1.count }, openApplicants: open.count { !$0.isEmpty },
      people: people)
  }

  private mutating func confirmations(
    _ index: Int, _ open: [Int], _ now: LinePosition?, _ places: Int, _ ranks: RankIndex
  ) throws -> [OfficeMargin.Confirmation] {
    guard now != .above, !open.isEmpty else { return [] }
    func outlook(_ assessment: Assessment) -> (rank: Int, position: LinePosition)? {
      guard let key = ranks.key(of: assessment, at: index) else { return nil }
      let (ahead, equals) = ranks.neighbours(of: key, besides: index)
      return (ahead + 1, LinePosition(ahead: ahead, equals: equals, places: places))
    }
    let changes = Counterfactuals.smallest(try improvements(index, open)) { assessment in
      switch outlook(assessment)?.position {
      case .above: true
      case .tied: now != .tied
      case .below, nil: false
      }
    }
    return changes.compactMap { change in
      outlook(change.assessment).map {
        OfficeMargin.Confirmation(change: change, rank: $0.rank, position: $0.position)
      }
    }
    .sorted { $0.isBefore($1) }
  }

  private mutating func improvements(_ index: Int, _ open: [Int]) throws -> [Explanation.Change] {
    let fields = counterfactuals.fields(behind: open)
    let key = Key(
      outcomes: scored.evaluation[index].outcomes, facts: fields.map { classes.of($0, at: index) })
    if let changes = known[key] { return changes }
    let changes = try counterfactuals.improvements(of: scored.values(at: index), open)
    known[key] = changes
    return changes
  }
}
