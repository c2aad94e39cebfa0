/// What is wrong with one cell, to be shown to whoever sent the workbook.
public struct WorkbookMark: Sendable, Hashable {
  /// The worksheet's row, counted from 1.
  public let row: Int
  /// The worksheet's column, counted from 1 for A.
  public let column: Int
  /// What is wrong and what to do, as the comment says it.
  public let message: String
  /// Whether the cell is for digits that are no number, so that a spreadsheet must not round them.
  public let holdsDigits: Bool

  /// Marks a cell.
  public init(row: Int, column: Int, message: String, holdsDigits: Bool = false) {
    self.row = row
    self.column = column
    self.message = message
    self.holdsDigits = holdsDigits
  }
}

/// What is wrong with a worksheet: its bad cells, and texts in further columns right of its own.
public struct WorksheetMarks: Sendable {
  /// The bad cells, in any order; messages about one cell stand in one comment.
  public var marks: [WorkbookMark] = []
  /// For each row that gets any, the texts of the further columns.
  public var notes: [Int: [String]] = [:]
  /// The titles of the further columns.
  public var titles: [String] = []
  /// The row of the header, counted from 1.
  public var header = 1
  /// How many columns the header has.
  public var width = 0
  /// The further columns of an earlier copy, counted from 1, whose texts give way.
  public var earlier: [Int] = []

  /// Nothing wrong yet.
  public init() {}
}
