public import Model

/// A requirement, a tier or a preference: a condition on facts, and what it rests on.
public struct Criterion: Declared {
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

  /// What it is called and what the condition rests on; the points of a preference are always a
  /// local setting.
  public internal(set) var declaration: Declaration
  /// What the outcome decides.
  public internal(set) var role: Role
  /// The condition.
  public internal(set) var condition: Expression
  /// What it adds where met; 0 for all but preferences.
  public internal(set) var points: Int
  /// A remark for people, if any.
  public let note: Bilingual?

  /// Whether it is the last tier, which takes all others and asks for nothing.
  public var takesOthers: Bool { condition.source.isEmpty }
}

/// Preferences of which only the highest that is met counts (就高不重复).
public struct PointGroup: Declared, Hashable {
  /// What it is called, what it rests on, and when.
  public internal(set) var declaration: Declaration
  /// The ids of its preferences.
  public let members: [String]
}
