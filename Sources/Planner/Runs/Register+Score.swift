public import Model
public import Policy
public import Register
public import Reporting

extension Register {
  /// Scores and ranks the accepted applicants; the run is kept as a whole or not at all.
  /// - Parameters:
  ///   - asOf: the day that the rules see.
  ///   - office: only this office's applicants, where one is named.
  ///   - seed: settles ties by lot.
  ///   - listener: hears how far the work has come, and ends it by throwing.
  /// - Throws: `PolicyError`, `ScoringError`, `RegisterError`, and what `listener` throws.
  public func score(
    by policy: PolicyPack, asOf: CivilDate, office: String? = nil, lot seed: String? = nil,
    listener: @escaping WorkListener = { _ in }
  ) throws -> ScoreAnswer {
    let run = try asOne(checking: { try listener(.scoring) }) {
      let run = try ScoringRun(
        over: self, policy: policy, asOf: asOf, officeCode: office, seed: seed)
      guard run.totals.values.contains(where: { $0 > 0 }) else {
        throw StoredRunError.nobodyToScore(office: office)
      }
      try listener(.keeping)
      try run.store(in: self)
      return run
    }
    return run.answer(places: try places())
  }
}
