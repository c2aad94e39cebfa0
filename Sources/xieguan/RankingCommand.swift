public import ArgumentParser
public import Planner

/// `xieguan ranking`: a stored run's list.
struct RankingCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "ranking", abstract: "Write a run's ranked list 排名表")

  @Argument(help: "The run's id, its first digits, or latest.")
  var runID: String

  @Option(help: "Only this office's part 街道代码或名称.")
  var office: String?

  @Option(help: "The file to write; without it, the standard output.")
  var output: String?

  @Option(help: "csv, xlsx (one office), html or json.")
  var format: RankingFormat = .csv

  @Flag(name: .customLong("public"), help: "Mask names, for publication 公示.")
  var isPublic = false

  @OptionGroup var global: GlobalOptions

  func run() throws {
    let register = try global.existingRegister()
    try register.writeRanking(
      runID, office: register.officeCode(meantBy: office), as: global.json ? .json : format,
      to: output ?? "-",
      masksNames: isPublic, language: global.language)
  }
}

extension RankingFormat: ExpressibleByArgument {}
