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

    /// - Parameters:
    ///   - name: masked where it is to be.
    ///   - reasons: the ids of the criteria met.
    ///   - mark: how the mark came about, where the policy ranks by marks.
    public init(
      officeCode: String, applicationNo: String, name: String, _ assessment: Assessment,
      _ placement: RankPlacement, reasons: [String], mark: MarkWorking? = nil
    ) {
      self.officeCode = officeCode
      self.applicationNo = applicationNo
      self.name = name
      (verdict, tier, points) = (assessment.verdict, assessment.tier, assessment.points)
      (rank, tied, decidedBy) = (placement.rank, placement.isTied, placement.decider)
      self.reasons = reasons
      (marks, total) = (mark?.written, mark?.writtenTotal)
    }
  }

  let run: String
  let digest: String
  let policy: String
  let asOf: CivilDate
  let ranking: [Line]

  /// - Parameter run: its id.
  public init(run: String, digest: String, policy: String, asOf: CivilDate, _ ranking: [Line]) {
    self.run = run
    self.digest = digest
    self.policy = policy
    self.asOf = asOf
    self.ranking = ranking
  }

  /// None: people read the sheet, the workbook or the page.
  public func lines(_ say: Wording) -> [String] { [] }
}
