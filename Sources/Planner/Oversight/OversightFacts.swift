import Model
import Oversight
import Policy
import Register

/// What the register's sheets say of people in post, as the deciding room takes it.
struct OversightFacts {
  let register: Register
  let offices: OfficeTable
  let roster: Roster
  let settings: OversightSettings
  let asOf: CivilDate

  init(_ register: Register, policy: PolicyPack, asOf: CivilDate) throws {
    self.register = register
    self.asOf = asOf
    offices = try register.officeTable()
    settings = try OversightSettings(of: policy, on: asOf)
    roster = try Self.roster(of: register)
  }

  /// Everybody in the list of assistants.
  static func roster(of register: Register) throws -> Roster {
    Roster(try register.rows(of: .assistants).compactMap(spell))
  }

  func training() throws -> TrainingSheets {
    TrainingSheets(
      records: try register.rows(of: .training).compactMap { row in
        guard let number = row.text("assistant_no"), let day = row.day("held_on"),
          let kind = row.text("kind").flatMap(TrainingKind.init)
        else { return nil }
        return TrainingRecord(
          assistant: number, day: day, hours: Hours(hundredths: row.number("hours") ?? 0),
          kind: kind, topic: row.text("topic") ?? "", session: row.text("session_no"),
          organiser: row.text("organised_by").flatMap(TrainingOrganiser.init),
          attendance: row.text("status").flatMap(Attendance.init) ?? .present)
      },
      sessions: try register.rows(of: .trainingSessions).compactMap { row in
        guard let day = row.day("held_on"), let kind = row.text("kind").flatMap(TrainingKind.init)
        else { return nil }
        return TrainingSession(
          number: row.text("session_no"), day: day,
          hours: Hours(hundredths: row.number("hours") ?? 0), kind: kind,
          organiser: row.text("organised_by").flatMap(TrainingOrganiser.init),
          audience: row.text("audience").flatMap(TrainingAudience.init),
          office: row.text("office_code"))
      },
      feedback: try register.rows(of: .feedback).compactMap { row in
        guard let office = row.text("office_code"), let from = row.day("period_from"),
          let until = row.day("period_until"), let sent = row.day("sent_on")
        else { return nil }
        return TrainingFeedback(office: office, from: from, until: until, sent: sent)
      }, asOf: asOf)
  }

  func duties() throws -> [DutyAssignment] {
    try register.rows(of: .duties).compactMap { row in
      guard let office = row.text("office_code"), let from = row.day("from"),
        let activity = row.text("activity").flatMap(DutyActivity.init),
        let role = row.text("role").flatMap(DutyRole.init)
      else { return nil }
      return DutyAssignment(
        office: office, assistant: row.text("assistant_no"), activity: activity, role: role,
        from: from, until: row.day("until"), assignedBy: row.text("assigned_by"))
    }
  }

  func declarations() throws -> [RelationDeclaration] {
    try register.rows(of: .relations).compactMap { row in
      guard let number = row.text("assistant_no"), let caseNo = row.text("case_no"),
        let relation = row.text("relation").flatMap(RelationDeclaration.Relation.init),
        let declared = row.day("declared_on")
      else { return nil }
      return RelationDeclaration(
        assistant: number, caseNo: caseNo, relation: relation, declared: declared,
        ended: row.day("ended_on"),
        decision: row.text("decision").flatMap(RelationDeclaration.Decision.init),
        decidedBy: row.text("decided_by"))
    }
  }

  func assignments() throws -> [CaseAssignment] {
    try register.rows(of: .caseAssignments).compactMap { row in
      guard let number = row.text("assistant_no"), let caseNo = row.text("case_no"),
        let from = row.day("from")
      else { return nil }
      return CaseAssignment(
        assistant: number, caseNo: caseNo, office: row.text("office_code") ?? "", from: from,
        until: row.day("until"))
    }
  }

  /// All findings up to the day, each followed through its steps.
  func cases() throws -> [SupervisionCase] {
    let steps = try register.rows(of: .followUp).compactMap { row -> FollowUpStep? in
      guard let number = row.text("finding_no"), let day = row.day("on"),
        let step = row.text("step").flatMap(FollowUpStep.Step.init)
      else { return nil }
      return FollowUpStep(
        finding: number, step: step, day: day, by: row.text("by"),
        document: row.text("document_no"),
        decision: row.text("decision") ?? row.text("handed_to"),
        period: row.number("period").map(String.init))
    }
    let byFinding = Dictionary(grouping: steps, by: \.finding)
    return try register.rows(of: .findings).compactMap { row -> SupervisionFinding? in
      guard let number = row.text("assistant_no"), let found = row.day("found_on"), found <= asOf,
        let kind = row.text("kind").flatMap(SupervisionFinding.Kind.init)
      else { return nil }
      return SupervisionFinding(
        number: row.text("finding_no"), assistant: number, found: found,
        finder: row.text("found_by").flatMap(SupervisionFinding.Finder.init), kind: kind,
        clause: row.text("duty") ?? "", closed: row.day("closed_on"))
    }
    .sorted {
      ($0.assistant, $0.found, $0.number) < ($1.assistant, $1.found, $1.number)
    }
    .map {
      try SupervisionCase(
        $0, steps: byFinding[$0.number] ?? [], roster: roster, asOf: asOf,
        calendar: .stateCouncil, settings: settings)
    }
  }

  func acknowledgements() throws -> [Acknowledgement] {
    try register.rows(of: .acknowledgements).compactMap { row in
      guard let number = row.text("assistant_no"), let version = row.text("text_version"),
        let signed = row.day("signed_on")
      else { return nil }
      return Acknowledgement(assistant: number, version: version, signed: signed)
    }
  }
}
