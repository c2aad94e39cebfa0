public import Model

/// A requirement, a tier or a preference: a condition on facts, and what it rests on.
public struct Criterion: Sendable, PackItem {
  /// What the outcome decides.
  public enum Role: Sendable, Hashable {
    /// Who is eligible: whoever does not meet it is refused.
    case requirement
    /// Who goes first (顺位), with the place in the order from 1: applicants of an earlier tier rank
    /// before all of a later one.
    case tier(Int)
    /// Who has more points.
    case preference
  }

  /// The stable name in results.
  public let id: String
  /// The name for people.
  public let title: Bilingual
  /// What the outcome decides.
  public internal(set) var role: Role
  /// The condition.
  public internal(set) var condition: Expression
  /// What the condition rests on; the points of a preference are always a local setting.
  public let basis: Basis
  /// What it adds where met; 0 for all but preferences.
  public internal(set) var points: Int
  /// A remark for people, if any.
  public let note: Bilingual?
  /// Where it is declared.
  public internal(set) var place: SourcePlace

  /// Whether it is the last tier, which takes all others and asks for nothing.
  public var takesOthers: Bool { condition.source.isEmpty }
}

/// Preferences of which only the highest that is met counts (就高不重复).
public struct PointGroup: Sendable, Hashable, PackItem {
  /// The stable name.
  public let id: String
  /// The name for people.
  public let title: Bilingual
  /// The ids of its preferences.
  public let members: [String]
  /// What it rests on.
  public let basis: Basis
  /// Where it is declared.
  public let place: SourcePlace
}
