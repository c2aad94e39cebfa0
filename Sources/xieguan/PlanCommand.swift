public import ArgumentParser
import Planner
import Reporting
public import Staffing

/// `xieguan plan`: how many assistants each office should ask for.
struct PlanCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "plan", abstract: "Propose assistants per office, with the working 配备测算")

  @Option(help: "How the need is derived 测算方法: \(StaffingMethod.names).")
  var method: StaffingMethod = .ratio

  @Option(help: "Only this office 街道代码或名称.")
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

  @OptionGroup var ahead: ForecastOptions

  @OptionGroup var global: GlobalOptions

  func run() throws {
    // A what-if needs no register, and is not kept.
    try global.change(supposing: !set.isEmpty) { register in
      var request = PlanRequest(method, office: try register.officeCode(meantBy: office))
      request.assumptions = try set.map { try Assumption(text: $0) }
      request.scenarios = scenarios
      request.ahead = output == nil ? nil : ahead.choices
      let report = try register.plan(
        request, policy: global.pack, asOf: global.evaluationDate, moment: global.moment)
      let written = try output.map { try report.write(to: $0, language: global.language) }
      return PlanAnswer(report, written: written ?? [])
    }
  }
}

/// How far to look ahead.
struct ForecastOptions: ParsableArguments {
  @Option(help: "Months ahead 预测月数, 1-24.")
  var months: Int?

  @Option(help: "What the random numbers begin from 随机种子.")
  var seed: UInt64 = 0

  @Option(help: "Enough in how many futures 够用的程度, such as 8/10.")
  var service: ServiceLevel?

  var choices: HeadcountForecast.Choices {
    HeadcountForecast.Choices(months: months, seed: seed, service: service)
  }

  func validate() throws {
    if let months, !(1...24).contains(months) {
      throw ValidationError("--months \(months): 1 to 24 months can be foreseen. 可预测 1 至 24 个月。")
    }
  }
}

extension StaffingMethod: ExpressibleByArgument {
  /// The names as a list.
  static let names = allCases.map(\.rawValue).joined(separator: ", ")
}

extension ServiceLevel: ExpressibleByArgument {
  /// Reads `8/10`, `0.8` or `80%`.
  public init?(argument: String) { self.init(argument) }
}
