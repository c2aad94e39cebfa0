import Model
import Oversight
import Testing

@Suite("The term of a contract")
struct EmploymentTermTests {
  static func term(
    _ from: String, _ until: String?, probation: String? = nil, left: String? = nil
  ) throws -> EmploymentTerm {
    EmploymentTerm(
      spell: Spell(
        assistant: "A", person: "a", office: "110102001", from: try day(from),
        until: left.flatMap { CivilDate(iso: $0) }),
      contractFrom: try day(from), contractUntil: until.flatMap { CivilDate(iso: $0) },
      probationUntil: probation.flatMap { CivilDate(iso: $0) })
  }

  @Test(
    "allows a probation by its length, at each threshold",
    arguments: [
      ("2024-03-30", "2023-12-31"), ("2024-03-31", "2024-01-31"), ("2024-12-30", "2024-01-31"),
      ("2024-12-31", "2024-02-29"), ("2026-12-30", "2024-02-29"), ("2026-12-31", "2024-06-30"),
      (nil, "2024-06-30"),
    ] as [(String?, String)])
  func probation(until: String?, longest: String) throws {
    #expect(try Self.term("2024-01-01", until).longestProbation == day(longest))
  }

  @Test("is due within the days that are asked for, and overdue while somebody is on duty")
  func due() throws {
    let today = try day("2024-06-01")
    func due(_ term: EmploymentTerm) -> [EmploymentTerm.Due] {
      term.due(from: today, within: 60).map(\.due)
    }
    #expect(try due(Self.term("2023-01-01", "2024-07-31")) == [.contractEnds])
    #expect(try due(Self.term("2023-01-01", "2024-08-01")) == [])
    #expect(try due(Self.term("2023-01-01", "2024-05-31")) == [.contractEnded])
    #expect(
      try due(Self.term("2024-05-01", "2025-04-29", probation: "2024-06-30"))
        == [.probationEnds, .probationLong])
    #expect(try due(Self.term("2023-01-01", "2024-05-17", left: "2024-05-17")) == [.handover])
    #expect(try due(Self.term("2023-01-01", "2024-05-16", left: "2024-05-16")) == [])
  }
}
