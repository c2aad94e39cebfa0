import Foundation
import Intake
public import Model
public import Policy
public import Register
public import Reporting
public import Scoring

/// A scoring run: everybody that the rules were applied to, and what came of it.
public struct ScoringRun: Sendable {
  /// The policy.
  public let policy: PolicyPack
  /// Its rules on the day of evaluation.
  public let rules: RuleSet
  /// The seed of the lot, if ties were to be settled.
  public let seed: String?
  /// The only office that was scored, where it was only one.
  public let officeCode: String?
  /// The applicants.
  public let columns: ApplicantColumns
  /// The offices that `columns` refers to.
  public let offices: OfficeTable
  /// What every rule came to.
  public let evaluation: Evaluation
  /// The ranked list.
  public let list: RankedList
  /// The run's digest, which needs nobody's attention until it is asked for.
  public var digest: RunDigest { digesting.get() }
  private let digesting: Future<RunDigest, Never>

  /// Scores and ranks.
  /// - Parameters:
  ///   - left: rows that take no part.
  ///   - check: asked now and then; ends the work by throwing.
  /// - Throws: `ScoringError`, and what `check` throws.
  public init(
    policy: PolicyPack, rules: RuleSet, columns: ApplicantColumns, offices: OfficeTable,
    leavingOut left: Set<UInt32> = [], officeCode: String? = nil, seed: String? = nil,
    checking check: () throws -> Void = {}
  ) throws {
    self.policy = policy
    self.rules = rules
    self.offices = offices
    self.seed = seed
    self.officeCode = officeCode
    let scorer = try Scorer(rules)
    var columns = columns
    var evaluation = try scorer.evaluate(columns)
    try check()
    var list = try RankedList(evaluation, of: columns, rules: rules, leavingOut: left, seed: seed)
    try check()
    list.layOut(&columns, &evaluation)
    self.columns = columns
    self.evaluation = evaluation
    self.list = list
    digesting = Future { [columns, evaluation, list] in
      RunDigest(
        policy: policy, rules: rules, seed: seed, columns: columns, fields: scorer.fields,
        offices: offices, evaluation: evaluation, list: list)
    }
  }

  /// Scores what the register holds.
  /// - Throws: `PolicyError`, `ScoringError`, `RegisterError`.
  public init(
    over register: Register, policy: PolicyPack, asOf: CivilDate, officeCode: String? = nil,
    seed: String? = nil
  ) throws {
    let rules = try policy.rules(on: asOf)
    let offices = try register.officeTable()
    let accepted = try register.batches().filter { $0.withdrawnAt == nil }
      .reduce(0) { $0 + $1.total.accepted }
    var facts = StoredFacts(
      fields: try Scorer(rules).fields, offices: offices,
      expecting: officeCode == nil ? accepted : 0)
    try register.forEachAccepted(office: officeCode) { id, cell in
      facts.append(id: id, cell: cell)
    }
    var columns = try facts.columns
    try MarkSheets(of: register, rules).apply(to: &columns)
    try self.init(
      policy: policy, rules: rules, columns: columns, offices: offices, officeCode: officeCode,
      seed: seed)
  }

  /// Makes a stored run again from the rows, the policy and the seed that it keeps.
  ///
  /// The digest is worked out anew; where it differs from the stored one, something has changed.
  /// - Parameters:
  ///   - policy: another policy to apply to the same applicants on the same day.
  ///   - fields: facts to gather besides those that the rules read.
  ///   - office: only this office's part, whose digest is its own.
  /// - Throws: `StoredRunError.erased`, `PolicyError`, `ScoringError`, `RegisterError`.
  public init(
    replaying run: RunEntry, of register: Register, under policy: PolicyPack? = nil,
    gathering fields: [ApplicantField] = [], office: String? = nil
  ) throws {
    if let erasure = try register.erasure(inRun: run.id) {
      throw StoredRunError.erased(run: run.id, erasure)
    }
    let policy = try policy ?? PolicyPack(canonicalBytes: run.policySource)
    let rules = try policy.rules(on: run.asOf)
    let offices = try register.officeTable()
    let read = Set(try Scorer(rules).fields + fields)
    var facts = StoredFacts(
      fields: ApplicantField.allCases.filter(read.contains), offices: offices,
      expecting: office == nil ? run.totals.values.reduce(0, +) : 0)
    try register.forEachApplicant(ofRun: run.id, office: office) { id, cell in
      facts.append(id: id, cell: cell)
    }
    var columns = try facts.columns
    try MarkSheets(of: register, rules, run: Self.withMarks(run) ? run.id : nil)
      .apply(to: &columns)
    try self.init(
      policy: policy, rules: rules, columns: columns, offices: offices,
      officeCode: run.officeCode, seed: run.seed)
  }

