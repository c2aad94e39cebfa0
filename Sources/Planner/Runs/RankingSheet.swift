public import Model
import Policy
import Register
import Scoring
import Tabular

/// Writes `ranking.csv`, the list that other programs read.
public struct RankingSheet: ~Copyable {
  /// The columns that a policy with marks adds: its parts with their weights, and what the ranking
  /// orders by.
  static let markColumns = ["marks", "total"]

  static let columns = [
    "run", "office_code", "office_name", "rank", "application_no", "name", "verdict", "tier",
    "points", "tied", "decided_by", "reasons", "working",
  ]

  private let run: String
  private let file: OutputFile
  private var sheet: CSVWriter
  private var objections: [String: [Objection]] = [:]
  private let confirmation: [String]
  /// What every line of the office begins with.
  private var office: [UInt8] = []
  /// What lines with the same outcomes say alike: verdict and tier; reasons and working.
  private var alike: [(assessment: [UInt8], texts: [UInt8])] = []
  /// What is said of a tie and of who decided, first where there is no tie.
  private var placements: [[UInt8]] = []

  private init(run: String, confirmation: [String], file: OutputFile) throws {
    self.run = run
    self.confirmation = confirmation
    self.file = file
    sheet = CSVWriter { try file.write($0) }
    for isTied in [false, true] {
      for decider in Decider.allCases {
        placements.append(try CSVWriter.written(["\(isTied)", decider.id]))
      }
    }
  }

  /// Begins a sheet.
  /// - Parameters:
  ///   - withMarks: whether the policy ranks by marks.
  ///   - confirmation: whether a named person has confirmed the run, which a column tells; none where
  ///     nil.
  ///   - objections: those that count, by application number; a column holds them where there are
  ///     any.
  static func begun(
    run: String, withMarks: Bool = false, confirmation: ConfirmationState? = nil,
    objections: [String: [Objection]] = [:], to path: String
  ) throws -> RankingSheet {
    var sheet = try RankingSheet(
      run: run, confirmation: confirmation.map { [$0.wording.zh] } ?? [],
      file: try OutputFile(path: path))
    sheet.objections = objections
    try sheet.sheet.row(
      columns + (confirmation == nil ? [] : ["confirmation"]) + (withMarks ? markColumns : [])
        + (objections.isEmpty ? [] : ["opinions"]))
    return sheet
  }

  /// Begins an office's part.
  mutating func begin(code: String, name: String) throws {
    office = try CSVWriter.written([run, code, name])
  }

  /// Takes note of what lines with the same outcomes say alike.
  /// - Returns: the place by which `line` knows it.
  mutating func learn(_ assessment: Assessment, reasons: String, working: String) throws -> Int {
    alike.append(
      (
        try CSVWriter.written([
          assessment.verdict.id, assessment.tier.map(String.init) ?? "",
        ]), try CSVWriter.written([reasons, working] + confirmation)
      ))
    return alike.count - 1
  }

  /// Writes a line.
  /// - Parameters:
  ///   - place: what `learn` returned for its outcomes.
  ///   - mark: how the mark came about, where the policy ranks by marks.
  mutating func line(
    _ result: ResultEntry, _ place: Int, number: UnsafeBufferPointer<UInt8>,
    name: UnsafeBufferPointer<UInt8>, mark: MarkWorking? = nil
  ) throws {
    let placement = result.placement
    sheet.fields(office)
    sheet.numberOrBlank(placement.rank)
    sheet.field(number)
    sheet.field(name)
    sheet.fields(alike[place].assessment)
    sheet.field(result.assessment.points)
    sheet.fields(
      placements[
        (placement.isTied ? Decider.allCases.count : 0) + Int(placement.decider.rawValue)])
    sheet.fields(alike[place].texts)
    if let mark {
      sheet.field(mark.written)
      sheet.field(mark.writtenTotal)
    }
    if !objections.isEmpty {
      let own = objections[String(decoding: number, as: UTF8.self)] ?? []
      sheet.field(own.map(\.wording.zh).joined(separator: "；"))
    }
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
  /// - Parameters:
  ///   - office: only this office's part, where one is named.
  ///   - masksNames: whether names show their first character only.
  ///   - confirmation: whether a named person has confirmed the run, which a column tells; none where
  ///     nil.
  ///   - check: asked now and then; ends the work by throwing.
  /// - Throws: `TabularError`, and what `check` throws.
  /// - Complexity: O(lines), in constant memory.
  public static func write(
    _ run: ScoringRun, office only: String? = nil, masksNames: Bool = false,
    confirmation: ConfirmationState? = nil, objections: [String: [Objection]] = [:],
    to path: String,
    checking check: () throws -> Void = {}
  ) throws {
    let hasMarks = run.rules.mark != nil
    var sheet = try begun(
      run: run.digest.id, withMarks: hasMarks, confirmation: confirmation, objections: objections,
      to: path)
    let wording = try ReasonWording(Scorer(run.rules))
    var places = [Int?](repeating: nil, count: run.evaluation.patterns.count)
    for range in run.list.offices {
      let office = run.offices.offices[range.office]
      guard only ?? office.code == office.code else { continue }
      try sheet.begin(code: office.code, name: office.name)
      for entry in run.list.entries[range.entries] {
        let index = Int(entry.index)
        if index % stretch == 0 { try check() }
        let result = run.result(entry)
        let pattern = run.evaluation.place(at: index)
        let place =
          try places[pattern]
          ?? sheet.learn(
            result.assessment, reasons: wording.reasons(result.outcomes),
            working: wording.working(result.outcomes))
        places[pattern] = place
        try run.columns.applicationNumbers.withBytes(at: index) { number in
          let mark =
            hasMarks
            ? run.columns.mark(at: index, run.rules, points: result.assessment.points) : nil
          if masksNames {
            var masked = PersonName.masked(run.columns.names.text(at: index))
            return try masked.withUTF8 { name in
              try sheet.line(result, place, number: number, name: name, mark: mark)
            }
          }
          try run.columns.names.withBytes(at: index) { name in
            try sheet.line(result, place, number: number, name: name, mark: mark)
          }
        }
      }
    }
    try sheet.finish()
  }
}

extension CSVWriter {
  fileprivate mutating func fields(_ written: [UInt8]) {
    written.withUnsafeBufferPointer { fields($0) }
  }

  fileprivate mutating func numberOrBlank(_ number: Int?) {
    if let number { field(number) } else { emptyField() }
  }
}
