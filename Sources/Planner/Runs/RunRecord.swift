import Foundation
import Model
import Policy
import Register
import Reporting
import Scoring

/// `run.json`: what a run rests on and what it came to, without a person in it.
struct RunRecord: Encodable {
  struct File: Encodable {
    let name: String
    let kind: String
    let sha256: String
    let encoding: String
    let read: Int
    let accepted: Int
    let rejected: Int
    let duplicate: Int
    let filledRows: Int
    let leftOut: [LeftOutRows]
  }

  /// A file that could not be taken at all.
  struct Refused: Encodable {
    let name: String
    let code: String
    let reason: String
  }

  struct Setting: Encodable {
    let name: String
    let value: String
    let basis: String
    let example: Bool
  }

  struct Totals: Encodable {
    let eligible: Int
    let pending: Int
    let ineligible: Int
    let tied: Int
  }

  /// How much is open, and how much of it could change who is above the line.
  struct Open: Encodable {
    let criteria: Int
    let applicants: Int
    let verifyFirst: Int
  }

  let run: String
  let digest: String
  let policy: String
  let policySha256: String
  let asOf: String
  let seed: String?
  let files: [File]
  let refused: [Refused]?
  let parameters: [Setting]
  let localSettings: [String]
  let totals: Totals
  let open: Open?

  init(
    _ run: ScoringRun, _ files: [FileEntry],
    failures: [(name: String, why: any ExplainedError)] = [], parameters: [Parameter],
    margins: [OfficeMargin]
  ) {
    self.run = run.id
    digest = run.digestHex
    policy = run.rules.policyID
    policySha256 = RunDigest.policyDigest(run.policy)
    asOf = run.rules.date.iso
    seed = run.seed
    // By name: the record does not depend on the order in which the files were given.
    self.files = files.sorted { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }.map {
      entry in
      File(
        name: entry.name, kind: entry.kind, sha256: entry.sha256, encoding: entry.encoding,
        read: entry.reconciliation.read, accepted: entry.reconciliation.accepted,
        rejected: entry.reconciliation.rejected, duplicate: entry.reconciliation.duplicate,
        filledRows: entry.reconciliation.filledRows, leftOut: entry.reconciliation.leftOut)
    }
    refused =
      failures.isEmpty
      ? nil : failures.map { Refused(name: $0.name, code: $0.why.code, reason: $0.why.happened.zh) }
    self.parameters = parameters.map { parameter in
      let basis =
        switch parameter.basis {
        case .clause(let number): number
        case .local: "local"
        }
      return Setting(
        name: parameter.name, value: parameter.value.written, basis: basis,
        example: parameter.isExample)
    }
    localSettings = run.rules.localSettings.map(\.id)
    totals = Totals(
      eligible: run.totals[.eligible] ?? 0, pending: run.totals[.pending] ?? 0,
      ineligible: run.totals[.ineligible] ?? 0, tied: run.tiedCount)
    open =
      margins.isEmpty
      ? nil
      : Open(
        criteria: margins.reduce(0) { $0 + $1.openCriteria },
        applicants: margins.reduce(0) { $0 + $1.openApplicants },
        verifyFirst: margins.reduce(0) { $0 + $1.verifyFirst.count })
  }

  /// The record as JSON with its keys in order.
  var json: [UInt8] {
    get throws { try Self.encode(self) }
  }

  static func encode(_ value: some Encodable) throws -> [UInt8] {
    let encoder = JSONEncoder()
    encoder.keyEncodingStrategy = .convertToSnakeCase
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    return Array(try encoder.encode(value)) + [UInt8(ascii: "\n")]
  }
}

/// `counts.json`: how the applicants' rows add up and how many break each rule.
struct BatchCounts: Encodable {
  let read: Int
  let accepted: Int
  let rejected: Int
  let held: Int
  let rules: [String: Int]

  init(_ intake: ImportReport) {
    var sums = Reconciliation()
    for entry in intake.files.compactMap(\.entry) where entry.kind == "applicants" {
      sums += entry.reconciliation
    }
    (read, accepted, rejected) = (sums.read, sums.accepted, sums.rejected)
    held = sums.duplicate
    rules = Dictionary(
      uniqueKeysWithValues: zip(FindingCode.allCases.map(\.rawValue), intake.ruleCounts))
  }

  /// The counts as JSON with their keys in order.
  var json: [UInt8] {
    get throws { try RunRecord.encode(self) }
  }
}
