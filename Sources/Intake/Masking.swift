import Model

/// How a personal value is shown in findings: enough to find the cell, never enough to restore it.
enum Masking {
  /// The text of a cell as a finding shows it.
  static func shown(_ bytes: UnsafeBufferPointer<UInt8>, of columnID: String) -> String {
    let text = String(decoding: bytes.prefix(400), as: UTF8.self)
    switch columnID {
    case "name": return PersonName.masked(text)
    case "resident_id", "case_no": return residentID(text)
    case "phone": return middle(text, head: 3, tail: 4)
    case "birth_date":
      return String(text.prefix(4)) + String(repeating: "*", count: max(0, min(text.count, 12) - 4))
    default: return text.count > 60 ? text.prefix(60) + "…" : text
    }
  }

  /// `110105********002X`; a number that a spreadsheet damaged is shown as it stands, being none.
  private static func residentID(_ text: String) -> String {
    if text.uppercased().contains("E+"), text.count < 14 { return text }
    return middle(text, head: 6, tail: 4)
  }

  private static func middle(_ text: String, head: Int, tail: Int) -> String {
    guard text.count > head + tail else {
      return text.prefix(2) + String(repeating: "*", count: max(0, text.count - 2))
    }
    return text.prefix(head) + String(repeating: "*", count: min(text.count, 24) - head - tail)
      + text.suffix(tail)
  }
}
