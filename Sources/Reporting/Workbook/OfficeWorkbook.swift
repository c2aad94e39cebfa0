public import Model
public import Scoring
import Staffing

/// What an office is handed: its ranked list, who is not on it and why, its headcount, the rules.
public struct OfficeWorkbook {
  let report: RunReport
  let office: Office
  /// The eligible, in the order of the list.
  let ranked: [RankedApplicant]
  /// The pending, then the ineligible; their `obstacles` say why.
  let unranked: [RankedApplicant]

  /// Puts an office's part of a run together.
  /// - Parameter sources: where rows came from, by their ids.
  /// - Throws: what `sources` throws.
  public init(
    _ report: RunReport, _ range: RankedList.OfficeRange,
    sources find: ([UInt32]) throws -> [UInt32: RowSource]
  ) rethrows {
    let entries = report.scored.list.entries[range.entries]
    let sources = try find(report.rows(of: entries))
    let lines = entries.map { report.applicant($0, sources) }
    self.report = report
    office = report.scored.offices.offices[range.office]
    ranked = lines.filter { $0.assessment.verdict == .eligible }
    unranked = lines.filter { $0.assessment.verdict != .eligible }
  }

  /// The office's name with its district.
  var officeName: String { office.districtName + office.name }
  /// How many are to be hired, where known.
  var places: Int? { report.scored.places[office.code] }
  /// The proposed headcount, where a caseload is known.
  var headcount: OfficePlan? { report.plan?[office.code] }
}
