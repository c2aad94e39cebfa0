public import Model

/// One thing in which two sets of rules differ.
public struct RuleChange: Sendable, Hashable {
  /// What kind of thing it is, in the order in which differences are listed.
  public enum Kind: String, Sendable, CaseIterable {
    /// A fact that rules may read.
    case fact
    /// A code table.
    case table
    /// A derived fact.
    case derived
    /// A requirement of the gate.
    case requirement
    /// A tier.
    case tier
    /// A preference.
    case preference
    /// A group of preferences of which the highest counts.
    case group
    /// The weighted mark.
    case mark
    /// The order of the ranking.
    case ranking
    /// A parameter.
    case parameter
    /// A local setting that outputs show.
    case setting

    /// The wording for people.
    public var wording: Bilingual {
      switch self {
      case .fact: Bilingual(zh: "事实", en: "fact")
      case .table: Bilingual(zh: "代码表", en: "table")
      case .derived: Bilingual(zh: "推导事实", en: "derived fact")
      case .requirement: Bilingual(zh: "必备条件", en: "requirement")
      case .tier: Bilingual(zh: "顺位", en: "tier")
      case .preference: Bilingual(zh: "优先条件", en: "preference")
      case .group: Bilingual(zh: "就高不重复", en: "group")
      case .mark: Bilingual(zh: "成绩", en: "mark")
      case .ranking: Bilingual(zh: "排序", en: "ranking")
      case .parameter: Bilingual(zh: "参数", en: "parameter")
      case .setting: Bilingual(zh: "本地设定", en: "local setting")
      }
    }
  }

  /// The kind.
  public let kind: Kind
  /// The id or name.
  public let id: String
  /// How the first says it; `nil` where it does not have it.
  public let before: String?
  /// How the second says it; `nil` where it does not have it.
  public let after: String?
}
