public import ArgumentParser
import Model
import Planner
public import Policy

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
    Console.result(try global.pack.index(on: global.evaluationDate))
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
    let results = try global.pack.check(seed: seed)
    for result in results { Console.result(result.wording[global.language]) }
    let isRefuted = results.contains { $0.finding.isRefuted }
    try Console.end(with: isRefuted ? .badPolicy : .done)
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
    Console.result(try PolicyEval.evaluate(expression: expression, settings: set))
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
      try PortableJob(runID, of: global.existingRegister()).write(to: output, for: dialect)
      return
    }
    let rules = try global.pack.rules(on: global.evaluationDate)
    if withTable { Console.result(rules.sqlTable(for: dialect, named: table)) }
    Console.result(try rules.sql(for: dialect, table: table))
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
    let packs = try (PolicyPack.named(first), PolicyPack.named(second))
    if let runID {
      let register = try global.existingRegister()
      try Comparing(packs.0, packs.1, on: runID, of: register)
        .show(output: output, as: global.output)
      return
    }
    let day = try global.evaluationDate
    let changes = try packs.0.rules(on: day).changes(to: packs.1.rules(on: day))
    if global.json {
      try Console.result(
        json: [
          "changes": changes.map {
            ComparisonResult.Rule(
              kind: $0.kind.rawValue, id: $0.id, before: $0.before, after: $0.after)
          }
        ])
      return
    }
    for change in changes {
      Console.result(
        "\(change.kind.rawValue) \(change.id)\n  - \(change.before ?? "")\n  + \(change.after ?? "")"
      )
    }
    if changes.isEmpty {
      Console.result(global.language == .zh ? "没有不同" : "no difference")
    }
  }
}
