import Model
import Policy

/// One rule as a report shows it: what it asks, what it does, what it rests on.
struct RuleLine {
  /// The name for people.
  let title: Bilingual
  /// What it does to a result, such as “1 point”.
  let effect: Bilingual
  /// Everything that it rests on.
  let bases: [Basis]
  /// A remark.
  let note: Bilingual?
}

extension RuleLine {
  /// A parameter as a line of the rules.
  init(_ parameter: Parameter) {
    let unit = parameter.unit
    func effect(_ language: Language) -> String {
      [parameter.value.written(language), unit[language]].filter { !$0.isEmpty }
        .joined(separator: " ")
    }
    self.init(
      title: parameter.title, effect: Bilingual(zh: effect(.zh), en: effect(.en)),
      bases: [parameter.basis],
      note: parameter.basis.isLocal ? parameter.standing : nil)
  }
}

extension ParameterValue {
  /// The value as a report shows it; rows by their titles, not by their short names.
  fileprivate func written(_ language: Language) -> String {
    switch self {
    case .scalar, .list: written
    case .table(let cells):
      cells.map { "\($0.key) \($0.value)" }.joined(separator: ", ")
    case .rows(let records):
      records.map { record in
        record.cells.compactMap { cell in
          switch cell.key {
          case "id": nil
          case "title_zh", "title_en": cell.key.hasSuffix(language.rawValue) ? cell.value : nil
          default: "\(cell.key) \(cell.value)"
          }
        }.joined(separator: " ")
      }.joined(separator: "; ")
    }
  }
}
