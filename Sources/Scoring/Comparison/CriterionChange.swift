public import Model
public import Policy

/// A criterion that came out differently for an applicant in two runs.
public struct CriterionChange: Sendable {
  /// The criterion's id; `mark` for the combined mark, whose points are hundredths of a mark.
  public let id: String
  /// Its name for people.
  public let title: Bilingual
  /// What the second run's criterion rests on, or the first's where the second has none.
  public let basis: Basis
  /// What it came to in the first run; nothing where the rule did not exist, or for the mark.
  public let before: Outcome?
  /// What it came to in the second run.
  public let after: Outcome?
  /// The points that it gave in the first run.
  public let pointsBefore: Int
  /// The points that it gave in the second run.
  public let pointsAfter: Int
  /// Why.
  public let causes: [Cause]

  /// What made a criterion come out differently.
  public enum Cause: Sendable, Hashable {
    /// A fact of the sheet.
    case fact(ApplicantField, before: FactValue, after: FactValue)
    /// A claim's state, because of a fact or because time went by.
    case claim(String, before: Claim.State, after: Claim.State)
    /// The day of evaluation.
    case date(before: CivilDate, after: CivilDate)
    /// A rule, a parameter, a table or a group.
    case rule(RuleChange)
  }
}

/// Finds out what made a criterion come out differently: the facts, the day or the rules.
///
/// It asks what the first run would have given with one of them from the second, then with two;
/// the smallest sets that give the second run's outcome are the cause.
struct CauseFinder {
  /// What can come from the first run or from the second.
  private enum Part: Int, CaseIterable {
    case facts, date, policy
  }

  private typealias Parts = Set<Part>

  /// One criterion of either run, with its bits.
  private struct Subject {
    let criterion: Criterion
    let firstBit: Int?
    let secondBit: Int?
    let changes: [RuleChange]
    let fields: [ApplicantField]
    let claims: [Claim]

    /// Whether the outcomes differ in what counts: a requirement that does not exist is as good as
    /// met; a tier counts when met; a preference counts by its points alone.
    func moves(_ before: Outcome?, _ after: Outcome?) -> Bool {
      switch criterion.role {
      case .requirement: (before ?? .met) != (after ?? .met)
      case .tier: (before == .met) != (after == .met)
      case .preference: false
      }
    }
  }

  /// What decides the causes, so that they are worked out once.
  private struct Key: Hashable {
    let subject: Int
    let before: [FactValue]
    let after: [FactValue]
    let outcomes: [Outcome?]
    let points: [Int]
  }

  private let first: ScoredApplicants
  private let second: ScoredApplicants
  private let scorers: [Parts: Scorer]
  private let subjects: [Subject]
  private let markChanges: [RuleChange]
  private var known: [Key: CriterionChange] = [:]

  init(_ first: ScoredApplicants, _ second: ScoredApplicants, _ changes: [RuleChange]) throws {
    self.first = first
    self.second = second
    var scorers: [Parts: Scorer] = [:]
    for parts in [[], [.policy], [.date], [.policy, .date]] as [Parts] {
      let policy = parts.contains(.policy) ? second.policy : first.policy
      let date = parts.contains(.date) ? second.rules.date : first.rules.date
      // Where a policy has no rules on the other run's day, the combination answers nothing.
      scorers[parts] = try (try? policy.rules(on: date)).map(Scorer.init)
    }
    self.scorers = scorers
    markChanges = changes.filter { $0.kind == .mark }
    let (one, other) = (first.scorer.criteria, second.scorer.criteria)
    let gone = one.filter { criterion in !other.contains { $0.id == criterion.id } }
    subjects = (other + gone).map { criterion in
      let id = criterion.id
      let fields = Set(first.scorer.fields(readBy: id) + second.scorer.fields(readBy: id))
      let read = ApplicantField.allCases.filter(fields.contains)
      return Subject(
        criterion: criterion, firstBit: one.firstIndex { $0.id == id },
        secondBit: other.firstIndex { $0.id == id },
        changes: first.rules.changes(changes, feltBy: id, in: second.rules), fields: read,
        claims: second.rules.claims.filter { claim in read.contains { $0.id == claim.status } })
    }
  }

  /// The criteria that came out differently for one applicant.
  mutating func changes(_ one: UInt32, _ other: UInt32) throws -> [CriterionChange] {
    let (one, other) = (Int(one), Int(other))
    let outcomes = (first.evaluation[one].outcomes, second.evaluation[other].outcomes)
    let points = (
      first.rules.contributions { outcomes.0[$0] }, second.rules.contributions { outcomes.1[$0] }
    )
    var changes: [CriterionChange] = []
    for (place, subject) in subjects.enumerated() {
      let before = subject.firstBit.map { outcomes.0[$0] }
      let after = subject.secondBit.map { outcomes.1[$0] }
      let given = [
        subject.firstBit.map { points.0[$0] } ?? 0, subject.secondBit.map { points.1[$0] } ?? 0,
      ]
      guard subject.moves(before, after) || given[0] != given[1] else { continue }
      let key = Key(
        subject: place, before: subject.fields.map { first.value(of: $0, at: one) },
        after: subject.fields.map { second.value(of: $0, at: other) }, outcomes: [before, after],
        points: given)
      if known[key] == nil {
        known[key] = CriterionChange(
          id: subject.criterion.id, title: subject.criterion.title,
          basis: subject.criterion.basis, before: before, after: after, pointsBefore: given[0],
          pointsAfter: given[1],
          causes: try causes(subject, before: key.before, after: key.after, key.outcomes))
      }
      if let change = known[key] { changes.append(change) }
    }
    if let mark = mark(one, other) { changes.append(mark) }
    return changes
  }

