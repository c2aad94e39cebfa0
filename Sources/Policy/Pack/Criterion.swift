public import Model

/// A requirement or a preference: a condition on facts, and what it rests on.
public struct Criterion: Sendable {
  /// The stable name in results.
  public let id: String
  /// The name for people.
  public let title: Bilingual
  /// The condition.
  public let condition: Expression
  /// What the condition rests on; the points of a preference are always a local setting.
  public let basis: Basis
  /// What it adds where met; 0 for requirements.
  public let points: Int
  /// A remark for people, if any.
  public let note: Bilingual?
  /// Where it is declared.
  public let place: SourcePlace
}

/// A step of precedence (顺位): applicants of an earlier tier rank before all of a later one.
public struct Tier: Sendable {
  /// The stable name in results.
  public let id: String
  /// Its place in the order, from 1.
  public let number: Int
  /// The name for people.
  public let title: Bilingual
  /// The condition; nothing for the last tier, which takes all others.
  public let condition: Expression?
  /// What it rests on.
  public let basis: Basis
  /// A remark for people, if any.
  public let note: Bilingual?
  /// Where it is declared.
  public let place: SourcePlace
}

/// Preferences of which only the highest that is met counts (就高不重复).
public struct PointGroup: Sendable, Hashable {
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
