import Model

extension SheetField {
  /// The text of a cell as a finding shows it: cut, and masked where the column is personal.
  func shown(_ bytes: UnsafeBufferPointer<UInt8>) -> String {
    let text = String(decoding: bytes.prefix(400), as: UTF8.self)
    return privacy == .open ? Self.cut(text) : shown(text)
  }

  /// The text of a cell that stands in no column of the sheet.
  static func cut(_ text: String) -> String {
    text.count > 60 ? text.prefix(60) + "…" : text
  }
}
