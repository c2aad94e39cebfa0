import Intake
import Model
import Planner
import Register
import Reporting

/// An import as JSON.
struct ImportResult: Encodable {
  struct File: Encodable {
    let file: String
    let kind: String?
    let encoding: String?
    let separator: String?
    let worksheet: String?
    let read: Int
    let accepted: Int
    let rejected: Int
    let duplicate: Int
    let digest: String?
    let fileDigest: String?
    let alreadyInBatch: Int64?
    let isRefused: Bool
    let findings: [Found]

    enum CodingKeys: String, CodingKey {
      case file, kind, encoding, separator, worksheet, read, accepted, rejected, duplicate, digest,
        findings
      case fileDigest = "file_sha256"
      case alreadyInBatch = "already_in_batch"
      case isRefused = "refused"
    }
  }

  struct Found: Encodable {
    let code: String
    let severity: String
    let row: UInt32
    let line: UInt32
    let column: String
    let letter: String
    let value: String
    let message: String
    let hint: String
  }

  let batch: Int64
  let files: [File]

  init(_ report: ImportReport, _ language: Language) {
    batch = report.batch
    files = report.files.map { file in
      let sums = file.entry?.reconciliation ?? Reconciliation()
      var found = file.findings.map { entry in
        Found(
          code: entry.finding.code.rawValue, severity: entry.finding.code.severity.rawValue,
          row: entry.finding.row, line: entry.finding.line, column: entry.columnTitle,
          letter: Finding.letters(ofColumn: entry.finding.column), value: entry.finding.value,
          message: entry.finding.code.wrong[language]
            + (entry.other.map {
              language == .zh ? "（见 \($0.file) 第 \($0.row) 行）" : " (see \($0.file) row \($0.row))"
            } ?? ""),
          hint: entry.finding.code.remedy.text(in: language, Step.typed))
      }
      if let failure = file.failure {
        found.append(
          Found(
            code: failure.code, severity: Severity.error.rawValue, row: 0, line: 0, column: "",
            letter: "", value: "", message: failure.happened.text(in: language, Step.typed),
            hint: failure.remedy.text(in: language, Step.typed)))
      }
      return File(
        file: file.path, kind: file.entry?.kind, encoding: file.entry?.encoding,
        separator: file.entry?.separator, worksheet: file.entry?.worksheet, read: sums.read,
        accepted: sums.accepted, rejected: sums.rejected, duplicate: sums.duplicate,
        digest: file.entry?.factsSHA256, fileDigest: file.entry?.sha256,
        alreadyInBatch: file.alreadyIn, isRefused: file.isRefused, findings: found)
    }
  }
}

/// An import as text for a person.
struct ImportText {
  private let report: ImportReport
  private let language: Language

  init(_ report: ImportReport, _ language: Language) {
    self.report = report
    self.language = language
  }

  /// Prints the reconciliation of each file, then what was found in it where that is wanted.
  func print(findings: Bool = true) {
    let zh = language == .zh
    for file in report.files {
      guard let entry = file.entry else { continue }
      if let batch = file.alreadyIn {
        Console.result(
          zh
            ? "\(entry.name)：第 \(batch) 批已收过同一个文件，没有改动"
            : "\(entry.name): batch \(batch) has taken the same file; nothing changes")
        continue
      }
      Console.result(FileAnswer(entry).line(in: language))
      if file.isRefused {
        Console.result(
          zh
            ? "  有不合格的行，整个文件未收；改好再导入，或加 --partial 先收合格的行"
            : "  some rows are bad, so the file was not taken; mend it, or take its good rows with --partial"
        )
      }
      for finding in findings ? file.findings : [] { Console.result("  " + line(finding)) }
    }
  }

  private func line(_ entry: FindingEntry) -> String {
    let finding = entry.finding
    let letters = Finding.letters(ofColumn: finding.column)
    let severity: Bilingual =
      switch finding.code.severity {
      case .notice: Bilingual(zh: "提示", en: "notice")
      case .warning: Bilingual(zh: "注意", en: "warning")
      case .hold: Bilingual(zh: "暂缓", en: "held")
      case .error: Bilingual(zh: "退回", en: "rejected")
      }
    let value = finding.value.replacing("\n", with: " ")
    if language == .zh {
      let title = entry.columnTitle.isEmpty ? "" : "“\(entry.columnTitle)”"
      let cell = letters.isEmpty ? "" : " \(letters) 列\(title)"
      let row = finding.row == 0 ? "整个文件" : "第 \(finding.row) 行"
      let shown = value.isEmpty ? "" : "「\(value)」"
      let other = entry.other.map { "（见 \($0.file) 第 \($0.row) 行）" } ?? ""
      return
        "[\(severity.zh)] \(row)\(cell)\(shown)：\(finding.code.wrong.zh)\(other)。\(finding.code.remedy.text(in: .zh, Step.typed))。（\(finding.code.rawValue)）"
    }
    let title = entry.columnTitle.isEmpty ? "" : " “\(entry.columnTitle)”"
    let cell = letters.isEmpty ? "" : " column \(letters)\(title)"
    let row = finding.row == 0 ? "the whole file" : "row \(finding.row)"
    let shown = value.isEmpty ? "" : " [\(value)]"
    let other = entry.other.map { " (see \($0.file) row \($0.row))" } ?? ""
    return
      "[\(severity.en)] \(row)\(cell)\(shown): \(finding.code.wrong.en)\(other). \(finding.code.remedy.text(in: .en, Step.typed)). (\(finding.code.rawValue))"
  }
}
