import Model
public import Register
import Tabular

/// A stored run's list, written again from the register.
public struct StoredRanking {
  private let register: Register
  private let run: RunEntry
  private let office: String?

  /// Finds a run by the first digits of its id.
  /// - Parameter office: only this office's part, where one is named.
  /// - Throws: `RegisterError`.
  public init(_ prefix: String, office: String?, of register: Register) throws {
    self.register = register
    self.office = office
    run = try register.run(prefix)
  }

  /// Writes the list as a sheet; to the standard output where no path is given.
  /// - Parameter masksNames: whether names show their first character only.
  /// - Throws: `TabularError`, `RegisterError`.
  public func writeSheet(to path: String?, masksNames: Bool) throws {
    let offices = try register.officeTable()
    let file = try path.map { try OutputFile(path: $0) } ?? OutputFile()
    var sheet = CSVWriter { try file.write($0) }
    try sheet.row(RankingSheet.columns)
    try register.forEachResult(ofRun: run.id, office: office) { line in
      let result = line.result
      let name = offices.index(ofCode: line.officeCode).map { offices.offices[$0].name } ?? ""
      try sheet.row([
        run.id, line.officeCode, name, result.rank == 0 ? "" : String(result.rank),
        line.applicationNo, masksNames ? PersonName.masked(line.name) : line.name,
        result.verdict.id, result.tier == 0 ? "" : String(result.tier), String(result.points),
        result.isTied ? "true" : "false", result.decidedBy, line.reasons, line.working,
      ])
    }
    try sheet.finish()
    try file.finish()
  }
}

extension CSVWriter {
  /// Writes a row of texts.
  mutating func row(_ texts: [String]) throws {
    for text in texts { field(text) }
    try endRow()
  }
}
