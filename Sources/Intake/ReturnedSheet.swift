public import Model
import Tabular

/// A sheet as it goes back to its sender: the same rows in the same format, bad cells marked.
///
/// A text gets two more columns that say what is wrong with a row and what to do; in a workbook bad
/// cells are coloured and carry a comment. Import passes over both, so the clerk mends the sheet and
/// sends it again as it is.
public struct ReturnedSheet {
  private let sheets: [IncomingSheet]
  private var sheet: IncomingSheet { sheets[0] }
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
    /// The worksheet; nothing in a text.
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
  }

  /// Writes the marked copy in place of any file of that path.
  /// - Throws: `TabularError`; `IntakeError` where the workbook cannot be read or written.
  public func write(_ remarks: [Remark], to path: String) throws {
    switch sheet.form {
    case .text(let source, let separator):
      let notes = Dictionary(grouping: remarks.filter { $0.finding.row > 0 }, by: \.finding.row)
        .mapValues(texts)
      try CSVMarker(source, separator: separator).write(
        notes, titles: ReturnedColumn.allCases.map { $0.header[language] },
        header: sheet.header.row, rightOf: sheet.header.titles.count,
        dropping: sheet.header.returned, to: path)
    case .workbook(let file, _, _):
      let worksheets = sheets.compactMap { sheet in
        if case .workbook(_, let index, let name) = sheet.form {
          (index: index, name: name)
        } else {
          nil
        }
      }
      let marks = remarks.filter { $0.finding.row > 0 }.map { remark in
        WorkbookMark(
          worksheet: worksheets.first { $0.name == remark.worksheet }?.index ?? worksheets[0].index,
          row: Int(remark.finding.row), column: max(remark.finding.column, 0) + 1,
          message: remark.wrong(in: language) + stop
            + remark.finding.code.remedy[language] + stop)
      }
      try IntakeError.naming(file.path) {
        try WorkbookMarker(
          WorkbookReader(path: file.path), worksheets: worksheets.map(\.index)
        ).write(marks, to: path)
      }
    }
  }

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
      let remedy = remark.finding.code.remedy[language]
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
