/// A person with marks (考生).
public struct MarkCandidate: Hashable, Sendable {
  /// The application number.
  public let number: String
  /// The office whose list the person is on.
  public let office: String
  /// The tier, which comes before every mark.
  public let tier: Int
  /// What came of each part; a part without a row is absent here.
  public let results: [MarkPart: PartResult]
  /// The panel of the interview (考官组).
  public let panel: String

  /// Puts a person's marks together.
  public init(
    number: String, office: String, tier: Int = 1, results: [MarkPart: PartResult],
    panel: String = ""
  ) {
    self.number = number
    self.office = office
    self.tier = tier
    self.results = results
    self.panel = panel
  }
}

/// What one panel gave (考官组情况); marks are never adjusted by it.
public struct PanelSummary: Hashable, Sendable {
  /// The panel.
  public let panel: String
  /// How many it gave a valid interview mark.
  public let count: Int
  /// The mean of those marks with two decimals, a half going up.
  public let mean: Mark
}
