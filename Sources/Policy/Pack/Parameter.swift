public import Model

/// A number or a list that rules use, as it stands on a day.
public struct Parameter: Declared, Hashable {
  /// What it is called, what it rests on, and when.
  public internal(set) var declaration: Declaration
  /// What it is counted in; empty where it is counted in nothing.
  public let unit: Bilingual
  /// Whether the value is only an example, to be set by each district before use.
  public internal(set) var isExample: Bool
  /// Who confirmed the value for use, where somebody did.
  public internal(set) var confirmation: Confirmation?
  /// Whether a district may only raise it, because a clause says "at least".
  public let isMinimum: Bool
  /// The value.
  public internal(set) var value: ParameterValue
  /// What the rows of the value hold; none where the value is no table with columns.
  public let columns: [ParameterColumn]
}

/// Who confirmed a setting for use, when, and in which document (确认).
public struct Confirmation: Sendable, Hashable {
  /// The body that confirmed it.
  public let by: String
  /// The day.
  public let on: CivilDate
  /// The document's number, such as 西司发〔2024〕3号.
  public let document: String

  /// The confirmation as it stands beside a setting.
  public var wording: Bilingual {
    Bilingual(
      zh: "\(by) \(on.iso) 确认（\(document)）", en: "confirmed by \(by) on \(on.iso) (\(document))")
  }
}

extension Parameter {
  /// How far the value may be relied on: what a clause gives, an example, confirmed, or not.
  public var standing: Bilingual {
    if case .clause(let number) = basis {
      return Bilingual(zh: "《意见》\(number)", en: "Opinion \(number)")
    }
    return confirmation?.wording
      ?? (isExample
        ? Bilingual(zh: "示例，未经本区确认", en: "example, not confirmed")
        : Bilingual(zh: "未写明由谁确认", en: "nobody is said to have confirmed it"))
  }
}

/// What a parameter holds: texts, which its user reads as the type that it needs.
public enum ParameterValue: Sendable, Hashable {
  /// One value.
  case scalar(String)
  /// Values in order.
  case list([String])
  /// Values by name, in order.
  case table([Row])
  /// Rows that hold the declared columns, in order.
  case rows([Record])

  /// A line of a table.
  public struct Row: Sendable, Hashable {
    /// The name.
    public let key: String
    /// The value.
    public let value: String
  }

  /// Whether it may stand where another value stood: a number for a number, a table with the same
  /// names for a table.
  func hasForm(of other: ParameterValue) -> Bool {
    switch (self, other) {
    case (.scalar(let one), .scalar(let other)): !other.isDecimal || one.isDecimal
    case (.list, .list): true
    case (.table(let rows), .table(let others)): rows.map(\.key) == others.map(\.key)
    default: false
    }
  }

  /// What may stand in its place, in words.
  var form: Bilingual {
    switch self {
    case .scalar(let text):
      text.isDecimal
        ? Bilingual(zh: "一个数，如 \(text)", en: "a number such as \(text)")
        : Bilingual(zh: "一个值，如 \(text)", en: "a value such as \(text)")
    case .list: Bilingual(zh: "列表", en: "a list")
    case .table(let rows):
      Bilingual(
        zh: "这几项各一个值：\(rows.map(\.key).joined(separator: "、"))",
        en: "a value for each of \(rows.map(\.key).joined(separator: ", "))")
    case .rows: Bilingual(zh: "按列写的行", en: "rows with columns")
    }
  }

  /// A row with columns, and where it is stated.
  public struct Record: Sendable, Hashable {
    /// The cells that it states.
    public let cells: [Row]
    /// Where it stands.
    public let place: SourcePlace

    /// The cell in a column, as text.
    public func text(_ column: String) -> String? { cells.first { $0.key == column }?.value }
  }

  /// The only value, as text.
  public var text: String? {
    if case .scalar(let text) = self { text } else { nil }
  }

  /// The value under a name in a table, as text.
  public func text(_ key: String) -> String? {
    guard case .table(let rows) = self else { return nil }
    return rows.first { $0.key == key }?.value
  }

  /// The rows that hold columns; none where the value has no columns.
  public var records: [Record] {
    if case .rows(let records) = self { records } else { [] }
  }

  /// The whole value as one text.
  public var written: String {
    switch self {
    case .scalar(let text): text
    case .list(let texts): texts.joined(separator: ", ")
    case .table(let rows): rows.map { "\($0.key): \($0.value)" }.joined(separator: ", ")
    case .rows(let records):
      records.map { $0.cells.map(\.value).joined(separator: " ") }.joined(separator: "; ")
    }
  }

  /// The only value times ten to the power of `places`; `nil` where that is no whole number.
  public func scaled(places: Int) -> Int64? {
    text.flatMap { Int64($0, scaledBy: places) }
  }

  /// The only value, where it is a whole number.
  public var integer: Int64? { scaled(places: 0) }

  /// The only value in hundredths, where it has at most two decimals.
  public var hundredths: Int64? { scaled(places: 2) }

  /// The value under a name in a table, times ten to the power of `places`.
  public func scaled(_ key: String, places: Int) -> Int64? {
    text(key).flatMap { Int64($0, scaledBy: places) }
  }
}
