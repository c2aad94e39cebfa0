import Model

/// Settings as texts by name, read as the types that a method needs.
struct SettingTexts {
  private let texts: [String: String]

  /// Takes the texts; blank texts count as absent.
  init(_ texts: [String: String], known: [String]) throws(StaffingError) {
    if let unknown = texts.keys.sorted().first(where: { !known.contains($0) }) {
      throw .setting(.unknown(name: unknown, known: known))
    }
    self.texts = texts.filter { !$0.value.isEmpty }
  }

  func decimal(_ name: String) throws(StaffingError) -> Rational? {
    guard let text = texts[name] else { return nil }
    guard let value = Rational(decimal: text), value >= .zero else {
      throw .setting(.notDecimal(name: name, text: text))
    }
    return value
  }

  func required(_ name: String) throws(StaffingError) -> Rational {
    guard let value = try decimal(name) else { throw .setting(.missing(name: name)) }
    return value
  }

  func requiredText(_ name: String) throws(StaffingError) -> String {
    guard let text = texts[name] else { throw .setting(.missing(name: name)) }
    return text
  }

  func day(_ name: String) throws(StaffingError) -> CivilDate {
    let text = try requiredText(name)
    guard let day = CivilDate(iso: text) else {
      throw .setting(.notDate(name: name, text: text))
    }
    return day
  }

  func requiredCount(_ name: String) throws(StaffingError) -> Int {
    guard let value = try count(name) else { throw .setting(.missing(name: name)) }
    return value
  }

  func count(_ name: String) throws(StaffingError) -> Int? {
    guard let value = try decimal(name) else { return nil }
    guard let count = value.whole else {
      throw .setting(.notWhole(name: name, text: value.description))
    }
    return count
  }

  func word<Word: RawRepresentable<String> & CaseIterable>(
    _ name: String, as type: Word.Type
  ) throws(StaffingError) -> Word? {
    guard let text = texts[name] else { return nil }
    guard let word = Word(rawValue: text) else {
      throw .setting(
        .notOneOf(name: name, text: text, known: type.allCases.map(\.rawValue)))
    }
    return word
  }

  func requiredWord<Word: RawRepresentable<String> & CaseIterable>(
    _ name: String, as type: Word.Type
  ) throws(StaffingError) -> Word {
    guard let word = try word(name, as: type) else { throw .setting(.missing(name: name)) }
    return word
  }

  func wholePeople() throws(StaffingError) -> WholePeople {
    WholePeople(
      rounding: try word("rounding", as: Rounding.self) ?? .up,
      minimum: try count("minimum") ?? 0, maximum: try count("maximum"))
  }
}
