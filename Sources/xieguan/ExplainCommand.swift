import ArgumentParser
import Planner

/// `xieguan explain`: why one applicant stands where they stand.
struct ExplainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain", abstract: "Explain one applicant's result line by line 逐条说明")

  @Argument(help: "The run's id, its first digits, or latest.")
  var runID: String

  @Argument(help: "The application number, or what `find` takes 报名序号、姓名、电话.")
  var applicationNo: String

  @OptionGroup var global: GlobalOptions

  func run() throws {
    let register = try global.existingRegister()
    guard let number = try register.applicationNumber(of: applicationNo, inRun: runID) else {
      // Several people, or a row that is in no list: what holds it is said instead.
      return try global.show(register.findPerson(applicationNo))
    }
    try global.show(register.explain(number, inRun: runID))
  }
}
