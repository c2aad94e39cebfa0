public import Model
public import Tabular

/// An empty sheet for a clerk to fill in: headers, notes, drop-downs, and columns that keep text.
public struct SheetTemplate: Sendable {
  /// How it is written.
  public enum Format: String, Sendable, CaseIterable {
    /// A workbook with notes and drop-downs.
    case xlsx
    /// The header alone.
    case csv
  }

  private let name: String
  private let fields: [SheetField]

  /// Sets a template out as a sheet is described.
  public init(_ sheet: SheetDescription) {
    name = sheet.title.zh
    fields = sheet.fields
  }

  /// How many rows the drop-downs cover.
  private static let rows = 5000
  private static let valuesName = "选项"

  /// Writes it in place of any file of that path; to `-`, the standard output, only as CSV.
  ///
  /// - Parameter created: the day in the workbook's properties.
  /// - Throws: `TabularError`.
  public func write(
    _ format: Format, to path: String, created: CivilDate, language: Language
  ) throws {
    switch format {
    case .csv: try OutputFile.write(try csv(), to: path)
    case .xlsx: try write(to: path, created: created, language: language)
    }
  }

  /// The sheet as CSV: the header alone.
  public func csv() throws -> [UInt8] {
    var bytes: [UInt8] = []
    var writer = CSVWriter { bytes += $0 }
    for field in fields { writer.field(field.header.zh) }
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
    for (index, field) in fields.enumerated() {
      let width =
        if case .residentID = field.kind { 22 } else { max(10, field.header.zh.count * 2 + 2) }
      let isRequired = field.need != .optional
      sheet.setWidth(
        Double(width), column: index, style: field.kind.isWrittenAsText ? Self.text : nil)
      sheet.write(field.header.zh, row: 0, column: index, style: isRequired ? required : optional)
      sheet.comment(
        (isRequired ? say("必填。", "Required. ") : "") + say(field.note), row: 0,
        column: index)
      let choices = field.kind.choices
      if !choices.isEmpty {
        let letters = Finding.letters(ofColumn: index)
        sheet.offer(
          cells: "='\(Self.valuesName)'!$\(letters)$1:$\(letters)$\(choices.count)",
          rows: 1...Self.rows, column: index)
      }
    }
    sheet.setHeight(24, row: 0)
    sheet.freeze(row: 1, column: 0)
    sheet.setPage(isLandscape: true, repeating: 0...0, footer: name)
  }

  private func writeNotes(into workbook: WorkbookWriter, _ say: Wording) {
    let table = PrintedTable(
      workbook.addSheet(say(SheetDescription.instructionsName)),
      title: name + say(" 填写说明", ": how to fill it in"),
      origin: say(
        "深色表头为必填列。空白表示不清楚，不等于“否”。标为文本的列请勿改格式。",
        "Dark headers are required. A blank means unknown, not no. Leave text columns as text."),
      columns: [
        (say("列", "Column"), 22), (say("必填", "Required"), 9), (say("怎么填", "What to write"), 60),
        (say("示例", "Example"), 22), (say("可选值", "Values"), 50),
      ], footer: name)
    for (row, field) in fields.enumerated() {
      let choices = field.kind.choices
      let values =
        choices.count > 20
        ? say("共 \(choices.count) 项，从下拉列表选", "\(choices.count), from the list")
        : choices.joined(separator: say("、", ", "))
      table.write(
        [
          .text(field.header.zh + say("", " \(field.header.en)")),
          .text(field.need == .optional ? "" : say("是", "yes")),
          .text(say(field.note)), .text(field.example), .text(values),
        ], row: row)
    }
  }

  /// Puts the values of each column under the same letter of a hidden sheet: a drop-down that
  /// spells its values out holds only 255 characters.
  private func writeValues(into workbook: WorkbookWriter) {
    guard fields.contains(where: { !$0.kind.choices.isEmpty }) else { return }
    let sheet = workbook.addSheet(Self.valuesName)
    for (index, field) in fields.enumerated() {
      for (row, value) in field.kind.choices.enumerated() {
        sheet.write(value, row: row, column: index, style: Self.text)
      }
    }
    sheet.hide()
  }

  private static let text = {
    var style = CellStyle()
    style.numberFormat = "@"
    return style
  }()
}
