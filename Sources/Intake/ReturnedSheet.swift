public import Model
import Tabular

/// A sheet as it goes back to its sender: the same rows in the same format, bad cells marked.
///
/// It gets two more columns that say what is wrong with a row and what to do; in a workbook, which
/// stays the sender's own in all else, bad cells are coloured and carry a comment. Import passes over
/// both, so the clerk mends the sheet and sends it again as it is.
public struct ReturnedSheet {
  private let sheets: [IncomingSheet]
  private let language: Language

  /// Looks at a sheet that was taken in.
  /// - Throws: `TabularError` or `IntakeError` where it cannot be read any more.
  public init(path: String, kind: String, language: Language) throws {
    sheets = try IncomingSheets(path: path, as: SheetKind(rawValue: kind)).sheets
    self.language = language
  }

  /// Something that the sheet's sender should see.
  public struct Remark: Sendable {
    /// What was found, and where.
    public let finding: Finding
    /// The row of another file that it is about, in words; empty where there is none.
    public let other: String
    /// The worksheet that it is about; nothing in a text.
    public let worksheet: String?

    /// Makes a remark.
    public init(_ finding: Finding, worksheet: String? = nil, other: String = "") {
      self.finding = finding
      self.worksheet = worksheet
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
    let remarks = remarks.filter { $0.finding.row > 0 }
    switch sheets[0].form {
    case .text(let source, let separator):
      let header = sheets[0].header
      try CSVMarker(source, separator: separator).write(
        notes(remarks, header), titles: Self.titles(language), header: header.row,
        rightOf: header.titles.count, dropping: header.returned, to: path)
    case .workbook(let file, _, _):
      var marks: [Int: WorksheetMarks] = [:]
      for sheet in sheets {
        guard case .workbook(_, let worksheet, let name) = sheet.form, marks[worksheet] == nil
        else {
          continue
        }
        let remarks = remarks.filter { $0.worksheet ?? name == name }
        if !remarks.isEmpty { marks[worksheet] = self.marks(remarks, sheet.header) }
      }
      try IntakeError.naming(file.path) {
        try WorkbookMarker(path: file.path).write(marks, to: path)
      }
    }
  }

  private static func titles(_ language: Language) -> [String] {
    ReturnedColumn.allCases.map { $0.header[language] }
  }

  private func notes(_ remarks: [Remark], _ header: SheetHeader) -> [UInt32: [String]] {
    Dictionary(grouping: remarks, by: \.finding.row).mapValues { texts(of: $0, header) }
  }

  private func marks(_ remarks: [Remark], _ header: SheetHeader) -> WorksheetMarks {
    var marks = WorksheetMarks()
    let titles = header.fieldedTitles
    marks.marks = remarks.map { remark in
      let column = max(remark.finding.column, 0)
      let field = titles.indices.contains(column) ? titles[column].field : nil
      return WorkbookMark(
        row: Int(remark.finding.row), column: column + 1,
        message: remark.wrong(in: language) + stop + remark.advice(in: language) + stop,
        holdsDigits: Self.digits.contains(field ?? ""))
    }
    for (row, texts) in notes(remarks, header) { marks.notes[Int(row)] = texts }
    (marks.titles, marks.header, marks.width) = (
      Self.titles(language), Int(header.row), header.titles.count
    )
    marks.earlier = header.returned.sorted().map { $0 + 1 }
    return marks
  }

  /// The columns whose digits are no number.
  private static let digits: Set<String> = [
    "resident_id", "phone", "application_no", "office_code", "second_office", "third_office",
    "major_code", "hardship_certificate", "assistant_no", "case_no",
  ]

  private var stop: String { language == .zh ? "。" : ". " }

  /// The texts of the two further columns for a row, a line for each remark.
  private func texts(of remarks: [Remark], _ header: SheetHeader) -> [String] {
    let wrong = remarks.map { remark in
      let column = remark.finding.column
      let cell =
        column < 0
        ? ""
        : header.titles[safely: column] + "（\(Finding.letters(ofColumn: column))）"
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
