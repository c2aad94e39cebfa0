public import Model
public import Tabular

/// A table of a package as a workbook for people: a title, a header, rows, and drop-downs where
/// something is to be filled in.
public struct PackageWorkbook: Sendable {
  /// One column.
  public struct Column: Sendable {
    /// Its header.
    public let title: String
    /// Its width in characters.
    public let width: Double
    /// Whether a person fills it in.
    public let isOpen: Bool
    /// What may be filled in; anything where empty.
    public let choices: [String]

    /// Describes a column.
    public init(_ title: String, width: Double, isOpen: Bool = false, choices: [String] = []) {
      self.title = title
      self.width = width
      self.isOpen = isOpen
      self.choices = choices
    }
  }

  private let title: String
  private let columns: [Column]
  private let rows: [[String]]
  private let notes: [String]

  /// Describes a workbook.
  /// - Parameter notes: lines for a second sheet; none where empty.
  public init(title: String, columns: [Column], rows: [[String]], notes: [String] = []) {
    self.title = title
    self.columns = columns
    self.rows = rows
    self.notes = notes
  }

  /// Writes the workbook; the header stands in the first row, so that it can be read back.
  /// - Throws: `TabularError`.
  public func write(to path: String, created: CivilDate) throws(TabularError) {
    let workbook = try WorkbookWriter(path: path, title: title, created: created)
    let sheet = workbook.addSheet(title)
    var head = CellStyle()
    head.isBold = true
    head.hasBorder = true
    head.alignment = .center
    head.wraps = true
    head.fill = 0xE6EDF4
    var openHead = head
    openHead.fill = 0x1F4E79
    openHead.color = 0xFFFFFF
    var cell = CellStyle()
    cell.hasBorder = true
    cell.wraps = true
    cell.numberFormat = "@"
    var open = cell
    open.fill = 0xFFFBEA
    for (index, column) in columns.enumerated() {
      sheet.setWidth(column.width, column: index)
      sheet.write(column.title, row: 0, column: index, style: column.isOpen ? openHead : head)
      for (row, texts) in rows.enumerated() {
        sheet.write(
          texts[index], row: row + 1, column: index, style: column.isOpen ? open : cell)
      }
    }
    sheet.setHeight(28, row: 0)
    sheet.freeze(row: 1, column: 0)
    sheet.setPage(isLandscape: true, repeating: 0...0, footer: title)
    if !notes.isEmpty { writeNotes(into: workbook) }
    writeChoices(into: workbook, for: sheet)
    try workbook.close()
  }

  private func writeNotes(into workbook: WorkbookWriter) {
    let sheet = workbook.addSheet(SheetDescription.instructionsName.zh)
    var text = CellStyle()
    text.size = 11
    text.wraps = true
    sheet.setWidth(90, column: 0)
    for (row, note) in notes.enumerated() { sheet.write(note, row: row, column: 0, style: text) }
  }

  /// Puts what may be chosen on a hidden sheet, under the letter of its column.
  private func writeChoices(into workbook: WorkbookWriter, for sheet: WorkbookWriter.Sheet) {
    let offered = columns.enumerated().filter { !$0.element.choices.isEmpty }
    guard !offered.isEmpty, !rows.isEmpty else { return }
    let hidden = workbook.addSheet("选项")
    for (index, column) in offered {
      for (row, choice) in column.choices.enumerated() {
        hidden.write(choice, row: row, column: index)
      }
      let letters = Finding.letters(ofColumn: index)
      sheet.offer(
        cells: "='选项'!$\(letters)$1:$\(letters)$\(column.choices.count)", rows: 1...rows.count,
        column: index)
    }
    hidden.hide()
  }
}
