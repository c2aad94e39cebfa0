import ArgumentParser
import Model
import Planner

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
    if first.hasPrefix("plan-") {
      return try global.show(global.existingRegister().comparePlans(first, second))
    }
    try Comparing(first, second, of: global.existingRegister())
      .show(output: output, as: global.output)
  }
}

extension Comparing {
  /// Prints the comparison, and writes its sheet where one is asked for.
  func show(output: String?, as options: OutputOptions) throws {
    if let output { try write(to: output, language: options.language) }
    if options.json {
      try Console.result(json: ComparisonResult(self, options.language))
    } else {
      for line in ComparisonText(self, options.language).lines { Console.result(line) }
    }
  }
}
