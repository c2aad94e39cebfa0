public import Model
import Oversight
public import Policy
public import Register
public import Reporting

extension Register {
  /// What sheets about people in post say against each other.
  /// - Throws: `RegisterError`, `PolicyError`.
  public func crossCheck(policy: PolicyPack, asOf: CivilDate) throws -> OversightReport {
    let facts = try OversightFacts(self, policy: policy, asOf: asOf)
    return OversightReport(
      CrossCheck(
        try facts.mentions(), roster: facts.roster,
        caseloads: try caseloads(upTo: asOf).compactMap { caseload in
          caseload.assistants.map { (caseload.officeCode, caseload.asOf, $0) }
        }, asOf: asOf), asOf: asOf, offices: facts.offices)
  }

  /// How many things do not fit other sheets after a sheet about people in post came in; 0 where the
  /// kind is none of these.
  /// - Throws: `RegisterError`, `PolicyError`.
  public func crossCheckCount(
    after kind: SheetKind, policy: PolicyPack, asOf: CivilDate
  ) throws -> Int {
    let kinds: Set<SheetKind> = [
      .assistants, .training, .findings, .relations, .caseAssignments, .duties, .acknowledgements,
    ]
    guard kinds.contains(kind) else { return 0 }
    return try crossCheck(policy: policy, asOf: asOf).rowCount
  }

  /// Contracts, probations and handovers that are due.
  /// - Throws: `OversightError.noSheet`, `RegisterError`, `PolicyError`.
  public func rosterDue(
    within days: Int, policy: PolicyPack, asOf: CivilDate
  ) throws -> OversightReport {
    let facts = try OversightFacts(self, policy: policy, asOf: asOf)
    let rows = try rows(of: .assistants)
    guard !rows.isEmpty else { throw OversightError.noSheet(.assistants) }
    let terms = rows.compactMap { row in
      OversightFacts.spell(row).map { spell in
        EmploymentTerm(
          spell: spell, contractFrom: row.day("contract_from"),
          contractUntil: row.day("contract_until"), probationUntil: row.day("probation_until"))
      }
    }
    return OversightReport(due: terms, within: days, asOf: asOf, offices: facts.offices)
  }

  /// Whether the two bureaus keep in contact (五).
  /// - Throws: `RegisterError`, `PolicyError`.
  public func overseeContact(policy: PolicyPack, asOf: CivilDate) throws -> OversightReport {
    let facts = try OversightFacts(self, policy: policy, asOf: asOf)
    let contacts = try rows(of: .contacts).compactMap { row in
      row.day("held_on").map {
        Contact(held: $0, topic: row.text("topic") ?? "", document: row.text("document_no"))
      }
    }
    let topics = Dictionary(grouping: contacts.filter { $0.held <= asOf }, by: \.topic)
      .compactMap { topic, held in held.map(\.held).max().map { (topic: topic, last: $0) } }
      .sorted { ($0.last.number, $0.topic) > ($1.last.number, $1.topic) }
    return OversightReport(
      ContactReview(contacts, asOf: asOf, settings: facts.settings), topics: topics, asOf: asOf,
      settings: facts.settings)
  }

  /// The facts of one person's year, for an appraisal.
  /// - Parameter year: the year of the day where none is given.
  /// - Throws: `OversightError.unknownAssistant`, `RegisterError`, `PolicyError`.
  public func appraise(
    _ assistant: String, year: Int? = nil, policy: PolicyPack, asOf: CivilDate
  ) throws -> OversightReport {
    let facts = try OversightFacts(self, policy: policy, asOf: asOf)
    let spells = facts.roster.spells(of: assistant)
    guard !spells.isEmpty else { throw OversightError.unknownAssistant(assistant) }
    let year = year ?? asOf.year
    let training = TrainingYear(
      year, of: try facts.training(), roster: facts.roster, asOf: asOf, settings: facts.settings)
    return OversightReport(
      appraisalOf: assistant, year: year, spells: spells,
      training: training.people.first { $0.assistant == assistant },
      cases: try facts.cases().filter {
        $0.finding.assistant == assistant && $0.finding.found.year == year
      },
      hasDeclared: try facts.declarations().contains {
        $0.assistant == assistant && $0.declared <= asOf
      },
      signatures: try facts.acknowledgements().filter {
        $0.assistant == assistant && $0.signed <= asOf
      }, asOf: asOf, offices: facts.offices)
  }

  /// The numbers of those who were at an office in a year, in order.
  /// - Throws: `RegisterError`, `PolicyError`.
  public func assistants(
    at office: String, in year: Int, policy: PolicyPack, asOf: CivilDate
  ) throws -> [String] {
    let roster = try OversightFacts(self, policy: policy, asOf: asOf).roster
    return roster.assistants.filter { assistant in
      roster.spells(of: assistant).contains {
        $0.office == office && $0.from.year <= year && year <= ($0.until ?? .latest).year
      }
    }
  }
}

extension OversightFacts {
  /// The spell that a row of the list of assistants tells of.
  static func spell(_ row: StoredSheetRow) -> Spell? {
    guard let number = row.text("assistant_no"), let from = row.day("on_duty_from") else {
      return nil
    }
    return Spell(
      assistant: number, person: row.text("resident_id") ?? number,
      office: row.text("office_code") ?? "", from: from, until: row.day("on_duty_until"))
  }

  /// Every row that names an assistant on a day.
  func mentions() throws -> [DatedMention] {
    let days: [(SheetKind, String)] = [
      (.training, "held_on"), (.findings, "found_on"), (.relations, "declared_on"),
      (.caseAssignments, "from"), (.duties, "from"), (.acknowledgements, "signed_on"),
    ]
    return try days.flatMap { kind, column in
      try register.rows(of: kind.description).compactMap { row -> DatedMention? in
        guard let assistant = row.text("assistant_no"), let day = row.day(column) else {
          return nil
        }
        let isBefore = kind == .acknowledgements || kind == .relations
        let counts = kind == .training && row.text("status") != Attendance.absent.rawValue
        return DatedMention(
          kind: kind, file: row.source.file, row: row.source.row, assistant: assistant, day: day,
          mayPrecede: isBefore || row.text("kind") == TrainingKind.preService.rawValue,
          hours: counts ? row.number("hours").map(Hours.init(hundredths:)) : nil)
      }
    }
  }
}
