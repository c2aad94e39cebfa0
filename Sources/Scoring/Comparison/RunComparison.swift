public import Model
public import Policy

/// Who stands differently in two runs, and what moved them.
public struct RunComparison: Sendable {
  /// In what an applicant's two entries differ.
  public enum Kind: String, Sendable, CaseIterable {
    /// Only the second run has the applicant.
    case entered
    /// Only the first run has the applicant.
    case left
    /// The office applied to.
    case office
    /// The gate's verdict.
    case verdict
    /// The tier.
    case tier
    /// The points.
    case points
    /// The combined mark.
    case mark
    /// The rank.
    case rank
    /// The side of the line.
    case line

    /// The wording for people.
    public var wording: Bilingual {
      switch self {
      case .entered: Bilingual(zh: "新增", en: "entered")
      case .left: Bilingual(zh: "退出", en: "left")
      case .office: Bilingual(zh: "改报街道", en: "office")
      case .verdict: Bilingual(zh: "资格结论", en: "verdict")
      case .tier: Bilingual(zh: "顺位", en: "tier")
      case .points: Bilingual(zh: "分值", en: "points")
      case .mark: Bilingual(zh: "成绩", en: "mark")
      case .rank: Bilingual(zh: "名次", en: "rank")
      case .line: Bilingual(zh: "录用线", en: "line")
      }
    }
  }

  /// What one run's list says of an applicant.
  public struct Entry: Sendable, Hashable {
    /// The office's code.
    public let officeCode: String
    /// Verdict, tier and points.
    public let assessment: Assessment
    /// The combined mark in hundredths; `nil` where it is not known or the policy has none.
    public let mark: Int?
    /// The place in the office.
    public let placement: RankPlacement
    /// The side of the line; `nil` where there is no rank or no line.
    public let line: LinePosition?
  }

  /// One applicant who stands differently.
  public struct Move: Sendable {
    /// The application number.
    public let applicationNo: String
    /// The name.
    public let name: String
    /// The entry in the first run, if any.
    public let before: Entry?
    /// The entry in the second run, if any.
    public let after: Entry?
    /// In what they differ, in the order of `Kind`.
    public let kinds: [Kind]
    /// The criteria that moved the applicant.
    public let lines: [CriterionChange]
    /// Where no criterion did: others who went ahead or fell behind, at most three.
    public internal(set) var others: [String] = []
    /// Where no criterion did: the order of the ranking or the lot.
    public internal(set) var order: [OrderChange] = []
  }

  /// What moves applicants whose own results are the same.
  public enum OrderChange: String, Sendable {
    /// The ranking orders by something else.
    case ranking
    /// Another lot was drawn, or one at all.
    case lot
    /// The line lies elsewhere.
    case line
  }

  /// In what the rules differ.
  public let rules: [RuleChange]
  /// Those who stand differently, in the order of the second list, then those who left.
  public let moves: [Move]
  /// How many are in both runs or in one.
  public let applicants: Int

  /// How many differ in something.
  public func count(_ kind: Kind) -> Int { moves.count { $0.kinds.contains(kind) } }

  /// Those who are above the line in the second run and were not in the first.
  public var cameAbove: [Move] {
    moves.filter { $0.after?.line == .above && $0.before?.line != .above }
  }

  /// Those who were above the line in the first run and are not in the second.
  public var fellBelow: [Move] {
    moves.filter { $0.before?.line == .above && $0.after?.line != .above }
  }

  /// Compares two runs.
  ///
  /// Both hold the facts that either run's rules read, so that each can be asked what the other's
  /// rules would make of its facts.
  /// - Throws: `EvaluationError`, `ScoringError`.
  /// - Complexity: O(n log n) in the applicants, plus a few evaluations for each criterion that
  ///   came out differently for somebody.
  public init(from first: ScoredApplicants, to second: ScoredApplicants) throws {
    rules = first.rules.changes(to: second.rules)
    let pairing = Pairing(first, second)
    applicants = pairing.pairs.count
    var causes = try CauseFinder(first, second, rules)
    var moves: [Move] = []
    for pair in pairing.pairs {
      let before = pair.first.map { pairing.first.entry($0) }
      let after = pair.second.map { pairing.second.entry($0) }
      let kinds = Self.kinds(before, after)
      guard !kinds.isEmpty else { continue }
      var lines: [CriterionChange] = []
      if let one = pair.first, let other = pair.second {
        lines = try causes.changes(
          pairing.first.list.entries[one].index, pairing.second.list.entries[other].index)
      }
      let side = pair.second == nil ? first : second
      guard let place = pair.second ?? pair.first else { continue }
      let entry = side.list.entries[place]
      moves.append(
        Move(
          applicationNo: side.columns.applicationNumbers.text(at: Int(entry.index)),
          name: side.columns.names.text(at: Int(entry.index)), before: before, after: after,
          kinds: kinds, lines: lines))
    }
    self.moves = Self.attributed(moves, first, second)
  }

  private static func kinds(_ before: Entry?, _ after: Entry?) -> [Kind] {
    guard let before else { return [.entered] }
    guard let after else { return [.left] }
    let (one, other) = (before.assessment, after.assessment)
    let differs: [(Kind, Bool)] = [
      (.office, before.officeCode != after.officeCode), (.verdict, one.verdict != other.verdict),
      (.tier, one.tier != other.tier), (.points, one.points != other.points),
      (.mark, before.mark != after.mark), (.rank, before.placement.rank != after.placement.rank),
      (.line, before.line != after.line),
    ]
    return differs.filter(\.1).map(\.0)
  }

  /// Says of those who moved without a change of their own what moved them.
  private static func attributed(
    _ moves: [Move], _ first: ScoredApplicants, _ second: ScoredApplicants
  ) -> [Move] {
    let own = moves.filter(\.isOwn)
    let byOffice = Dictionary(grouping: own) { $0.after?.officeCode ?? $0.before?.officeCode ?? "" }
    let leavers = Dictionary(
      grouping: own.filter { $0.kinds.contains(.office) }, by: { $0.before?.officeCode ?? "" })
    let isOtherOrder = first.rules.ranking.order != second.rules.ranking.order
    return moves.map { move in
      guard !move.isOwn, let before = move.before, let after = move.after else { return move }
      var move = move
      let neighbours = (byOffice[after.officeCode] ?? []) + (leavers[after.officeCode] ?? [])
      move.others = neighbours.lazy.filter { other in
        other.isAhead(\.before, of: before) != other.isAhead(\.after, of: after)
      }.prefix(3).map(\.applicationNo)
      if move.others.isEmpty {
        if isOtherOrder { move.order.append(.ranking) }
        if first.seed != second.seed { move.order.append(.lot) }
        let code = after.officeCode
        if first.places[code] != second.places[code] { move.order.append(.line) }
      }
      return move
    }
  }
}

extension RunComparison.Move {
  /// Whether the applicant's own results differ, and not only the place among others.
  fileprivate var isOwn: Bool { kinds.contains { $0 != .rank && $0 != .line } }

  fileprivate func isAhead(
    _ run: KeyPath<Self, RunComparison.Entry?>, of other: RunComparison.Entry
  ) -> Bool {
    guard let own = self[keyPath: run], own.officeCode == other.officeCode,
      let rank = own.placement.rank
    else { return false }
    return rank < other.placement.rank ?? 0
  }
}
