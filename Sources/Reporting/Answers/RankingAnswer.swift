public import Model
public import Policy

/// A run's ranked list.
public struct RankingAnswer: Answer {
  /// One line of the list.
  public struct Line: Encodable, Sendable {
    let officeCode: String
    let rank: Int?
    let applicationNo: String
    let name: String
    let verdict: Verdict
    let tier: Int?
    let points: Int
    let tied: Bool
    let decidedBy: Decider
    let reasons: [String]
    let marks: String?
    let total: String?
    let opinions: [Objection]

    /// - Parameters:
    ///   - name: masked where it is to be.
    ///   - reasons: the ids of the criteria met.
    ///   - objections: what bureaus that were asked hold against the applicant.
    ///   - mark: how the mark came about, where the policy ranks by marks.
    public init(
      officeCode: String, applicationNo: String, name: String, _ assessment: Assessment,
      _ placement: RankPlacement, reasons: [String], mark: MarkWorking? = nil,
      objections: [Objection] = []
    ) {
      self.officeCode = officeCode
      self.applicationNo = applicationNo
      self.name = name
      (verdict, tier, points) = (assessment.verdict, assessment.tier, assessment.points)
      (rank, tied, decidedBy) = (placement.rank, placement.isTied, placement.decider)
      self.reasons = reasons
      opinions = objections
      (marks, total) = (mark?.written, mark?.writtenTotal)
    }
  }

  let run: String
  let digest: String
  let policy: String
  let asOf: CivilDate
  let confirmed: Bool
  let ranking: [Line]

  /// - Parameters:
  ///   - run: its id.
  ///   - confirmation: whether a named person has confirmed it.
  public init(
    run: String, digest: String, policy: String, asOf: CivilDate, confirmation: ConfirmationState,
    _ ranking: [Line]
  ) {
    confirmed = confirmation.isStanding
    self.run = run
    self.digest = digest
    self.policy = policy
    self.asOf = asOf
    self.ranking = ranking
  }

  /// None: people read the sheet, the workbook or the page.
  public func lines(_ say: Wording) -> [String] { [] }
}
