public import Model

/// What kind of value a fact has.
public enum FactType: String, Sendable, CaseIterable {
  /// 是 or 否.
  case bool
  /// A whole number.
  case int
  /// A text.
  case string
  /// A day, in rules the number `yyyymmdd`.
  case date
  /// A number with two decimals, in rules counted in hundredths.
  case hundredths
}

/// A fact about an applicant that rules may read: a column of the applicants sheet.
public struct FactDeclaration: Sendable, Hashable {
  /// The name in rules, which is the column's field name.
  public let name: String
  /// The name for people.
  public let title: Bilingual
  /// The kind of value.
  public let type: FactType
  /// What a blank cell means.
  public let blank: Value
  /// Texts that mean that the fact is not established.
  public let unknownValues: [String]
  /// The code table that lists its values, if one does.
  public let table: String?
  /// Values from the least to the most favourable to the applicant; empty where there is no order
  /// to state, or where `isHigherBetter` states it.
  public let order: [String]
  /// Whether a larger number, or 是, favours the applicant.
  public let isHigherBetter: Bool
  /// Where it is declared.
  public let place: SourcePlace

  /// Reads a cell's text.
  ///
  /// - Returns: The value; nothing where the text is not of the fact's type.
  public func value(of text: String) -> Value? {
    let utf8 = text.utf8
    if utf8.isEmpty { return blank }
    if unknownValues.contains(where: { $0.utf8.elementsEqual(utf8) }) { return .unknown }
    switch type {
    case .string: return .string(text)
    case .bool:
      if utf8.elementsEqual("是".utf8) { return .bool(true) }
      return utf8.elementsEqual("否".utf8) ? .bool(false) : nil
    case .int: return Int64(text).map(Value.int)
    case .date: return CivilDate(iso: text).map { .int(Int64($0.number)) }
    case .hundredths: return Int64(text, scaledBy: 2).map(Value.int)
    }
  }
}
