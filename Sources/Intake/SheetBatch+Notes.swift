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

  /// Notes what was found in a cell, or in the row as a whole where no column is given.
  @discardableResult
  func note(
    _ code: FindingCode, _ row: Int, _ column: Int = -1, _ field: SheetField? = nil
  ) -> FindingCode {
    let text = column < 0 ? "" : rows.text(row: row, column: column)
    return note(code, row, column, value: field?.excerpt(text) ?? SheetField.cut(text))
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
  /// The text of a cell as a finding shows it: cut, and masked where it is personal.
  func excerpt(_ text: String) -> String {
    privacy == .open ? Self.cut(text) : shown(text)
  }

  /// The text of a cell that stands in no column of the sheet.
  static func cut(_ text: String) -> String {
    text.count > 60 ? text.prefix(60) + "…" : text
  }
}
