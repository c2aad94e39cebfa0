/// A column of the applicants sheet, in the sheet's usual order.
public enum ApplicantField: Int, Sendable, CaseIterable {
  case applicationNo, name, residentID, sex, birthDate, phone
  case officeCode, secondOffice, thirdOffice
  case localHousehold
  case hardshipCategory, hardshipCertificate, hardshipValidUntil, hardshipStatus
  case education, degree, major, majorCode, degreeStatus
  case legalQualification
  case legalWorkMonths, legalWorkStatus, correctionWorkMonths, correctionWorkStatus
  case integrity, politicalQuality, organisation, expression, computerSkill
  case writtenScore, interviewScore
  case channel

  /// The field's name in files, tables and rules.
  public var id: String { Self.ids[rawValue] }

  /// The field that has a name, if any.
  public init?(id: String) {
    guard let index = Self.ids.firstIndex(of: id) else { return nil }
    self.init(rawValue: index)
  }

  private static let ids = [
    "application_no", "name", "resident_id", "sex", "birth_date", "phone", "office_code",
    "second_office", "third_office", "local_household", "hardship_category",
    "hardship_certificate", "hardship_valid_until", "hardship_status", "education", "degree",
    "major", "major_code", "degree_status", "legal_qualification", "legal_work_months",
    "legal_work_status", "correction_work_months", "correction_work_status", "integrity",
    "political_quality", "organisation", "expression", "computer_skill", "written_score",
    "interview_score", "channel",
  ]
}
