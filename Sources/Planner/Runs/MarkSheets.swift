import Model
import Policy
import Register

/// What the sheets of marks say of each applicant, which prevails over the applicants' own sheets
/// (以成绩表为准).
struct MarkSheets {
  private var entries: [String: [ApplicantField: MarkEntry]] = [:]

  /// Lays some marks out; a part that no fact of an applicant holds takes no part.
  init(_ marks: [MarkEntry]) {
    for mark in marks {
      guard let field = mark.field else { continue }
      entries[mark.applicationNo, default: [:]][field] = mark
    }
  }

  /// The marks that count for some rules now, or counted for a stored run.
  init(of register: Register, _ rules: RuleSet, run: String? = nil) throws {
    let isRead = !rules.markFacts.isEmpty
    self.init(isRead ? try run.map(register.marks(ofRun:)) ?? register.marks() : [])
  }

  /// What a sheet of marks says of a fact, if one does.
  func entry(_ field: ApplicantField, of number: String) -> MarkEntry? { entries[number]?[field] }

  /// What counts of a fact: the sheet's mark, or why there is none; where the applicant's own sheet
  /// says something else, neither.
  func value(_ field: ApplicantField, of number: String, own: FactValue) -> FactValue {
    guard let entry = entry(field, of: number) else { return own }
    let state = MarkState(status: entry.status)
    let value =
      state.map { FactValue.number($0.rawValue) }
      ?? entry.hundredths.map { .number(Int64($0)) } ?? .blank
    return own == .blank || own == value ? value : .number(MarkState.differing.rawValue)
  }

  /// Puts what counts in place of what the applicants' own sheets say.
  func apply(to columns: inout ApplicantColumns) {
    if entries.isEmpty { return }
    let used = [ApplicantField.writtenScore, .interviewScore].compactMap { field in
      columns.fields.firstIndex(of: field).map { (field: field, place: $0) }
    }
    for index in 0..<columns.count {
      let number = columns.applicationNumbers.text(at: index)
      guard entries[number] != nil else { continue }
      for (field, place) in used {
        let own = columns.value(place, at: index)
        switch value(field, of: number, own: own) {
        case own: break
        case .number(let mark): columns.replace(place, at: index, with: mark)
        default: columns.replace(place, at: index, with: nil)
        }
      }
    }
  }
}

extension MarkEntry {
  /// The fact that the part is, of those that applicants' sheets hold too.
  var field: ApplicantField? {
    switch part {
    case "笔试": .writtenScore
    case "面试": .interviewScore
    default: nil
    }
  }

  /// The mark as a sheet writes it, or why there is none.
  var written: String {
    if MarkState(status: status) != nil { return status }
    return hundredths.map { "\($0 / 100).\($0 % 100 < 10 ? "0" : "")\($0 % 100)" } ?? ""
  }
}
