/// How much a finding weighs.
public enum Severity: String, Sendable, CaseIterable {
  /// Something was read kindly and is said.
  case notice
  /// Something looks wrong and a person should look; the row is taken.
  case warning
  /// The row waits for a person.
  case hold
  /// The row is rejected.
  case error
}

/// The stable names of everything that intake can find.
///
/// The first eighteen are the rules that reject an applicant, in the order of their bits.
public enum FindingCode: String, Sendable, CaseIterable {
  case applicationNoBlank = "application_no_blank"
  case nameBlank = "name_blank"
  case residentIDBlank = "resident_id_blank"
  case residentIDWrong = "resident_id_wrong"
  case idDateWrong = "id_date_wrong"
  case sexDiffers = "sex_differs"
  case birthDateDiffers = "birth_date_differs"
  case officeUnknown = "office_unknown"
  case phoneWrong = "phone_wrong"
  case yesNoWrong = "yes_no_wrong"
  case statusWrong = "status_wrong"
  case hardshipCategoryWrong = "hardship_category_wrong"
  case educationWrong = "education_wrong"
  case degreeWrong = "degree_wrong"
  case legalQualificationWrong = "legal_qualification_wrong"
  case monthsWrong = "months_wrong"
  case scoreWrong = "score_wrong"
  case validUntilWrong = "valid_until_wrong"

  // Further reasons to reject a row.
  case channelWrong = "channel_wrong"
  case officeAmbiguous = "office_ambiguous"
  case bytesUndecodable = "bytes_undecodable"
  case fieldsTooMany = "fields_too_many"
  case quoteLone = "quote_lone"
  case requiredBlank = "required_blank"
  case numberWrong = "number_wrong"
  case dateWrong = "date_wrong"
  case classesDoNotSum = "classes_do_not_sum"
  case keyRepeated = "key_repeated"
  case monthWrong = "month_wrong"
  case hoursWrong = "hours_wrong"
  case kindWrong = "kind_wrong"
  case severityWrong = "severity_wrong"
  case relationWrong = "relation_wrong"
  case markWrong = "mark_wrong"
  case markPartWrong = "mark_part_wrong"
  case markStatusWrong = "mark_status_wrong"
  case markStatusDiffers = "mark_status_differs"
  case checkWrong = "check_wrong"
  case checkOutcomeWrong = "check_outcome_wrong"
  case stageWrong = "stage_wrong"
  case answerWrong = "answer_wrong"
  case relativeWrong = "relative_wrong"
  case ratioWrong = "ratio_wrong"
  case datesReversed = "dates_reversed"
  case subjectAsPerson = "subject_as_person"
  case opinionWrong = "opinion_wrong"
  case valueNotListed = "value_not_listed"
  case caseNoWrong = "case_no_wrong"
  case personalNumberInText = "personal_number_in_text"
  case hoursZero = "hours_zero"
  case clauseWrong = "clause_wrong"
  case noteLong = "note_long"
  case dutyItemDiffers = "duty_item_differs"
  case birthDateWrong = "birth_date_wrong"
  case dateAmbiguous = "date_ambiguous"
  case shownOtherwise = "shown_otherwise"
  case numberBecameDate = "number_became_date"
  case rowEncodingDiffers = "row_encoding_differs"
  case officeDiffers = "office_differs"

  // Rows that wait for a person.
  case applicationNoPersonal = "application_no_personal"
  case applicationNoRepeated = "application_no_repeated"
  case residentIDRepeated = "resident_id_repeated"

  // Taken, but worth a look.
  case subjectNamed = "subject_named"
  case hoursMany = "hours_many"
  case applicationNoDamaged = "application_no_damaged"
  case nameDamaged = "name_damaged"
  case nameIsNumber = "name_is_number"
  case residentIDDamaged = "resident_id_damaged"
  case phoneDamaged = "phone_damaged"
  case officeCodeDamaged = "office_code_damaged"
  case valueDamaged = "value_damaged"
  case majorCodeZeroLost = "major_code_zero_lost"
  case officeNameDiffers = "office_name_differs"
  case otherOfficeUnknown = "other_office_unknown"
  case formulaWithoutResult = "formula_without_result"
  case errorValueInCell = "error_value_in_cell"
  case cellsMerged = "cells_merged"
  case cellOutsideTable = "cell_outside_table"
  case worksheetLeftOut = "worksheet_left_out"

