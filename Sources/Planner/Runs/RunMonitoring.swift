import Model
public import Register
public import Scoring
import Tabular

/// The monitoring of a stored run.
public struct RunMonitoring: Sendable {
  /// The run.
  public let run: RunEntry
  /// The counts.
  public let monitoring: Monitoring
  /// Whether any office of the run has a line.
  public let hasLine: Bool

  /// Counts a run's applicants.
  /// - Parameters:
  ///   - ages: the ages at which a band begins, ascending.
  ///   - minimum: groups with fewer people are withheld.
  /// - Throws: `StoredRunError.differs`; `RegisterError`.
  public init(_ prefix: String, ages: [Int], minimum: Int, of register: Register) throws {
    run = try register.run(prefix)
    let made = try ScoringRun(stored: run, of: register, gathering: Monitoring.fields)
    let places = try register.places()
    monitoring = Monitoring(of: try made.scored(places: places), ages: ages, minimum: minimum)
    hasLine = made.list.offices.contains { places[made.offices.offices[$0.office].code] != nil }
  }

  private static let columns = [
    "dimension", "group", "applicants", "eligible", "pending", "ineligible", "first_tier",
    "above_line", "eligible_percent", "above_line_percent",
  ]

  /// Writes the counts as a sheet; withheld groups have empty cells.
  /// - Throws: `TabularError`.
  public func write(to path: String) throws {
    let file = try OutputFile(path: path)
    var sheet = CSVWriter { try file.write($0) }
    try sheet.row(Self.columns)
    try sheet.row(["all", "all"] + cells(monitoring.total))
    for dimension in monitoring.dimensions {
      for group in dimension.groups {
        try sheet.row([dimension.id, group.id] + cells(group.figures))
      }
    }
    try sheet.finish()
    try file.finish()
  }

  private func cells(_ figures: Monitoring.Figures?) -> [String] {
    guard let figures else { return Array(repeating: "", count: Self.columns.count - 2) }
    let counts = [
      figures.applicants, figures.eligible, figures.pending, figures.ineligible, figures.firstTier,
    ]
    return counts.map(String.init) + [
      hasLine ? String(figures.above) : "", Self.percent(figures.share(\.eligible)),
      hasLine ? Self.percent(figures.share(\.above)) : "",
    ]
  }

  /// Hundredths of a percent with two decimals, such as 52.63.
  public static func percent(_ hundredths: Int) -> String {
    let rest = hundredths % 100
    return "\(hundredths / 100).\(rest < 10 ? "0" : "")\(rest)"
  }
}
