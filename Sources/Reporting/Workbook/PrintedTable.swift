import Tabular

/// A worksheet with a title, a line on its origin, a header that is repeated, and rows: A4 across.
struct PrintedTable {
  /// What a cell holds.
  enum Cell {
    /// A text; it stays text whatever it looks like.
    case text(String)
    /// A number, or nothing.
    case number(Int?)
  }

  private let sheet: WorkbookWriter.Sheet
  private let widths: [Double]
  private let text: CellStyle
  private let number: CellStyle

  /// Row 0 holds the title, row 1 the origin, row 2 the header.
  private static let firstRow = 3

  /// Lays the sheet out.
  init(
    _ sheet: WorkbookWriter.Sheet, title: String, origin: String,
    columns: [(title: String, width: Double)], footer: String
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
    sheet.setHeight(22, row: 2)
    for (column, heading) in columns.enumerated() {
      sheet.write(heading.title, row: 2, column: column, style: header)
    }
    sheet.freeze(row: Self.firstRow, column: 0)
  }

  /// Writes one row, counted from 0 below the header, as high as its longest text needs.
  func write(_ cells: [Cell], row: Int) {
    var lines = 1
    for (column, cell) in cells.enumerated() {
      switch cell {
      case .text(let text):
        lines = max(lines, Self.lines(of: text, width: widths[column]))
        sheet.write(text, row: row + Self.firstRow, column: column, style: self.text)
      case .number(let number?):
        sheet.write(Double(number), row: row + Self.firstRow, column: column, style: self.number)
      case .number(nil):
        sheet.write("", row: row + Self.firstRow, column: column, style: self.number)
      }
    }
    sheet.setHeight(Double(lines * 14 + 4), row: row + Self.firstRow)
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
