import Model
public import Policy
public import Register
public import Scoring

/// A stored run looked at near its line: who could still change sides, and what would change them.
public struct RunMargins: Sendable {
  /// The run.
  public let run: RunEntry
  /// The rules that it used.
  public let rules: RuleSet
  /// The margins, by office; only offices that have a line.
  public let offices: [OfficeMargin]
  /// How many offices of the run have no line.
  public let officesWithoutLine: Int
  private let scored: ScoredApplicants

  /// Looks at a run.
  /// - Parameter office: only this office, where one is named.
  /// - Throws: `StoredRunError`; `RegisterError`.
  public init(_ prefix: String, office: String?, of register: Register) throws {
    run = try register.run(prefix)
    let made = try ScoringRun(stored: run, of: register)
    rules = made.rules
    scored = try made.scored(places: try register.places())
    let margins = try scored.margins()
    guard !margins.isEmpty else { throw StoredRunError.noLine(run: run.id) }
    offices = margins.filter { office == nil || $0.office.code == office }
    guard let office else {
      officesWithoutLine = made.list.offices.count - margins.count
      return
    }
    officesWithoutLine = 0
    guard made.list.offices.contains(where: { made.offices.offices[$0.office].code == office })
    else { throw StoredRunError.officeAbsent(code: office, run: run.id) }
    if offices.isEmpty { throw StoredRunError.noLine(run: run.id) }
  }

  /// Which local settings would change who is above the line.
  /// - Throws: `ScoringError`, `PolicyError`.
  public func sensitivity() throws -> Sensitivity { try Sensitivity(of: scored) }
}
