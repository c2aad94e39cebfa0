import Model

/// Finds identity numbers among other text, so that nobody is left out.
enum IdentityScan {
  /// The number by which the standard, and our own templates, show how one is written: nobody's.
  private static let example = ResidentID("11010519491231002X")

  /// Whether any cell of a row holds a person's number.
  static func holdsNumber(row: Int, of rows: RowBatch) -> Bool {
    (0..<rows.columns).contains { holdsNumber(rows.bytes(row: row, column: $0)) }
  }

  /// Whether a text holds an identity number: eighteen characters that pass the check and are born on
  /// a day that exists, or fifteen digits that are the whole text.
  static func holdsNumber(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    guard bytes.count >= 15 else { return false }
    // Full-width digits take three bytes each.
    let text =
      bytes.contains(0xEF) ? TextFolding.fold(bytes, widths: true).bytes : Array(bytes)
    return text.withUnsafeBufferPointer { text in
      if let old = ResidentID(fifteenDigits: text) { return old.birthDate != nil }
      var run = 0
      for (index, byte) in text.enumerated() {
        if run == 17, isNumber(text, endingAt: index) { return true }
        run = byte &- 48 <= 9 ? run + 1 : 0
      }
      return false
    }
  }

  /// Whether text holds a mobile number that nothing longer is around.
  static func holdsPhone(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    var start = 0
    for index in 0...bytes.count {
      if index < bytes.count, bytes[index] &- 48 <= 9 { continue }
      if index - start == 11, bytes[start] == 49, bytes[start + 1] >= 51 { return true }
      start = index + 1
    }
    return false
  }

  /// Whether the seventeen digits before a character are those of a person with it.
  private static func isNumber(_ text: UnsafeBufferPointer<UInt8>, endingAt index: Int) -> Bool {
    if index + 1 < text.count, text[index + 1] &- 48 <= 9 { return false }
    var number = Array(text[(index - 17)...index])
    if number[17] == UInt8(ascii: "x") { number[17] = UInt8(ascii: "X") }
    guard let id = number.withUnsafeBufferPointer({ ResidentID($0) }) else { return false }
    return id.birthDate != nil && id != example
  }
}
