import Model
public import Register
import Scoring

/// A stored run made again, and the first line in which it differs, if it does.
public struct Replay: Sendable {
  /// A line of the list that is not what was stored.
  public struct Difference: Sendable, Hashable {
    /// The line's place in the list, from 1.
    public let line: Int
    /// The application number, of the stored line where there is one.
    public let applicationNo: String
    /// What the stored line says; nothing where it ends before.
    public let stored: String?
    /// What the line says now; nothing where it ends before.
    public let replayed: String?
  }

  /// The run as it is stored.
  public let run: RunEntry
  /// The digest, worked out anew.
  public let digest: String
  /// The first line that differs; nothing where the lists are the same, although a fact that the
  /// rules read may not be.
  public let difference: Difference?

  /// Whether the run is what was stored.
  public var isSame: Bool { digest == run.digest }

  /// Makes a run again.
  /// - Throws: `RegisterError`, `PolicyError`, `ScoringError`.
  public init(_ prefix: String, of register: Register) throws {
    run = try register.run(prefix)
    let made = try ScoringRun(replaying: run, of: register)
    digest = made.digestHex
    difference =
      digest == run.digest ? nil : try Self.difference(between: run, and: made, of: register)
  }

  private static func difference(
    between run: RunEntry, and made: ScoringRun, of register: Register
  ) throws -> Difference? {
    var lines = made.lines()
    var place = 0
    var found: Difference?
    try register.forEachResult(ofRun: run.id) { stored in
      guard found == nil else { return }
      place += 1
      let line = Line(stored)
      let now = lines.next()
      if now?.text.utf8.elementsEqual(line.text.utf8) == true { return }
      found = Difference(
        line: place, applicationNo: line.applicationNo, stored: line.text, replayed: now?.text)
    }
    if found == nil, let more = lines.next() {
      found = Difference(
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
