import ArgumentParser
import Planner
import Reporting

/// `xieguan consult opinions`: what was answered to a request.
struct ConsultOpinionsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "opinions", abstract: "The opinions on a request, as CSV 意见明细")

  @Argument(help: "The request's id, its first digits, or latest 来函或去函编号.")
  var request: String

  @Option(help: "The file to write; without it, the standard output.")
  var output: String?

  @OptionGroup var global: GlobalOptions

  func run() throws {
    let answer = try global.existingRegister().listOpinions(on: request)
    if output != nil || !global.json { try answer.writeSheet(to: output ?? "-") }
    try global.show(answer)
  }
}