  /// Whether a stored run is over sheets of marks: under a policy that reads none it says nothing of
  /// them, and another policy sees those that count now.
  private static func withMarks(_ run: RunEntry) throws -> Bool {
    try !PolicyPack(canonicalBytes: run.policySource).rules(on: run.asOf).markFacts.isEmpty
  }

  /// The run as the deciding rooms look at it.
  /// - Parameter places: how many each office hires, by code.
  func scored(places: [String: Int]) throws -> ScoredApplicants {
    try ScoredApplicants(
      policy: policy, rules: rules, seed: seed, columns: columns, offices: offices,
      evaluation: evaluation, list: list, places: places)
  }

  /// What the run came to.
  /// - Parameter places: how many each office hires, by code; without it there is no line.
  public func answer(places: [String: Int]) -> ScoreAnswer {
    ScoreAnswer(
      run: id, digest: digestHex, policy: rules.policyID, asOf: rules.date, seed: seed,
      totals: totals, tied: tiedCount, tiesAtTheLine: tiesAtTheLine(places))
  }

  /// How many offices have a tie that decides who gets a place: equals on both sides of the line.
  /// - Parameter places: how many each office hires, by code; without it there is no line.
  public func tiesAtTheLine(_ places: [String: Int]) -> Int {
    list.offices.count { range in
      guard let count = places[offices.offices[range.office].code], count > 0,
        count < range.entries.count
      else { return false }
      let last = list.entries[range.entries.lowerBound + count - 1]
      let next = list.entries[range.entries.lowerBound + count]
      return last.placement.rank != nil && last.placement.rank == next.placement.rank
    }
  }

  /// The run's short name.
  public var id: String { digest.id }

  /// The run's digest in lower-case hex.
  public var digestHex: String { digest.hex }

  /// How many have each verdict.
  public var totals: [Verdict: Int] {
    var totals = [Int](repeating: 0, count: Verdict.allCases.count)
    for entry in list.entries {
      totals[Int(evaluation[Int(entry.index)].assessment.verdict.rawValue)] += 1
    }
    return Dictionary(uniqueKeysWithValues: Verdict.allCases.map { ($0, totals[Int($0.rawValue)]) })
  }

  /// How many share their rank with somebody.
  public var tiedCount: Int { list.entries.count(where: \.placement.isTied) }

  /// A line of the list as the register keeps it.
  func result(_ entry: RankedList.Entry) -> ResultEntry {
    let index = Int(entry.index)
    let pattern = evaluation[index]
    return ResultEntry(
      applicantID: columns.ids[index], outcomes: pattern.outcomes, assessment: pattern.assessment,
      placement: entry.placement)
  }

  /// Keeps the run in the register.
  /// - Parameter batches: the batches that it is over; all, where nothing is said.
  /// - Throws: `RegisterError`.
  public func store(in register: Register, batches: [Int64]? = nil) throws {
    let wording = try ReasonWording(Scorer(rules))
    var isListed = [Bool](repeating: false, count: evaluation.patterns.count)
    for entry in list.entries { isListed[evaluation.place(at: Int(entry.index))] = true }
    let patterns = evaluation.patterns.indices.filter { isListed[$0] }
      .map { evaluation.patterns[$0].outcomes }
    let reasons = Dictionary(
      uniqueKeysWithValues: patterns.map {
        ($0, (reasons: wording.reasons($0), working: wording.working($0)))
      })
    try register.store(
      results: list.entries.lazy.map(result),
      person: { line, take in
        let index = Int(list.entries[line].index)
        columns.applicationNumbers.withBytes(at: index) { number in
          columns.names.withBytes(at: index) { take(number, $0) }
        }
      },
      offices: list.offices.map {
        let office = offices.offices[$0.office]
        return (office.code, office.name, $0.entries.count)
      },
      reasons: reasons, batches: batches, withMarks: !rules.markFacts.isEmpty
    ) {
      RunEntry(
        id: digest.id, digest: digest.hex, policy: rules.policyID,
        policySource: policy.canonicalBytes, asOf: rules.date, seed: seed, officeCode: officeCode,
        totals: totals)
    }
  }
}
