import Model
import Policy

/// What is still open about applicants, and what would follow if it were settled.
///
/// Open are facts that are not known, claims that nobody has verified, and recognitions that have
/// expired and may be renewed. What is known is not guessed at.
struct Counterfactuals {
  /// How many open criteria are settled together at most; beyond, sets would not be small.
  private static let limit = 8

  private let scorer: Scorer
  private let decisive: DecisiveValues
  private let criteria: [Criterion]
  private let fields: [[ApplicantField]]

  /// An open fact with a value that it could turn out to have, one of several with the same effect.
  private typealias Trial = (field: ApplicantField, value: Value, isOneOfSeveral: Bool)

  init(_ scorer: Scorer) {
    self.scorer = scorer
    decisive = DecisiveValues(scorer.rules)
    criteria = scorer.criteria
    fields = criteria.map { scorer.facts.baseFields(of: $0.condition.identifiers) }
  }

  /// The criteria that could still come out better, one bit each.
  /// - Parameters:
  ///   - expired: the last days that could be renewed.
  ///   - values: the facts; only asked for where a recognition has expired.
  func open(
    _ outcomes: OutcomePattern, expired: Set<ApplicantField>,
    _ values: () -> [ApplicantField: Value]
  ) throws -> [Int] {
    var renewed = outcomes
    if !expired.isEmpty {
      var settled = values()
      for field in expired { settled[field] = .int(Int64(scorer.rules.date.number)) }
      renewed = try scorer.outcomes(settled)
    }
    return criteria.indices.filter { bit in
      switch outcomes[bit] {
      case .unknown: true
      case .notMet: renewed[bit] != .notMet
      case .met: false
      }
    }
  }

  /// The best that an applicant could come to: every open criterion met.
  func best(_ outcomes: OutcomePattern, _ open: [Int]) -> Assessment {
    scorer.assessment(open.reduce(into: outcomes) { $0[$1] = .met })
  }

  /// The facts that decide what settling some criteria leads to.
  func fields(behind open: [Int]) -> [ApplicantField] {
    let read = Set(open.flatMap { fields[$0] })
    let all = Set(fields.filter { !read.isDisjoint(with: $0) }.joined())
    return scorer.fields.filter(all.contains)
  }

  /// The smallest sets of open facts that change an applicant's assessment as wanted: sets of which
  /// no part would do.
  func changes(
    of values: [ApplicantField: Value], _ outcomes: OutcomePattern,
    where isWanted: (Assessment) -> Bool
  ) throws -> [Explanation.Change] {
    let open = try open(outcomes, expired: expiredFields(values)) { values }
    return Self.smallest(
      try improvements(of: values, open) + refusals(of: values, open), where: isWanted)
  }

  /// Of some changes those that are wanted and contain no other one.
  static func smallest(
    _ changes: [Explanation.Change], where isWanted: (Assessment) -> Bool
  ) -> [Explanation.Change] {
    changes.reduce(into: []) { found, change in
      let isCovered = found.contains { Set($0.facts).isSubset(of: change.facts) }
      if !isCovered, isWanted(change.assessment) { found.append(change) }
    }
  }

  /// Every set of open criteria that may be met together, smallest first, with the facts that it
  /// takes and what follows.
  ///
  /// Of several values of a fact with the same effect the first stands for all.
  func improvements(
    of values: [ApplicantField: Value], _ open: [Int]
  ) throws -> [Explanation.Change] {
    let open = Array(open.prefix(Self.limit))
    let ways = try open.map { try self.ways(to: .met, $0, values) }
    var changes: [Explanation.Change] = []
    for size in 1...max(1, open.count) {
      for set in open.indices.map({ $0 }).combinations(of: size) {
        for trials in Self.merged(set.map { ways[$0] }) {
          changes.append(try change(trials, criterion: open[set[0]], values))
        }
      }
    }
    return changes
  }

  /// What would refuse: one open requirement that turns out not to be met.
  private func refusals(
    of values: [ApplicantField: Value], _ open: [Int]
  ) throws -> [Explanation.Change] {
    try open.filter { criteria[$0].role == .requirement }.flatMap { bit in
      try ways(to: .notMet, bit, values).map { try change($0, criterion: bit, values) }
    }
  }

