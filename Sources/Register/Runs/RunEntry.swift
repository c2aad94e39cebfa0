import Foundation
import GRDB
public import Model

/// A scoring run as the register keeps it; its lines are `ResultEntry`s.
public struct RunEntry: Sendable {
  /// The short name: the first digits of the digest.
  public let id: String
  /// The digest.
  public let digest: String
  /// The policy's id.
  public let policy: String
  /// The policy's source, so that the run can be explained when the policy has changed.
  public let policySource: [UInt8]
  /// The date of evaluation.
  public let asOf: CivilDate
  /// The seed of the lot, if one was drawn.
  public let seed: String?
  /// The only office that was scored, where it was only one.
  public let officeCode: String?
  /// How many are eligible, pending and ineligible.
  public let totals: [Verdict: Int]

  /// A run that is to be stored.
  public init(
    id: String, digest: String, policy: String, policySource: [UInt8], asOf: CivilDate,
    seed: String?, officeCode: String?, totals: [Verdict: Int]
  ) {
    self.id = id
    self.digest = digest
    self.policy = policy
    self.policySource = policySource
    self.asOf = asOf
    self.seed = seed
    self.officeCode = officeCode
    self.totals = totals
  }

  init?(_ row: Row) {
    guard let asOf = CivilDate(number: row["as_of"]) else { return nil }
    self.init(
      id: row["id"], digest: row["digest"], policy: row["policy"],
      policySource: [UInt8](row["policy_source"] as Data), asOf: asOf, seed: row["seed"],
      officeCode: row["office_code"],
      totals: Dictionary(uniqueKeysWithValues: Verdict.allCases.map { ($0, row[$0.id]) }))
  }
}

extension Register {
  /// The run that a reference names; see `Reference`.
  /// - Throws: `RegisterError.runUnknown`, `.ambiguous`.
  public func run(_ reference: String) throws -> RunEntry {
    let run = try read { try Reference(reference, to: .run).row(in: $0).flatMap(RunEntry.init) }
    guard let run else { throw RegisterError.runUnknown(id: reference) }
    return run
  }

  /// The runs in the order in which they were stored.
  public func runs() throws -> [RunEntry] {
    try read { try $0.rows("SELECT * FROM run ORDER BY first_result, id") }
      .compactMap(RunEntry.init)
  }

  /// The batches that a run is over.
  public func batches(ofRun id: String) throws -> [Int64] {
    try read {
      try $0.values("SELECT batch_id FROM run_batch WHERE run_id = \(id) ORDER BY batch_id")
    }
  }

  /// Calls back with every applicant of a stored run, whatever became of the row since.
  /// - Parameter office: only this office's, where one is named.
  public func forEachApplicant(
    ofRun id: String, office: String? = nil, _ body: (_ id: UInt32, _ cell: ApplicantCells) -> Void
  ) throws {
    try read { database in
      let ids = try Self.applicants(ofRun: id, office: office, in: database)
      try database.applicants.walk(ids.sorted(), body)
    }
  }

  /// One applicant of a run, by application number.
  /// - Throws: `RegisterError.applicantUnknown`.
  public func applicant(_ number: String, inRun id: String) throws -> (ApplicantEntry, ResultEntry)
  {
    try read { database in
      let applicants = database.applicants
      for candidate in try KeyBlocks.ids(of: number, in: database) {
        guard let row = try applicants[candidate], row.applicationNo == number,
          let result = try Self.result(
            of: row.id, inRun: id, office: row.officeCode, in: database)
        else { continue }
        return (try Self.entry(of: row, in: database), result)
      }
      throw RegisterError.applicantUnknown(number: number)
    }
  }
}
