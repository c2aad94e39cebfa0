public import Model
import Policy
import Scoring
import Tabular

/// Writes `verify-first.csv`: one line a person with the smallest set of facts to verify.
struct VerificationSheet {
  private static let columns = [
    "office_code", "office_name", "order", "application_no", "name", "verdict", "rank", "line",
    "verify", "rank_then", "line_then",
  ]

  /// Writes the lists of some offices.
  static func write(
    _ offices: [OfficeMargin], _ rules: RuleSet, _ language: Language, to path: String
  ) throws {
    let file = try OutputFile(path: path)
    var sheet = CSVWriter { try file.write($0) }
    try sheet.row(columns)
    for margin in offices {
      for (order, person) in margin.verifyFirst.enumerated() {
        let first = person.confirmations[0]
        try sheet.row([
          margin.office.code, margin.office.name, String(order + 1), person.applicationNo,
          person.name, person.assessment.verdict.id, person.rank.map(String.init) ?? "",
          person.now?.rawValue ?? "", first.change.wording(rules)[language], String(first.rank),
          first.position.rawValue,
        ])
      }
    }
    try sheet.finish()
    try file.finish()
  }
}

extension RunMargins {
  /// Writes what is worth verifying first as a sheet.
  /// - Throws: `TabularError`.
  public func writeVerifyFirst(to path: String, language: Language) throws {
    try VerificationSheet.write(offices, rules, language, to: path)
  }
}
