import Model
import Testing

@testable import Policy

@Suite("The check of a policy")
struct PolicyCheckTests {
  private func results(_ items: String) throws -> [CheckResult] {
    try overlay(items).check(seed: 1)
  }

  private func requirement(_ id: String, _ condition: String) -> String {
    """
    requirements:
      - {id: \(id), title: {zh: 一, en: one}, when: '\(condition)', local: {zh: 一, en: one}}
    """
  }

  private func counterexample(
    _ property: CheckResult.Property, _ subject: String, _ results: [CheckResult]
  ) throws -> Counterexample {
    let result = try #require(
      results.first { $0.property == property && $0.subject == subject && $0.finding.isRefuted })
    let refutation: Counterexample? =
      if case .refuted(let counterexample) = result.finding { counterexample } else { nil }
    return try #require(refutation)
  }

  @Test("proves every property of the default policy and of both samples")
  func packs() throws {
    let packs =
      try [PolicyPack.named("beijing-2023")]
      + ["tiers-then-order", "points-and-marks"].map(samplePack)
    for pack in packs {
      let results = pack.check(seed: 7)
      // The settings of headcount are checked by the room that reads them.
      let asked = Set(CheckResult.Property.allCases).subtracting([.headcountComputes])
      let found = Set(results.map(\.property))
      #expect(found.union([.clausesNotCountered]) == asked)
      for result in results {
        switch result.finding {
        case .refuted, .notRefuted: Issue.record("\(pack.id): \(result)")
        default: break
        }
      }
    }
  }

  @Test("refutes a preference that nobody can meet, because no sheet holds so many months")
  func unreachable() throws {
    func results(_ months: Int) throws -> [CheckResult] {
      try self.results(
        """
        change:
          - {parameter: legal_work_minimum, value: \(months), reason: {zh: 一, en: one}}
        """)
    }
    #expect(try !results(720).contains { $0.finding.isRefuted })
    _ = try counterexample(.reachable, "legal_work", results(721))
  }

  @Test("refutes two preferences that always come out alike, unless only one of them counts")
  func alike() throws {
    let again = """
      preferences:
        - id: again
          title: {zh: 一, en: one}
          when: '!(legal_work_months < 1) && "属实" == legal_work_status'
          points: 1
          local: {zh: 一, en: one}

      """
    let found = try counterexample(.distinct, "again", results(again))
    #expect(found.explanation.en.contains("“legal_work” and “again”"))
    let grouped = try results(
      again + """
        groups:
          - {id: g, title: {zh: 一, en: one}, highest_of: [legal_work, again], local: {zh: 一, en: one}}
        """)
    #expect(!grouped.contains { $0.property == .distinct && $0.finding.isRefuted })
  }

  @Test("asks of every favourable fact that rules read whether more of it can hurt")
  func favourableFacts() throws {
    let results = try PolicyPack.named("beijing-2023").check(seed: 7)
    let asked = results.filter { $0.property == .monotone }.map(\.subject)
    for name in [
      "local_household", "hardship_valid_until", "hardship_status", "education", "degree_status",
      "legal_work_months", "legal_work_status", "correction_work_months",
      "correction_work_status", "integrity", "computer_skill",
    ] { #expect(asked.contains(name)) }
  }

  @Test("finds the month from which more experience shuts an applicant out")
  func notMonotone() throws {
    let results = try results(requirement("not_too_long", "legal_work_months <= 100"))
    let found = try counterexample(.monotone, "legal_work_months", results)
    #expect(found.changed?.value == .int(101))
    #expect(found.facts.contains(Counterexample.Fact(name: "legal_work_months", value: .int(100))))
    #expect(found.before?.verdict == .eligible)
    #expect(found.after?.verdict == .ineligible)
  }

  @Test("finds that a verified claim would cost points")
  func perversePreference() throws {
    let results = try results(
      """
      preferences:
        - id: unproven
          title: {zh: 一, en: one}
          when: legal_work_status == "不属实"
          points: 5
          local: {zh: 一, en: one}
      """)
    let found = try counterexample(.monotone, "legal_work_status", results)
    #expect((found.after?.points ?? 0) < (found.before?.points ?? 0))
  }

  @Test("lets a tier outweigh any loss of points")
  func tierBeforePoints() throws {
    let results = try results(
      """
      preferences:
        - {id: from_afar, title: {zh: 一, en: one}, when: '!local_household && hardship_status == "属实"', points: 5, local: {zh: 一, en: one}}
      """)
    let found = try counterexample(.monotone, "local_household", results)
    #expect(found.before?.tier == found.after?.tier, "a move up a tier is no counterexample")
  }

  @Test(
    "finds an item that nobody can meet, or that nobody can fail",
    arguments: [
      ("nobody", "education == \"本科\" && education == \"专科\""),
      ("everybody", "legal_work_months >= 0"),
      ("too_late", "hardship_valid_until == null && hardship_valid_until != null"),
    ])
  func unreachable(id: String, condition: String) throws {
    let results = try results(requirement(id, condition))
    #expect(try counterexample(.reachable, id, results).facts.isEmpty)
  }

  @Test("finds a tier that an earlier one always takes")
  func unreachableTier() throws {
    let results = try results(
      """
      tiers:
        - {id: again, title: {zh: 一, en: one}, when: 'local_household && hardship_category == "残疾" && hardship_status == "属实" && hardship_valid_until == null', local: {zh: 一, en: one}}
      """)
    _ = try counterexample(.reachable, "again", results)
  }

  @Test(
    "finds the case in which a condition has no value",
    arguments: [
      ("hardship_valid_until >= as_of", "hardship_valid_until", Value.null),
      ("12 / legal_work_months >= 1", "legal_work_months", .int(0)),
      ("[true][legal_work_months] || integrity", "legal_work_months", .int(1)),
    ])
  func noValue(condition: String, fact: String, value: Value) throws {
    let results = try results(requirement("fragile", condition))
    let found = try counterexample(.alwaysAValue, "fragile", results)
    #expect(found.facts.contains(Counterexample.Fact(name: fact, value: value)))
  }

  @Test("finds more points than scoring can order by", arguments: [5, 6])
  func overflow(items: Int) throws {
    let results = try results(
      "preferences:\n"
        + (0..<items + 1).map {
          """
            - id: bonus_\($0)
              title: {zh: 一, en: one}
              when: legal_work_months > \($0)
              points: \($0 < items ? 10_000 : 9_997)
              local: {zh: 一, en: one}

          """
        }.joined())
    let finding = results.first { $0.property == .noOverflow }?.finding
    #expect(finding?.isRefuted == (items > 5))
    if items == 5 { #expect(finding == .provedByBounds(limit: 60_000)) }
  }

  @Test("refutes a rule that shuts out everybody of a tier, or everybody of one category of it")
  func shutOut() throws {
    for (condition, fact) in [
      ("hardship_category == \"无\"", nil), ("!local_household", nil),
      ("hardship_category != \"残疾\"", "残疾"),
      ("hardship_status != \"属实\" || education == \"博士\" && education == \"本科\"", nil),
    ] as [(String, String?)] {
      let found = try counterexample(
        .tiersOpen, "local_hardship", results(requirement("shut", condition)))
      #expect(found.explanation.en.contains("“shut”"), "\(condition)")
      #expect(found.facts.map(\.value) == (fact.map { [.string($0)] } ?? []), "\(condition)")
    }
  }

  @Test("lets a rule ask more of people with hardship, as long as some can meet it")
  func notShutOut() throws {
    for condition in [
      "education != \"小学\"", "hardship_category == \"无\" || written_score >= 6000",
      "channel == \"公开招聘\"",
    ] {
      let results = try results(requirement("more", condition))
      #expect(
        !results.contains { $0.property == .tiersOpen && $0.finding.isRefuted }, "\(condition)")
    }
  }

  @Test(
    "refutes what is given for lacking what a clause prefers, and nothing else",
    arguments: [
      ("!(major_is_law)", true), ("!(major_is_law) && education == \"本科\"", true),
      ("legal_work_months < 1", true), ("hardship_category == \"无\"", true),
      ("major_code.startsWith(\"0303\")", false), ("legal_work_months >= 36", false),
      ("birth_date >= 19900101", false), ("education == \"硕士\"", false),
    ])
  func countered(condition: String, isRefuted: Bool) throws {
    let results = try results(
      """
      preferences:
        - {id: bonus, title: {zh: 一, en: one}, when: '\(condition)', points: 5, local: {zh: 一, en: one}}
      """)
    let result = try #require(
      results.first { $0.property == .clausesNotCountered && $0.subject == "bonus" })
    #expect(result.finding.isRefuted == isRefuted, "\(result)")
  }

  @Test("says where it only searched")
  func sampled() throws {
    let results = try results(
      requirement("sum", "legal_work_months + correction_work_months >= 12"))
    let result = try #require(results.first { $0.property == .alwaysAValue && $0.subject == "sum" })
    guard case .notRefuted(let space, 1) = result.finding else {
      Issue.record("\(result.finding)")
      return
    }
    #expect(space.cases > 0)
    #expect(space.facts.map(\.name) == ["legal_work_months", "correction_work_months"])
  }

  @Test("finds the day from which a parameter is missing")
  func gap() throws {
    let pack = try overlay(
      """
      parameters:
        - {name: extra, title: {zh: 一, en: one}, value: 1, until: 2024-06-30, local: {zh: 一, en: one}}
      """)
    let found = try counterexample(.completeDays, "xicheng-2024", pack.check(seed: 1))
    #expect(found.facts == [Counterexample.Fact(name: "as_of", value: .int(20_240_701))])
    #expect(
      pack.periods.map(\.from.iso) == ["2024-01-01", "2024-07-01", "2025-01-01"],
      "the days are cut at the gap")
  }

  @Test("gives the same results for the same seed")
  func repeatable() throws {
    let items = requirement("sum", "legal_work_months + correction_work_months >= 12")
    #expect(try results(items) == results(items))
  }
}

@Suite("The difference of two policies")
struct PolicyDifferenceTests {
  @Test("is nothing between a policy and itself")
  func same() throws {
    #expect(try rules().changes(to: rules()).isEmpty)
  }

  @Test("names what was added, taken away and changed")
  func different() throws {
    let pack = try samplePack("tiers-then-order")
    let adapted = try pack.rules(on: #require(CivilDate(iso: "2024-06-01")))
    let changes = try rules().changes(to: adapted)
    let named = changes.filter { $0.kind != .setting }.map { "\($0.kind) \($0.id)" }
    #expect(
      named == [
        "requirement age", "requirement education_level", "preference law_degree",
        "preference correction_work", "parameter correction_work_minimum",
        "parameter legal_work_minimum",
      ])
    let points = try #require(changes.first { $0.id == "law_degree" })
    #expect(points.before?.hasPrefix("1: major_is_law") == true)
    #expect(points.after?.hasPrefix("4: major_is_law") == true)
    #expect(changes.first { $0.id == "age" }?.before == nil)
    #expect(try adapted.changes(to: rules()).first { $0.id == "age" }?.after == nil)
    #expect(changes.first { $0.id == "legal_work_minimum" }?.after == "12")
  }
}