  // Read kindly, and said.
  case residentIDConverted = "resident_id_converted"
  case dateMonthOnly = "date_month_only"
  case dateFromSerial = "date_from_serial"
  case widthFolded = "width_folded"
  case invisibleRemoved = "invisible_removed"
  case characterReplaced = "character_replaced"
  case readAsShown = "read_as_shown"
  case phoneLandline = "phone_landline"
  case monthsFromYears = "months_from_years"
  case noExpiry = "no_expiry"
  case hardshipByAge = "hardship_by_age"
  case markStatusInScore = "mark_status_in_score"
  case markZeroUncounted = "mark_zero_uncounted"
  case officeNameCompleted = "office_name_completed"
  case rowUnchanged = "row_unchanged"
  case columnUnknown = "column_unknown"
  case totalRowLeftOut = "total_row_left_out"
  case fieldsTooFew = "fields_too_few"
  case formulaInCell = "formula_in_cell"
  case cellsHidden = "cells_hidden"

  // What the structure of a sheet tells.
  case rowShifted = "row_shifted"
  case rowsMerged = "rows_merged"
  case personOutsideTable = "person_outside_table"
  case rowStillWaits = "row_still_waits"
  case rowChanged = "row_changed"
  case updateKeyUnknown = "update_key_unknown"
  case columnUntitled = "column_untitled"
  case fieldsDiffer = "fields_differ"
  case rowCut = "row_cut"
  case quoteInside = "quote_inside"
  case rowAboveHeader = "row_above_header"
  case worksheetUnread = "worksheet_unread"
  case worksheetContinued = "worksheet_continued"
  case headerUnderstood = "header_understood"
  case headerRepeated = "header_repeated"
  case footerLeftOut = "footer_left_out"
  case sampleLeftOut = "sample_left_out"
  case blankRowLeftOut = "blank_row_left_out"
  case outsideLeftOut = "outside_left_out"

  /// How many codes are rules of the applicants sheet that reject a row; they come first.
  public static let ruleCount = 18

  /// The bit of a rule in a row's mask; nothing for the codes after the rules.
  public var bit: UInt32? {
    guard let index = Self.allCases.firstIndex(of: self), index < Self.ruleCount else { return nil }
    return 1 << UInt32(index)
  }

  /// How much it weighs.
  public var severity: Severity {
    switch self {
    case .applicationNoPersonal, .applicationNoRepeated, .residentIDRepeated, .rowStillWaits,
      .rowChanged:
      .hold
    case .subjectNamed, .hoursMany, .applicationNoDamaged, .nameDamaged, .residentIDDamaged,
      .phoneDamaged,
      .officeCodeDamaged, .valueDamaged, .majorCodeZeroLost, .officeNameDiffers,
      .otherOfficeUnknown, .formulaWithoutResult, .errorValueInCell, .cellsMerged,
      .cellOutsideTable, .worksheetLeftOut, .columnUntitled, .fieldsDiffer, .rowCut,
      .quoteInside, .rowAboveHeader, .worksheetContinued:
      .warning
    case .invisibleRemoved, .characterReplaced, .readAsShown, .phoneLandline, .monthsFromYears,
      .noExpiry, .hardshipByAge, .markStatusInScore, .markZeroUncounted, .officeNameCompleted,
      .residentIDConverted, .dateMonthOnly,
      .dateFromSerial, .widthFolded, .rowUnchanged, .columnUnknown, .totalRowLeftOut,
      .fieldsTooFew, .formulaInCell, .cellsHidden, .worksheetUnread, .headerUnderstood,
      .headerRepeated, .footerLeftOut, .sampleLeftOut, .blankRowLeftOut, .outsideLeftOut:
      .notice
    default: .error
    }
  }
}

/// Something found in a sheet, with its place.
public struct Finding: Sendable, Hashable {
  /// What was found.
  public let code: FindingCode
  /// The row of the file as a spreadsheet numbers it; 0 for the file as a whole.
  public let row: UInt32
  /// The physical line on which the row begins; 0 for the file as a whole.
  public let line: UInt32
  /// The column of the file, counted from 0; −1 for the row as a whole.
  public let column: Int
  /// What stood there, masked where it is personal.
  public let value: String

  /// Notes a finding.
  public init(code: FindingCode, row: UInt32, line: UInt32, column: Int, value: String) {
    self.code = code
    self.row = row
    self.line = line
    self.column = column
    self.value = value
  }

  /// The letters by which a spreadsheet names a column counted from 0; empty for −1.
  public static func letters(ofColumn column: Int) -> String {
    var letters = ""
    var rest = column + 1
    while rest > 0 {
      rest -= 1
      letters = String(UnicodeScalar(UInt8(65 + rest % 26))) + letters
      rest /= 26
    }
    return letters
  }
}
