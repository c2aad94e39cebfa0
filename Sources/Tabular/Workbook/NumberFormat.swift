/// How a cell's number is shown (数字格式): a code such as `000000`, `0.0%` or `yyyy"年"m"月"`.
struct NumberFormat {
  /// What a number with this format is.
  enum Meaning {
    /// A number, a percentage, a time of day: anything that is not a day.
    case plain
    /// A day.
    case date
    /// A month, shown without its day, such as 1990年1月.
    case month
  }

  /// A piece of a code.
  enum Token: Equatable {
    case literal(String)
    /// A place for a digit: 0, # or ?.
    case digit(Character)
    case point
    case comma
    case percent
    /// The number as a person types it.
    case general
    /// A run of y, m, d, h, s, or a for the day of the week.
    case date(Character, Int)
    /// 上午 or 下午, AM or PM.
    case halfDay(String, String)

    /// Whether it is a place for a digit.
    var isDigit: Bool { if case .digit = self { true } else { false } }
    /// Whether it is a part of a date or a time.
    var isOfDate: Bool {
      switch self {
      case .date, .halfDay: true
      default: false
      }
    }
  }

  /// One of the codes between semicolons: for positive numbers, negative ones, zero, text.
  struct Section {
    var tokens: [Token] = []

    /// Whether a letter stands for a part of a date.
    func shows(_ letter: Character) -> Bool {
      tokens.contains { if case .date(letter, _) = $0 { true } else { false } }
    }
  }

  let sections: [Section]
  let meaning: Meaning
  /// Whether every piece of the code is understood, so that what is shown can be told.
  let isUnderstood: Bool

  /// Whether a number is shown as it was typed.
  var isGeneral: Bool { sections.first?.tokens == [.general] }

  /// Whether a day is shown with its time.
  var showsTime: Bool { sections.first.map { $0.shows("h") || $0.shows("s") } ?? false }

  /// Reads a format code; the first section says what its numbers are.
  init(code: String) {
    var parser = FormatParser(code)
    sections = parser.parse()
    isUnderstood = parser.isUnderstood
    let first = sections.first ?? Section()
    let hasTime = first.shows("h") || first.shows("s")
    if first.shows("y") && first.shows("m") && !first.shows("d") && !hasTime {
      meaning = .month
    } else {
      meaning =
        first.shows("y") || first.shows("d") || first.shows("m") && !hasTime ? .date : .plain
    }
  }

  /// The format that is known by its number alone, as a Chinese spreadsheet program shows it.
  ///
  /// Source: ECMA-376-1, 18.8.30, and its table for zh-cn.
  init(builtIn id: Int) {
    let code =
      switch id {
      case 1: "0"
      case 2: "0.00"
      case 3: "#,##0"
      case 4: "#,##0.00"
      case 9: "0%"
      case 10: "0.00%"
      case 11: "0.00E+00"
      case 12: "# ?/?"
      case 13: "# ??/??"
      case 14: "yyyy/m/d"
      case 15: "d-mmm-yy"
      case 16: "d-mmm"
      case 17: "mmm-yy"
      case 18: "h:mm AM/PM"
      case 19: "h:mm:ss AM/PM"
      case 20: "h:mm"
      case 21: "h:mm:ss"
      case 22: "yyyy/m/d h:mm"
      case 27, 36, 50, 52, 57: "yyyy年m月"
      case 28, 29, 51, 53, 54, 58: "m月d日"
      case 30: "m-d-yy"
      case 31: "yyyy年m月d日"
      case 32: "h时mm分"
      case 33: "h时mm分ss秒"
      case 34, 55: "上午/下午h时mm分"
      case 35, 56: "上午/下午h时mm分ss秒"
      case 37, 38: "#,##0;-#,##0"
      case 39, 40: "#,##0.00;-#,##0.00"
      case 45: "mm:ss"
      case 46: "[h]:mm:ss"
      case 47: "mm:ss.0"
      case 48: "##0.0E+0"
      default: "General"
      }
    self.init(code: code)
  }
}

