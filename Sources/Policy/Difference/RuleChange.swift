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
  }

  /// The kind.
  public let kind: Kind
  /// The id or name.
  public let id: String
  /// How the first says it; nothing where it does not have it.
  public let before: String?
  /// How the second says it; nothing where it does not have it.
  public let after: String?
}
