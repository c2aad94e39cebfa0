public import Model
import Scoring
import Tabular

extension RunMargins {
  private static let columns = [
    "office_code", "office_name", "order", "application_no", "name", "verdict", "rank", "line",
    "verify", "rank_then", "line_then",
  ]

  /// Writes what is worth verifying first as a sheet: one line a person with the smallest set.
  /// - Throws: `TabularError`.
  public func writeVerifyFirst(to path: String, language: Language) throws {
    let file = try OutputFile(path: path)
    var sheet = CSVWriter { try file.write($0) }
    try sheet.row(Self.columns)
    for margin in offices {
      for (order, person) in margin.verifyFirst.enumerated() {
        let first = person.confirmations[0]
        try sheet.row([
          margin.office.code, margin.office.name, String(order + 1), person.applicationNo,
          person.name, person.standing.verdict.id, person.rank == 0 ? "" : String(person.rank),
          person.now?.rawValue ?? "", first.change.wording(rules)[language],
          String(first.rank), first.position.rawValue,
        ])
      }
    }
    try sheet.finish()
    try file.finish()
  }
}
