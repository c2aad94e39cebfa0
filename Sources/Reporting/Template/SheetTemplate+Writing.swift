public import Model
public import Tabular

extension SheetTemplate {
  /// How many rows the drop-downs cover.
  private static let rows = 5000

  /// The sheet as CSV: the header alone.
  public func csv() throws -> [UInt8] {
    var bytes: [UInt8] = []
    var writer = CSVWriter { bytes += $0 }
    for column in columns { writer.field(column.header) }
    try writer.endRow()
    try writer.finish()
    return bytes
  }

  /// Writes the sheet as a workbook, with a second sheet that explains the columns.
  ///
  /// - Throws: `TabularError` where the file cannot be made or written.
  public func write(
    to path: String, created: CivilDate, language: Language = .zh
  ) throws(TabularError) {
    let say = Wording(language)
    let workbook = try WorkbookWriter(path: path, title: name, created: created)
    writeForm(into: workbook, say)
    writeNotes(into: workbook, say)
    writeValues(into: workbook)
    try workbook.close()
  }

  private func writeForm(into workbook: WorkbookWriter, _ say: Wording) {
    let sheet = workbook.addSheet(name)
    var optional = CellStyle()
    optional.isBold = true
    optional.hasBorder = true
    optional.alignment = .center
    optional.fill = 0xE6EDF4
    var required = optional
    required.fill = 0x1F4E79
    required.color = 0xFFFFFF
    var text = CellStyle()
    text.numberFormat = "@"
    for (index, column) in columns.enumerated() {
      sheet.setWidth(Double(column.width), column: index, style: column.isText ? text : nil)
      sheet.write(
        column.header, row: 0, column: index, style: column.isRequired ? required : optional)
      sheet.comment(note(of: column, say), row: 0, column: index)
      if !column.values.isEmpty {
        let letters = Finding.letters(ofColumn: index)
        sheet.offer(
          cells: "='\(Self.valuesName)'!$\(letters)$1:$\(letters)$\(column.values.count)",
          rows: 1...Self.rows, column: index)
      }
    }
    sheet.setHeight(24, row: 0)
    sheet.freeze(row: 1, column: 0)
    sheet.setPage(isLandscape: true, repeating: 0...0, footer: name)
  }

  private func note(of column: Column, _ say: Wording) -> String {
    (column.isRequired ? say("必填。", "Required. ") : "") + column.note
  }

  private func writeNotes(into workbook: WorkbookWriter, _ say: Wording) {
    let table = PrintedTable(
      workbook.addSheet(say("填写说明", "How to fill in")),
      title: name + say(" 填写说明", ": how to fill it in"),
      origin: say(
        "深色表头为必填列。空白表示不清楚，不等于“否”。标为文本的列请勿改格式。",
        "Dark headers are required. A blank means unknown, not no. Leave text columns as text."),
      columns: [
        (say("列", "Column"), 22), (say("必填", "Required"), 9), (say("怎么填", "What to write"), 60),
        (say("可选值", "Values"), 50),
      ], footer: name)
    for (row, column) in columns.enumerated() {
      let values =
        column.values.count > 20
        ? say("共 \(column.values.count) 项，从下拉列表选", "\(column.values.count), from the list")
        : column.values.joined(separator: say("、", ", "))
      table.write(
        [
          .text(column.header), .text(column.isRequired ? say("是", "yes") : ""),
          .text(column.note), .text(values),
        ], row: row)
    }
  }

  /// Puts the values of each column under the same letter of a hidden sheet: a drop-down that
  /// spells its values out holds only 255 characters.
  private func writeValues(into workbook: WorkbookWriter) {
    guard columns.contains(where: { !$0.values.isEmpty }) else { return }
    let sheet = workbook.addSheet(Self.valuesName)
    var text = CellStyle()
    text.numberFormat = "@"
    for (index, column) in columns.enumerated() {
      for (row, value) in column.values.enumerated() {
        sheet.write(value, row: row, column: index, style: text)
      }
    }
    sheet.hide()
  }

  private static let valuesName = "选项"
}
