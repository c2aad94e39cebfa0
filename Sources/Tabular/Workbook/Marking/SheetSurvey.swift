/// What must be known of a worksheet before cells in it are marked.
final class SheetSurvey: XMLVisitor {
  private let header: Int
  private let width: Int
  /// The columns of the marked cells of each row.
  private let wanted: [Int: Set<Int>]
  /// The styles of the marked cells that are there.
  private(set) var styles: [Int: [Int: Int]] = [:]
  private var rowStyles: [Int: Int] = [:]
  private var columnStyles: [(columns: ClosedRange<Int>, style: Int)] = []
  /// The last column that is filled in the header or below it.
  private(set) var lastColumn = 0
  /// The style of the header's last cell.
  private(set) var titleStyle = 0
  /// The relationship to the drawing of the sheet's own comments.
  private(set) var drawing: String?
  private var (row, column) = (0, 0)

  init(_ sheet: WorksheetMarks) {
    header = sheet.header
    width = sheet.width
    wanted = Dictionary(grouping: sheet.marks, by: \.row).mapValues { Set($0.map(\.column)) }
  }

  /// The style that a cell has, or that its row or its column gives it.
  func style(row: Int, column: Int) -> Int {
    styles[row]?[column] ?? rowStyles[row]
      ?? columnStyles.first { $0.columns.contains(column) }?.style ?? 0
  }

  func start(_ name: XMLName, _ attributes: XMLAttributes) {
    switch name.letter {
    case UInt8(ascii: "c"): startCell(attributes)
    case UInt8(ascii: "v"): if row >= header { lastColumn = max(lastColumn, column) }
    default:
      if name.is("is") {
        if row >= header { lastColumn = max(lastColumn, column) }
      } else if name.is("row") {
        row = attributes["r"].flatMap { Int($0) } ?? row + 1
        column = 0
        if wanted[row] != nil, attributes.isTrue("customFormat"), let style = attributes["s"] {
          rowStyles[row] = Int(style)
        }
      } else if name.is("col"), let first = attributes["min"].flatMap({ Int($0) }),
        let last = attributes["max"].flatMap({ Int($0) }), first <= last,
        let style = attributes["style"].flatMap({ Int($0) })
      {
        columnStyles.append((first...last, style))
      } else if name.is("legacyDrawing") {
        drawing = attributes.relationship
      }
    }
  }

  private func startCell(_ attributes: XMLAttributes) {
    column = attributes["r"].flatMap { CellReference($0)?.column } ?? column + 1
    if row == header, column <= width {
      titleStyle = attributes["s"].flatMap { Int($0) } ?? 0
    }
    if wanted[row]?.contains(column) == true {
      styles[row, default: [:]][column] = attributes["s"].flatMap { Int($0) } ?? 0
    }
  }
}
