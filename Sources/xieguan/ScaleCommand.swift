public import ArgumentParser
public import Planner

/// `xieguan scale`: the same scoring on an engine of many machines.
struct ScaleCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "scale",
    abstract: "Score on Spark or PostgreSQL, and take the results back 大规模评分",
    subcommands: [ScaleExportCommand.self, ScaleCollectCommand.self])
}

/// `xieguan scale export`: what an operator needs to run the scoring elsewhere.
struct ScaleExportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export",
    abstract: "Write the accepted applicants' facts and the job 导出事实和作业",
    discussion: """
      Takes what `xieguan score` would take: the policy, the day, one office if wanted. No name and no
      identity number leaves. Run job.sql inside the folder, on storage that all machines see:
      `spark-sql --master … -f job.sql`, or `psql -X -f job.sql`. Then `xieguan scale collect DIR`.
      """)

  @Option(help: "spark or postgresql 引擎.")
  var engine: ScaleEngine

  @Option(help: "A new or empty folder 输出文件夹.")
  var output: String

  @Option(help: "Only this office's applicants 街道代码或名称.")
  var office: String?

  @Option(help: ArgumentHelp("Refused: no engine draws lots.", visibility: .hidden))
  var lot: String?

  @OptionGroup var global: GlobalOptions

  func run() throws {
    if lot != nil { throw ScaleError.lot }
    let register = try global.existingRegister()
    let export = try ScaleExport(
      of: register, policy: global.pack, asOf: global.evaluationDate,
      officeCode: register.officeCode(meantBy: office), for: engine, to: output)
    try global.show(export.answer)
  }
}

/// `xieguan scale collect`: the results of an engine, checked and kept as a run.
struct ScaleCollectCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "collect", abstract: "Check the engine's results and keep them as a run 收回结果")

  @Argument(help: "The folder that was exported, with the engine's results 作业文件夹.")
  var folder: String

  @OptionGroup var global: GlobalOptions

  func run() throws {
    try global.change { try $0.collectResults(from: folder) }
  }
}

extension ScaleEngine: ExpressibleByArgument {}
