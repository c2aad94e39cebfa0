import Model
import Oversight
import Testing

@Suite("Recusal")
struct RecusalReviewTests {
  typealias Entry = RecusalReview.Entry

  static func declared(
    _ relation: RelationDeclaration.Relation, _ on: String, ended: String? = nil,
    decision: RelationDeclaration.Decision? = nil, by: String? = nil
  ) throws -> RelationDeclaration {
    RelationDeclaration(
      assistant: "A", caseNo: "C-100", relation: relation, declared: try day(on),
      ended: ended.flatMap { CivilDate(iso: $0) }, decision: decision, decidedBy: by)
  }

  static func entry(
    from: String, until: String? = nil, _ declarations: [RelationDeclaration],
    asOf: String = "2024-06-01"
  ) throws -> Entry {
    let assignment = CaseAssignment(
      assistant: "A", caseNo: "C-100", office: "110102001", from: try day(from),
      until: until.flatMap { CivilDate(iso: $0) })
    return try #require(
      RecusalReview([assignment], declarations, asOf: try day(asOf)).entries.first)
  }

  @Test("counts the days on which a case was handled in spite of a relation declared meanwhile")
  func declaredMeanwhile() throws {
    let entry = try Self.entry(from: "2024-03-01", [Self.declared(.closeRelative, "2024-03-10")])
    #expect(entry.state == .mustStepAside)
    #expect(entry.days == 84)
    #expect(entry.span == (try day("2024-03-10"))...(try day("2024-06-01")))
    #expect(!entry.isAssignedAfter)
    #expect(entry.clause == "二（二）1")
  }

  @Test("tells a case that was assigned after the declaration")
  func assignedAfter() throws {
    let entry = try Self.entry(
      from: "2024-03-01", until: "2024-03-15", [Self.declared(.interest, "2024-02-01")])
    #expect(entry.days == 15)
    #expect(entry.isAssignedAfter)
    #expect(entry.clause == "二（二）2")
  }

  @Test("leaves anything else to a person, who must be named")
  func toDecide() throws {
    func state(_ decision: RelationDeclaration.Decision?, by name: String?) throws
      -> RecusalReview.State
    {
      try Self.entry(
        from: "2024-03-01", [Self.declared(.other, "2024-02-01", decision: decision, by: name)]
      ).state
    }
    #expect(try state(nil, by: nil) == .toDecide)
    #expect(try state(.stays, by: " ") == .toDecide)
    #expect(try state(.stays, by: "王所长") == .clear)
    #expect(try state(.stepsAside, by: "王所长") == .mustStepAside)
  }

  @Test("takes no declaration for unknown, and a declaration of none for clear")
  func undeclared() throws {
    #expect(try Self.entry(from: "2024-03-01", []).state == .undeclared)
    #expect(
      try Self.entry(from: "2024-03-01", [Self.declared(.none, "2024-03-01")]).state == .clear)
    let later = try Self.declared(.closeRelative, "2024-06-02")
    #expect(try Self.entry(from: "2024-03-01", [later]).state == .undeclared)
  }

  @Test("counts no day after a relation has ended")
  func ended() throws {
    let entry = try Self.entry(
      from: "2024-03-01", [Self.declared(.closeRelative, "2024-01-01", ended: "2024-02-28")])
    #expect(entry.days == 0)
    #expect(entry.state == .clear)
  }

  @Test("reports a decision to stay that the clause does not leave open")
  func contradiction() throws {
    let entry = try Self.entry(
      from: "2024-03-01",
      [Self.declared(.closeRelative, "2024-02-01", decision: .stays, by: "王所长")])
    #expect(entry.state == .mustStepAside)
    #expect(entry.contradicts)
  }

  @Test("a declaration of none does not undo another, and days count once")
  func several() throws {
    let entry = try Self.entry(
      from: "2024-03-01", until: "2024-03-10",
      [
        Self.declared(.none, "2024-03-05"), Self.declared(.closeRelative, "2024-03-03"),
        Self.declared(.interest, "2024-03-06"),
      ])
    #expect(entry.state == .mustStepAside)
    #expect(entry.days == 8)
  }

  @Test("can be tried before a case is assigned")
  func trial() throws {
    func state(_ declarations: [RelationDeclaration]) throws -> RecusalReview.State {
      RecusalReview.trial(
        assistant: "A", caseNo: "C-100", declarations, asOf: try day("2024-06-01")
      ).state
    }
    #expect(try state([Self.declared(.closeRelative, "2024-02-01")]) == .mustStepAside)
    #expect(try state([]) == .undeclared)
    #expect(try state([Self.declared(.none, "2024-02-01")]) == .clear)
  }
}