  private func change(
    _ trials: [Trial], criterion bit: Int, _ values: [ApplicantField: Value]
  ) throws -> Explanation.Change {
    var settled = values
    for trial in trials { settled[trial.field] = trial.value }
    return Explanation.Change(
      criterion: criteria[bit].id,
      facts: trials.map {
        .init(
          field: $0.field, value: scorer.facts.written($0.value, of: $0.field),
          isOneOfSeveral: $0.isOneOfSeveral, isExact: scorer.rules.markFacts.contains($0.field.id))
      },
      assessment: scorer.assessment(try scorer.outcomes(settled)))
  }

  /// The smallest sets of open facts with which a criterion comes out as wanted, one for each set
  /// of facts.
  private func ways(
    to wanted: Outcome, _ bit: Int, _ values: [ApplicantField: Value]
  ) throws -> [[Trial]] {
    let expired = expiredFields(values)
    let open = fields[bit].filter { values[$0] ?? .unknown == .unknown || expired.contains($0) }
    for size in 1...max(1, open.count) {
      var ways: [[Trial]] = []
      for combination in open.combinations(of: size) {
        let working = try assignments(combination).filter { trials in
          var settled = values
          for trial in trials { settled[trial.field] = trial.value }
          return try scorer.outcome(of: criteria[bit].condition, settled) == wanted
        }
        guard let first = working.first else { continue }
        ways.append(
          first.enumerated().map { place, trial in
            (
              trial.field, trial.value,
              !scorer.rules.markFacts.contains(trial.field.id)
                && working.contains { $0[place].value != trial.value }
            )
          })
      }
      if !ways.isEmpty { return ways }
    }
    return []
  }

  /// Every way to give some facts one of their decisive values; a recognition is only renewed.
  private func assignments(_ fields: [ApplicantField]) -> [[Trial]] {
    fields.reduce([[]]) { partial, field in
      let isRenewal = scorer.rules.claims.contains { $0.validUntil == field.id }
      let values = decisive[field.id].filter {
        !isRenewal || $0 == .int(Int64(scorer.rules.date.number))
      }
      return partial.flatMap { trials in values.map { trials + [(field, $0, false)] } }
    }
  }

  /// One way for each of several criteria, put together where they do not contradict each other.
  private static func merged(_ ways: [[[Trial]]]) -> [[Trial]] {
    ways.reduce([[]]) { partial, next in
      partial.flatMap { trials in
        next.compactMap { more in
          var merged = trials
          for trial in more {
            if let same = merged.first(where: { $0.field == trial.field }) {
              if same.value != trial.value { return nil }
            } else {
              merged.append(trial)
            }
          }
          return merged
        }
      }
    }
  }

  /// The last days of recognitions that are over and were not found untrue.
  private func expiredFields(_ values: [ApplicantField: Value]) -> Set<ApplicantField> {
    let day = Int64(scorer.rules.date.number)
    return Set(
      scorer.rules.claims.compactMap { claim in
        guard let end = claim.validUntil.flatMap({ ApplicantField(id: $0) }),
          case .int(let last) = values[end], last < day
        else { return nil }
        let state = claim.state(on: scorer.rules.date) { name in
          ApplicantField(id: name).map { values[$0] ?? .unknown }
        }
        return state == .rejected ? nil : end
      })
  }
}

extension FactValues {
  /// A value as a sheet writes it.
  func written(_ value: Value, of field: ApplicantField) -> String {
    switch value {
    case .bool(let value): return value ? "是" : "否"
    case .string(let text): return text
    case .int(let number):
      switch type(of: field) {
      case .date: return CivilDate(number: Int(number))?.iso ?? String(number)
      case .hundredths:
        if let state = MarkState(rawValue: number) { return state.wording.zh }
        return "\(number / 100).\(number % 100 < 10 ? "0" : "")\(number % 100)"
      default: return String(number)
      }
    case .null, .unknown, .list: return ""
    }
  }
}
