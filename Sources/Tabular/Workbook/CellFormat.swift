/// What a cell's number format says its number is.
enum CellFormat: UInt8 {
  /// A number, a percentage, a time of day: anything that is not a day.
  case plain
  /// A day.
  case date
  /// A month, shown without its day, such as 1990年1月.
  case month

  /// The meaning of a format that is known by its number alone.
  ///
  /// Numbers 27–36 and 50–58 are as in a Chinese spreadsheet program.
  init(builtIn id: Int) {
    self =
      switch id {
      case 14, 15, 16, 22, 28...31, 51, 53, 54, 58: .date
      case 17, 27, 36, 50, 52, 57: .month
      default: .plain
      }
  }

  /// The meaning of a format code such as `yyyy"年"m"月"d"日"`, judged by its first section.
  init(code: String) {
    let letters = Self.letters(of: Array(code.utf8))
    let hasYear = letters.contains(UInt8(ascii: "y"))
    let hasDay = letters.contains(UInt8(ascii: "d"))
    let hasMonth = letters.contains(UInt8(ascii: "m"))
    let hasTime = letters.contains(UInt8(ascii: "h")) || letters.contains(UInt8(ascii: "s"))
    if hasYear && hasMonth && !hasDay && !hasTime {
      self = .month
    } else {
      self = hasYear || hasDay || (hasMonth && !hasTime) ? .date : .plain
    }
  }

  /// The letters of a code that stand for parts of a date, in lower case; `e` is a year too.
  private static func letters(of code: [UInt8]) -> [UInt8] {
    var letters: [UInt8] = []
    var rest = code[...]
    while let byte = rest.popFirst() {
      switch byte {
      case UInt8(ascii: ";"): return letters
      case UInt8(ascii: "\""): rest = rest.drop { $0 != UInt8(ascii: "\"") }.dropFirst()
      case UInt8(ascii: "["): rest = rest.drop { $0 != UInt8(ascii: "]") }.dropFirst()
      case UInt8(ascii: "\\"), UInt8(ascii: "_"), UInt8(ascii: "*"): rest = rest.dropFirst()
      default: break
      }
      switch byte | 0x20 {
      case UInt8(ascii: "g") where rest.prefix(6).map({ $0 | 0x20 }) == Array("eneral".utf8):
        rest = rest.dropFirst(6)
      case UInt8(ascii: "a") where rest.first.map { $0 | 0x20 } == UInt8(ascii: "m"):
        rest = rest.dropFirst(4)
      case UInt8(ascii: "e"):
        guard let next = rest.first, next != UInt8(ascii: "+"), next != UInt8(ascii: "-") else {
          break
        }
        letters.append(UInt8(ascii: "y"))
      case let letter where "ymdhs".utf8.contains(letter): letters.append(letter)
      default: break
      }
    }
    return letters
  }
}
