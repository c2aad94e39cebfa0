public import Model
import Tabular

/// What oversight of people in post tells: tables of facts, the same on a page, in a workbook, as
/// separated values, as JSON and as text.
public struct OversightReport: Sendable {
  /// A value of a table.
  enum Value: Sendable, Hashable {
    /// Nothing, or not known.
    case blank
    /// A text as it stands.
    case text(String)
    /// A word that we chose, with its name for programs.
    case word(String, Bilingual)
    /// A count.
    case count(Int)
    /// Hours in hundredths.
    case hundredths(Int)
    /// Whose number it is must not leave the house: whole in answer to whoever asks, masked elsewhere.
    case confidential(String)
  }

  /// A column of a table.
  struct Column: Sendable {
    let id: String
    let title: Bilingual

    init(_ id: String, _ zh: String, _ en: String) {
      self.id = id
      title = Bilingual(zh: zh, en: en)
    }
  }

  /// A table of facts.
  struct Table: Sendable {
    let id: String
    let title: Bilingual
    let columns: [Column]
    let rows: [[Value]]
    /// Whether text only counts the rows, which nothing is amiss with.
    var isCounted = false

    /// The table without some columns.
    func without(_ ids: Set<String>) -> Table {
      let kept = columns.indices.filter { !ids.contains(columns[$0].id) }
      return Table(
        id: id, title: title, columns: kept.map { columns[$0] },
        rows: rows.map { row in kept.map { row[$0] } }, isCounted: isCounted)
    }
  }

  /// What it is about, as the command names it.
  let id: String
  /// The title.
  let title: Bilingual
  /// The day up to which it tells.
  let asOf: CivilDate
  /// The clauses that it answers to.
  let clauses: [String]
  /// What a reader must know: limits, local settings.
  let notes: [Bilingual]
  /// The facts.
  let tables: [Table]
  /// Whether something waits for a person.
  let waits: Bool

  /// How many rows its tables have.
  public var rowCount: Int { tables.reduce(0) { $0 + $1.rows.count } }

  /// Writes a table of separated values for each table, a page and a workbook into a folder, which
  /// must be there.
  /// - Returns: the files' paths.
  /// - Throws: `TabularError`.
  public func writeFiles(in folder: String, language: Language) throws -> [String] {
    var written: [String] = []
    for table in tables {
      let path = "\(folder)/\(id)-\(table.id).csv"
      try write(table, to: path, Wording(language))
      written.append(path)
    }
    let page = "\(folder)/\(id).html"
    try OversightPage(self, language: language).write(to: page)
    let workbook = "\(folder)/\(id).xlsx"
    try OversightWorkbook(self, language: language).write(to: workbook)
    return written + [page, workbook]
  }

  private func write(_ table: Table, to path: String, _ say: Wording) throws {
    let file = try OutputFile(path: path)
    var sheet = CSVWriter { try file.write($0) }
    for column in table.columns { sheet.field(column.id) }
    try sheet.endRow()
    for row in table.rows {
      for value in row {
        switch value {
        case .blank: sheet.emptyField()
        case .count(let count): sheet.field(count)
        default: sheet.field(value.shown(say))
        }
      }
      try sheet.endRow()
    }
    try sheet.finish()
    try file.finish()
  }
}

extension OversightReport.Value {
  /// The value as it may stand in what leaves the house.
  func shown(_ say: Wording) -> String {
    if case .confidential(let text) = self { PersonName.masked(text) } else { whole(say) }
  }

  /// The value in answer to whoever may ask.
  func whole(_ say: Wording) -> String {
    switch self {
    case .blank: ""
    case .text(let text), .confidential(let text): text
    case .word(_, let wording): say(wording)
    case .count(let count): String(count)
    case .hundredths(let number): say.hundredths(number)
    }
  }

  /// A day, or nothing.
  static func day(_ day: CivilDate?) -> Self { day.map { .text($0.iso) } ?? .blank }
  /// A text, or nothing.
  static func maybe(_ text: String?) -> Self { text.map { .text($0) } ?? .blank }
  /// A count, or nothing.
  static func maybe(_ count: Int?) -> Self { count.map { .count($0) } ?? .blank }
  /// Yes or no, or nothing.
  static func maybe(_ truth: Bool?) -> Self {
    switch truth {
    case true: .word("yes", Bilingual(zh: "是", en: "yes"))
    case false: .word("no", Bilingual(zh: "否", en: "no"))
    case nil: .blank
    }
  }
}

/// What an oversight command says.
public struct OversightAnswer: Answer {
  private let report: OversightReport
  private let written: [String]

  /// - Parameter written: the files that were written.
  public init(_ report: OversightReport, written: [String]) {
    (self.report, self.written) = (report, written)
  }

  /// Something waits for a person where a fact is short, late, undecided or unknown.
  public var status: ExitStatus { report.waits ? .waiting : .done }

  /// The tables, a line a row with its filled cells; then what a reader must know.
  public func lines(_ say: Wording) -> [String] {
    let clauses = report.clauses.joined(separator: say("、", ", "))
    let basis = clauses.isEmpty ? "" : say("（\(clauses)）", " (\(clauses))")
    let head = say(report.title) + basis + say("，截至 ", ", as of ") + report.asOf.iso
    let tables = report.tables.flatMap { table in
      [say(table.title) + say("：\(table.rows.count) 行", ": \(table.rows.count) rows")]
        + (table.isCounted ? [] : table.rows).map { row in
          "  "
            + zip(table.columns, row).compactMap { column, value in
              let text = value.whole(say)
              return text.isEmpty ? nil : "\(say(column.title)) \(text)"
            }.joined(separator: say("，", ", "))
        }
    }
    return [head] + tables + report.notes.map { say("注：", "Note: ") + say($0) } + written
  }

  private struct Key: CodingKey {
    let stringValue: String
    var intValue: Int? { nil }

    init(_ name: String) { stringValue = name }
    init?(stringValue: String) { self.stringValue = stringValue }
    init?(intValue: Int) { nil }
  }

  private struct Row: Encodable {
    let columns: [OversightReport.Column]
    let values: [OversightReport.Value]

    func encode(to encoder: any Encoder) throws {
      var container = encoder.container(keyedBy: Key.self)
      for (column, value) in zip(columns, values) {
        let key = Key(column.id)
        switch value {
        case .blank: try container.encodeNil(forKey: key)
        case .text(let text): try container.encode(text, forKey: key)
        case .word(let name, _): try container.encode(name, forKey: key)
        case .count(let count): try container.encode(count, forKey: key)
        case .hundredths(let number): try container.encode(Double(number) / 100, forKey: key)
        case .confidential(let text):
          try container.encode(PersonName.masked(text), forKey: key)
        }
      }
    }
  }

  /// Encodes each table as a list of rows under its name; words by their names for programs.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: Key.self)
    try container.encode(report.id, forKey: Key("kind"))
    try container.encode(report.asOf, forKey: Key("as_of"))
    try container.encode(report.clauses, forKey: Key("clauses"))
    try container.encode(report.waits, forKey: Key("waits"))
    try container.encode(report.notes, forKey: Key("notes"))
    try container.encode(written, forKey: Key("written"))
    for table in report.tables {
      try container.encode(
        table.rows.map { Row(columns: table.columns, values: $0) }, forKey: Key(table.id))
    }
  }
}
