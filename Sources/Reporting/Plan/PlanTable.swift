public import Model
public import Staffing
import Tabular

/// A plan as a table (`plan.csv`): what each office should ask for, with the working.
public struct PlanTable: Sendable {
  private let plan: StaffingPlan
  private let offices: OfficeTable
  private let confirmation: ConfirmationState?

  /// - Parameters:
  ///   - offices: where the names of the offices stand.
  ///   - confirmation: whether a named person has confirmed it, which a column tells; none where nil.
  public init(
    _ plan: StaffingPlan, offices: OfficeTable, confirmation: ConfirmationState? = nil
  ) {
    self.plan = plan
    self.offices = offices
    self.confirmation = confirmation
  }

  /// Writes the table.
  ///
  /// - Throws: `TabularError`.
  public func write(to path: String, language: Language) throws {
    let file = try OutputFile(path: path)
    var sheet = CSVWriter { try file.write($0) }
    for name in [
      "office_code", "office_name", "caseload_as_of", "officers", "subjects", "in_post", "required",
      "proposed",
      "difference", "officer_shortfall", "reason", "remarks", "working",
    ] { sheet.field(name) }
    if confirmation != nil { sheet.field("confirmation") }
    try sheet.endRow()
    for office in plan.offices {
      let code = office.officeCode
      for text in [code, offices.name(of: code), office.asOf.iso] { sheet.field(text) }
      for number in [office.officers, office.subjects, office.inPost] {
        sheet.numberOrBlank(number)
      }
      sheet.field(office.required?.decimal(places: 2) ?? "")
      for number in [office.proposed, office.difference, office.officerShortfall] {
        sheet.numberOrBlank(number)
      }
      sheet.field(office.reason?[language] ?? "")
      sheet.field(office.notes.map { $0[language] }.joined(separator: " "))
      sheet.field(office.working.map { $0[language] }.joined(separator: " | "))
      if let confirmation { sheet.field(confirmation.wording[language]) }
      try sheet.endRow()
    }
    try sheet.finish()
    try file.finish()
  }
}

extension CSVWriter {
  fileprivate mutating func numberOrBlank(_ number: Int?) {
    if let number { field(number) } else { emptyField() }
  }
}
