public import Model
public import Policy

/// What every rule comes to for every applicant.
///
/// Few patterns of outcomes occur, so each applicant has the place of one, and what follows from it
/// is worked out once.
public struct Evaluation: Sendable {
  /// What all criteria come to together.
  public struct Pattern: Sendable {
    /// The outcomes of all criteria, two bits each, the first criterion lowest.
    public let outcomes: UInt64
    /// The gate's verdict.
    public let verdict: Verdict
    /// The tier, counted from 1; 0 unless eligible.
    public let tier: UInt8
    /// The points.
    public let points: Int32
  }

  /// The patterns that occur, in the order in which they first do.
  let patterns: [Pattern]
  /// For each applicant the place of the pattern.
  private(set) var places: [UInt32]
  /// For each applicant the combined mark in hundredths, −1 where it is not known; empty where the
  /// policy has no mark.
  private(set) var marks: [Int32]

  /// What all criteria come to for one applicant.
  public subscript(index: Int) -> Pattern { patterns[Int(places[index])] }

  /// Lays what belongs to some applicants in another order, given as present indexes.
  mutating func reorder(_ order: [UInt32]) {
    places = order.map { places[Int($0)] }
    if !marks.isEmpty { marks = order.map { marks[Int($0)] } }
  }

  /// One applicant's combined mark in hundredths; −1 where it is not known or there is none.
  func mark(at index: Int) -> Int { marks.isEmpty ? -1 : Int(marks[index]) }
}

/// A set of rules made ready for many applicants.
public struct Scorer: Sendable {
  /// The rules.
  public let rules: RuleSet
  let facts: FactValues

  /// How many criteria fit into a result.
  public static let criteriaLimit = 32

  /// Prepares a set of rules.
  /// - Throws: `ScoringError.tooManyCriteria`.
  public init(_ rules: RuleSet) throws {
    self.rules = rules
    facts = FactValues(rules)
    let count = rules.requirements.count + rules.tiers.count + rules.preferences.count
    guard count <= Self.criteriaLimit else {
      throw ScoringError.tooManyCriteria(count: count, limit: Self.criteriaLimit)
    }
  }

  /// The facts that the rules read, in the sheet's order.
  public var fields: [ApplicantField] { facts.fields }

  /// Evaluates all rules over columns that hold at least `fields`.
  /// - Throws: `ScoringError`.
  /// - Complexity: O(applicants · criteria).
  public func evaluate(_ columns: ApplicantColumns) throws -> Evaluation {
    let evaluator = ConditionColumns(facts: facts, columns: columns)
    var known: [UInt64] = [0]
    var places = [UInt32](repeating: 0, count: columns.count)
    for (bit, entry) in criteria.enumerated() {
      let cells = try evaluator.outcomes(of: entry.condition, id: entry.id)
      // Each known pattern goes on as one for each outcome that it meets.
      var next: [UInt64] = []
      var table = [UInt32](repeating: .max, count: known.count * 4)
      for index in cells.indices {
        let place = Int(places[index]) << 2 | Int(cells[index])
        if table[place] == .max {
          table[place] = UInt32(next.count)
          next.append(known[place >> 2] | UInt64(cells[index]) << UInt64(bit * 2))
        }
        places[index] = table[place]
      }
      known = next
    }
    let patterns = known.map { outcomes in
      let standing = standing(outcomes)
      return Evaluation.Pattern(
        outcomes: outcomes, verdict: standing.verdict, tier: standing.tier, points: standing.points)
    }
    return Evaluation(patterns: patterns, places: places, marks: try marks(columns))
  }

  /// What follows from the outcomes of all criteria.
  public struct Standing: Sendable, Hashable {
    /// The gate's verdict.
    public let verdict: Verdict
    /// The tier, counted from 1; 0 unless eligible.
    public let tier: UInt8
    /// The points, whatever the verdict.
    public let points: Int32
  }

  /// The outcome of one criterion among packed ones.
  static func outcome(_ bit: Int, of outcomes: UInt64) -> Outcome {
    Outcome(rawValue: UInt8(outcomes >> UInt64(bit * 2) & 3)) ?? .unknown
  }

  /// Works out verdict, tier and points.
  ///
  /// Any requirement that is not met makes ineligible; else any unknown one makes pending. The tier
  /// is the first whose condition is met, else the last; unknown is not proven. Unknown preferences
  /// add no points.
  public func standing(_ outcomes: UInt64) -> Standing {
    let gate = rules.requirements.indices.map { Self.outcome($0, of: outcomes) }
    let verdict: Verdict =
      gate.contains(.notMet) ? .ineligible : gate.contains(.unknown) ? .pending : .eligible
    var bit = rules.requirements.count
    var tier = rules.tiers.count
    for (index, candidate) in rules.tiers.enumerated() where candidate.condition != nil {
      if Self.outcome(bit, of: outcomes) == .met { tier = min(tier, index + 1) }
      bit += 1
    }
    let points = rules.points(
      rules.preferences.indices.map { Self.outcome(bit + $0, of: outcomes) })
    return Standing(
      verdict: verdict, tier: verdict == .eligible ? UInt8(tier) : 0, points: Int32(points))
  }

  private func marks(_ columns: ApplicantColumns) throws -> [Int32] {
    guard let mark = rules.mark else { return [] }
    let parts = mark.parts.compactMap { ApplicantField(id: $0.fact) }
    let used = parts.map { columns.fields.firstIndex(of: $0) ?? 0 }
    let values = zip(parts, used).map { field, place in
      columns.columns[place].values.map { facts.value($0, of: field) }
    }
    return try (0..<columns.count).map { index in
      let value = try mark.value { name in
        mark.parts.firstIndex { $0.fact == name }.map {
          values[$0][columns.code(used[$0], at: index)]
        }
      }
      if case .int(let hundredths) = value { return Int32(hundredths) }
      return -1
    }
  }
}
