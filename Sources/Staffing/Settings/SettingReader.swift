import Model
import Policy

/// Reads the policy's parameters as the types that a method needs; what a what-if puts otherwise
/// goes before what the policy states.
struct SettingReader {
  private let rules: RuleSet
  private let assumed: [String: String]

  /// - Throws: `StaffingError.setting` for a what-if that names nothing the method reads.
  init(
    _ rules: RuleSet, assuming assumed: [String: String] = [:], known: [String] = [],
    tables: [String] = []
  ) throws(StaffingError) {
    self.rules = rules
    self.assumed = assumed
    for name in assumed.keys.sorted() where !known.contains(name) {
      let parts = name.split(separator: ".", maxSplits: 1).map(String.init)
      let rows = tables.flatMap { rules.parameters[$0]?.value.records ?? [] }
      guard parts.count == 2, !tables.isEmpty else {
        throw .setting(.unknown(name: name, known: known))
      }
      guard rows.contains(where: { $0.text("id") == parts[0] }) else {
        let ids = rows.compactMap { $0.text("id") }
        throw .setting(.unknown(name: name, known: ids.map { $0 + ".assistant_minutes" }))
      }
      let columns = tables.flatMap { rules.parameters[$0]?.columns.map(\.name) ?? [] }
      guard columns.contains(parts[1]) else {
        throw .setting(.unknown(name: parts[1], known: columns))
      }
    }
  }

  /// What stands for a parameter.
  subscript(parameter: StaffingParameter) -> SettingCell {
    let stated =
      switch parameter.place {
      case .parameter(let name): rules.parameters[name]?.value.text
      case .cell(let cell, let name): rules.parameters[name]?.value.text(cell)
      case .row(let doer, let cell, let name):
        rules.parameters[name]?.value.records.first { $0.text("done_by") == doer.rawValue }?
          .text(cell)
      }
    return SettingCell(name: parameter.name, written: assumed[parameter.name] ?? stated)
  }

  /// The only value of a parameter that a what-if knows by a name.
  func word(_ name: String, of parameter: String) -> SettingCell {
    SettingCell(name: name, written: assumed[name] ?? rules.parameters[parameter]?.value.text)
  }

  /// A cell of a parameter that is one table.
  func cell(_ cell: String, of parameter: String) -> SettingCell {
    SettingCell(
      name: "\(parameter).\(cell)", written: rules.parameters[parameter]?.value.text(cell))
  }

  /// The rows of a parameter; a what-if names a cell by the row's id and the column.
  func rows<Row>(
    _ parameter: String, _ read: ((String) -> SettingCell) throws(StaffingError) -> Row
  ) throws(StaffingError) -> [Row] {
    var rows: [Row] = []
    for record in rules.parameters[parameter]?.value.records ?? [] {
      let id = record.text("id") ?? ""
      rows.append(
        try read { SettingCell(name: $0, written: assumed["\(id).\($0)"] ?? record.text($0)) })
    }
    return rows
  }
}

/// One setting as it is written, read as the type that it must have.
///
/// Every reading throws `StaffingError.setting` where nothing or something else is written.
struct SettingCell {
  let name: String
  fileprivate let written: String?

  /// The setting, where anything is written.
  var stated: SettingCell? { written == nil ? nil : self }

  func text() throws(StaffingError) -> String {
    guard let written else { throw .setting(.missing(name: name)) }
    return written
  }

  func number() throws(StaffingError) -> Rational {
    let text = try text()
    guard let value = Rational(decimal: text), value >= .zero else {
      throw .setting(.notDecimal(name: name, text: text))
    }
    return value
  }

  func whole() throws(StaffingError) -> Int {
    let value = try number()
    guard let whole = value.whole else {
      throw .setting(.notWhole(name: name, text: value.description))
    }
    return whole
  }

  func word<Word: RawRepresentable<String> & CaseIterable>(
    as type: Word.Type = Word.self
  ) throws(StaffingError) -> Word {
    let text = try text()
    guard let word = Word(rawValue: text) else {
      throw .setting(.notOneOf(name: name, text: text, known: type.allCases.map(\.rawValue)))
    }
    return word
  }

  func day() throws(StaffingError) -> CivilDate {
    let text = try text()
    guard let day = CivilDate(iso: text) else {
      throw .setting(.notDate(name: name, text: text))
    }
    return day
  }
}
