public import Model
public import Policy

/// Why one applicant's result is what it is, line by line.
public struct Explanation: Sendable {
  /// One criterion.
  public struct Line: Sendable {
    /// The criterion's id.
    public let id: String
    /// Its name for people.
    public let title: Bilingual
    /// What kind of rule it is.
    public let role: Criterion.Role
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
    /// The criterion that would be met, or would fail; the first of several.
    public let criterion: String
    /// The facts and the values that they would have to have.
    public let facts: [Fact]
    /// What the applicant would then be.
    public let assessment: Assessment

    /// A fact with a value.
    public struct Fact: Sendable, Hashable {
      /// The fact.
      public let field: ApplicantField
      /// The value as it would stand in the sheet; where several would do, the first or the least.
      public let value: String
      /// Whether other values would do as well.
      public var isOneOfSeveral = false
      /// Whether it is the value itself and no least one that is meant.
      var isExact = false
    }

    /// The facts in words, such as 就业困难核验＝属实.
    public func wording(_ rules: RuleSet) -> Bilingual {
      let parts = facts.map { fact -> Bilingual in
        let declaration = rules.facts.first { $0.name == fact.field.id }
        let title = declaration?.title ?? Bilingual(zh: fact.field.id, en: fact.field.id)
        if fact.field.isNumber, declaration?.isHigherBetter == true, !fact.isExact {
          return Bilingual(zh: "\(title.zh)≥\(fact.value)", en: "\(title.en) ≥ \(fact.value)")
        }
        let (zh, en) = fact.isOneOfSeveral ? ("等", " or the like") : ("", "")
        return Bilingual(
          zh: "\(title.zh)＝\(fact.value)\(zh)", en: "\(title.en) = \(fact.value)\(en)")
      }
      return Bilingual(
        zh: parts.map(\.zh).joined(separator: "，且 "), en: parts.map(\.en).joined(separator: " and ")
      )
    }
  }

  /// The criteria in the pack's order.
  public let lines: [Line]
  /// The applicant's verdict, tier and points.
  public let assessment: Assessment
  /// What would change the result: facts that are open only, because a known one is not guessed at.
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
    let points = rules.contributions { outcomes[$0] }
    let lines = criteria.enumerated().map { bit, criterion in
      Explanation.Line(
        id: criterion.id, title: criterion.title, role: criterion.role,
        outcome: outcomes[bit], basis: criterion.basis, points: points[bit],
        note: criterion.note, fields: facts.baseFields(of: criterion.condition.identifiers))
    }
    let now = assessment(outcomes)
    return Explanation(
      lines: lines, assessment: now,
      changes: try Counterfactuals(self).changes(of: values, outcomes) { $0 != now })
  }

  /// The outcomes of all criteria for one set of facts.
  func outcomes(_ values: [ApplicantField: Value]) throws -> OutcomePattern {
    var outcomes = OutcomePattern()
    for (bit, criterion) in criteria.enumerated() {
      outcomes[bit] = try outcome(of: criterion.condition, values)
    }
    return outcomes
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
