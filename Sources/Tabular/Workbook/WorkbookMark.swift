/// What is wrong with one cell, to be shown to whoever sent the workbook.
public struct WorkbookMark: Sendable, Hashable {
  /// The worksheet's index in `WorkbookReader.worksheets`.
  public let worksheet: Int
  /// The worksheet's row, counted from 1.
  public let row: Int
  /// The worksheet's column, counted from 1 for A.
  public let column: Int
  /// What is wrong and what to do, as the comment says it.
  public let message: String

  /// Marks a cell.
  public init(worksheet: Int = 0, row: Int, column: Int, message: String) {
    self.worksheet = worksheet
    self.row = row
    self.column = column
    self.message = message
  }
}
