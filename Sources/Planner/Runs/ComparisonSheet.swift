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
      for value in [Self.verdict, Self.tier, Self.points, Self.rank, Self.line] {
        row += [move.before.map(value) ?? "", move.after.map(value) ?? ""]
      }
      try sheet.row(row + [because.joined(separator: " | ")])
    }
    try sheet.finish()
    try file.finish()
  }

  private static func verdict(_ placing: RunComparison.Placing) -> String { placing.verdict.id }
  private static func tier(_ placing: RunComparison.Placing) -> String { number(placing.tier) }
  private static func points(_ placing: RunComparison.Placing) -> String { String(placing.points) }
  private static func rank(_ placing: RunComparison.Placing) -> String { number(placing.rank) }
  private static func line(_ placing: RunComparison.Placing) -> String {
    placing.line?.rawValue ?? ""
  }

  /// A number from 1; 0 stands for none.
  private static func number(_ number: Int) -> String { number == 0 ? "" : String(number) }
}
