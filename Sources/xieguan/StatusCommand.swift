import ArgumentParser
import Planner

/// `xieguan status`: what came in and what waits.
struct StatusCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "status", abstract: "What came in and what waits, office by office 进展")

  @OptionGroup var global: GlobalOptions

  func run() throws {
    try global.show(global.existingRegister().status(asOf: global.evaluationDate))
  }
}
