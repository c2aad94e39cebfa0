import Model
import Oversight
import Testing

@Suite("The order of sheets and rows")
struct AnyOrderTests {
  @Test("changes no fact", arguments: 1...20 as ClosedRange<UInt64>)
  func anyOrder(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let asOf = try day("2024-05-20")
    let settings = try Invented.settings()
    let calendar = try Invented.spring()
    let offices = ["110102001", "110102002", "110102003"]
    func some<Value>(_ values: [Value]) -> Value {
      values[Int(generator.next() % UInt64(values.count))]
    }
    let days = try (1...9).map { try day("2024-0\($0 % 5 + 1)-1\($0)") }
    let people = ["A", "B", "C", "D"]
    let spells = (0..<8).map { _ in
      Spell(
        assistant: some(people), person: some(["a", "b", "c"]), office: some(offices),
        from: some(days), until: some([nil] + days.map(Optional.some)))
    }
    let records = (0..<30).map { _ in
      TrainingRecord(
        assistant: some(people), day: some(days), hours: Hours(hundredths: some([50, 400, 725])),
        kind: some(TrainingKind.allCases), topic: some(["x", "y"]),
        session: some([nil, "S1", "S2"]), organiser: some([nil, .bureau, .street]),
        attendance: some(Attendance.allCases))
    }
    let sessions = ["S1", "S3"].map {
      TrainingSession(
        number: $0, day: some(days), hours: Hours(hundredths: 400),
        kind: some(TrainingKind.allCases), organiser: .bureau)
    }
    let declarations = (0..<12).map { _ in
      RelationDeclaration(
        assistant: some(people), caseNo: some(["C-1", "C-2"]),
        relation: some(RelationDeclaration.Relation.allCases), declared: some(days),
        ended: some([nil] + days.map(Optional.some)),
        decision: some(RelationDeclaration.Decision.allCases), decidedBy: some([nil, "王所长"]))
    }
    let assignments = (0..<8).map { _ in
      CaseAssignment(
        assistant: some(people), caseNo: some(["C-1", "C-2"]), office: some(offices),
        from: some(days), until: some([nil] + days.map(Optional.some)))
    }
    let duties = (0..<15).map { _ in
      DutyAssignment(
        office: some(offices), assistant: some([nil] + people.map(Optional.some)),
        activity: some(DutyActivity.allCases), role: some(DutyRole.allCases), from: some(days))
    }
    let steps = (0..<10).map { _ in
      FollowUpStep(finding: "F", step: some(FollowUpStep.Step.allCases), day: some(days))
    }
    let finding = SupervisionFinding(
      number: "F", assistant: "A", found: days[0], finder: .bureau, kind: .duty)

    func facts(_ order: inout SeededGenerator?) throws -> Facts {
      func mixed<Value>(_ values: [Value]) -> [Value] {
        guard var generator = order else { return values }
        defer { order = generator }
        return values.shuffled(using: &generator)
      }
      let roster = Roster(mixed(spells))
      let sheets = TrainingSheets(records: mixed(records), sessions: mixed(sessions), asOf: asOf)
      return Facts(
        overlaps: roster.overlaps,
        training: TrainingYear(2024, of: sheets, roster: roster, asOf: asOf, settings: settings),
        recusal: RecusalReview(mixed(assignments), mixed(declarations), asOf: asOf),
        duties: DutyReview(mixed(duties), roster: roster, asOf: asOf),
        supervision: try SupervisionCase(
          finding, steps: mixed(steps), roster: roster, asOf: asOf, calendar: calendar,
          settings: settings))
    }
    var none: SeededGenerator?
    let expected = try facts(&none)
    var order: SeededGenerator? = generator
    for _ in 0..<5 { #expect(try facts(&order) == expected, "seed \(seed)") }
  }

  private struct Facts: Equatable {
    let overlaps: [Roster.Overlap]
    let training: TrainingYear
    let recusal: RecusalReview
    let duties: DutyReview
    let supervision: SupervisionCase
  }

  @Test("finds one person in two posts at once, under one number or two")
  func overlaps() throws {
    func spell(_ number: String, _ office: String, _ from: String, _ until: String?) throws -> Spell
    {
      Spell(
        assistant: number, person: "p", office: office, from: try day(from),
        until: until.flatMap { CivilDate(iso: $0) })
    }
    let first = try spell("A", "110102001", "2020-01-01", "2024-03-31")
    #expect(Roster([first, try spell("B", "110102002", "2024-04-01", nil)]).overlaps.isEmpty)
    for number in ["A", "B"] {
      let second = try spell(number, "110102002", "2024-03-31", nil)
      let overlaps = Roster([second, first]).overlaps
      #expect(overlaps.map(\.first) == [first])
      #expect(overlaps.map(\.second) == [second])
    }
  }

  @Test("contact is overdue from the day after the interval ends")
  func contact() throws {
    let settings = try Invented.settings()
    func review(_ asOf: String, _ held: String?) throws -> ContactReview {
      ContactReview(
        try held.map { [Contact(held: try day($0), topic: "培训")] } ?? [], asOf: try day(asOf),
        settings: settings)
    }
    #expect(try review("2024-02-29", "2024-01-31").due == (try day("2024-02-29")))
    #expect(try !review("2024-02-29", "2024-01-31").isOverdue)
    #expect(try review("2024-03-01", "2024-01-31").isOverdue)
    #expect(try review("2024-01-25", nil).isOverdue == false)
    #expect(try review("2024-01-26", nil).isOverdue)
  }
}
