import Model
public import Register
public import Reporting
import Scoring

extension Register {
  /// Makes a stored run again and compares it with what was stored.
  /// - Throws: `RegisterError`, `PolicyError`, `ScoringError`.
  public func replay(_ reference: String) throws -> ReplayAnswer {
    let run = try run(reference)
    let made = try ScoringRun(replaying: run, of: self)
    return ReplayAnswer(
      run: run.id, digest: run.digest, replayed: made.digestHex,
      difference: made.digestHex == run.digest ? nil : try difference(between: run, and: made))
  }

  private func difference(
    between run: RunEntry, and made: ScoringRun
  ) throws -> ReplayAnswer.Difference? {
    var lines = made.lines()
    var place = 0
    var found: ReplayAnswer.Difference?
    try forEachResult(ofRun: run.id) { stored in
      guard found == nil else { return }
      place += 1
      let line = Line(stored)
      let now = lines.next()
      if now?.text.utf8.elementsEqual(line.text.utf8) == true { return }
      found = ReplayAnswer.Difference(
        line: place, applicationNo: line.applicationNo, stored: line.text, replayed: now?.text)
    }
    if found == nil, let more = lines.next() {
      found = ReplayAnswer.Difference(
        line: place + 1, applicationNo: more.applicationNo, stored: nil, replayed: more.text)
    }
    return found
  }
}

/// A line of a list as one text.
private struct Line {
  let applicationNo: String
  let text: String

  init(_ stored: Register.ListedResult) {
    self.init(stored.applicationNo, stored.officeCode, stored.result)
  }

  init(_ applicationNo: String, _ office: String, _ result: ResultEntry) {
    self.applicationNo = applicationNo
    let (assessment, placement) = (result.assessment, result.placement)
    text = [
      office, applicationNo, assessment.verdict.id, "tier \(assessment.tier ?? 0)",
      "points \(assessment.points)", "rank \(placement.rank ?? 0)", placement.isTied ? "tied" : "",
      placement.decider.id,
    ].filter { !$0.isEmpty }.joined(separator: ", ")
  }
}

extension ScoringRun {
  /// The lines of the list one after another.
  fileprivate func lines() -> some IteratorProtocol<Line> {
    list.offices.lazy.flatMap { range in
      list.entries[range.entries].lazy.map { entry in
        Line(
          columns.applicationNumbers.text(at: Int(entry.index)),
          offices.offices[range.office].code, result(entry))
      }
    }.makeIterator()
  }
}
