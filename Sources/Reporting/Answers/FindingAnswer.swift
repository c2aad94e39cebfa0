public import Model

/// Something that was found in a sheet, at its place.
public struct FindingAnswer: Encodable, Sendable {
  let code: String
  let severity: Severity
  /// The worksheet, where several of the file were read.
  let worksheet: String?
  /// The row as a spreadsheet numbers it; 0 for the whole file.
  let row: Int
  let line: Int
  let column: String
  let letter: String
  let value: String
  let message: Guidance
  let hint: Guidance

  /// - Parameters:
  ///   - worksheet: the worksheet, where several of the file were read.
  ///   - wrong: what is wrong.
  ///   - remedy: what to do.
  ///   - column: the header of the column; empty where it concerns the whole row.
  ///   - other: the file and row that it collides with, if it does.
  public init(
    _ finding: Finding, worksheet: String? = nil, wrong: Bilingual, remedy: Guidance,
    column: String,
    other: (file: String, row: Int)?
  ) {
    code = finding.code.rawValue
    severity = finding.code.severity
    self.worksheet = worksheet
    (row, line) = (Int(finding.row), Int(finding.line))
    self.column = column
    letter = Finding.letters(ofColumn: finding.column)
    value = finding.value
    let place = other.map {
      (zh: "（见 \($0.file) 第 \($0.row) 行）", en: " (see \($0.file) row \($0.row))")
    }
    message = Guidance("\(wrong.zh)\(place?.zh ?? "")", "\(wrong.en)\(place?.en ?? "")")
    hint = remedy
  }

  /// Why a file was not taken as a whole.
  public init(_ failure: any ExplainedError) {
    code = failure.code
    severity = .error
    worksheet = nil
    (row, line) = (0, 0)
    (column, letter, value) = ("", "", "")
    message = failure.happened
    hint = failure.remedy
  }

  func text(_ say: Wording) -> String {
    let title = column.isEmpty ? "" : "“\(column)”"
    let cell =
      letter.isEmpty
      ? "" : say(" \(letter) 列\(title)", " column \(letter)\(title.isEmpty ? "" : " " + title)")
    let sheet = worksheet.map { say("工作表“\($0)”", "worksheet “\($0)” ") } ?? ""
    let place =
      row == 0 ? say("整个文件", "the whole file") : sheet + say("第 \(row) 行", "row \(row)")
    let shown = value.replacing("\n", with: " ")
    return "[\(say(severity.wording))] \(place)\(cell)"
      + (value.isEmpty ? "" : say("「\(shown)」", " [\(shown)]"))
      + say("：\(say(message))。\(say(hint))。（\(code)）", ": \(say(message)). \(say(hint)). (\(code))")
  }
}

extension Severity {
  /// What it means for the row.
  fileprivate var wording: Bilingual {
    switch self {
    case .notice: Bilingual(zh: "提示", en: "notice")
    case .warning: Bilingual(zh: "注意", en: "warning")
    case .hold: Bilingual(zh: "暂缓", en: "held")
    case .error: Bilingual(zh: "退回", en: "rejected")
    }
  }
}
