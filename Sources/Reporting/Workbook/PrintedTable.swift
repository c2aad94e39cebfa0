import Tabular

/// A worksheet with a title, a line on its origin, a header that is repeated, and rows: A4 across.
struct PrintedTable {
  /// What a cell holds.
  enum Cell {
    /// A text; it stays text whatever it looks like.
    case text(String)
    /// A number, or nothing.
    case number(Int?)
    /// A number that a clerk may change, or a place for one.
    case input(Double?)
    /// A word that a clerk may change.
    case inputText(String)
    /// A formula without its `=`, with what it comes to; nothing where it cannot be computed.
    case formula(String, result: Double?, format: String)
    /// A formula without its `=` that comes to a text.
    case textFormula(String, result: String)
  }

  private let sheet: WorkbookWriter.Sheet
  private let widths: [Double]
  private let text: CellStyle
  private let number: CellStyle
  private let input: CellStyle

  /// Row 0 holds the title, row 1 the origin, row 2 the header.
  private static let firstRow = 3

  /// Lays the sheet out.
  init(
    _ sheet: WorkbookWriter.Sheet, title: String, origin: String,
    columns: [(title: String, width: Double)], footer: String, headerHeight: Double = 22
  ) {
    self.sheet = sheet
    widths = columns.map(\.width)
    let lastColumn = columns.count - 1
    var text = CellStyle()
    text.hasBorder = true
    text.wraps = true
    text.numberFormat = "@"
    self.text = text
    var number = CellStyle()
    number.hasBorder = true
    number.alignment = .center
    self.number = number
    var input = number
    input.fill = 0xFFF6D5
    self.input = input

    var heading = CellStyle()
    heading.isBold = true
    heading.size = 16
    var note = CellStyle()
    note.color = 0x5A6575
    note.size = 9
    var header = number
    header.isBold = true
    header.fill = 0xE6EDF4
    header.color = 0x1F4E79
    header.wraps = true
    sheet.setPage(isLandscape: true, repeating: 2...2, footer: footer)
    sheet.setWidths(widths)
    sheet.setHeight(30, row: 0)
    sheet.write(title, row: 0, columns: 0...lastColumn, style: heading)
    sheet.write(origin, row: 1, columns: 0...lastColumn, style: note)
    sheet.setHeight(headerHeight, row: 2)
    for (column, heading) in columns.enumerated() {
      sheet.write(heading.title, row: 2, column: column, style: header)
    }
    sheet.freeze(row: Self.firstRow, column: 0)
  }

  /// The number that a spreadsheet gives a row, counted from 0 below the header.
  static func number(ofRow row: Int) -> Int { row + firstRow + 1 }

  /// Offers the values of other cells in one cell.
  func offer(cells source: String, row: Int, column: Int) {
    let row = row + Self.firstRow
    sheet.offer(cells: source, rows: row...row, column: column)
  }

  /// Writes one row, counted from 0 below the header, as high as its longest text needs.
  func write(_ cells: [Cell], row: Int) {
    var lines = 1
    for (column, cell) in cells.enumerated() {
      if case .text(let text) = cell {
        lines = max(lines, Self.lines(of: text, width: widths[column]))
      }
      write(cell, row: row + Self.firstRow, column: column)
    }
    sheet.setHeight(Double(lines * 14 + 4), row: row + Self.firstRow)
  }

  private func write(_ cell: Cell, row: Int, column: Int) {
    switch cell {
    case .text(let text):
      sheet.write(text, row: row, column: column, style: self.text)
    case .number(let value?):
      sheet.write(Double(value), row: row, column: column, style: number)
    case .number(nil):
      sheet.write("", row: row, column: column, style: number)
    case .input(let value?):
      sheet.write(value, row: row, column: column, style: input)
    case .input(nil):
      sheet.write("", row: row, column: column, style: input)
    case .inputText(let text):
      sheet.write(text, row: row, column: column, style: input)
    case .textFormula(let formula, let result):
      sheet.write(formula: "=" + formula, result: result, row: row, column: column, style: number)
    case .formula(let formula, let result, let format):
      var style = number
      style.numberFormat = format
      if let result {
        sheet.write(formula: "=" + formula, result: result, row: row, column: column, style: style)
      } else {
        sheet.write(
          formula: "=" + formula, result: "—", row: row, column: column, style: style)
      }
    }
  }

  /// How many lines a text takes in a column, where a Chinese character is two characters wide.
  private static func lines(of text: String, width: Double) -> Int {
    let length = text.unicodeScalars.reduce(0) { $0 + ($1.value < 0x1100 ? 1 : 2) }
    let room = max(1, Int(width) - 2)
    return max(1, (length + room - 1) / room)
  }

  /// Writes a remark over the whole width.
  func write(note: String, row: Int) {
    var style = CellStyle()
    style.color = 0x5A6575
    sheet.write(note, row: row + Self.firstRow, columns: 0...widths.count - 1, style: style)
  }
}
