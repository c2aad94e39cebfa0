public import Model

/// What a place can be lost by (空缺原因).
public enum PlaceLoss: String, Hashable, Sendable, CaseIterable {
  /// The review of papers was failed.
  case review
  /// The medical examination was failed.
  case medical
  /// The vetting was failed.
  case vetting
  /// The person gave up or did not come.
  case withdrawal
  /// The person left after the contract was signed.
  case contract

  /// The wording for people.
  public var wording: Bilingual {
    switch self {
    case .review: Bilingual(zh: "资格复审不合格", en: "review of papers failed")
    case .medical: Bilingual(zh: "体检不合格", en: "medical examination failed")
    case .vetting: Bilingual(zh: "考察不合格", en: "vetting failed")
    case .withdrawal: Bilingual(zh: "放弃", en: "gave up")
    case .contract: Bilingual(zh: "签订合同后离开", en: "left after the contract")
    }
  }
}

/// When a lost place goes to the next in order (递补规则): local settings.
public struct ReplacementSettings: Hashable, Sendable {
  /// The losses that are replaced; after the others the place stays open.
  public let replaced: Set<PlaceLoss>
  /// How often one place may go to a next person.
  public let rounds: Int
  /// How many months the reserve list is good for.
  public let months: Int

  /// Puts the settings together.
  public init(
    replaced: Set<PlaceLoss> = [.review, .medical, .vetting, .withdrawal], rounds: Int = 2,
    months: Int = 6
  ) {
    self.replaced = replaced
    self.rounds = rounds
    self.months = months
  }
}
