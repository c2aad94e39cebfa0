public import Model

/// One line of an office's list.
public struct RankedApplicant: Hashable, Sendable {
  /// The application number (报名序号).
  public let applicationNo: String
  /// The name, as written.
  public let name: String
  /// The name of the office applied to.
  public let office: String
  /// Verdict, tier and points.
  public let assessment: Assessment
  /// The place in the office, and what decided it.
  public let placement: RankPlacement
  /// The preferences that are met, in words and in the policy's order.
  public let reasons: [Bilingual]
  /// How tier and points came about, with clauses.
  public let working: Bilingual
  /// For those without a rank: what fails or is missing, in words.
  public let obstacles: [Bilingual]
  /// Where the application stood.
  public let source: SourceRow

  /// Puts a line together.
  public init(
    applicationNo: String, name: String, office: String, assessment: Assessment,
    placement: RankPlacement, reasons: [Bilingual], working: Bilingual,
    obstacles: [Bilingual] = [], source: SourceRow
  ) {
    self.applicationNo = applicationNo
    self.name = name
    self.office = office
    self.assessment = assessment
    self.placement = placement
    self.reasons = reasons
    self.working = working
    self.obstacles = obstacles
    self.source = source
  }
}
