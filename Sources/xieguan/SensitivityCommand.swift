import ArgumentParser
import Planner

/// `xieguan sensitivity`: which local settings and which open facts decide who is above the line.
struct SensitivityCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "sensitivity",
    abstract: "Which settings and open facts decide who is above the line 敏感性分析")

  @Argument(help: "The run's id, its first digits, or latest.")
  var runID: String

  @Option(help: "Only this office's margin 街道代码或名称.")
  var office: String?

  @OptionGroup var global: GlobalOptions

  func run() throws {
    let register = try global.existingRegister()
    try global.show(
      register.analyseSensitivity(runID, office: register.officeCode(meantBy: office)))
  }
}
