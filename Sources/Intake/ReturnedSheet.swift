public import Model
import Tabular

/// A sheet as it goes back to its sender: the same rows in the same format, bad cells marked.
///
/// It gets two more columns that say what is wrong with a row and what to do; in a workbook, which
/// stays the sender's own in all else, bad cells are coloured and carry a comment. Import passes over
/// both, so the clerk mends the sheet and sends it again as it is.
public struct ReturnedSheet {
  private let sheet: IncomingSheet
  private let language: Language

  /// Looks at a sheet that was taken in.
  /// - Throws: `TabularError` or `IntakeError` where it cannot be read any more.
  public init(path: String, kind: String, language: Language) throws {
    sheet = try IncomingSheet(path: path, as: SheetKind(rawValue: kind))
    self.language = language
  }

  /// Something that the sheet's sender should see.
  public struct Remark: Sendable {
    /// What was found, and where.
    public let finding: Finding
    /// The row of another file that it is about, in words; empty where there is none.
    public let other: String

    /// Makes a remark.
    public init(_ finding: Finding, other: String = "") {
      self.finding = finding
      self.other = other
    }

    fileprivate func wrong(in language: Language) -> String {
      finding.code.wrong[language] + other
    }

    /// What its sender can do, who has the sheet and not the register.
    fileprivate func advice(in language: Language) -> String {
      guard finding.code.severity == .hold else { return finding.code.remedy[language] }
      return language == .zh
        ? "同一个人只留一行；确是两个人的，请核对报名序号和身份证号后改正"
        : "Leave one row for each person; if they are two people, check both numbers and correct them"
    }
  }

  /// Writes the marked copy where nothing stands yet.
  /// - Throws: `TabularError`; `IntakeError` where the workbook cannot be read.
  public func write(_ remarks: [Remark], to path: String) throws {
    let notes = Dictionary(grouping: remarks.filter { $0.finding.row > 0 }, by: \.finding.row)
      .mapValues(texts)
    let titles = ReturnedColumn.allCases.map { $0.header[language] }
    switch sheet.form {
    case .text(let source, let separator):
      try CSVMarker(source, separator: separator).write(
        notes, titles: titles, header: sheet.header.row, rightOf: sheet.header.titles.count,
        dropping: sheet.header.returned, to: path)
    case .workbook(let file, let worksheet, _):
      var marks = WorksheetMarks()
      marks.marks = remarks.filter { $0.finding.row > 0 }.map(mark)
      marks.notes = Dictionary(uniqueKeysWithValues: notes.map { (Int($0), $1) })
      marks.titles = titles
      marks.header = Int(sheet.header.row)
      marks.width = sheet.header.titles.count
      marks.earlier = sheet.header.returned.sorted().map { $0 + 1 }
      try IntakeError.naming(file.path) {
        try WorkbookMarker(path: file.path).write([worksheet: marks], to: path)
      }
    }
  }

  private func mark(_ remark: Remark) -> WorkbookMark {
    let column = max(remark.finding.column, 0)
    let titles = sheet.header.fieldedTitles
    let field = titles.indices.contains(column) ? titles[column].field : nil
    return WorkbookMark(
      row: Int(remark.finding.row), column: column + 1,
      message: remark.wrong(in: language) + stop + remark.advice(in: language) + stop,
      holdsDigits: Self.digits.contains(field ?? ""))
  }

  /// The columns whose digits are no number.
  private static let digits: Set<String> = [
    "resident_id", "phone", "application_no", "office_code", "second_office", "third_office",
    "major_code", "hardship_certificate", "assistant_no", "case_no",
  ]

  private var stop: String { language == .zh ? "。" : ". " }

  /// The texts of the two further columns for a row, a line for each remark.
  private func texts(of remarks: [Remark]) -> [String] {
    let wrong = remarks.map { remark in
      let column = remark.finding.column
      let cell =
        column < 0
        ? ""
        : sheet.header.titles[safely: column] + "（\(Finding.letters(ofColumn: column))）"
          + (language == .zh ? "：" : ": ")
      return cell + remark.wrong(in: language)
    }
    var remedies: [String] = []
    for remark in remarks {
      let remedy = remark.advice(in: language)
      if !remedies.contains(remedy) { remedies.append(remedy) }
    }
    return [wrong, remedies].map { $0.joined(separator: language == .zh ? "；" : "; ") }
  }
}

extension Array where Element == String {
  /// The element at an index, empty past the end.
  fileprivate subscript(safely index: Int) -> String {
    indices.contains(index) ? self[index] : ""
  }
}
