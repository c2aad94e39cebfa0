/// Where a cell stands, such as C7; columns and rows count from 1.
struct CellReference {
  /// The last column that a worksheet can have, XFD.
  static let lastColumn = 16_384
  /// The last row that a worksheet can have.
  static let lastRow = 1_048_576

  var column: Int
  var row: Int

  /// Reads an address, nil where it is none; column and row may lie beyond the last.
  init?(_ text: UnsafePointer<CChar>) {
    var next = text
    column = 0
    row = 0
    while case let letter = UInt8(bitPattern: next[0]) & ~0x20, (65...90).contains(letter) {
      guard next - text < 7 else { return nil }
      column = column * 26 + Int(letter) - 64
      next += 1
    }
    guard column > 0, next[0] > 48, let row = Self.number(next) else { return nil }
    self.row = row
  }

  /// Reads a whole number of at most nine digits.
  static func number(_ text: UnsafePointer<CChar>) -> Int? {
    var value = 0
    var next = text
    while case let digit = Int(next[0]) - 48, (0...9).contains(digit) {
      guard next - text < 9 else { return nil }
      value = value * 10 + digit
      next += 1
    }
    return next != text && next[0] == 0 ? value : nil
  }

  /// A cell's address as a person reads it.
  static func name(column: Int, row: Int) -> String {
    letters(column) + String(row)
  }

  /// The letters of a column, 1 being A.
  static func letters(_ column: Int) -> String {
    var letters: [UInt8] = []
    var rest = column
    while rest > 0 {
      letters.append(UInt8(65 + (rest - 1) % 26))
      rest = (rest - 1) / 26
    }
    return String(decoding: letters.reversed(), as: UTF8.self)
  }
}
