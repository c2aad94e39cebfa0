/// A fact of an applicant: its place among the columns that the applicants sheet keeps.
public struct ApplicantField: Hashable, Sendable, CaseIterable {
  /// The place among the kept columns.
  public let rawValue: Int

  /// Every fact, in the order of the sheet.
  public static let allCases = SheetDescription.applicants.kept.indices.map(Self.init(rawValue:))

  private static let places = Dictionary(
    uniqueKeysWithValues: SheetDescription.applicants.kept.enumerated().map { ($1.id, $0) })

  private init(rawValue: Int) { self.rawValue = rawValue }

  /// The fact of a name, if any.
  public init?(id: String) {
    guard let place = Self.places[id] else { return nil }
    rawValue = place
  }

  /// A fact that the program knows by name, which the sheet must therefore have.
  private init(_ id: String) { rawValue = SheetDescription.applicants.place(of: id) }

  /// The column of the sheet.
  public var column: SheetField { SheetDescription.applicants.kept[rawValue] }

  /// The name in files, tables and rules.
  public var id: String { column.id }

  /// The values that the fact may have where its list is closed, by code from 1.
  public var closedValues: [FactValue]? { column.kind.list?.facts }

  /// Whether the fact is a number: a count, a mark in hundredths, a date as `yyyymmdd`.
  public var isNumber: Bool { column.kind.isNumber }

  /// The largest number that a sheet may hold, where it is bounded: months to 720, marks to 100 in
  /// hundredths.
  public var largestNumber: Int64? { column.kind.largestNumber }
}

/// The facts that code names; others are known by their ids alone.
extension ApplicantField {
  package static let applicationNo = Self("application_no")
  package static let name = Self("name")
  package static let residentID = Self("resident_id")
  package static let sex = Self("sex")
  package static let birthDate = Self("birth_date")
  package static let phone = Self("phone")
  package static let officeCode = Self("office_code")
  package static let localHousehold = Self("local_household")
  package static let hardshipCategory = Self("hardship_category")
  package static let hardshipValidUntil = Self("hardship_valid_until")
  package static let hardshipStatus = Self("hardship_status")
  package static let education = Self("education")
  package static let degree = Self("degree")
  package static let major = Self("major")
  package static let majorCode = Self("major_code")
  package static let degreeStatus = Self("degree_status")
  package static let legalQualification = Self("legal_qualification")
  package static let legalWorkMonths = Self("legal_work_months")
  package static let legalWorkStatus = Self("legal_work_status")
  package static let correctionWorkMonths = Self("correction_work_months")
  package static let correctionWorkStatus = Self("correction_work_status")
  package static let integrity = Self("integrity")
  package static let politicalQuality = Self("political_quality")
  package static let organisation = Self("organisation")
  package static let expression = Self("expression")
  package static let computerSkill = Self("computer_skill")
  package static let writtenScore = Self("written_score")
  package static let interviewScore = Self("interview_score")
  package static let channel = Self("channel")
}
