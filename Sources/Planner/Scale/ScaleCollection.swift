import Foundation
import Model
import Policy
public import Register
public import Reporting
import Scoring

extension Register {
  /// Takes an engine's results in, checked against everything that is known here, and keeps the run.
  /// - Throws: `ScaleError`; `PolicyError`, `ScoringError`, `RegisterError`. Nothing is kept then.
  public func collectResults(from folder: String) throws -> ScoreAnswer {
    let run = try ScaleCollection(folder, for: self).run
    try run.store(in: self)
    return run.answer(places: try places())
  }
}

/// The answers of an engine, checked and made a run.
///
/// An answer is the line that `policy sql` defines: office, rank, applicant, verdict, tier, points,
/// criteria met. SQL returns no working, no unmet criterion, no tie and nothing of what decided; these
/// are worked out here from the register's facts, and with them the whole line once more. Every line
/// that came back must be that line, so nothing is believed that was not checked.
public struct ScaleCollection: Sendable {
  /// The run: what `score` gives on the same facts.
  public let run: ScoringRun
  /// How many files of answers were read.
  public let parts: Int

  /// Takes the answers in; the register is not changed until the run is stored.
  /// - Throws: `ScaleError`; `PolicyError`, `ScoringError`, `RegisterError`.
  public init(_ folder: String, for register: Register) throws {
    let manifest = try ScaleManifest(folder: folder)
    let answers = try ScaleAnswers(folder: folder + "/results")
    let run = try Self.run(manifest, folder, register)
    try Self.checkFacts(manifest, run)
    var lines = ResultLines(try Scorer(run.rules))
    for range in run.list.offices {
      let office = run.offices.offices[range.office].code
      var expected: [[UInt8]] = []
      expected.reserveCapacity(range.entries.count)
      for entry in run.list.entries[range.entries] {
        var line: [UInt8] = []
        lines.append(entry, office: office, run.columns, run.evaluation, to: &line)
        line.removeLast()
        expected.append(line)
      }
      try answers.check(office: office, against: expected)
    }
    try answers.checkOffices(are: Set(run.list.offices.map { run.offices.offices[$0.office].code }))
    self.run = run
    parts = answers.fileCount
  }

  private static func run(
    _ manifest: ScaleManifest, _ folder: String, _ register: Register
  ) throws -> ScoringRun {
    let path = folder + "/" + ScaleManifest.policyName
    guard let data = FileManager.default.contents(atPath: path) else {
      throw ScaleError.absent(path: path)
    }
    guard let policy = try? PolicyPack(canonicalBytes: Array(data)),
      RunDigest.policyDigest(policy) == manifest.xieguan.policySHA256,
      let day = CivilDate(iso: manifest.xieguan.asOf)
    else { throw ScaleError.foreign(path: path) }
    return try ScoringRun(
      over: register, policy: policy, asOf: day, officeCode: manifest.xieguan.officeCode)
  }

  /// The register must give the exported files again, byte for byte.
  private static func checkFacts(_ manifest: ScaleManifest, _ run: ScoringRun) throws {
    guard run.columns.count == manifest.xieguan.applicants else {
      throw ScaleError.applicantsChanged(
        exported: manifest.xieguan.applicants, now: run.columns.count)
    }
    let exported = manifest.parts
    let parts = ScaleParts(
      run.columns, offices: run.offices, scorer: try Scorer(run.rules),
      sizes: exported.compactMap(\.rows))
    let hashes = try parts.mapInParallel { ScaleExport.hash($1) }
    for (number, part) in exported.enumerated()
    where number >= hashes.count || part.hash != hashes[number] {
      throw ScaleError.factsChanged(part: part.path, offices: part.offices ?? [])
    }
  }
}
