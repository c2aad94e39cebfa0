import ArgumentParser
import Planner

/// `xieguan consult list`: what was sent and received, and what became of it.
struct ConsultListCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "What was sent and received 往来台账")

  @OptionGroup var global: GlobalOptions

  func run() throws {
    try global.show(global.existingRegister().listConsultations(asOf: global.evaluationDate))
  }
}
