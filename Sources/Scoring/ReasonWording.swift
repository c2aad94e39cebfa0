public import Model
import Policy

/// Says in a list's columns which criteria are met and how the points come about.
public struct ReasonWording: Sendable {
  private let scorer: Scorer

  /// Prepares a policy's wording.
  public init(_ scorer: Scorer) {
    self.scorer = scorer
  }

  /// The ids of the tier that counts and of the preferences met, in the pack's order, joined with `;`.
  ///
  /// The last tier, which takes all others, is no reason.
  public func reasons(_ outcomes: UInt64) -> String {
    met(outcomes).map(\.id).joined(separator: ";")
  }

  /// The criteria met with their points and what each rests on, such as
  /// `local_hardship[四（一）]; law_degree+1[四（二）]`.
  public func working(_ outcomes: UInt64) -> String {
    met(outcomes).map { item in
      item.id + (item.points > 0 ? "+\(item.points)" : "") + "[\(item.basis)]"
    }.joined(separator: "; ")
  }

  /// The criteria met that count, each with its name for people.
  public func titles(_ outcomes: UInt64) -> [Bilingual] {
    met(outcomes).map(\.title)
  }

  private struct Item {
    let id: String
    let title: Bilingual
    let points: Int
    let basis: String
  }

  private func met(_ outcomes: UInt64) -> [Item] {
    let rules = scorer.rules
    var items: [Item] = []
    let tier = Int(scorer.standing(outcomes).tier)
    if tier > 0, rules.tiers[tier - 1].condition != nil {
      let counted = rules.tiers[tier - 1]
      items.append(
        Item(id: counted.id, title: counted.title, points: 0, basis: Self.cited(counted.basis)))
    }
    let first = rules.requirements.count + rules.tiers.count { $0.condition != nil }
    for (index, item) in rules.preferences.enumerated()
    where Scorer.outcome(first + index, of: outcomes) == .met {
      items.append(
        Item(id: item.id, title: item.title, points: item.points, basis: Self.cited(item.basis)))
    }
    return items
  }

  private static func cited(_ basis: Basis) -> String {
    switch basis {
    case .clause(let number): number
    case .local: "local"
    }
  }
}
