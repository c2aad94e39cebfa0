import ArgumentParser
import Planner
import Policy
import Staffing

/// `xieguan forecast`: subjects ahead, with intervals, and the headcount that they imply.
struct ForecastCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "forecast", abstract: "Look ahead at subjects and headcount 预测对象数和所需人数")

  @Option(help: "How headcount is derived 测算方法: \(StaffingMethod.names).")
  var method: StaffingMethod = .ratio

  @Option(help: "Only this office 街道代码或名称.")
  var office: String?

  @OptionGroup var ahead: ForecastOptions

  @OptionGroup var global: GlobalOptions

  func run() throws {
    let rules = try global.pack.rules(on: global.evaluationDate)
    let register = try global.existingRegister()
    try global.show(
      register.forecast(
        rules, by: method, office: register.officeCode(meantBy: office), choices: ahead.choices))
  }
}
