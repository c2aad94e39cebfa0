import ArgumentParser
import Planner

/// `xieguan replay`: makes a stored run or plan again and compares.
struct ReplayCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "replay", abstract: "Make a run or a plan again and compare its digest 重算核对")

  @Argument(help: "The id of a run or a plan, its first digits, latest, or plan-latest.")
  var runID: String

  @OptionGroup var global: GlobalOptions

  func run() throws {
    let register = try global.existingRegister()
    if register.namesPlan(runID) { return try global.show(register.replayPlan(runID)) }
    try global.show(register.replay(runID))
  }
}
