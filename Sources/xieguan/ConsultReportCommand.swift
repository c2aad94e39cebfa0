public import ArgumentParser
public import Model
import Planner

/// `xieguan consult report`: the month's figures.
struct ConsultReportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "report", abstract: "Report a month's figures, no persons 每月情况函报")

  @Option(help: "The month 月份, YYYY-MM.")
  var month: CivilMonth

  @OptionGroup var parties: Parties
  @OptionGroup var outgoing: OutgoingOptions
  @OptionGroup var global: GlobalOptions

  func run() throws {
    let register = try global.existingRegister()
    try outgoing.package(global, parties).report(month, policy: global.pack, from: register)
  }
}

extension CivilMonth: ExpressibleByArgument {
  /// Reads `YYYY-MM`.
  public init?(argument: String) {
    self.init(iso: argument)
  }
}
