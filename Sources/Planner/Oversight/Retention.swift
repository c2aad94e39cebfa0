import Foundation
public import Model
import Oversight
import Policy
public import Register
public import Reporting
import Scoring

/// Taking personal data out of a register (保存与删除): at once, or when its time is over.
public enum Retention {
  /// Who erases or holds, and why.
  public struct Authority: Sendable {
    let by: String
    let reason: String
    let moment: String

    /// - Parameter moment: the moment in ISO 8601.
    public init(by: String, reason: String, moment: String) {
      (self.by, self.reason, self.moment) = (by, reason, moment)
    }

    func note(_ action: String, _ subject: String, counting count: Int? = nil) -> AuditNote {
      AuditNote(
        at: moment, actor: by, action: action, subject: subject,
        detail: count.map { "\($0) \(reason)" } ?? reason)
    }
  }

  /// A recruitment: the batches of its applicants, and the day on which it ended.
  public struct Recruitment: Sendable {
    let batches: [Int64]
    let ended: CivilDate?

    /// - Parameters:
    ///   - batches: all batches where none is named.
    ///   - ended: the later of the ends of its notice and of its reserve; nil while nobody says so.
    public init(batches: [Int64] = [], ended: CivilDate? = nil) {
      (self.batches, self.ended) = (batches, ended)
    }
  }

  /// What is due by each rule, and what is held.
  /// - Throws: `RegisterError`.
  public static func list(
    in register: Register, _ recruitment: Recruitment = Recruitment(), asOf: CivilDate
  ) throws -> RetentionAnswer {
    let holds = try register.retentionHolds()
    return RetentionAnswer(
      asOf: asOf,
      rules: try RetentionRule.allCases.map { rule in
        let found = try Erasable(rule, in: register, recruitment, asOf: asOf)
        return RetentionAnswer.Rule(
          rule.rawValue, subject: rule.subject, months: rule.period.months, days: rule.period.days,
          from: rule.start.wording, level: rule.level.rawValue, reason: rule.reason,
          rows: found.count, due: found.due, held: found.held)
      },
      holds: holds.map {
        RetentionAnswer.Hold(number: $0.number, by: $0.by, reason: $0.reason, at: $0.at)
      })
  }

  /// Erases everything that is due by a rule and not held, and proves that no name and no number of
  /// it is left.
  /// - Throws: `RetentionError.unknownRule`, `.endUnknown`; `RegisterError`.
  public static func apply(
    _ name: String, inRegisterAt path: String, _ recruitment: Recruitment = Recruitment(),
    by authority: Authority, asOf: CivilDate, isDryRun: Bool
  ) throws -> ErasureAnswer {
    guard let rule = RetentionRule(rawValue: name) else { throw RetentionError.unknownRule(name) }
    if rule.start == .recruitment, recruitment.ended == nil {
      throw RetentionError.endUnknown(rule: name)
    }
    let register = try Register(existing: path, at: authority.moment)
    let found = try Erasable(rule, in: register, recruitment, asOf: asOf)
    guard !isDryRun, found.due > 0 else {
      return ErasureAnswer(rule: name, count: found.due, isKept: found.due > 0, held: found.held)
    }
    let gone = try found.erase(
      from: register, by: authority,
      authority.note("erased", "rule \(name) level \(rule.level.rawValue)", counting: found.due))
    let texts = gone.filter(Self.tellsOfOne)
    let standing = try register.standing(of: texts)
    return try prove(
      texts.subtracting(standing), erasedFrom: register, rule: name, count: found.due,
      held: found.held, standing: standing.count, copies: found.copies)
  }

  /// Takes the text of one cell out at once, and proves that it is gone.
  /// - Parameters:
  ///   - file: the file's name.
  ///   - column: the column by its name in tables or its Chinese header.
  /// - Throws: `RetentionError.noCell`, `.held`; `RegisterError`.
  public static func redact(
    file: String, row: Int, column: String, inRegisterAt path: String, by authority: Authority
  ) throws -> ErasureAnswer {
    let register = try Register(existing: path, at: authority.moment)
    let held = Set(try register.retentionHolds().map(\.number))
    let note = authority.note("erased", "\(column) row \(row)")
    let places = try register.sheetRows(inFileNamed: file, row: row)
    var texts: [String] = []
    if let field = places.lazy.flatMap(\.kind.description.kept)
      .first(where: { $0.names.contains(column) })
    {
      try requireFree(register.numbers(of: places), held)
      texts = try register.redact(field.id, of: places, note: note)
    } else if let field = ApplicantField.allCases.first(where: {
      $0.column.names.contains(column) && $0 != .applicationNo && $0 != .officeCode
    }) {
      let rows = try register.erasableRows(inFileNamed: file, row: row)
      try requireFree(rows.map(\.number), held)
      let isRead = try register.readFields().contains(field)
      texts = try register.eraseApplicants(
        rows.map(\.id), keeping: Set(ApplicantField.allCases).subtracting([field]),
        ErasureEntry(
          rule: "redact", level: isRead ? 2 : 1, at: authority.moment, by: authority.by),
        note: note
      ).values.flatMap { $0 }.sorted()
    }
    guard !texts.isEmpty else {
      throw RetentionError.noCell(file: file, row: row, column: column)
    }
    return try prove(
      Set(texts + texts.flatMap(numbers)), erasedFrom: register, rule: "redact",
      count: texts.count, copies: [file])
  }

  private static func requireFree(_ numbers: [String], _ held: Set<String>) throws {
    if let number = numbers.first(where: held.contains) { throw RetentionError.held(number) }
  }

  /// Keeps a person's rows from being erased: an objection, a lawsuit, an archive.
  /// - Parameter number: the application or staff number.
  /// - Throws: `RetentionError.nobody`, `RegisterError`.
  public static func hold(_ number: String, in register: Register, by authority: Authority) throws
    -> HoldAnswer
  {
    guard try register.knows(number: number) else { throw RetentionError.nobody(number) }
    try register.hold(number, note: authority.note("retention_held", number))
    return HoldAnswer(number: number, isHeld: true, by: authority.by)
  }

  /// Lets a person's rows be erased again when they are due.
  /// - Throws: `RetentionError.notHeld`, `RegisterError`.
  public static func release(_ number: String, in register: Register, by authority: Authority)
    throws
    -> HoldAnswer
  {
    guard try register.release(number, note: authority.note("retention_released", number)) else {
      throw RetentionError.notHeld(number)
    }
    return HoldAnswer(number: number, isHeld: false, by: authority.by)
  }

  /// The runs of eleven and more digits in a text.
  private static func numbers(in text: String) -> [String] {
    text.matches(of: /[0-9]{10,17}[0-9Xx]/).map { String($0.output) }
  }

  /// Whether a text is long enough to tell of one person: a name of two characters, a whole number.
  private static func tellsOfOne(_ text: String) -> Bool {
    let count = text.utf8.count
    return count >= 11 || count >= 6 && text.utf8.contains { $0 >= 0x80 }
  }

  private static func prove(
    _ texts: Set<String>, erasedFrom register: Register, rule: String, count: Int, held: Int = 0,
    standing: Int = 0, copies: [String]
  ) throws -> ErasureAnswer {
    try register.compact()
    let found = Register.traces(of: texts, inFilesOf: register.path)
    return ErasureAnswer(
      rule: rule, count: count, isKept: false, held: held, standing: standing, traces: found,
      copies: copies)
  }
}
