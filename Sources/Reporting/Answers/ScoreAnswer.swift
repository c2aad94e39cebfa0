public import Model

/// What a scoring run came to.
public struct ScoreAnswer: Answer {
  struct Totals: Encodable {
    let eligible: Int
    let ineligible: Int
    let pending: Int
  }

  let run: String
  let digest: String
  let policy: String
  let asOf: String
  let seed: String?
  let tied: Int
  let tiesAtTheLine: Int
  let totals: Totals

  /// - Parameters:
  ///   - run: its id.
  ///   - seed: the seed of the lot, if one was drawn.
  ///   - totals: how many have each verdict.
  ///   - tied: how many share their rank.
  ///   - tiesAtTheLine: how many offices have a tie that decides who gets a place.
  public init(
    run: String, digest: String, policy: String, asOf: CivilDate, seed: String?,
    totals: [Verdict: Int], tied: Int, tiesAtTheLine: Int
  ) {
    self.run = run
    self.digest = digest
    self.policy = policy
    self.asOf = asOf.iso
    self.seed = seed
    self.tied = tied
    self.tiesAtTheLine = tiesAtTheLine
    self.totals = Totals(
      eligible: totals[.eligible] ?? 0, ineligible: totals[.ineligible] ?? 0,
      pending: totals[.pending] ?? 0)
  }

  /// Ties at the line wait for a person or a lot.
  public var status: ExitStatus { tiesAtTheLine > 0 ? .waiting : .done }

  /// The run in one line.
  public func lines(_ say: Wording) -> [String] {
    [
      say(
        "运行 \(run)（\(policy)，基准日 \(asOf)）：符合条件 \(totals.eligible) 人，待核实 \(totals.pending) 人，"
          + "不符合条件 \(totals.ineligible) 人；并列 \(tied) 人",
        "run \(run) (\(policy), as of \(asOf)): eligible \(totals.eligible), "
          + "pending \(totals.pending), ineligible \(totals.ineligible); tied \(tied)")
    ]
  }

  /// Ties that only a person or a lot can settle.
  public func notes(_ say: Wording) -> [String] {
    guard tiesAtTheLine > 0 else { return [] }
    return [
      say(
        "\(tiesAtTheLine) 个街道在录用线上并列，规则分不出先后：请由人决定，或用 \(say.step(.drawLot)) 抽签",
        "\(tiesAtTheLine) offices have a tie at the line: let a person decide, or draw lots with "
          + say.step(.drawLot)
      )
    ]
  }
}
