public import Model

/// A column of a sheet as a clerk is asked to fill it in.
public struct SheetFormColumn: Sendable {
  /// The field's name in programs.
  public let id: String
  /// The header.
  public let header: String
  /// What to write there.
  public let note: Bilingual
  /// The values to choose from; empty where anything goes.
  public let values: [String]
  /// Whether a spreadsheet must keep what is typed as text.
  public let isText: Bool
  /// Whether the sheet cannot do without it.
  public let isRequired: Bool
}

extension SheetKind {
  /// The columns of an empty sheet of this kind, in their usual order.
  public var form: [SheetFormColumn] {
    columns.map { column in
      SheetFormColumn(
        id: column.id, header: column.header, note: column.kind.note,
        values: column.kind.values, isText: column.kind.isWrittenAsText,
        isRequired: column.isRequired || column.kind.isOffice)
    }
  }
}

extension CellKind {
  /// What a clerk writes into such a column.
  fileprivate var note: Bilingual {
    switch self {
    case .text: Bilingual(zh: "文字，可空", en: "Text; may be blank")
    case .requiredText: Bilingual(zh: "文字，不可空", en: "Text, never blank")
    case .name: Bilingual(zh: "与身份证一致", en: "As on the identity card")
    case .pseudonym:
      Bilingual(
        zh: "案件代号；不得填对象的姓名或身份证号",
        en: "A pseudonym of the case; never a subject's name or number")
    case .residentID: Bilingual(zh: "18 位，按文本输入", en: "18 characters, typed as text")
    case .birthDate, .date:
      Bilingual(zh: "写成 2024-06-01 的样子", en: "Written like 2024-06-01")
    case .phone: Bilingual(zh: "11 位手机号", en: "A mobile number of 11 digits")
    case .office: Bilingual(zh: "9 位街道代码，从列表选", en: "The nine-digit code, from the list")
    case .otherOffice: Bilingual(zh: "9 位街道代码，可空", en: "A nine-digit code; may be blank")
    case .list: Bilingual(zh: "从列表选；不清楚就空着", en: "From the list; blank if not known")
    case .wholeNumber(let maximum, _):
      Bilingual(
        zh: "0—\(maximum) 的整数；不清楚就空着", en: "A whole number from 0 to \(maximum); blank if not known"
      )
    case .hundredths(let maximum, _):
      Bilingual(
        zh: "0—\(maximum)，最多两位小数", en: "0 to \(maximum), at most two decimals")
    case .month: Bilingual(zh: "写成 2024-06 的样子", en: "Written like 2024-06")
    }
  }

  /// The values of a closed list, or the codes of the built-in offices.
  fileprivate var values: [String] {
    switch self {
    case .list(let list, _): list.values
    case .office, .otherOffice: Office.beijing.map(\.code)
    default: []
    }
  }

  /// Whether a spreadsheet would spoil it: identity numbers, codes, dates.
  fileprivate var isWrittenAsText: Bool {
    switch self {
    case .wholeNumber, .hundredths: false
    default: true
    }
  }
}
