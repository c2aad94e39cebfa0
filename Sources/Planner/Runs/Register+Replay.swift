import Model
import Policy
public import Register
public import Reporting
import Scoring

extension Register {
  /// Makes a stored run again and compares it with what was stored: its digest, and every line with
  /// what people read of it.
  ///
  /// - Throws: `RegisterError`, `PolicyError`, `ScoringError`.
  /// - Complexity: that of a score, and a reading of the stored lines.
  public func replay(_ reference: String) throws -> ReplayAnswer {
    let run = try run(reference)
    let made = try ScoringRun(replaying: run, of: self)
    return ReplayAnswer(
      run: run.id, digest: run.digest, replayed: made.digestHex,
      totals: run.totals == made.totals,
      difference: try difference(between: run, and: made))
  }

  private func difference(
    between run: RunEntry, and made: ScoringRun
  ) throws -> ReplayAnswer.Difference? {
    let wording = try ReasonWording(Scorer(made.rules))
    var texts: [OutcomePattern: (reasons: String, working: String)] = [:]
    var lines = made.lines()
    var place = 0
    var found: ReplayAnswer.Difference?
    try forEachResult(ofRun: run.id) { stored in
      guard found == nil else { return }
      place += 1
      let line = lines.next()
      if let line, made.columns.applicationNumbers.equals(stored.applicationNo, at: line.index),
        made.columns.names.equals(stored.name, at: line.index), line.office == stored.officeCode
      {
        let result = made.result(line.entry)
        let outcomes = result.outcomes
        let text =
          texts[outcomes] ?? (wording.reasons(outcomes), wording.working(outcomes))
        texts[outcomes] = text
        if result == stored.result, text == (stored.reasons, stored.working) { return }
      }
      found = ReplayAnswer.Difference(
        line: place, applicationNo: stored.applicationNo, stored: Self.text(stored),
        replayed: line.map { made.text($0, wording) })
    }
    if found == nil, let more = lines.next() {
      found = ReplayAnswer.Difference(
        line: place + 1,
        applicationNo: made.columns.applicationNumbers.text(at: more.index), stored: nil,
        replayed: made.text(more, wording))
    }
    return found
  }

  private static func text(_ stored: ListedResult) -> String {
    text(
      stored.officeCode, stored.applicationNo, stored.name, stored.result, stored.reasons,
      stored.working)
  }

  /// A line of a list as one text.
  fileprivate static func text(
    _ office: String, _ number: String, _ name: String, _ result: ResultEntry, _ reasons: String,
    _ working: String
  ) -> String {
    let (assessment, placement) = (result.assessment, result.placement)
    return [
      office, number, PersonName.masked(name), assessment.verdict.id,
      "tier \(assessment.tier ?? 0)", "points \(assessment.points)",
      "rank \(placement.rank ?? 0)", placement.isTied ? "tied" : "", placement.decider.id, reasons,
      working,
    ].filter { !$0.isEmpty }.joined(separator: ", ")
  }
}

extension ScoringRun {
  /// A line of the list, and whose it is.
  fileprivate struct Line {
    let entry: RankedList.Entry
    let office: String
    var index: Int { Int(entry.index) }
  }

  /// The lines of the list one after another.
  fileprivate func lines() -> some IteratorProtocol<Line> {
    list.offices.lazy.flatMap { range in
      let office = offices.offices[range.office].code
      return list.entries[range.entries].lazy.map { Line(entry: $0, office: office) }
    }.makeIterator()
  }

  fileprivate func text(_ line: Line, _ wording: ReasonWording) -> String {
    let result = result(line.entry)
    return Register.text(
      line.office, columns.applicationNumbers.text(at: line.index),
      columns.names.text(at: line.index), result, wording.reasons(result.outcomes),
      wording.working(result.outcomes))
  }
}

extension TextColumn {
  fileprivate func equals(_ text: String, at index: Int) -> Bool {
    withBytes(at: index) { $0.elementsEqual(text.utf8) }
  }
}
