import ArgumentParser
import Model
import Planner
import Policy
import Register

/// `xieguan score`: a scoring run over what the register holds.
struct ScoreCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "score", abstract: "Score and rank the accepted applicants 评分排名")

  @Option(help: "Only this office's applicants 街道代码.")
  var office: String?

  @Option(help: "Settle ties by the lot of this seed 抽签种子.")
  var lot: String?

  @OptionGroup var global: GlobalOptions

  func run() throws {
    let register = try global.existingRegister()
    let view = WorkView(global.output)
    let run = try view.showing {
      try register.asOne(checking: { try view.hear(.scoring) }) {
        let run = try ScoringRun(
          over: register, policy: global.pack, asOf: global.evaluationDate, officeCode: office,
          seed: lot)
        try view.hear(.keeping)
        try run.store(in: register)
        return run
      }
    }
    if global.json {
      try Console.result(json: ScoreResult(run))
    } else {
      Console.result(ScoreResult.text(run, global.language))
    }
    let ties = run.tiesAtTheLine(try register.places())
    if ties > 0 {
      Console.say(ScoreResult.tieText(ties, global.language))
      try Console.end(with: .waiting)
    }
  }
}

/// A run as JSON.
struct ScoreResult: Encodable {
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
  let totals: Totals

  enum CodingKeys: String, CodingKey {
    case run, digest, policy, seed, tied, totals
    case asOf = "as_of"
  }

  init(_ run: ScoringRun) {
    self.run = run.id
    digest = run.digestHex
    policy = run.rules.policyID
    asOf = run.rules.date.iso
    seed = run.seed
    tied = run.tiedCount
    totals = Totals(
      eligible: run.totals[.eligible] ?? 0, ineligible: run.totals[.ineligible] ?? 0,
      pending: run.totals[.pending] ?? 0)
  }

  /// Ties that only a person or a lot can settle.
  static func tieText(_ ties: Int, _ language: Language) -> String {
    language == .zh
      ? "\(ties) 个街道在录用线上并列，规则分不出先后：请由人决定，或用 --lot 种子 抽签"
      : "\(ties) offices have a tie at the line: let a person decide, or draw lots with --lot SEED"
  }

  /// A run in one line.
  static func text(_ run: ScoringRun, _ language: Language) -> String {
    let result = ScoreResult(run)
    if language == .zh {
      return
        "运行 \(result.run)（\(result.policy)，基准日 \(result.asOf)）：符合条件 \(result.totals.eligible) 人，待核实 \(result.totals.pending) 人，不符合条件 \(result.totals.ineligible) 人；并列 \(result.tied) 人"
    }
    return
      "run \(result.run) (\(result.policy), as of \(result.asOf)): eligible \(result.totals.eligible), pending \(result.totals.pending), ineligible \(result.totals.ineligible); tied \(result.tied)"
  }
}
