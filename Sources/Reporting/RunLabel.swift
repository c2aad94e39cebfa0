public import Model

/// What identifies a scoring run on paper.
public struct RunLabel: Hashable, Sendable {
  /// The run's id: the first 12 digits of its digest.
  public let id: String
  /// The policy pack's id, such as `beijing-2023`.
  public let policyID: String
  /// The policy's title, without the marks 《》.
  public let policyTitle: Bilingual
  /// The day from which the policy is in force.
  public let policyFrom: CivilDate
  /// The date that the rules saw.
  public let asOf: CivilDate
  /// The seed of the lot, where one was drawn.
  public let lotSeed: String?

  /// Labels a run.
  public init(
    id: String, policyID: String, policyTitle: Bilingual, policyFrom: CivilDate, asOf: CivilDate,
    lotSeed: String?
  ) {
    self.id = id
    self.policyID = policyID
    self.policyTitle = policyTitle
    self.policyFrom = policyFrom
    self.asOf = asOf
    self.lotSeed = lotSeed
  }
}
