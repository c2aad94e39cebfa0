import ArgumentParser
import Planner
import Reporting

/// `xieguan compare`: what moved between two runs or two plans, and why.
struct CompareCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "compare", abstract: "What moved between two runs or two plans, and why 比较两次运行或方案")

  @Argument(help: "The first run's or plan's id, its first digits, latest, or plan-latest.")
  var first: String

  @Argument(help: "The second run's.")
  var second: String

  @Option(help: "A sheet of everybody who moved.")
  var output: String?

  @OptionGroup var global: GlobalOptions

  func run() throws {
    let register = try global.existingRegister()
    if register.namesPlan(first) {
      return try global.show(register.comparePlans(first, second))
    }
    let answer = try register.compare(first, second)
    if let output { try answer.write(to: output, global.wording) }
    try global.show(answer)
  }
}
