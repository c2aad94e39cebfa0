import Model
import Policy

/// A requirement, a tier with a condition or a preference, at its place among the outcomes.
struct JudgedCriterion {
  let id: String
  let title: Bilingual
  let role: Explanation.Line.Role
  let basis: Basis
  let note: Bilingual?
  let condition: Policy.Expression
}

extension Scorer {
  /// The criteria in the order of their bits: requirements, tiers that have a condition,
  /// preferences.
  var criteria: [JudgedCriterion] {
    rules.requirements.map {
      JudgedCriterion(
        id: $0.id, title: $0.title, role: .requirement, basis: $0.basis, note: $0.note,
        condition: $0.condition)
    }
      + rules.tiers.compactMap { tier in
        tier.condition.map {
          JudgedCriterion(
            id: tier.id, title: tier.title, role: .tier(tier.number), basis: tier.basis,
            note: tier.note, condition: $0)
        }
      }
      + rules.preferences.map {
        JudgedCriterion(
          id: $0.id, title: $0.title, role: .preference, basis: $0.basis, note: $0.note,
          condition: $0.condition)
      }
  }

  /// What each criterion adds to the points, in the order of their bits.
  func contributions(_ outcomes: OutcomePattern) -> [Int] {
    let first = rules.requirements.count + rules.tiers.count { $0.condition != nil }
    let preferences = rules.preferences.indices.map { outcomes[first + $0] }
    return Array(repeating: 0, count: first) + rules.contributions(preferences)
  }
}
