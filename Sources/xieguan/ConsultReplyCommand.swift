import ArgumentParser
import Planner

/// `xieguan consult reply`: answers a request.
struct ConsultReplyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "reply", abstract: "Answer a request 复函")

  @Argument(help: "The request's id, its first digits, or latest 来函编号.")
  var request: String

  @Option(help: "The opinion sheet, filled in 填好的意见表 (.xlsx or .csv).")
  var opinions: String

  @Option(help: "Who gives the opinions where the sheet names nobody 提出人.")
  var by: String

  @OptionGroup var outgoing: OutgoingOptions
  @OptionGroup var global: GlobalOptions

  func run() throws {
    let register = try global.existingRegister()
    try outgoing.package(global).reply(to: request, opinions: opinions, by: by, from: register)
  }
}
