import Intake
import Model
import Policy
import Register
import Reporting
import Scoring
import Staffing

extension RunReport {
  /// Looks at a run with the places and the caseload that a register knows.
  init(_ run: ScoringRun, of register: Register) throws {
    let plan = try register.plan(run.rules)
    try self.init(
      id: run.id, run.scored(places: register.places()), plan: plan.offices.isEmpty ? nil : plan,
      objections: register.standingObjections(),
      confirmation: register.confirmationState(ofRun: run.id))
  }

  /// The summary of the run.
  /// - Parameters:
  ///   - batches: those that its applicants came with.
  ///   - files: the only files that count, where they are named.
  ///   - failures: files that could not be taken at all, and why.
  func summary(
    ofBatches batches: [Int64], files: Set<Int64>? = nil,
    failures: [(name: String, why: any ExplainedError)] = [], of register: Register,
    language: Language
  ) throws -> SummaryPage {
    try SummaryPage(
      self,
      files: try batches.flatMap { try register.files(ofBatch: $0) }
        .filter { files?.contains($0.id) ?? true }.map(FileAnswer.init)
        + failures.map { FileAnswer(file: $0.name, failure: $0.why) },
      collisions: try Self.collisions(ofBatches: batches, of: register),
      rejections: try batches.flatMap { try register.rejections(ofBatch: $0, limit: 10) }.map {
        SummaryPage.Rejection(
          $0.code, wrong: $0.code.wrong, remedy: $0.code.remedy, rows: $0.first, total: $0.count)
      }, language: language, sources: register.sources(of:))
  }

  /// Held rows that belong together, in the order of their files and rows, not of their arrival.
  private static func collisions(
    ofBatches batches: [Int64], of register: Register
  ) throws -> [SummaryPage.Collision] {
    var groups: [UInt32: (code: FindingCode, rows: Set<UInt32>)] = [:]
    for pair in try batches.flatMap({ try register.collisions(ofBatch: $0) }) {
      let first = min(pair.row, pair.other)
      groups[first, default: (pair.code, [first])].rows.formUnion([pair.row, pair.other])
    }
    let sources = try register.sources(of: groups.values.flatMap(\.rows))
    return groups.values
      .map { group in (group.code, group.rows.compactMap { sources[$0] }.sorted()) }
      .sorted { one, other in one.1.lexicographicallyPrecedes(other.1) }
      .map(SummaryPage.Collision.init)
  }
}
