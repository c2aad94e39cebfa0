public import Model

/// One rule as a report shows it: what it asks, what it does, what it rests on.
public struct RuleLine: Hashable, Sendable {
  /// The name for people.
  public let title: Bilingual
  /// What it does to a result, such as “1 point”.
  public let effect: Bilingual
  /// What it rests on, every basis of it.
  public let citations: [Citation]
  /// A remark.
  public let note: Bilingual?

  /// Describes a rule.
  public init(title: Bilingual, effect: Bilingual, citations: [Citation], note: Bilingual? = nil) {
    self.title = title
    self.effect = effect
    self.citations = citations
    self.note = note
  }
}
