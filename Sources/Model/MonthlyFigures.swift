/// What one office reported for one month: counts, never persons (月度数据).
public struct MonthlyFigures: Hashable, Sendable {
  /// The office's nine-digit code; its first six digits are the district.
  public let officeCode: String
  /// The month.
  public let month: CivilMonth
  /// Subjects at the end of the month; unknown where nil.
  public let subjects: Int?
  /// Subjects who came in during the month; unknown where nil.
  public let intakes: Int?
  /// Subjects who were released during the month; unknown where nil.
  public let releases: Int?

  /// Describes a month.
  public init(officeCode: String, month: CivilMonth, subjects: Int?, intakes: Int?, releases: Int?)
  {
    self.officeCode = officeCode
    self.month = month
    self.subjects = subjects
    self.intakes = intakes
    self.releases = releases
  }
}
