import ArgumentParser
import Model
import Planner

/// `xieguan score`: a scoring run over what the register holds.
struct ScoreCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "score", abstract: "Score and rank the accepted applicants 评分排名")

  @Option(help: "Only this office's applicants 街道代码或名称.")
  var office: String?

  @Option(help: "Settle ties by the lot of this seed 抽签种子.")
  var lot: String?

  @OptionGroup var global: GlobalOptions

  func run() throws {
    let progress = TerminalProgress(global.output)
    try global.change(checking: { try progress.hear(.goingOn) }) { register in
      try progress.showing {
        try register.score(
          by: global.pack, asOf: global.evaluationDate,
          office: register.officeCode(meantBy: office), lot: lot,
          listener: { try progress.hear($0) })
      }
    }
  }
}
