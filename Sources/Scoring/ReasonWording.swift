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
  public func reasons(_ outcomes: OutcomePattern) -> String {
    met(outcomes).map(\.id).joined(separator: ";")
  }

  /// The criteria met with their points and what each rests on, such as
  /// `local_hardship[四（一）]; law_degree+1[四（二）]`.
  public func working(_ outcomes: OutcomePattern) -> String {
    met(outcomes).map { item in
      item.id + (item.points > 0 ? "+\(item.points)" : "") + "[\(item.basis)]"
    }.joined(separator: "; ")
  }

  /// The criteria met that count, each with its name for people.
  public func titles(_ outcomes: OutcomePattern) -> [Bilingual] {
    met(outcomes).map(\.title)
  }

  /// How tier and points come about, in a sentence with clauses.
  public func sentence(_ outcomes: OutcomePattern) -> Bilingual {
    let assessment = scorer.assessment(outcomes)
    var zh: [String] = []
    var en: [String] = []
    if let number = assessment.tier {
      let tier = scorer.rules.tiers[number - 1]
      zh.append("第 \(tier.number) 顺位：\(tier.title.zh)〔\(Self.cited(tier.basis))〕")
      en.append("tier \(tier.number): \(tier.title.en) [\(Self.cited(tier.basis))]")
    }
    let counted = met(outcomes).filter { $0.points > 0 }
    zh += counted.map { "\($0.title.zh) \($0.points) 分〔\($0.basis)〕" }
    en += counted.map { "\($0.title.en) \($0.points) [\($0.basis)]" }
    zh.append("共 \(assessment.points) 分")
    en.append("\(assessment.points) point(s) in all")
    return Bilingual(zh: zh.joined(separator: "；"), en: en.joined(separator: "; "))
  }

  /// For those without a rank: the requirements that fail or are not known.
  public func obstacles(_ outcomes: OutcomePattern) -> [Bilingual] {
    let verdict = scorer.assessment(outcomes).verdict
    return scorer.rules.requirements.enumerated().compactMap { bit, item in
      switch (outcomes[bit], verdict) {
      case (.notMet, _):
        Bilingual(zh: "不符合：\(item.title.zh)", en: "not met: \(item.title.en)")
      case (.unknown, .pending):
        Bilingual(zh: "未填：\(item.title.zh)", en: "not stated: \(item.title.en)")
      default: nil
      }
    }
  }

  private struct Item {
    let id: String
    let title: Bilingual
    let points: Int
    let basis: String
  }

  private func met(_ outcomes: OutcomePattern) -> [Item] {
    let rules = scorer.rules
    var items: [Item] = []
    if let tier = scorer.assessment(outcomes).tier, rules.tiers[tier - 1].condition != nil {
      let counted = rules.tiers[tier - 1]
      items.append(
        Item(id: counted.id, title: counted.title, points: 0, basis: Self.cited(counted.basis)))
    }
    let first = rules.requirements.count + rules.tiers.count { $0.condition != nil }
    let points = scorer.contributions(outcomes)
    for (index, item) in rules.preferences.enumerated()
    where outcomes[first + index] == .met {
      items.append(
        Item(
          id: item.id, title: item.title, points: points[first + index],
          basis: Self.cited(item.basis)))
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
