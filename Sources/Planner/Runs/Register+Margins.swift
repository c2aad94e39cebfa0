import Model
import Policy
public import Register
public import Reporting
import Scoring

extension Register {
  /// Says of a stored run whom to verify first, because it could change who is chosen.
  /// - Parameter office: only this office, where one is named.
  /// - Throws: `StoredRunError`; `RegisterError`.
  public func verifyFirst(_ reference: String, office: String? = nil) throws -> MarginAnswer {
    try margins(reference, office: office).answer
  }

  /// Says of a stored run which local settings and open facts decide who is above the line.
  /// - Parameter office: only this office's margin, where one is named.
  /// - Throws: `StoredRunError`; `RegisterError`, `ScoringError`, `PolicyError`.
  public func analyseSensitivity(_ reference: String, office: String? = nil) throws
    -> SensitivityAnswer
  {
    let (answer, scored) = try margins(reference, office: office)
    return SensitivityAnswer(answer, try Sensitivity(of: scored))
  }

  private func margins(
    _ reference: String, office: String?
  ) throws -> (answer: MarginAnswer, scored: ScoredApplicants) {
    let run = try run(reference)
    let made = try ScoringRun(stored: run, of: self)
    let scored = try made.scored(places: try places())
    let margins = try scored.margins()
    guard !margins.isEmpty else { throw StoredRunError.noLine(run: run.id) }
    let shown = margins.filter { office == nil || $0.office.code == office }
    if let office {
      guard made.list.offices.contains(where: { made.offices.offices[$0.office].code == office })
      else { throw StoredRunError.officeAbsent(code: office, run: run.id) }
      if shown.isEmpty { throw StoredRunError.noLine(run: run.id) }
    }
    let answer = MarginAnswer(
      run: run.id, made.rules, shown,
      officesWithoutLine: office == nil ? made.list.offices.count - margins.count : 0)
    return (answer, scored)
  }
}
