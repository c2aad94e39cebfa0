import Foundation
public import Model
import Oversight
public import Register
public import Reporting

/// Taking personal data out of a register (保存与删除): at once, or when its time is over.
public enum Retention {
  /// What is due by each rule.
  /// - Throws: `RegisterError`.
  public static func list(in register: Register, asOf: CivilDate) throws -> RetentionAnswer {
    RetentionAnswer(
      asOf: asOf,
      rules: try RetentionRule.allCases.map { rule in
        let rows = try register.rows(of: rule.sheet.description)
        return RetentionAnswer.Rule(
          rule.rawValue, sheet: rule.sheet, months: rule.months, reason: rule.reason,
          rows: rows.count, due: rows.count { rule.isDue(ended: $0.day(rule.end), asOf: asOf) })
      })
  }

  /// Erases every row that is due by a rule, and proves that no name and no number of it is left.
  /// - Throws: `RetentionError.unknownRule`, `RegisterError`.
  public static func apply(
    _ name: String, inRegisterAt path: String, by: String, reason: String, moment: String,
    asOf: CivilDate, isDryRun: Bool
  ) throws -> ErasureAnswer {
    guard let rule = RetentionRule(rawValue: name) else { throw RetentionError.unknownRule(name) }
    let register = try Register(existing: path)
    let due = try register.rows(of: rule.sheet.description)
      .filter { rule.isDue(ended: $0.day(rule.end), asOf: asOf) }
    let texts = due.flatMap { row in
      ["name", "resident_id", "phone", "address"].compactMap(row.text)
    }
    guard !isDryRun, !due.isEmpty else {
      return ErasureAnswer(
        rule: name, count: due.count, isKept: !due.isEmpty, traces: [:], copies: [])
    }
    try register.erase(
      due.map(\.place),
      note: AuditNote(
        at: moment, actor: by, action: "erased", subject: "rule \(name)",
        detail: "\(due.count) \(reason)"))
    return try prove(
      texts, erasedFrom: register, rule: name, count: due.count,
      copies: Set(due.map(\.source.file)).sorted())
  }

  /// Takes the text of one cell out at once, and proves that it is gone.
  /// - Parameters:
  ///   - file: the file's name.
  ///   - column: the column by its name in tables or its Chinese header.
  /// - Throws: `RetentionError.noCell`, `RegisterError`.
  public static func redact(
    file: String, row: Int, column: String, inRegisterAt path: String, by: String, reason: String,
    moment: String
  ) throws -> ErasureAnswer {
    let register = try Register(existing: path)
    let places = try register.sheetRows(inFileNamed: file, row: row)
    let field = places.lazy.flatMap(\.kind.description.kept).first { $0.names.contains(column) }
    guard let field else { throw RetentionError.noCell(file: file, row: row, column: column) }
    let texts = try register.redact(
      field.id, of: places,
      note: AuditNote(
        at: moment, actor: by, action: "erased", subject: "\(field.id) row \(row)", detail: reason))
    guard !texts.isEmpty else {
      throw RetentionError.noCell(file: file, row: row, column: column)
    }
    return try prove(
      texts + texts.flatMap(numbers), erasedFrom: register, rule: "redact", count: texts.count,
      copies: [file])
  }

  /// The runs of eleven and more digits in a text.
  private static func numbers(in text: String) -> [String] {
    text.matches(of: /[0-9]{10,17}[0-9Xx]/).map { String($0.output) }
  }

  private static func prove(
    _ texts: [String], erasedFrom register: Register, rule: String, count: Int, copies: [String]
  ) throws -> ErasureAnswer {
    try register.compact()
    let found = try Register.traces(of: texts, inFilesOf: register.path)
    return ErasureAnswer(rule: rule, count: count, isKept: false, traces: found, copies: copies)
  }
}

/// Why nothing was erased.
public enum RetentionError: Error, Hashable, Sendable {
  /// No rule has the name.
  case unknownRule(String)
  /// No small sheet has the cell, or it is blank.
  case noCell(file: String, row: Int, column: String)
}

extension RetentionError: ExplainedError {
  /// What the error says.
  public var explanation: ErrorExplanation {
    switch self {
    case .unknownRule(let name):
      .init(
        "retention_rule_unknown", .usage, "没有叫 \(name) 的保存规则。", "No rule is called \(name).",
        why: "删除只按列明的规则进行。", "Only listed rules erase.",
        toDo: "请用 \(.listRetention) 查规则。", "See \(.listRetention).")
    case .noCell(let file, let row, let column):
      .init(
        "cell_missing", .badData, "登记库里没有 \(file) 第 \(row) 行“\(column)”这一格，或者它是空的。",
        "The register has no cell \(column) in row \(row) of \(file), or it is blank.",
        why: "报名表的行不能单格删除：评分要能重算。",
        "Cells of applicants are not taken out one by one, for runs are replayed.",
        toDo: "请核对文件名、行号和列名。", "Check the file's name, the row and the column.")
    }
  }
}
