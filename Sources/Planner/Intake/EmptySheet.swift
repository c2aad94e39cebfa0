public import Model
import Reporting
import Tabular

/// An empty sheet for clerks to fill in (表样).
public struct EmptySheet {
  /// How it is written.
  public enum Format: String, Sendable, CaseIterable {
    /// A workbook with notes and drop-downs.
    case xlsx
    /// The header alone.
    case csv
  }

  private let template: SheetTemplate
  private let language: Language

  /// Sets out the sheet of a kind.
  public init(of kind: SheetKind, language: Language) {
    self.language = language
    template = SheetTemplate(
      name: kind.title.zh,
      columns: kind.description.fields.map { field in
        SheetTemplate.Column(
          header: field.header.zh, note: field.note[language], values: field.kind.choices,
          isText: field.kind.isWrittenAsText, isRequired: field.need != .optional,
          width: field.id == "resident_id" ? 22 : max(10, field.header.zh.count * 2 + 2))
      })
  }

  /// Writes it in place of any file of that path; to `-`, the standard output, only as CSV.
  ///
  /// - Parameter created: the day in the workbook's properties.
  /// - Throws: `TabularError`.
  public func write(_ format: Format, to path: String, created: CivilDate) throws {
    switch format {
    case .csv: try OutputFile.write(try template.csv(), to: path)
    case .xlsx: try template.write(to: path, created: created, language: language)
    }
  }
}
