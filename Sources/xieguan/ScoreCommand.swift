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
    try global.show(run.answer(places: register.places()))
  }
}
