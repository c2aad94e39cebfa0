public import Model
import Policy
public import Register
import Reporting
import Scoring
import Tabular

/// How a run's list is written.
public enum RankingFormat: String, Sendable, CaseIterable {
  /// A sheet for other programs.
  case csv
  /// One office's workbook.
  case xlsx
  /// The summary page.
  case html
  /// One object.
  case json
}

extension Register {
  /// Writes a stored run's list to a file, or to `-`, the standard output.
  /// - Parameters:
  ///   - office: only this office's part, where one is named.
  ///   - masksNames: whether names show their first character only, in a sheet or as JSON.
  /// - Throws: `TabularError`, `RegisterError`; `RankingError` where a workbook is asked for and no
  ///   single office is named.
  public func writeRanking(
    _ reference: String, office: String?, as format: RankingFormat, to path: String,
    masksNames: Bool, language: Language
  ) throws {
    let run = try run(reference)
    switch format {
    case .csv:
      // Marks are no part of what is stored of a result; they come of the facts.
      if try PolicyPack(canonicalBytes: run.policySource).rules(on: run.asOf).mark != nil {
        let again = try ScoringRun(replaying: run, of: self)
        try RankingSheet.write(
          again, office: office, masksNames: masksNames,
          confirmation: confirmationState(ofRun: run.id),
          objections: masksNames ? [:] : standingObjections(), to: path)
      } else {
        try writeSheet(run, office, to: path, masksNames)
      }
    case .json:
      try ranking(run, office, masksNames).write(asJSON: true, Wording(language), to: path)
    case .html, .xlsx:
      guard !masksNames else { throw RankingError.notMasked(format) }
      let replayed = try ScoringRun(replaying: run, of: self)
      let report = try RunReport(replayed, of: self)
      if format == .html {
        let page = try report.summary(
          ofBatches: batches(ofRun: run.id), of: self, language: language)
        return try OutputFile.write(Array(page.html.utf8), to: path)
      }
      let ranges = replayed.list.offices.filter {
        office == nil || replayed.offices.offices[$0.office].code == office
      }
      guard path != "-", ranges.count == 1 else { throw RankingError.oneOffice(ranges.count) }
      try OfficeWorkbook(report, ranges[0], sources: sources(of:)).write(
        to: path, language: language)
    }
  }

  private func writeSheet(
    _ run: RunEntry, _ office: String?, to path: String, _ masksNames: Bool
  ) throws {
    // What is masked is for others, who need not know what a bureau has written.
    var sheet = try RankingSheet.begun(
      run: run.id, confirmation: confirmationState(ofRun: run.id),
      objections: masksNames ? [:] : standingObjections(), to: path)
    var current = ""
    var places: [OutcomePattern: Int] = [:]
    try forEachResult(ofRun: run.id, office: office) { line in
      if line.officeCode != current {
        current = line.officeCode
        try sheet.begin(code: current, name: line.officeName)
      }
      let place =
        try places[line.result.outcomes]
        ?? sheet.learn(line.result.assessment, reasons: line.reasons, working: line.working)
      places[line.result.outcomes] = place
      var number = line.applicationNo
      var name = masksNames ? PersonName.masked(line.name) : line.name
      try number.withUTF8 { number in
        try name.withUTF8 { name in
          try sheet.line(line.result, place, number: number, name: name)
        }
      }
    }
    try sheet.finish()
  }

  private func ranking(
    _ run: RunEntry, _ office: String?, _ masksNames: Bool
  ) throws -> RankingAnswer {
    let rules = try PolicyPack(canonicalBytes: run.policySource).rules(on: run.asOf)
    var marks: [UInt32: MarkWorking] = [:]
    if rules.mark != nil {
      let again = try ScoringRun(replaying: run, of: self, office: office)
      for index in 0..<again.columns.count {
        let points = again.evaluation[index].assessment.points
        marks[again.columns.ids[index]] = again.columns.mark(at: index, rules, points: points)
      }
    }
    let objections = masksNames ? [:] : try standingObjections()
    var lines: [RankingAnswer.Line] = []
    try forEachResult(ofRun: run.id, office: office) { line in
      lines.append(
        RankingAnswer.Line(
          officeCode: line.officeCode, applicationNo: line.applicationNo,
          name: masksNames ? PersonName.masked(line.name) : line.name, line.result.assessment,
          line.result.placement, reasons: line.reasons.split(separator: ";").map(String.init),
          mark: marks[line.result.applicantID],
          objections: objections[line.applicationNo] ?? []))
    }
    return RankingAnswer(
      run: run.id, digest: run.digest, policy: run.policy, asOf: run.asOf,
      confirmation: try confirmationState(ofRun: run.id), lines)
  }
}
