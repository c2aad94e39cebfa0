public import Model
import Policy
import Scoring
import Tabular

extension Comparing {
  private static let columns = [
    "office_code", "office_name", "application_no", "name", "changes", "verdict_before",
    "verdict_after", "tier_before", "tier_after", "points_before", "points_after", "rank_before",
    "rank_after", "line_before", "line_after", "because",
  ]

  /// Writes everybody who moved as a sheet.
  /// - Throws: `TabularError`.
  public func write(to path: String, language: Language) throws {
    let file = try OutputFile(path: path)
    var sheet = CSVWriter { try file.write($0) }
    try sheet.row(Self.columns)
    for move in comparison.moves {
      let code = move.after?.officeCode ?? move.before?.officeCode ?? ""
      let because = wording(of: move, language)
      var row = [code, officeNames[code] ?? "", move.applicationNo, move.name]
      row.append(move.kinds.map(\.rawValue).joined(separator: ";"))
      let entries = [move.before, move.after]
      row += entries.map { $0?.assessment.verdict.id ?? "" }
      row += entries.map { Self.written($0?.assessment.tier) }
      row += entries.map { Self.written($0?.assessment.points) }
      row += entries.map { Self.written($0?.placement.rank) }
      row += entries.map { $0?.line?.rawValue ?? "" }
      try sheet.row(row + [because.joined(separator: " | ")])
    }
    try sheet.finish()
    try file.finish()
  }

  private static func written(_ number: Int?) -> String { number.map(String.init) ?? "" }
}
