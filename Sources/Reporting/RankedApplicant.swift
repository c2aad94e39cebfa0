public import Model

/// One line of an office's list.
public struct RankedApplicant: Hashable, Sendable {
  /// The rank within the office; nothing for those who are not eligible.
  public let rank: Int?
  /// The application number (报名序号).
  public let applicationNo: String
  /// The name, as written.
  public let name: String
  /// The name of the office applied to.
  public let office: String
  /// What the gate says.
  public let verdict: Verdict
  /// The tier (顺位), from 1; nothing for those who are not eligible.
  public let tier: Int?
  /// The points.
  public let points: Int
  /// Whether everything declared leaves the applicant equal to another one.
  public let isTied: Bool
  /// What ordered the applicant: `tier`, `points`, `mark`, `total`, `lot`, or empty.
  public let decidedBy: String
  /// The preferences that are met, in words and in the policy's order.
  public let reasons: [Bilingual]
  /// How tier and points came about, with clauses.
  public let working: Bilingual
  /// For those without a rank: what fails or is missing, in words.
  public let obstacles: [Bilingual]
  /// Where the application stood.
  public let source: SourceRow

  /// Describes a line.
  public init(
    rank: Int?, applicationNo: String, name: String, office: String, verdict: Verdict,
    tier: Int?, points: Int, isTied: Bool, decidedBy: String, reasons: [Bilingual],
    working: Bilingual,
    obstacles: [Bilingual] = [], source: SourceRow
  ) {
    self.rank = rank
    self.applicationNo = applicationNo
    self.name = name
    self.office = office
    self.verdict = verdict
    self.tier = tier
    self.points = points
    self.isTied = isTied
    self.decidedBy = decidedBy
    self.reasons = reasons
    self.working = working
    self.obstacles = obstacles
    self.source = source
  }
}
