import ArgumentParser
import Model
import Policy

/// `xieguan policy`: the rules themselves.
struct PolicyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "policy", abstract: "Read and try the rules 政策规则",
    subcommands: [PolicyEvalCommand.self])
}

/// `xieguan policy eval`: evaluates one condition.
struct PolicyEvalCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "eval", abstract: "Evaluate one condition 试算一个条件")

  @Argument(help: "The expression, in the policies' subset of CEL.")
  var expression: String

  @Option(help: "A fact: name=LITERAL, or name=unknown.")
  var set: [String] = []

  @OptionGroup var global: GlobalOptions

  func run() throws {
    Console.result(try PolicyEval.evaluate(expression: expression, settings: set))
  }
}
