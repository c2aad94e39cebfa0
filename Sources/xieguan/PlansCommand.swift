import ArgumentParser
import Planner

/// `xieguan plans`: the plans that the register keeps.
struct PlansCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "plans", abstract: "List the headcount plans that were made 列出配备方案")

  @OptionGroup var global: GlobalOptions

  func run() throws { try global.show(global.existingRegister().listPlans()) }
}
