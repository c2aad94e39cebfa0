import ArgumentParser
import Planner

/// `xieguan batches`: what came in.
struct BatchesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "batches", abstract: "List what came in 批次")

  @OptionGroup var global: GlobalOptions

  func run() throws {
    try global.show(global.existingRegister().listBatches())
  }
}
