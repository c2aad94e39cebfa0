import ArgumentParser
import Planner
import Reporting

/// `xieguan verify-first`: what is worth verifying first, because it could change who is chosen.
struct VerifyFirstCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "verify-first",
    abstract: "What to verify first, because it could change who is chosen 先核实什么")

  @Argument(help: "The run's id, its first digits, or latest.")
  var runID: String

  @Option(help: "Only this office 街道代码或名称.")
  var office: String?

  @Option(help: "A sheet of the list.")
  var output: String?

  @OptionGroup var global: GlobalOptions

  func run() throws {
    let register = try global.existingRegister()
    let answer = try register.verifyFirst(runID, office: register.officeCode(meantBy: office))
    if let output { try answer.write(to: output, global.wording) }
    try global.show(answer)
  }
}
