import ArgumentParser
import Planner

/// `xieguan explain`: why one applicant stands where they stand.
struct ExplainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain", abstract: "Explain one applicant's result line by line 逐条说明")

  @Argument(help: "The run's id, its first digits, or latest.")
  var runID: String

  @Argument(help: "The application number 报名序号.")
  var applicationNo: String

  @OptionGroup var global: GlobalOptions

  func run() throws {
    try global.show(global.existingRegister().explain(applicationNo, inRun: runID))
  }
}
