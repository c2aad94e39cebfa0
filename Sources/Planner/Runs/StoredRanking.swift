public import Model
public import Register
public import Reporting
import Scoring
import Tabular

/// A stored run's list, written again from the register.
public struct StoredRanking {
  /// How the list is written.
  public enum Format: String, Sendable, CaseIterable {
    /// A sheet for other programs.
    case csv
    /// One office's workbook.
    case xlsx
    /// The summary page.
    case html
    /// One object a line of the list.
    case json
  }

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

  /// Writes the list to a file, or to `-`, the standard output.
  ///
  /// - Parameter masksNames: whether names show their first character only, in a sheet or as JSON.
  /// - Throws: `TabularError`, `RegisterError`; `RankingError` where a workbook is asked for and no
  ///   single office is named.
  public func write(
    _ format: Format, to path: String, masksNames: Bool, language: Language
  ) throws {
    switch format {
    case .csv: try writeSheet(to: path, masksNames)
    case .json:
      try answer(masksNames: masksNames).write(asJSON: true, Wording(language), to: path)
    case .html, .xlsx:
      guard !masksNames else { throw RankingError.notMasked(format) }
      let replayed = try ScoringRun(replaying: run, of: register)
      let reports = try Reports(
        run: replayed, batches: register.batches(ofRun: run.id), register: register)
      if format == .html {
        let page = SummaryView(try reports.summary(), language: language).html
        try OutputFile.write(Array(page.utf8), to: path)
        return
      }
      let ranges = replayed.list.offices.filter {
        office == nil || replayed.offices.offices[$0.office].code == office
      }
      guard path != "-", ranges.count == 1 else { throw RankingError.oneOffice(ranges.count) }
      try reports.workbook(ranges[0]).write(to: path, language: language)
    }
  }

  private func writeSheet(to path: String, _ masksNames: Bool) throws {
    let offices = try register.officeTable()
    var sheet = try RankingSheet.begun(run: run.id, to: path)
    var office = ""
    try register.forEachResult(ofRun: run.id, office: self.office) { line in
      if line.officeCode != office {
        office = line.officeCode
        let name = offices.index(ofCode: office).map { offices.offices[$0].name } ?? ""
        sheet.begin(code: office, name: name)
      }
      if !sheet.knows(line.result.outcomes) {
        sheet.learn(line.result.outcomes, reasons: line.reasons, working: line.working)
      }
      var number = line.applicationNo
      var name = masksNames ? PersonName.masked(line.name) : line.name
      try number.withUTF8 { number in
        try name.withUTF8 { name in
          try sheet.line(line.result, number: number, name: name)
        }
      }
    }
    try sheet.finish()
  }

  /// The list as a program reads it.
  /// - Throws: `RegisterError`.
  public func answer(masksNames: Bool) throws -> RankingAnswer {
    var lines: [RankingAnswer.Line] = []
    try register.forEachResult(ofRun: run.id, office: office) { line in
      lines.append(
        RankingAnswer.Line(
          officeCode: line.officeCode, applicationNo: line.applicationNo,
          name: masksNames ? PersonName.masked(line.name) : line.name, line.result.assessment,
          line.result.placement, reasons: line.reasons.split(separator: ";").map(String.init)))
    }
    return RankingAnswer(
      run: run.id, digest: run.digest, policy: run.policy, asOf: run.asOf, lines)
  }
}

/// Why a list cannot be written as asked.
public enum RankingError: ExplainedError, Hashable {
  /// A workbook holds one office, and a file must be named for it.
  case oneOffice(Int)
  /// Pages and workbooks are for the bureau itself and show full names.
  case notMasked(StoredRanking.Format)

  /// What the error says.
  public var explanation: ErrorExplanation {
    switch self {
    case .oneOffice(let count):
      .init(
        "one_office", .usage, "一个工作簿只放一个街道的名单，这里有 \(count) 个街道，或没有写 \(.output)",
        "A workbook holds one office; there are \(count), or \(.output) is not given",
        why: "各街道只应看到自己的名单。", "An office should see its own list only.",
        toDo: "请加 \(.officeAndWorkbook)。", "Add \(.officeAndWorkbook).")
    case .notMasked(let format):
      .init(
        "not_masked", .usage, "\(format.rawValue) 格式显示全名", "\(format.rawValue) shows full names",
        why: "对外的名单要隐去姓名。", "A list for others masks the names.",
        toDo: "\(.publicList) 请配 \(.format) csv 或 json。",
        "Use \(.publicList) with \(.format) csv or json.")
    }
  }
}
