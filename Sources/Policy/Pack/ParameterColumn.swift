import Model

/// A column that the rows of a parameter have (列): what it is called and what it may hold.
public struct ParameterColumn: Sendable, Hashable {
  /// The name.
  public let name: String
  /// What it may hold.
  public let content: Content
  /// Whether a row may leave it out.
  public let isOptional: Bool

  /// What a column may hold.
  public enum Content: Sendable, Hashable {
    /// Any text.
    case text
    /// A number from 0, with decimals if need be.
    case number
    /// A whole number from 0.
    case whole
    /// A day, `yyyy-mm-dd`.
    case day
    /// One of these words.
    case words([String])
  }

  /// What a cell must be that is not what the column holds; `nil` for one that is.
  func expected(insteadOf text: String) -> Bilingual? {
    switch content {
    case .text where text.isEmpty: Bilingual(zh: "一个文本", en: "a text")
    case .number where (Int64(text, scaledBy: 6) ?? -1) < 0:
      Bilingual(zh: "不小于 0 的数", en: "a number from 0")
    case .whole where (Int64(text, scaledBy: 0) ?? -1) < 0:
      Bilingual(zh: "不小于 0 的整数", en: "a whole number from 0")
    case .day where CivilDate(iso: text) == nil:
      Bilingual(zh: "日期 YYYY-MM-DD", en: "a date YYYY-MM-DD")
    case .words(let words) where !words.contains(text):
      Bilingual(
        zh: "其中之一：\(words.joined(separator: ", "))",
        en: "one of: \(words.joined(separator: ", "))")
    default: nil
    }
  }
}

extension [ParameterColumn] {
  /// The value as the columns describe it.
  ///
  /// - Throws: `PolicyError` with the place of a row that has an unknown column, lacks one, or holds
  ///   something else in it.
  func checked(
    _ value: ParameterValue, at place: SourcePlace
  ) throws(PolicyError) -> ParameterValue {
    switch value {
    case .list(let texts) where texts.isEmpty: return .rows([])
    case .table(let cells):
      try check(cells, at: place)
      return value
    case .rows(let records):
      for record in records { try check(record.cells, at: record.place) }
      return value
    case .scalar, .list:
      throw .wrongValue(
        place, key: "value", found: value.written,
        expected: Bilingual(zh: "按列写的行", en: "rows with columns"))
    }
  }

  private func check(_ cells: [ParameterValue.Row], at place: SourcePlace) throws(PolicyError) {
    let names = map(\.name)
    for cell in cells {
      guard let column = first(where: { $0.name == cell.key }) else {
        throw .unknownKey(
          place, key: cell.key, nearest: Spelling.nearest(to: cell.key, among: names))
      }
      if let expected = column.expected(insteadOf: cell.value) {
        throw .wrongValue(place, key: cell.key, found: cell.value, expected: expected)
      }
    }
    let missing = first { column in
      !column.isOptional && !cells.contains { $0.key == column.name }
    }
    if let missing { throw .missingKey(place, key: missing.name) }
  }
}
