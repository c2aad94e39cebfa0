import Foundation
import Model
import Oversight
import Policy
import Register
import Scoring

/// What a rule of keeping would take now.
struct Erasable {
  private enum Rows {
    case applicants([ErasableRow])
    case sheet([StoredSheetRow])
    case packages([ConsultationEntry])
  }

  /// How much there is that the rule is about.
  let count: Int
  /// How much of it is due and held by nobody.
  var due: Int {
    switch rows {
    case .applicants(let rows): rows.count
    case .sheet(let rows): rows.count
    case .packages(let packages): packages.count
    }
  }
  /// How much would be due and is held.
  let held: Int
  /// What outside may hold it still.
  let copies: [String]
  private let rule: RetentionRule
  private let rows: Rows

  init(
    _ rule: RetentionRule, in register: Register, _ recruitment: Retention.Recruitment,
    asOf: CivilDate
  ) throws {
    self.rule = rule
    let holds = Set(try register.retentionHolds().map(\.number))
    let isOver = rule.isDue(ended: recruitment.ended, asOf: asOf)
    switch rule {
    case .rejected, .applications, .applicationRows:
      let all = try register.erasableRows(ofBatches: recruitment.batches).filter {
        $0.level < rule.level.rawValue && (rule != .rejected || $0.isRejected)
      }
      let due = isOver ? all : []
      let free = due.filter { !holds.contains($0.number) }
      (count, held, rows) = (all.count, due.count - free.count, .applicants(free))
      let runs = try register.runs().filter { run in
        let batches = try register.batches(ofRun: run.id)
        return recruitment.batches.isEmpty || !Set(batches).isDisjoint(with: recruitment.batches)
      }.map(\.id)
      copies =
        free.isEmpty
        ? []
        : Set(free.map(\.file)).sorted() + runs.map { "run \($0)" }
          + (try register.consultations().filter { $0.runID.map(runs.contains) ?? false }
            .map { "\($0.number) \($0.title)" })
    case .checks:
      let people = try Set(register.erasableRows(ofBatches: recruitment.batches).map(\.number))
      let all = try register.rows(of: .checks).filter { row in
        recruitment.batches.isEmpty || row.text("application_no").map(people.contains) ?? false
      }
      let due = isOver ? all : []
      let free = due.filter { row in !(row.text("application_no").map(holds.contains) ?? false) }
      (count, held, rows) = (all.count, due.count - free.count, .sheet(free))
      copies = Set(free.map(\.source.file)).sorted()
    case .roster, .relations, .caseAssignments:
      let all = try rule.sheet.map { try register.rows(of: $0.description) } ?? []
      let due = all.filter { row in
        guard case .column(let end) = rule.start else { return false }
        return rule.isDue(ended: row.day(end), asOf: asOf)
      }
      let free = due.filter { row in !(row.text("assistant_no").map(holds.contains) ?? false) }
      (count, held, rows) = (all.count, due.count - free.count, .sheet(free))
      copies = Set(free.map(\.source.file)).sorted()
    case .packages:
      let all = try register.consultations()
      let due = all.filter { rule.isDue(ended: $0.sentOn, asOf: asOf) }
      let free = try due.filter { holds.isDisjoint(with: try register.subjects(of: $0)) }
      (count, held, rows) = (all.count, due.count - free.count, .packages(free))
      copies = free.map { "\($0.number) \($0.title)" }
    }
  }

  /// Erases it.
  /// - Returns: the names and numbers that went.
  func erase(from register: Register, by authority: Retention.Authority, _ note: AuditNote) throws
    -> Set<String>
  {
    switch rows {
    case .applicants(let rows):
      let kept =
        rule.level == .row
        ? [] : try register.readFields().union([.applicationNo, .officeCode])
      return try register.eraseApplicants(
        rows.map(\.id), keeping: kept,
        ErasureEntry(
          rule: rule.rawValue, level: rule.level.rawValue, at: authority.moment, by: authority.by),
        note: note, with: try rule == .applicationRows ? Self.following(rows, in: register) : []
      ).filter { field, _ in field.column.privacy != .open && field != .birthDate }
        .values.reduce(into: []) { $0.formUnion($1) }
    case .sheet(let rows):
      try register.erase(rows.map(\.place), note: note)
      return Set(
        rows.flatMap { row in
          ["name", "resident_id", "phone", "address"].compactMap(row.text)
        })
    case .packages(let packages):
      let remarks = try packages.flatMap { try register.opinions(of: $0) }.map(\.remark)
      try register.erase(packages: packages, note: note)
      return Set(remarks)
    }
  }

  /// The rows of the sheets that follow applications: runs rest on marks as they do on applicants.
  private static func following(_ rows: [ErasableRow], in register: Register) throws
    -> [SheetRowPlace]
  {
    let numbers = Set(rows.map(\.number))
    return try [SheetKind.marks, .checks, .responses].flatMap { kind in
      try register.rows(of: kind.description).filter {
        $0.text("application_no").map(numbers.contains) ?? false
      }.map(\.place)
    }
  }
}

extension Register {
  /// The facts that the rules of any stored run read.
  func readFields() throws -> Set<ApplicantField> {
    try runs().reduce(into: []) { read, run in
      let rules = try PolicyPack(canonicalBytes: run.policySource).rules(on: run.asOf)
      read.formUnion(try Scorer(rules).fields)
    }
  }

  /// The application and staff numbers in rows of small sheets.
  func numbers(of places: [SheetRowPlace]) throws -> [String] {
    try Set(places.map(\.kind)).flatMap { try rows(of: $0.description) }
      .filter { places.contains($0.place) }
      .flatMap { row in ["assistant_no", "application_no"].compactMap(row.text) }
  }
}

extension RetentionRule.Start {
  /// What the time runs from, for people.
  var wording: Bilingual {
    switch self {
    case .recruitment:
      Bilingual(zh: "招聘结束（公示、候补都期满）", en: "the recruitment's end (notice and reserve)")
    case .column("on_duty_until"): Bilingual(zh: "离岗", en: "leaving")
    case .column: Bilingual(zh: "个案结束", en: "the case's end")
    case .sending: Bilingual(zh: "发出", en: "sending")
    }
  }
}