/// Takes a format code to pieces.
private struct FormatParser {
  private var rest: ArraySlice<Character>
  private var sections = [NumberFormat.Section()]
  private(set) var isUnderstood = true

  init(_ code: String) {
    rest = Array(code)[...]
  }

  mutating func parse() -> [NumberFormat.Section] {
    while let next = rest.popFirst() {
      switch next {
      case ";": sections.append(NumberFormat.Section())
      case "\"":
        add(.literal(String(rest.prefix { $0 != "\"" })))
        rest = rest.drop { $0 != "\"" }.dropFirst()
      case "\\", "!":
        if let character = rest.popFirst() { add(.literal(String(character))) }
      // As wide as the next character, or filled with it.
      case "_", "*": rest = rest.dropFirst()
      case "[":
        let content = String(rest.prefix { $0 != "]" })
        rest = rest.drop { $0 != "]" }.dropFirst()
        addBracket(content)
      case "0", "#", "?": add(.digit(next))
      case ".": add(.point)
      case ",": add(.comma)
      case "%": add(.percent)
      case "@": add(.general)
      default: addWord(next)
      }
    }
    if sections.contains(where: { $0.tokens.count > 100 }) { isUnderstood = false }
    return sections.map(\.read)
  }

  private mutating func add(_ token: NumberFormat.Token) {
    sections[sections.count - 1].tokens.append(token)
  }

  /// Takes what stands in brackets: a currency or language, a colour, hours beyond a day, a condition,
  /// figures of another script.
  private mutating func addBracket(_ content: String) {
    let letters = Set(content.lowercased())
    if content.lowercased() == "$-f800" {
      // The system's long date, whatever follows.
      rest = Array("yyyy年m月d日")[...]
    } else if content.hasPrefix("$") {
      add(.literal(String(content.dropFirst().prefix { $0 != "-" })))
    } else if letters == ["h"] || letters == ["m"] || letters == ["s"] {
      add(.date("h", content.count))
      isUnderstood = false
    } else if !content.allSatisfy(\.isLetter), !content.lowercased().hasPrefix("color") {
      isUnderstood = false
    }
  }

  /// Takes a letter with those that belong to it.
  private mutating func addWord(_ first: Character) {
    if takes("eneral", after: first, "G") || takes("/通用格式", after: first, "G") {
      add(.general)
    } else if takes("M/PM", after: first, "A") {
      add(.halfDay("AM", "PM"))
    } else if takes("/P", after: first, "A") {
      add(.halfDay("A", "P"))
    } else if takes("午/下午", after: first, "上") {
      add(.halfDay("上午", "下午"))
    } else if let letter = first.lowercased().first, "ymdhsae".contains(letter) {
      let count = rest.prefix { $0.lowercased() == first.lowercased() }.count
      rest = rest.dropFirst(count)
      if letter == "e", rest.first == "+" || rest.first == "-" { return isUnderstood = false }
      // 2024 is `e` too; a single `a` is nothing.
      add(letter == "e" ? .date("y", 4) : .date(letter, count + 1))
      if letter == "a", count < 2 { isUnderstood = false }
    } else {
      // Eras, and calendars of other countries.
      if "gGbB/".contains(first),
        first != "/" || sections.last?.tokens.contains(where: \.isDigit) == true
      {
        isUnderstood = false
      }
      add(.literal(String(first)))
    }
  }

  private mutating func takes(_ others: String, after first: Character, _ wanted: Character)
    -> Bool
  {
    guard first.lowercased() == wanted.lowercased(),
      String(rest.prefix(others.count)).lowercased() == others.lowercased()
    else { return false }
    rest = rest.dropFirst(others.count)
    return true
  }
}

extension NumberFormat.Section {
  /// The section with points and commas as what they are beside parts of a date: literals.
  fileprivate var read: Self {
    guard tokens.contains(where: \.isOfDate) else { return self }
    return Self(
      tokens: tokens.map {
        switch $0 {
        case .point: .literal(".")
        case .comma: .literal(",")
        default: $0
        }
      })
  }
}
