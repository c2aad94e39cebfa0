public import ArgumentParser
import Foundation
import Model
public import Planner
import Policy
import Register
import Staffing

/// `xieguan plan`: how many assistants each office should ask for.
struct PlanCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "plan", abstract: "Propose assistants per office, with the working 配备测算")

  @Option(help: "How the need is derived 测算方法: \(PlanMethod.names).")
  var method: PlanMethod = .ratio

  @Option(help: "Only this office 街道代码.")
  var office: String?

  @Option(
    help: ArgumentHelp(
      "What if 假设: a figure (subjects=80, officers=+1, subjects=+20%) or a setting of the method.",
      valueName: "name=value"))
  var set: [String] = []

  @Option(help: "A file of named what-ifs to compare 情景文件, YAML.")
  var scenarios: String?

  @Option(help: "A folder for plan.html, plan.xlsx and plan.csv 输出文件夹.")
  var output: String?

  @OptionGroup var ahead: OutlookOptions

  @OptionGroup var global: GlobalOptions

  func run() throws {
    let rules = try global.pack.rules(on: global.evaluationDate)
    let register = try register()
    let changes = try set.map { try PlanChange(text: $0) }
    let headcounts = try Headcounts(
      over: register, rules: rules, by: method, office: office, changes: changes)
    let record = try PlanRecord(headcounts, policy: global.pack, asOf: rules.date)
    let isKept = set.isEmpty && !headcounts.plans.isEmpty
    if isKept { try record.store(in: register, madeAt: global.moment) }
    let hasHistory = output != nil ? try !register.history().isEmpty : false
    let report = PlanReport(
      headcounts, id: isKept ? record.id : "", asOf: rules.date,
      scenarios: try scenarios.map {
        try Scenarios(file: $0, beside: headcounts, rules: rules)
      },
      outlook: hasHistory
        ? try Outlook(
          over: register, rules: rules, headcounts: headcounts, choices: ahead.choices()) : nil)
    let written = try output.map { try report.write(to: $0, language: global.language) } ?? []
    if global.json {
      try Console.result(json: PlanResult(report, digest: record.digest, global.language))
    } else {
      PlanText(report, global.language).print()
    }
    if !global.output.quiet {
      for path in written { Console.say((global.language == .zh ? "已写出 " : "wrote ") + path) }
    }
  }

  /// A what-if needs no register.
  private func register() throws -> Register {
    set.isEmpty || FileManager.default.fileExists(atPath: global.database)
      ? try global.existingRegister() : try Register()
  }
}

/// How far to look ahead.
struct OutlookOptions: ParsableArguments {
  @Option(help: "Months ahead 预测月数, 1-24.")
  var months: Int?

  @Option(help: "What the random numbers begin from 随机种子.")
  var seed: UInt64 = 0

  @Option(help: "Enough in how many futures 够用的程度, such as 8/10.")
  var service: Outlook.ServiceLevel?

  func choices() throws -> Outlook.Choices {
    var choices = Outlook.Choices()
    choices.months = months
    choices.seed = seed
    choices.service = service
    return choices
  }

  func validate() throws {
    if let months, !(1...24).contains(months) {
      throw ValidationError("--months \(months): 1 to 24 months can be foreseen. 可预测 1 至 24 个月。")
    }
  }
}

extension PlanMethod: ExpressibleByArgument {
  /// The names as a list.
  static let names = allCases.map(\.rawValue).joined(separator: ", ")
}

extension Outlook.ServiceLevel: ExpressibleByArgument {
  /// Reads `8/10`, `0.8` or `80%`.
  public init?(argument: String) { self.init(argument) }
}
