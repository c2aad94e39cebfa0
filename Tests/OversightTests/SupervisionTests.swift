import Model
import Oversight
import Testing

@Suite("Supervision")
struct SupervisionTests {
  static func finding(
    _ found: String, by finder: SupervisionFinding.Finder? = .bureau,
    _ kind: SupervisionFinding.Kind = .duty
  ) throws -> SupervisionFinding {
    SupervisionFinding(
      number: "F1", assistant: "A", found: try day(found), finder: finder, kind: kind,
      clause: "一（二）2")
  }

  static func step(
    _ step: FollowUpStep.Step, _ on: String, by: String? = "张科长", document: String? = "1号",
    decision: String? = nil, period: String? = nil
  ) throws -> FollowUpStep {
    FollowUpStep(
      finding: "F1", step: step, day: try day(on), by: by, document: document, decision: decision,
      period: period)
  }

  static func followed(
    _ finding: SupervisionFinding, _ steps: [FollowUpStep], asOf: String = "2024-05-20"
  ) throws -> SupervisionCase {
    let roster = Roster([
      Spell(
        assistant: "A", person: "a", office: "110102001", from: try day("2020-01-01"),
        until: try day("2024-04-30")),
      Spell(assistant: "A", person: "a", office: "110102002", from: try day("2024-05-01")),
    ])
    return try SupervisionCase(
      finding, steps: steps, roster: roster, asOf: try day(asOf), calendar: try Invented.spring(),
      settings: try Invented.settings())
  }

  @Test("counts the working days until the street was told, and says when it was due")
  func feedback() throws {
    let late = try Self.followed(
      Self.finding("2024-03-01"), [Self.step(.feedback, "2024-03-20")], asOf: "2024-04-01")
    #expect(late.feedbackDays == 13)
    #expect(late.feedbackDue == (try day("2024-03-15")))
    #expect(late.issues == [.feedbackLate(due: try day("2024-03-15"))])
    #expect(late.state == .reported)
    let inTime = try Self.followed(
      Self.finding("2024-04-26"), [Self.step(.feedback, "2024-05-10")])
    #expect(inTime.feedbackDays == 8)
    #expect(inTime.feedbackDue == (try day("2024-05-13")))
    #expect(inTime.issues.isEmpty)
    #expect(inTime.office == "110102001")
  }

  @Test(
    "reminds of a word to the street from the day after it is due",
    arguments: [("2024-03-14", false), ("2024-03-15", false), ("2024-03-16", true)])
  func overdue(asOf: String, isLate: Bool) throws {
    let followed = try Self.followed(Self.finding("2024-03-01"), [], asOf: asOf)
    #expect(followed.issues.isEmpty == !isLate)
    #expect(followed.state == .found)
  }

  @Test("takes a proposal without feedback, a name or a document for an error")
  func proposal() throws {
    let finding = try Self.finding("2024-03-25")
    let bare = try Self.followed(
      finding, [Self.step(.proposal, "2024-04-01", by: nil, document: nil)], asOf: "2024-04-02")
    #expect(bare.state == .proposed)
    #expect(
      bare.issues == [.proposalWithoutFeedback, .proposalUnsigned, .proposalUndocumented])
    let sameDay = try Self.followed(
      finding, [Self.step(.proposal, "2024-04-01"), Self.step(.feedback, "2024-04-01")],
      asOf: "2024-04-02")
    #expect(sameDay.issues.isEmpty)
  }

  @Test("goes from state to state, and is closed by the street's decision alone or by name")
  func states() throws {
    let finding = try Self.finding("2024-03-01")
    let steps = try [
      Self.step(.feedback, "2024-03-08"), Self.step(.correction, "2024-03-20"),
      Self.step(.check, "2024-04-10"), Self.step(.proposal, "2024-04-15"),
      Self.step(.decision, "2024-05-06", decision: "调岗"),
    ]
    let states: [SupervisionCase.State] = [
      .found, .reported, .correcting, .checked, .proposed, .closed,
    ]
    for (count, state) in states.enumerated() {
      #expect(try Self.followed(finding, Array(steps.prefix(count))).state == state)
    }
    let decided = try Self.followed(finding, [Self.step(.decision, "2024-03-08")])
    #expect(decided.issues.contains { if case .feedbackLate = $0 { true } else { false } })
  }

  @Test("asks for the street's answer, and for the year of an appraisal")
  func replies() throws {
    let finding = try Self.finding("2024-03-01")
    let asked = [try Self.step(.feedback, "2024-03-08")]
    #expect(try Self.followed(finding, asked, asOf: "2024-04-07").issues.isEmpty)
    #expect(
      try Self.followed(finding, asked, asOf: "2024-04-08").issues
        == [.replyLate(due: try day("2024-04-07"))])
    let entered = try Self.followed(
      finding, asked + [Self.step(.appraisal, "2024-03-20")], asOf: "2024-03-21")
    #expect(entered.issues == [.appraisalWithoutPeriod])
  }

  @Test("three grave findings make no proposal")
  func noProposal() throws {
    for number in 1...3 {
      let followed = try Self.followed(
        Self.finding("2024-05-0\(number + 5)"), [], asOf: "2024-05-10")
      #expect(followed.state == .found)
      #expect(followed.issues.isEmpty)
    }
  }

  @Test("tells findings under 四（三） from those of others and from discipline")
  func apart() throws {
    #expect(try Self.followed(Self.finding("2024-03-01"), []).isUnderClause)
    for (finder, kind) in [
      (SupervisionFinding.Finder.street, SupervisionFinding.Kind.duty), (nil, .ability),
      (.bureau, .discipline), (.bureau, .recusal),
    ] {
      #expect(
        try !Self.followed(Self.finding("2024-03-01", by: finder, kind), []).isUnderClause)
    }
  }

  @Test("reminds of no day for findings to which 四（三） does not speak")
  func notBound() throws {
    let finding = try Self.finding("2024-03-01", by: .justiceOffice)
    #expect(try Self.followed(finding, []).issues.isEmpty)
    #expect(try !Self.followed(Self.finding("2024-03-01"), []).issues.isEmpty)
  }

  @Test("a year without its days off stops the count")
  func calendar() throws {
    #expect(throws: WorkingCalendarError.noTable(year: 2025)) {
      try Self.followed(Self.finding("2025-03-01"), [], asOf: "2025-04-01")
    }
  }

  @Test("lists open breaches of discipline and whoever on duty has not signed")
  func discipline() throws {
    let roster = Roster([
      Spell(assistant: "A", person: "a", office: "110102001", from: try day("2020-01-01")),
      Spell(assistant: "B", person: "b", office: "110102001", from: try day("2020-01-01")),
      Spell(
        assistant: "C", person: "c", office: "110102001", from: try day("2020-01-01"),
        until: try day("2024-05-31")),
    ])
    let open = try Self.followed(Self.finding("2024-03-01", by: .bureau, .discipline), [])
    let other = try Self.followed(Self.finding("2024-03-01"), [])
    let review = DisciplineReview(
      [open, other],
      [Acknowledgement(assistant: "A", version: "2024", signed: try day("2024-01-02"))],
      roster: roster, asOf: try day("2024-06-01"))
    #expect(review.cases == [open])
    #expect(review.unsigned == ["B"])
    #expect(review.waits)
  }
}
