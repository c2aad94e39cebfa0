import Model
public import Register
public import Reporting
import Scoring

extension Register {
  /// Counts a stored run's applicants by groups.
  /// - Parameters:
  ///   - ages: the ages at which a band begins, ascending.
  ///   - minimum: groups with fewer people are withheld.
  /// - Throws: `StoredRunError.differs`; `RegisterError`.
  public func monitor(_ reference: String, ages: [Int], withholdBelow minimum: Int) throws
    -> MonitoringAnswer
  {
    let run = try run(reference)
    let made = try ScoringRun(stored: run, of: self, gathering: Monitoring.fields)
    let places = try places()
    return MonitoringAnswer(
      run: run.id,
      Monitoring(of: try made.scored(places: places), ages: ages, minimum: minimum),
      hasLine: made.list.offices.contains { places[made.offices.offices[$0.office].code] != nil })
  }
}
