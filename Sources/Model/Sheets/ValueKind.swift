/// What a column holds, and so how its cells are read, kept, offered and masked.
public enum ValueKind: Sendable {
  /// Free text; only white space at its ends is taken off.
  case text
  /// A person's name.
  case name
  /// A number or code by which something is known, such as an application number.
  case code
  /// What a paper is known by, such as the number of a certificate; perhaps with a note beside it.
  case certificate
  /// The code of a major (专业代码), which has an even number of digits.
  case majorCode
  /// What stands for a case, which must not be a person's number.
  case pseudonym
  /// A resident identity number.
  case residentID
  /// A date of birth: its notation is checked against the identity number.
  case birthDate
  /// A mobile telephone number.
  case phone
  /// The code of a known office; where it is blank, the office's name gives it.
  case office
  /// The code of a further office, which is kept even if it is unknown.
  case otherOffice
  /// The name of the office that the row is of; not kept.
  case officeName
  /// The name of its district, which tells offices of one name apart; not kept.
  case districtName
  /// A value of a closed list.
  case list(ClosedList)
  /// A whole number from 0 to a maximum.
  case wholeNumber(maximum: Int)
  /// A whole number of months from 0 to a maximum; years are turned into months.
  case months(maximum: Int)
  /// A number from 0 to a maximum with up to two decimals, kept in hundredths.
  case hundredths(maximum: Int)
  /// A mark from 0 to 100 with up to two decimals, kept in hundredths; or the word that says why there
  /// is none.
  case mark
  /// A day, kept as `yyyymmdd`.
  case date
  /// The day on which something ends, kept as `yyyymmdd`; blank where it never does.
  case expiry
  /// A month, kept as `yyyymm`.
  case month

  /// Whether the value is kept.
  public var isKept: Bool {
    switch self {
    case .officeName, .districtName: false
    default: true
    }
  }

  /// Whether it is kept as a number: counts, hundredths, days and months.
  public var isNumber: Bool {
    switch self {
    case .wholeNumber, .months, .hundredths, .mark, .birthDate, .date, .expiry, .month: true
    default: false
    }
  }

  /// The largest number that may be kept, where it is bounded.
  public var largestNumber: Int64? {
    switch self {
    case .wholeNumber(let maximum), .months(let maximum): Int64(maximum)
    case .hundredths(let maximum): Int64(maximum) * 100
    case .mark: 10_000
    default: nil
    }
  }

  /// Its closed list, if it has one.
  public var list: ClosedList? {
    if case .list(let list) = self { list } else { nil }
  }

  /// Whether it says the office that the row is of.
  public var isOffice: Bool {
    if case .office = self { true } else { false }
  }

  /// Whether full-width digits and letters are folded and a leading apostrophe is taken off.
  public var isFolded: Bool {
    switch self {
    case .text, .name, .certificate, .officeName, .districtName: false
    default: true
    }
  }

  /// Whether line breaks may stand within it.
  package var keepsLines: Bool {
    switch self {
    case .text, .certificate: true
    default: false
    }
  }

  /// Whether any text is taken, as far as the kind of value goes.
  package var takesAnyText: Bool {
    switch self {
    case .text, .name, .code, .certificate, .majorCode, .pseudonym, .otherOffice, .officeName,
      .districtName:
      true
    default: false
    }
  }

  /// Whether it is a number that counts nothing, which a program spoils when it takes it as a number.
  package var isNumbering: Bool {
    switch self {
    case .code, .certificate, .majorCode, .pseudonym, .residentID, .phone, .office, .otherOffice:
      true
    default: false
    }
  }

  /// Whether it counts or measures something.
  package var isQuantity: Bool {
    switch self {
    case .wholeNumber, .months, .hundredths, .mark: true
    default: false
    }
  }

  /// Whether it may have decimals.
  package var hasDecimals: Bool {
    switch self {
    case .hundredths, .mark: true
    default: false
    }
  }

  /// The values to choose from: those of a closed list, or the codes of the built-in offices.
  public var choices: [String] {
    switch self {
    case .list(let list): list.values
    case .office, .otherOffice: Office.beijing.map(\.code)
    default: []
    }
  }

  /// Whether a spreadsheet would spoil what is typed unless it takes it as text: identity numbers,
  /// codes, dates.
  public var isWrittenAsText: Bool {
    switch self {
    case .wholeNumber, .months, .hundredths, .mark: false
    default: true
    }
  }

