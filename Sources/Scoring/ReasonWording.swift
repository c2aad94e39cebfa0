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
    met(outcomes).map(\.criterion.id).joined(separator: ";")
  }

  /// The criteria met with their points and what each rests on, such as
  /// `local_hardship[四（一）]; law_degree+1[四（二）]`.
  public func working(_ outcomes: OutcomePattern) -> String {
    met(outcomes).map { item in
      let (criterion, points) = item
      return criterion.id + (points > 0 ? "+\(points)" : "") + "[\(Self.cited(criterion.basis))]"
    }.joined(separator: "; ")
  }

  /// The criteria met that count, each with its name for people.
  public func titles(_ outcomes: OutcomePattern) -> [Bilingual] {
    met(outcomes).map(\.criterion.title)
  }

  /// How tier and points come about, in a sentence with clauses.
  public func sentence(_ outcomes: OutcomePattern) -> Bilingual {
    let assessment = scorer.assessment(outcomes)
    var zh: [String] = []
    var en: [String] = []
    if let number = assessment.tier {
      let tier = scorer.rules.tiers[number - 1]
      zh.append("第 \(number) 顺位：\(tier.title.zh)〔\(Self.cited(tier.basis))〕")
      en.append("tier \(number): \(tier.title.en) [\(Self.cited(tier.basis))]")
    }
    for (criterion, points) in met(outcomes) where points > 0 {
      let (title, basis) = (criterion.title, Self.cited(criterion.basis))
      zh.append("\(title.zh) \(points) 分〔\(basis)〕")
      en.append("\(title.en) \(points) [\(basis)]")
    }
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

  /// The tier that counts and the preferences met, with what each adds.
  private func met(_ outcomes: OutcomePattern) -> [(criterion: Criterion, points: Int)] {
    let tier = scorer.assessment(outcomes).tier
    let points = scorer.rules.contributions { outcomes[$0] }
    return zip(scorer.criteria.indices, zip(scorer.criteria, points)).compactMap { place, item in
      let counts =
        switch item.0.role {
        case .requirement: false
        case .tier(let number): number == tier
        case .preference: outcomes[place] == .met
        }
      return counts ? (criterion: item.0, points: item.1) : nil
    }
  }

  private static func cited(_ basis: Basis) -> String {
    switch basis {
    case .clause(let number): number
    case .local: "local"
    }
  }
}
