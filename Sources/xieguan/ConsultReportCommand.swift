public import ArgumentParser
public import Model
import Planner

/// `xieguan consult report`: the figures of a month, a quarter or a year.
struct ConsultReportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "report", abstract: "Report a month, quarter or year, no persons 定期情况函报")

  @Option(help: "The month 月份, YYYY-MM.")
  var month: CivilMonth?

  @Option(help: "The quarter 季度, YYYY-Qn.")
  var quarter: String?

  @Option(help: "The year 年度, YYYY.")
  var year: String?

  @OptionGroup var parties: Parties
  @OptionGroup var outgoing: OutgoingOptions
  @OptionGroup var global: GlobalOptions

  /// The one period that is named.
  private var period: ReportPeriod? {
    switch (month, quarter, year) {
    case (let month?, nil, nil): ReportPeriod(month)
    case (nil, let quarter?, nil): quarter.contains("-") ? ReportPeriod(quarter) : nil
    case (nil, nil, let year?): year.contains("-") ? nil : ReportPeriod(year)
    default: nil
    }
  }

  func validate() throws {
    guard period != nil else {
      throw ValidationError(
        "One of --month 2024-06, --quarter 2024-Q2, --year 2024. 三者写一个。")
    }
  }

  func run() throws {
    guard let period else { return }
    let register = try global.existingRegister()
    try outgoing.package(global, parties).report(period, policy: global.pack, from: register)
  }
}

extension CivilMonth: ExpressibleByArgument {
  /// Reads `YYYY-MM`.
  public init?(argument: String) {
    self.init(iso: argument)
  }
}
