import Intake
import Model
import Register
import Tabular

/// Writes `findings.csv`: everything that was found in the sheets of a batch.
enum FindingSheet {
  static func write(batch: Int64, of register: Register, _ language: Language, to path: String)
    throws
  {
    let file = try OutputFile(path: path)
    var sheet = CSVWriter { try file.write($0) }
    try sheet.row([
      "file", "row", "line", "letter", "column", "value", "severity", "code", "message", "hint",
      "other_file", "other_row",
    ])
    try register.forEachFinding(ofBatch: batch) { entry in
      let finding = entry.finding
      sheet.field(entry.file)
      sheet.field(Int(finding.row))
      sheet.field(Int(finding.line))
      for text in [
        Finding.letters(ofColumn: finding.column), entry.columnTitle, finding.value,
        finding.code.severity.rawValue, finding.code.rawValue, finding.code.wrong[language],
        finding.code.remedy[language], entry.other?.file ?? "",
        entry.other.map { String($0.row) } ?? "",
      ] {
        sheet.field(text)
      }
      try sheet.endRow()
    }
    try sheet.finish()
    try file.finish()
  }
}
