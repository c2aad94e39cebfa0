import CXLSXWriter
import Model

/// A marked copy of worksheets while it is being written.
final class MarkedCopy: CellSink {
  let columns = CellReference.lastColumn

  private let path: String
  private var marks: ArraySlice<WorkbookMark> = []
  private var cells: [(column: Int, text: String)] = []
  private var workbook: UnsafeMutablePointer<lxw_workbook>?
  private var sheet: UnsafeMutablePointer<lxw_worksheet>?
  private let plain: UnsafeMutablePointer<lxw_format>
  private let marked: UnsafeMutablePointer<lxw_format>

  init(path: String) throws(WorkbookError) {
    self.path = path
    var options = lxw_workbook_options()
    options.constant_memory = 1
    guard let workbook = workbook_new_opt(path, &options),
      let plain = workbook_add_format(workbook), let marked = workbook_add_format(workbook)
    else { throw .cannotCreate(path: path) }
    self.workbook = workbook
    self.plain = plain
    self.marked = marked
    // 1 January 2000, so that no clock is read.
    var properties = lxw_doc_properties()
    properties.created = 946_684_800
    workbook_set_properties(workbook, &properties)
    format_set_num_format(plain, "@")
    format_set_num_format(marked, "@")
    format_set_bg_color(marked, 0xFFC7CE)
    format_set_font_color(marked, 0x9C0006)
  }

  /// Begins a worksheet.
  func start(_ name: String, marks: [WorkbookMark]) throws(WorkbookError) {
    self.marks = marks.sorted { ($0.row, $0.column) < ($1.row, $1.column) }[...]
    // A name that the library refuses is no reason to keep the copy back.
    sheet =
      workbook_validate_sheet_name(workbook, name) == LXW_NO_ERROR
      ? workbook_add_worksheet(workbook, name) : workbook_add_worksheet(workbook, nil)
    guard sheet != nil else { throw .cannotCreate(path: path) }
    worksheet_set_column(sheet, 0, UInt16(columns - 1), 20, plain)
    worksheet_set_comments_author(sheet, "协管")
    worksheet_ignore_errors(
      sheet, UInt8(LXW_IGNORE_NUMBER_STORED_AS_TEXT.rawValue), "A1:XFD1048576")
  }

  deinit {
    if let workbook { lxw_workbook_free(workbook) }
  }

  func cell(_ bytes: UnsafeBufferPointer<UInt8>, column: Int, shown: ShownText?) {
    // The library leaves `_x000D_` as it is, which would read back as a carriage return, and the two
    // code points that XML forbids, which could not be read back at all.
    let hasEscapes = zip(bytes, bytes.dropFirst()).contains {
      $0 == 0x5F && $1 == 0x78 || $0 == 0xEF && $1 == 0xBF
    }
    var text = String(decoding: bytes, as: UTF8.self)
    if hasEscapes {
      text = text.replacing("_x", with: "_x005F_x").replacing("\u{FFFE}", with: "_xFFFE_")
        .replacing("\u{FFFF}", with: "_xFFFF_")
    }
    cells.append((column, text))
  }

  func endRow(_ row: Int) throws(WorkbookError) -> XMLStep {
    try markBlankRows(before: row)
    let marksOfRow = takeMarks(of: row)
    for (column, text) in cells {
      let format = marksOfRow.contains { $0.column == column } ? marked : plain
      try check(
        worksheet_write_string(sheet, UInt32(row - 1), UInt16(column - 1), text, format),
        row: row, column: column)
    }
    try comment(marksOfRow, written: cells.map(\.column))
    cells = []
    return .proceed
  }

  /// Ends a worksheet.
  func finishSheet() throws(WorkbookError) { try markBlankRows(before: .max) }

  /// Writes the file.
  func finish() throws(WorkbookError) {
    let finished = workbook
    // Closing frees the workbook even where it fails.
    workbook = nil
    guard workbook_close(finished) == LXW_NO_ERROR else { throw .cannotCreate(path: path) }
  }

  private func takeMarks(of row: Int) -> ArraySlice<WorkbookMark> {
    let marksOfRow = marks.prefix { $0.row == row }
    marks.removeFirst(marksOfRow.count)
    return marksOfRow
  }

  private func markBlankRows(before row: Int) throws(WorkbookError) {
    while let next = marks.first, next.row < row {
      try comment(takeMarks(of: next.row), written: [])
    }
  }

  /// Writes one row's comments, and colours the marked cells that hold nothing.
  private func comment(
    _ marksOfRow: ArraySlice<WorkbookMark>, written: [Int]
  ) throws(WorkbookError) {
    var rest = marksOfRow
    while let mark = rest.first {
      let same = rest.prefix { $0.column == mark.column }
      rest.removeFirst(same.count)
      let (row, column) = (UInt32(mark.row - 1), UInt16(mark.column - 1))
      if !written.contains(mark.column) {
        try check(
          worksheet_write_blank(sheet, row, column, marked), row: mark.row, column: mark.column)
      }
      try check(
        worksheet_write_comment(
          sheet, row, column, same.map(\.message).joined(separator: "\n")),
        row: mark.row, column: mark.column)
    }
  }

  private func check(_ result: lxw_error, row: Int, column: Int) throws(WorkbookError) {
    switch result {
    case LXW_NO_ERROR: return
    case LXW_ERROR_MAX_STRING_LENGTH_EXCEEDED:
      throw .cellTooLong(cell: CellReference.name(column: column, row: row))
    default: throw .unwritable(cell: CellReference.name(column: column, row: row))
    }
  }
}