  /// The type in a Table Schema (Frictionless Data).
  public var tableType: String {
    switch self {
    case .wholeNumber, .months: "integer"
    case .hundredths, .mark: "number"
    case .birthDate, .date, .expiry: "date"
    case .month: "yearmonth"
    default: "string"
    }
  }
}

extension ValueKind {
  /// The finding for a cell that must not be blank.
  var blank: FindingCode {
    switch self {
    case .name: .nameBlank
    case .residentID: .residentIDBlank
    case .office: .officeUnknown
    default: .requiredBlank
    }
  }

  /// The finding for a value that no reading accepts; text takes any.
  var wrong: FindingCode {
    switch self {
    case .text, .code, .certificate, .majorCode, .officeName, .districtName: .requiredBlank
    case .name: .nameBlank
    case .pseudonym: .subjectAsPerson
    case .residentID: .residentIDWrong
    case .birthDate: .birthDateDiffers
    case .phone: .phoneWrong
    case .office: .officeUnknown
    case .otherOffice: .otherOfficeUnknown
    case .list(let list): list.wrong
    case .wholeNumber, .months, .hundredths, .mark: .numberWrong
    case .date, .expiry: .dateWrong
    case .month: .monthWrong
    }
  }

  /// The finding for a value that a program has damaged.
  var damaged: FindingCode {
    switch self {
    case .name: .nameDamaged
    case .residentID: .residentIDDamaged
    case .phone: .phoneDamaged
    case .office, .otherOffice: .officeCodeDamaged
    default: .valueDamaged
    }
  }

  /// What a clerk writes into such a column.
  var note: Bilingual {
    switch self {
    case .text, .code, .certificate, .majorCode, .officeName, .districtName:
      Bilingual(zh: "文字，可空", en: "Text; may be blank")
    case .name: Bilingual(zh: "与身份证一致", en: "As on the identity card")
    case .pseudonym:
      Bilingual(
        zh: "案件代号；不得填对象的姓名或身份证号",
        en: "A pseudonym of the case; never a subject's name or number")
    case .residentID: Bilingual(zh: "18 位，按文本输入", en: "18 characters, typed as text")
    case .birthDate, .date, .expiry:
      Bilingual(zh: "写成 2024-06-01 的样子", en: "Written like 2024-06-01")
    case .phone: Bilingual(zh: "11 位手机号", en: "A mobile number of 11 digits")
    case .office: Bilingual(zh: "9 位街道代码，从列表选", en: "The nine-digit code, from the list")
    case .otherOffice: Bilingual(zh: "9 位街道代码，可空", en: "A nine-digit code; may be blank")
    case .list: Bilingual(zh: "从列表选；不清楚就空着", en: "From the list; blank if not known")
    case .wholeNumber(.max): Bilingual(zh: "不小于 0 的整数", en: "A whole number from 0")
    case .wholeNumber(let maximum), .months(let maximum):
      Bilingual(
        zh: "0—\(maximum) 的整数；不清楚就空着", en: "A whole number from 0 to \(maximum); blank if not known"
      )
    case .hundredths(let maximum):
      Bilingual(
        zh: "0—\(maximum)，最多两位小数", en: "0 to \(maximum), at most two decimals")
    case .mark:
      Bilingual(
        zh: "0—100，最多两位小数；没有成绩的写缺考、违纪或免考",
        en: "0 to 100, at most two decimals; 缺考, 违纪 or 免考 where there is none")
    case .month: Bilingual(zh: "写成 2024-06 的样子", en: "Written like 2024-06")
    }
  }

  /// A personal value with enough left to find the cell, and never enough to restore it.
  func masked(_ text: String) -> String {
    switch self {
    // What a spreadsheet damaged is no number any more, and stands as it is.
    case .residentID, .pseudonym:
      text.uppercased().contains("E+") && text.count < 14
        ? text : Self.masked(text, keeping: 6, tail: 4)
    case .phone: Self.masked(text, keeping: 3, tail: 4)
    case .birthDate, .date, .expiry:
      text.prefix(4) + String(repeating: "*", count: max(0, min(text.count, 12) - 4))
    default: PersonName.masked(text)
    }
  }

  private static func masked(_ text: String, keeping head: Int, tail: Int) -> String {
    guard text.count > head + tail else {
      return text.prefix(2) + String(repeating: "*", count: max(0, text.count - 2))
    }
    return text.prefix(head) + String(repeating: "*", count: min(text.count, 24) - head - tail)
      + text.suffix(tail)
  }
}
