import Model

extension SheetBatch {
  /// The bytes of a column that is kept; none where the sheet lacks it.
  @inline(__always)
  func bytes(_ field: Int, row: Int) -> UnsafeBufferPointer<UInt8> {
    let column = columns[field]
    return column < 0
      ? UnsafeBufferPointer(start: nil, count: 0) : rows.bytes(row: row, column: column)
  }

  func replace(_ row: Int, _ column: Int, with bytes: [UInt8]) {
    bytes.withUnsafeBufferPointer { rows.replace(row: row, column: column, with: $0) }
  }

  /// Notes what was found in a cell, or in the row as a whole where no column is given; a cell of a
  /// workbook is cited as it shows and, in brackets, as it is held.
  @discardableResult
  func note(
    _ code: FindingCode, _ row: Int, _ column: Int = -1, _ field: SheetField? = nil
  ) -> FindingCode {
    guard column >= 0 else { return note(code, row, column, value: "") }
    func excerpt(_ text: String) -> String { field?.excerpt(text) ?? SheetField.cut(text) }
    let held = rows.text(row: row, column: column)
    let shown = rows.shown(row: row, column: column)?.text
    return note(
      code, row, column,
      value: shown.map { excerpt($0) + " (\(excerpt(held)))" } ?? excerpt(held))
  }

  /// Notes what is to be said of how a cell was read, errors apart.
  func note(_ reading: CellReading, _ row: Int, _ column: Int, _ field: SheetField) {
    if let notice = reading.notice { note(notice, row, column, field) }
    // A row that could not be taken apart or decoded says that, and nothing of its characters.
    guard !rows.places[row].isDamaged, !rows.places[row].isMisquoted else { return }
    if !reading.changes.isEmpty, !reading.isWrong {
      for notice in reading.changes.notices { note(notice, row, column, field) }
    }
    if reading.isDamaged { note(field.damaged, row, column, field) }
  }

  /// Notes what was found, with words of its own for the value.
  @discardableResult
  func note(_ code: FindingCode, _ row: Int, _ column: Int, value: String) -> FindingCode {
    let place = rows.places[row]
    findings.append(
      Finding(code: code, row: place.row, line: place.line, column: column, value: value))
    return code
  }
}

extension SheetField {
  /// The text of a cell as a finding shows it: cut, masked where it is personal, and with its control
  /// and format characters made visible.
  func excerpt(_ text: String) -> String {
    privacy == .open || DamagedText.isErrorWord(Array(text.utf8))
      ? Self.cut(text) : shown(text.withoutInvisible)
  }

  /// The text of a cell that stands in no column of the sheet.
  static func cut(_ text: String) -> String {
    let plain = text.withoutInvisible
    let masked = PersonalNumber.masked(plain)
    let text = masked == plain ? text.visible : masked
    return text.count > 60 ? text.prefix(60) + "…" : text
  }
}
