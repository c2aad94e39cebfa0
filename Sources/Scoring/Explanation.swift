public import Model
public import Policy

/// Why one applicant's result is what it is, line by line.
public struct Explanation: Sendable {
  /// One criterion.
  public struct Line: Sendable {
    /// What kind of rule it is.
    public enum Role: Sendable {
      case requirement
      case tier(Int)
      case preference
    }

    /// The criterion's id.
    public let id: String
    /// Its name for people.
    public let title: Bilingual
    /// What kind of rule it is.
    public let role: Role
    /// What it comes to.
    public let outcome: Outcome
    /// What it rests on.
    public let basis: Basis
    /// The points that it gave.
    public let points: Int
    /// A remark of the policy, if any.
    public let note: Bilingual?
    /// The facts of the sheet that it reads.
    public let fields: [ApplicantField]
  }

  /// One smallest set of facts whose confirmation would change the result.
  public struct Change: Sendable, Hashable {
    /// The criterion that would be met, or would fail.
    public let criterion: String
    /// The facts and the values that they would have to have.
    public let facts: [Fact]
    /// What the applicant would then be.
    public let standing: Scorer.Standing

    /// A fact with a value.
    public struct Fact: Sendable, Hashable {
      /// The fact.
      public let field: ApplicantField
      /// The value as it would stand in the sheet.
      public let value: String
    }
  }

  /// The criteria in the pack's order.
  public let lines: [Line]
  /// The applicant's verdict, tier and points.
  public let standing: Scorer.Standing
  /// What would change the result; unknown facts only, because a known fact is not guessed at.
  public let changes: [Change]
}

extension Scorer {
  /// Explains one applicant from the stored facts.
  /// - Parameter stored: the value of each field of `fields`.
  /// - Throws: `EvaluationError`.
  public func explain(_ stored: [ApplicantField: FactValue]) throws -> Explanation {
    let values = stored.reduce(into: [ApplicantField: Value]()) {
      $0[$1.key] = facts.value($1.value, of: $1.key)
    }
    let outcomes = try outcomes(values)
    let points = contributions(outcomes)
    let lines = criteria.enumerated().map { bit, criterion in
      Explanation.Line(
        id: criterion.id, title: criterion.title, role: criterion.role,
        outcome: Self.outcome(bit, of: outcomes), basis: criterion.basis, points: points[bit],
        note: criterion.note, fields: facts.baseFields(of: criterion.condition.identifiers))
    }
    return Explanation(
      lines: lines, standing: standing(outcomes),
      changes: try changes(from: values, outcomes: outcomes))
  }

  /// Packs the outcomes of all criteria for one set of facts.
  private func outcomes(_ values: [ApplicantField: Value]) throws -> UInt64 {
    var outcomes: UInt64 = 0
    for (bit, criterion) in criteria.enumerated() {
      let outcome = try outcome(of: criterion.condition, values)
      outcomes |= UInt64(outcome.rawValue) << UInt64(bit * 2)
    }
    return outcomes
  }

  /// For each unknown criterion, the smallest sets of its unknown facts that would settle it, where
  /// settling it changes the result.
  private func changes(from values: [ApplicantField: Value], outcomes: UInt64) throws
    -> [Explanation.Change]
  {
    let now = standing(outcomes)
    var changes: [Explanation.Change] = []
    for (bit, entry) in criteria.enumerated()
    where Self.outcome(bit, of: outcomes) == .unknown {
      let open = facts.baseFields(of: entry.condition.identifiers)
        .filter { values[$0] ?? .unknown == .unknown }
      var found = false
      for size in 1...max(1, open.count) where !found {
        for combination in open.combinations(of: size) {
          var seen: Set<Standing> = []
          for assignment in assignments(combination) {
            var trial = values
            for fact in assignment { trial[fact.field] = fact.value }
            let result = try self.outcomes(trial)
            let then = standing(result)
            // Of several values with the same effect, the first of the table stands for all.
            guard Self.outcome(bit, of: result) != .unknown, then != now, !seen.contains(then)
            else { continue }
            seen.insert(then)
            found = true
            changes.append(
              Explanation.Change(
                criterion: entry.id,
                facts: assignment.map { .init(field: $0.field, value: $0.text) },
                standing: then))
          }
        }
      }
    }
    return changes
  }

  /// A fact with a value to try, and how a sheet writes it.
  private typealias Trial = (field: ApplicantField, value: Value, text: String)

  /// Every way to give some unknown facts one of the values that their table lists.
  private func assignments(_ fields: [ApplicantField]) -> [[Trial]] {
    fields.reduce([[]]) { partial, field in
      partial.flatMap { trials in candidates(field).map { trials + [$0] } }
    }
  }

  /// The values that an unknown fact could turn out to have.
  ///
  /// A count stands for “any such experience” with one month, and for none with zero.
  private func candidates(_ field: ApplicantField) -> [Trial] {
    if field.isNumber { return [(field, .int(1), "1"), (field, .int(0), "0")] }
    return (field.closedValues ?? []).compactMap { stored in
      let value = facts.value(stored, of: field)
      guard value != .unknown else { return nil }
      switch stored {
      case .bool(let flag): return (field, value, flag ? "是" : "否")
      case .text(let text): return (field, value, text)
      default: return nil
      }
    }
  }
}

extension Array {
  /// Every choice of so many elements, in order.
  func combinations(of size: Int) -> [[Element]] {
    if size == 0 { return [[]] }
    guard count >= size else { return [] }
    return indices.flatMap { first in
      self[(first + 1)...].map { $0 }.combinations(of: size - 1).map { [self[first]] + $0 }
    }
  }
}
