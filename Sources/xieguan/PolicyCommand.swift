public import ArgumentParser
import Planner
public import Policy
import Reporting

/// `xieguan policy`: the rules themselves.
struct PolicyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "policy", abstract: "Read, check, try and compare the rules 政策规则",
    subcommands: [
      PolicyShowCommand.self, PolicyCheckCommand.self, PolicyEvalCommand.self,
      PolicySQLCommand.self, PolicyDiffCommand.self,
    ])
}

/// `xieguan policy show`: the rules in force, by clause.
struct PolicyShowCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: "Show the rules by clause 按条款列出规则")

  @OptionGroup var global: OutputOptions

  func run() throws {
    try global.show(RulesAnswer(global.pack, on: global.evaluationDate))
  }
}

/// `xieguan policy check`: proves what a policy must be, or shows a case against it.
struct PolicyCheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check", abstract: "Prove the rules sound, or show a counterexample 检查规则")

  @Option(help: "The seed of the search where cases are too many to try all.")
  var seed: UInt64 = 1

  @OptionGroup var global: OutputOptions

  func run() throws {
    try global.show(PolicyCheckAnswer(global.pack, seed: seed))
  }
}

/// `xieguan policy eval`: evaluates one condition.
struct PolicyEvalCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "eval", abstract: "Evaluate one condition 试算一个条件")

  @Argument(help: "The expression, in the policies' subset of CEL.")
  var expression: String

  @Option(help: "A fact: name=LITERAL, or name=unknown.")
  var set: [String] = []

  @OptionGroup var global: OutputOptions

  func run() throws {
    try global.show(ConditionAnswer(expression, set))
  }
}

/// `xieguan policy sql`: the same rules as one query.
struct PolicySQLCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "sql", abstract: "Print the rules as one portable query 输出 SQL")

  @Option(help: "sqlite, postgresql, duckdb or spark.")
  var dialect: SQLDialect = .sqlite

  @Option(help: "The table of facts that the query reads.")
  var table = "facts"

  @Flag(help: "Print the definition of that table first.")
  var withTable = false

  @Option(
    name: .customLong("run"),
    help: "With --output: this run's facts, its policy's query and the results to compare with.")
  var runID: String?

  @Option(help: "With --run: the folder for facts.csv, table.sql, query.sql, results.tsv.")
  var output: String?

  @OptionGroup var global: GlobalOptions

  func validate() throws {
    if (runID == nil) != (output == nil) {
      throw ValidationError("--run and --output belong together.")
    }
  }

  func run() throws {
    if let runID, let output {
      return try global.show(
        PortableJob(runID, of: global.existingRegister()).write(to: output, for: dialect))
    }
    let rules = try global.pack.rules(on: global.evaluationDate)
    try global.show(QueryAnswer(rules, for: dialect, table: table, withTable: withTable))
  }
}

extension SQLDialect: ExpressibleByArgument {}

/// `xieguan policy diff`: what differs between two policies on a day, and what that does to a run.
struct PolicyDiffCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "diff", abstract: "List what differs between two policies 比较两个政策")

  @Argument(help: "A built-in policy or a policy file.")
  var first: String

  @Argument(help: "Another one.")
  var second: String

  @Option(name: .customLong("run"), help: "Show who of this run would move; its day counts.")
  var runID: String?

  @Option(help: "With --run, a sheet of everybody who would move.")
  var output: String?

  @OptionGroup var global: GlobalOptions

  func run() throws {
    let packs = try (PolicyPack.opened(first), PolicyPack.opened(second))
    guard let runID else {
      return try global.show(
        PolicyDifferenceAnswer(packs.0, packs.1, on: global.evaluationDate))
    }
    let answer = try global.existingRegister().compare(packs.0, packs.1, on: runID)
    if let output { try answer.write(to: output, global.wording) }
    try global.show(answer)
  }
}