  private func causes(
    _ subject: Subject, before: [FactValue], after: [FactValue], _ outcomes: [Outcome?]
  ) throws -> [CriterionChange.Cause] {
    guard outcomes[0] != outcomes[1] else { return subject.changes.map { .rule($0) } }
    let differing = subject.fields.indices.filter { !before[$0].isSame(as: after[$0]) }
    var parts: [Part] = []
    if !differing.isEmpty { parts.append(.facts) }
    if first.rules.date != second.rules.date { parts.append(.date) }
    if !subject.changes.isEmpty { parts.append(.policy) }
    let guilty = try smallestSets(of: parts) { set in
      let facts = set.contains(.facts) ? after : before
      return try self.outcome(of: subject, set.subtracting([.facts]), facts) == outcomes[1]
    }
    var causes: [CriterionChange.Cause] = []
    if guilty.contains(.facts) {
      causes += differing.map { .fact(subject.fields[$0], before: before[$0], after: after[$0]) }
    }
    if guilty.contains(.facts) || guilty.contains(.date) {
      causes += claims(subject, before, after)
    }
    if guilty.contains(.date) {
      causes.append(.date(before: first.rules.date, after: second.rules.date))
    }
    if guilty.contains(.policy) { causes += subject.changes.map { .rule($0) } }
    return causes
  }

  /// The parts of the smallest sets that pass a test; all parts where none does.
  private func smallestSets(of parts: [Part], _ test: (Parts) throws -> Bool) rethrows -> Parts {
    for size in 1...max(1, parts.count) {
      var found: Parts = []
      for set in parts.combinations(of: size).map(Set.init) where try test(set) {
        found.formUnion(set)
      }
      if !found.isEmpty { return found }
    }
    return Set(parts)
  }

  /// What a criterion comes to; nothing where the rules of those parts do not have it.
  private func outcome(
    of subject: Subject, _ parts: Parts, _ facts: [FactValue]
  ) throws -> Outcome? {
    guard let scorer = scorers[parts],
      let criterion = scorer.criteria.first(where: { $0.id == subject.criterion.id })
    else { return nil }
    let values = Dictionary(
      uniqueKeysWithValues: zip(subject.fields, facts).map { field, stored in
        (field, scorer.facts.value(stored, of: field))
      })
    return try scorer.outcome(of: criterion.condition, values)
  }

  private func claims(_ subject: Subject, _ before: [FactValue], _ after: [FactValue])
    -> [CriterionChange.Cause]
  {
    subject.claims.compactMap { claim in
      let states = [(first, before), (second, after)].map { run, facts in
        claim.state(on: run.rules.date) { name in
          subject.fields.firstIndex { $0.id == name }
            .map { run.scorer.facts.value(facts[$0], of: subject.fields[$0]) }
        }
      }
      return states[0] == states[1]
        ? nil : .claim(claim.id, before: states[0], after: states[1])
    }
  }

  /// The combined mark as a line of its own.
  private func mark(_ one: Int, _ other: Int) -> CriterionChange? {
    let before = first.evaluation.mark(at: one)
    let after = second.evaluation.mark(at: other)
    guard before != after, let mark = second.rules.mark ?? first.rules.mark else { return nil }
    let fields = ((first.rules.mark?.parts ?? []) + (second.rules.mark?.parts ?? []))
      .compactMap { ApplicantField(id: $0.fact) }
    let facts = ApplicantField.allCases.filter(fields.contains).compactMap {
      field -> CriterionChange.Cause? in
      let values = (first.value(of: field, at: one), second.value(of: field, at: other))
      return values.0.isSame(as: values.1) ? nil : .fact(field, before: values.0, after: values.1)
    }
    return CriterionChange(
      id: "mark", title: Bilingual(zh: "综合成绩", en: "combined mark"),
      basis: mark.basis, before: nil, after: nil, pointsBefore: max(0, before),
      pointsAfter: max(0, after), causes: facts + markChanges.map { .rule($0) })
  }
}

extension Scorer {
  /// The facts of the sheet that a criterion comes down to.
  func fields(readBy id: String) -> [ApplicantField] {
    criteria.first { $0.id == id }.map { facts.baseFields(of: $0.condition.identifiers) } ?? []
  }

  /// What a condition comes to.
  func outcome(
    of condition: Policy.Expression, _ values: [ApplicantField: Value]
  ) throws(EvaluationError) -> Outcome {
    switch try condition.value(facts.lookUp { values[$0] ?? .unknown }) {
    case .bool(true): .met
    case .bool(false): .notMet
    default: .unknown
    }
  }
}

extension FactValue {
  /// Whether two facts are the same to the byte; texts that only look alike are not.
  func isSame(as other: FactValue) -> Bool {
    if case .text(let one) = self, case .text(let two) = other {
      return one.utf8.elementsEqual(two.utf8)
    }
    return self == other
  }
}
