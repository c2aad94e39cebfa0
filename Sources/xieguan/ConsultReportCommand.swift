public import ArgumentParser
public import Model
import Planner

/// `xieguan consult report`: the figures of a month, a quarter or a year.
struct ConsultReportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "report", abstract: "Report a month, quarter or year, no persons 定期情况函报",
    discussion: """
      Without a period it reports the last whole one before --as-of, of the length that the policy \
      sets as report_interval: a month where it says nothing.
      """)

  @Option(help: "The month 月份, YYYY-MM.")
  var month: CivilMonth?

  @Option(help: "The quarter 季度, YYYY-Qn.")
  var quarter: String?

  @Option(help: "The year 年度, YYYY.")
  var year: String?

  @OptionGroup var parties: Parties
  @OptionGroup var outgoing: OutgoingOptions
  @OptionGroup var global: GlobalOptions

  /// The one period that is named, if it is one.
  private var period: ReportPeriod? {
    switch (month, quarter, year) {
    case (let month?, nil, nil): ReportPeriod(month)
    case (nil, let quarter?, nil): quarter.contains("-") ? ReportPeriod(quarter) : nil
    case (nil, nil, let year?): year.contains("-") ? nil : ReportPeriod(year)
    default: nil
    }
  }

  private var namesPeriod: Bool { month != nil || quarter != nil || year != nil }

  func validate() throws {
    guard !namesPeriod || period != nil else {
      throw ValidationError(
        "One of --month 2024-06, --quarter 2024-Q2, --year 2024. 三者写一个。")
    }
  }

  func run() throws {
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
