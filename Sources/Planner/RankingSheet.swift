import Model
import Scoring
import Tabular

/// Writes `ranking.csv`, the list that other programs read.
public struct RankingSheet {
  static let columns = [
    "run", "office_code", "office_name", "rank", "application_no", "name", "verdict", "tier",
    "points", "tied", "decided_by", "reasons", "working",
  ]

  /// Writes a run's list.
  /// - Throws: `TabularError`.
  /// - Complexity: O(lines), in constant memory.
  public static func write(_ run: ScoringRun, to path: String) throws {
    let file = try OutputFile(path: path)
    var sheet = CSVWriter { try file.write($0) }
    try sheet.row(columns)
    let wording = try ReasonWording(Scorer(run.rules))
    var texts: [UInt64: (reasons: [UInt8], working: [UInt8])] = [:]
    let runID = Array(run.digest.id.utf8)
    let verdicts = Verdict.allCases.map { Array($0.id.utf8) }
    let (yes, no) = (Array("true".utf8), Array("false".utf8))
    let deciders = DecidedBy.allCases.map { Array($0.id.utf8) }
    for range in run.list.offices {
      let office = run.offices.offices[range.office]
      let (code, name) = (Array(office.code.utf8), Array(office.name.utf8))
      for entry in run.list.entries[range.entries] {
        let index = Int(entry.index)
        let outcomes = run.evaluation[index].outcomes
        let text: (reasons: [UInt8], working: [UInt8])
        if let known = texts[outcomes] {
          text = known
        } else {
          text = (Array(wording.reasons(outcomes).utf8), Array(wording.working(outcomes).utf8))
          texts[outcomes] = text
        }
        sheet.field(runID)
        sheet.field(code)
        sheet.field(name)
        sheet.numberOrBlank(Int(entry.rank))
        run.columns.applicationNumbers.withBytes(at: index) { sheet.field($0) }
        run.columns.names.withBytes(at: index) { sheet.field($0) }
        sheet.field(verdicts[Int(run.evaluation[index].verdict.rawValue)])
        sheet.numberOrBlank(Int(run.evaluation[index].tier))
        sheet.field(Int(run.evaluation[index].points))
        sheet.field(entry.isTied ? yes : no)
        sheet.field(deciders[Int(entry.decidedBy.rawValue)])
        sheet.field(text.reasons)
        sheet.field(text.working)
        try sheet.endRow()
      }
    }
    try sheet.finish()
    try file.finish()
  }
}

extension CSVWriter {
  fileprivate mutating func field(_ bytes: [UInt8]) {
    bytes.withUnsafeBufferPointer { field($0) }
  }

  /// Writes a number from 1; 0 stands for none.
  fileprivate mutating func numberOrBlank(_ number: Int) {
    if number == 0 { emptyField() } else { field(number) }
  }
}
