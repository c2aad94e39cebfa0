import Model
public import Policy
public import Register
public import Reporting
import Scoring

extension Register {
  /// Compares two stored runs; the line is drawn by the places that the register knows now.
  /// - Throws: `StoredRunError.differs` where a run cannot be made again as it was stored.
  public func compare(_ first: String, _ second: String) throws -> ComparisonAnswer {
    let runs = try [run(first), run(second)]
    let fields = try runs.flatMap { run in
      try Scorer(PolicyPack(canonicalBytes: run.policySource).rules(on: run.asOf)).fields
    }
    let made = try runs.map { try ScoringRun(stored: $0, of: self, gathering: fields) }
    return try comparison(made[0], made[1], ids: runs.map(\.id))
  }

  /// Compares what two policies make of a stored run's applicants on its day.
  /// - Throws: `RegisterError`, `PolicyError`, `ScoringError`.
  public func compare(_ first: PolicyPack, _ second: PolicyPack, on reference: String) throws
    -> ComparisonAnswer
  {
    let run = try run(reference)
    let fields = try [first, second].flatMap { try Scorer($0.rules(on: run.asOf)).fields }
    let made = try [first, second].map {
      try ScoringRun(replaying: run, of: self, under: $0, gathering: fields)
    }
    return try comparison(made[0], made[1], ids: [nil, nil])
  }

  private func comparison(
    _ first: ScoringRun, _ second: ScoringRun, ids: [String?]
  ) throws -> ComparisonAnswer {
    let places = try places()
    return ComparisonAnswer(
      .init(run: ids[0], first.rules, seed: first.seed),
      .init(run: ids[1], second.rules, seed: second.seed),
      try RunComparison(from: first.scored(places: places), to: second.scored(places: places)),
      second.offices)
  }
}
