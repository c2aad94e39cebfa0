import Intake
import Model
import Register
import Tabular

/// Writes `findings.csv`: everything that was found in the sheets of an import.
enum FindingSheet {
  static func write(
    _ intake: ImportReport, of register: Register, _ language: Language, to path: String
  ) throws {
    let file = try OutputFile(path: path)
    var sheet = CSVWriter { try file.write($0) }
    try sheet.row([
      "file", "row", "line", "letter", "column", "value", "severity", "code", "message", "hint",
      "other_file", "other_row",
    ])
    for (name, failure) in intake.failures {
      try sheet.row([
        name, "0", "0", "", "", "", Severity.error.rawValue, failure.code,
        failure.happened[language], failure.remedy[language], "", "",
      ])
    }
    let files = intake.fileIDs
    for batch in intake.batches {
      try register.forEachFinding(ofBatch: batch) { entry in
        if files.contains(entry.fileID) { try write(entry, language, to: &sheet) }
      }
    }
    try sheet.finish()
    try file.finish()
  }

  private static func write(
    _ entry: FindingEntry, _ language: Language, to sheet: inout CSVWriter
  ) throws {
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
}
