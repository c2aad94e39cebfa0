public import Staffing

/// What an office is handed: its ranked list, who is not on it and why, its headcount, the rules.
public struct OfficeWorkbook: Sendable {
  /// The run.
  public let run: RunLabel
  /// The office's nine-digit code.
  public let officeCode: String
  /// The office's name with its district.
  public let officeName: String
  /// The eligible, in the order of the list.
  public let ranked: [RankedApplicant]
  /// The pending, then the ineligible; their `obstacles` say why.
  public let unranked: [RankedApplicant]
  /// How many are to be hired, where known.
  public let places: Int?
  /// The proposed headcount, where a caseload is known.
  public let headcount: OfficePlan?
  /// The rules that decided.
  public let rules: [RuleLine]

  /// Describes a workbook.
  public init(
    run: RunLabel, officeCode: String, officeName: String, ranked: [RankedApplicant],
    unranked: [RankedApplicant], places: Int?, headcount: OfficePlan?, rules: [RuleLine]
  ) {
    self.run = run
    self.officeCode = officeCode
    self.officeName = officeName
    self.ranked = ranked
    self.unranked = unranked
    self.places = places
    self.headcount = headcount
    self.rules = rules
  }
}
