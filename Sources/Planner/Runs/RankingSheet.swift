import Model
import Register
import Scoring
import Tabular

/// Writes `ranking.csv`, the list that other programs read.
public struct RankingSheet: ~Copyable {
  static let columns = [
    "run", "office_code", "office_name", "rank", "application_no", "name", "verdict", "tier",
    "points", "tied", "decided_by", "reasons", "working",
  ]

  private let verdicts = Verdict.allCases.map { Array($0.id.utf8) }
  private let deciders = Decider.allCases.map { Array($0.id.utf8) }
  private let truths = ["false", "true"].map { Array($0.utf8) }
  private let run: [UInt8]
  private let file: OutputFile
  private var sheet: CSVWriter
  private var office: (code: [UInt8], name: [UInt8]) = ([], [])
  private var texts: [OutcomePattern: (reasons: [UInt8], working: [UInt8])] = [:]

  private init(run: String, file: OutputFile) {
    self.run = Array(run.utf8)
    self.file = file
    sheet = CSVWriter { try file.write($0) }
  }

  /// Begins a sheet.
  static func begun(run: String, to path: String) throws -> RankingSheet {
    var sheet = RankingSheet(run: run, file: try OutputFile(path: path))
    try sheet.sheet.row(columns)
    return sheet
  }

  /// Begins an office's part.
  mutating func begin(code: String, name: String) {
    office = (Array(code.utf8), Array(name.utf8))
  }

  /// Whether the texts of a pattern of outcomes are known.
  func knows(_ outcomes: OutcomePattern) -> Bool { texts[outcomes] != nil }

  /// Takes note of the criteria met and the working that go with a pattern of outcomes.
  mutating func learn(_ outcomes: OutcomePattern, reasons: String, working: String) {
    texts[outcomes] = (Array(reasons.utf8), Array(working.utf8))
  }

  /// Writes a line, whose pattern of outcomes is known.
  mutating func line(
    _ result: ResultEntry, number: UnsafeBufferPointer<UInt8>, name: UnsafeBufferPointer<UInt8>
  ) throws {
    let (assessment, placement) = (result.assessment, result.placement)
    let (reasons, working) = texts[result.outcomes] ?? ([], [])
    sheet.field(run)
    sheet.field(office.code)
    sheet.field(office.name)
    sheet.numberOrBlank(placement.rank)
    sheet.field(number)
    sheet.field(name)
    sheet.field(verdicts[Int(assessment.verdict.rawValue)])
    sheet.numberOrBlank(assessment.tier)
    sheet.field(assessment.points)
    sheet.field(truths[placement.isTied ? 1 : 0])
    sheet.field(deciders[Int(placement.decider.rawValue)])
    sheet.field(reasons)
    sheet.field(working)
    try sheet.endRow()
  }

  /// Ends the sheet.
  consuming func finish() throws {
    try sheet.finish()
    try file.finish()
  }

  /// Lines between two checks.
  private static let stretch = 4096

  /// Writes a run's list.
  /// - Parameter check: asked now and then; ends the work by throwing.
  /// - Throws: `TabularError`, and what `check` throws.
  /// - Complexity: O(lines), in constant memory.
  public static func write(
    _ run: ScoringRun, to path: String, checking check: () throws -> Void = {}
  ) throws {
    var sheet = try begun(run: run.digest.id, to: path)
    let wording = try ReasonWording(Scorer(run.rules))
    for range in run.list.offices {
      let office = run.offices.offices[range.office]
      sheet.begin(code: office.code, name: office.name)
      for entry in run.list.entries[range.entries] {
        let index = Int(entry.index)
        if index % stretch == 0 { try check() }
        let result = run.result(entry)
        if !sheet.knows(result.outcomes) {
          sheet.learn(
            result.outcomes, reasons: wording.reasons(result.outcomes),
            working: wording.working(result.outcomes))
        }
        try run.columns.applicationNumbers.withBytes(at: index) { number in
          try run.columns.names.withBytes(at: index) { name in
            try sheet.line(result, number: number, name: name)
          }
        }
      }
    }
    try sheet.finish()
  }
}

extension CSVWriter {
  fileprivate mutating func field(_ bytes: [UInt8]) {
    bytes.withUnsafeBufferPointer { field($0) }
  }

  fileprivate mutating func numberOrBlank(_ number: Int?) {
    if let number { field(number) } else { emptyField() }
  }
}
