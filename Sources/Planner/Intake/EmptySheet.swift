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

  /// Sets the sheet out as it is described.
  public init(_ sheet: SheetDescription, language: Language) {
    self.language = language
    template = SheetTemplate(sheet)
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
