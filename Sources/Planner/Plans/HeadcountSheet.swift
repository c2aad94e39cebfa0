import Model
import Staffing
import Tabular

/// Writes `plan.csv`: what each office should ask for, with the working.
enum HeadcountSheet {
  static func write(_ headcounts: Headcounts, _ language: Language, to path: String) throws {
    let file = try OutputFile(path: path)
    var sheet = CSVWriter { try file.write($0) }
    try sheet.row([
      "office_code", "office_name", "officers", "subjects", "in_post", "required", "proposed",
      "difference", "officer_shortfall", "reason", "remarks", "working",
    ])
    for plan in headcounts.plans {
      for text in [plan.officeCode, headcounts.name(of: plan.officeCode)] { sheet.field(text) }
      for number in [plan.officers, plan.subjects, plan.inPost] { sheet.numberOrBlank(number) }
      sheet.field(plan.required?.decimal(places: 2) ?? "")
      for number in [plan.proposed, plan.difference, plan.officerShortfall] {
        sheet.numberOrBlank(number)
      }
      sheet.field(plan.reason?[language] ?? "")
      sheet.field(plan.remarks.map { $0.wording[language] }.joined(separator: " "))
      sheet.field(plan.working.map { $0[language] }.joined(separator: " | "))
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
