import Foundation
import Model
import Policy
import Testing

@testable import Scoring

/// People scored by a policy, as a run holds them.
struct ScoredPeople {
  var policy = "beijing-2023"
  var date = "2024-06-01"
  var seed: String?
  var places: [String: Int] = [:]
  var people: [RankedListTests.Person]

  func scored() throws -> ScoredApplicants {
    let day = try #require(CivilDate(iso: date))
    let policy = try Self.policy(policy)
    let rules = try policy.rules(on: day)
    let scorer = try Scorer(rules)
    let fields = ApplicantField.allCases.filter { field in
      rules.facts.contains { $0.name == field.id }
    }
    let columns = RankedListTests.columns(people, fields)
    let evaluation = try scorer.evaluate(columns)
    return try ScoredApplicants(
      policy: policy, rules: rules, seed: seed, columns: columns, offices: OfficeTable(),
      evaluation: evaluation,
      list: RankedList(evaluation, of: columns, rules: rules, seed: seed), places: places)
  }

  private static let opinion = Result { try PolicyPack.named("beijing-2023") }

  static func policy(_ name: String) throws -> PolicyPack {
    if name == "beijing-2023" { return try opinion.get() }
    if !name.contains("\n") {
      let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent()
      return try opened(root.appendingPathComponent("Samples/policies/\(name).yaml").path)
    }
    let head = """
      policy: test-district
      extends: beijing-2023
      title: {zh: 一, en: one}
      in_force: {from: 2024-01-01}

      """
    return try PolicyPack.named("test.yaml") { _ in Array((head + name).utf8) }
  }

  private static func opened(_ path: String) throws -> PolicyPack {
    try PolicyPack.named(path) { FileManager.default.contents(atPath: $0).map(Array.init) }
  }
}

@Suite("A comparison of two runs")
struct RunComparisonTests {
  typealias Person = RankedListTests.Person
  private static let office = OfficeTable().offices[0].code

  private func person(_ number: String, _ changes: [ApplicantField: FactValue] = [:]) -> Person {
    Person(number: number, facts: RankedListTests.everything.merging(changes) { $1 })
  }

  private func compare(_ first: ScoredPeople, _ second: ScoredPeople) throws -> RunComparison {
    try RunComparison(from: first.scored(), to: second.scored())
  }

  /// What moved an applicant, in short: each criterion with its outcomes, points and causes.
  private func causes(_ comparison: RunComparison, _ number: String) -> [String] {
    let move = comparison.moves.first { $0.applicationNo == number }
    return move?.lines.map { line in
      let outcomes = [line.before, line.after].map { $0?.id ?? "none" }.joined(separator: ">")
      let causes = line.causes.map { cause in
        switch cause {
        case .fact(let field, _, _): "fact \(field.id)"
        case .claim(let id, let before, let after): "claim \(id) \(before)>\(after)"
        case .date: "date"
        case .rule(let change): "rule \(change.kind) \(change.id)"
        }
      }
      return "\(line.id) \(outcomes) \(line.pointsBefore)>\(line.pointsAfter): "
        + causes.joined(separator: ", ")
    } ?? []
  }

  @Test("of a run with itself finds nobody")
  func same() throws {
    let run = ScoredPeople(people: [person("A"), person("B", [.legalWorkMonths: .number(0)])])
    #expect(try compare(run, run).moves.isEmpty)
  }

  @Test("names the fact that changed, the criterion and those who were overtaken")
  func facts() throws {
    let weak: [ApplicantField: FactValue] = [.legalWorkStatus: .text("待核")]
    let first = ScoredPeople(places: [Self.office: 1], people: [person("A"), person("B", weak)])
    var second = first
    second.people = [
      person("A", [.degreeStatus: .text("不属实"), .integrity: .bool(true)]), person("B"),
    ]
    let comparison = try compare(first, second)
    #expect(
      causes(comparison, "A") == [
        "law_degree met>not met 1>0: fact degree_status, claim degree accepted>rejected"
      ])
    #expect(
      causes(comparison, "B") == [
        "legal_work unknown>met 0>1: fact legal_work_status, claim legal_work unverified>accepted"
      ])
    #expect(comparison.moves.map(\.applicationNo) == ["B", "A"])
    #expect(comparison.moves.map(\.kinds) == [[.points, .rank, .line], [.points, .rank, .line]])
    #expect(comparison.cameAbove.map(\.applicationNo) == ["B"])
    #expect(comparison.fellBelow.map(\.applicationNo) == ["A"])
  }

  @Test("blames the day, not the facts, where recognition has run out")
  func date() throws {
    let until: [ApplicantField: FactValue] = [.hardshipValidUntil: .number(20_240_601)]
    let first = ScoredPeople(people: [person("A", until), person("B")])
    var second = first
    second.date = "2024-06-02"
    let comparison = try compare(first, second)
    #expect(
      causes(comparison, "A") == [
        "local_hardship met>not met 0>0: claim hardship accepted>expired, date"
      ])
    #expect(comparison.moves.map(\.applicationNo) == ["A"])
  }

  @Test("blames the parameter, with the reason of its setting within reach")
  func parameter() throws {
    let months: [ApplicantField: FactValue] = [.legalWorkMonths: .number(11)]
    let first = ScoredPeople(people: [person("A", months), person("B")])
    var second = first
    second.policy = """
      change:
        - {parameter: legal_work_minimum, value: 12, reason: {zh: 满一年, en: a year}}
      """ + "\n"
    let comparison = try compare(first, second)
    #expect(
      causes(comparison, "A") == ["legal_work met>not met 1>0: rule parameter legal_work_minimum"])
    #expect(comparison.rules.map(\.id) == ["legal_work_minimum", "change.legal_work_minimum"])
  }

  @Test("blames facts and rules together where neither alone is enough")
  func together() throws {
    let first = ScoredPeople(people: [person("A", [.legalWorkMonths: .number(24)])])
    var second = ScoredPeople(people: [person("A", [.legalWorkMonths: .number(6)])])
    second.policy = """
      change:
        - {parameter: legal_work_minimum, value: 12, reason: {zh: 满一年, en: a year}}
      """ + "\n"
    #expect(
      try causes(compare(first, second), "A") == [
        "legal_work met>not met 1>0: fact legal_work_months, rule parameter legal_work_minimum"
      ])
  }

  @Test("does not blame a fact that changed as well, where the rule alone is enough")
  func bystander() throws {
    let first = ScoredPeople(people: [person("A", [.legalWorkMonths: .number(11)])])
    var second = ScoredPeople(people: [person("A", [.legalWorkMonths: .number(10)])])
    second.policy = """
      change:
        - {parameter: legal_work_minimum, value: 12, reason: {zh: 满一年, en: a year}}
      """ + "\n"
    #expect(
      try causes(compare(first, second), "A") == [
        "legal_work met>not met 1>0: rule parameter legal_work_minimum"
      ])
  }

  @Test("does not list rules that moved nobody")
  func silentRules() throws {
    let first = ScoredPeople(people: [person("A"), person("B", [.integrity: .bool(false)])])
    var second = first
    second.policy = """
      requirements:
        - {id: degree_holder, title: {zh: 一, en: one}, when: degree != "无", local: {zh: 一, en: one}}
      """ + "\n"
    var comparison = try compare(first, second)
    // The degree is not stated: A now waits, and B is refused as before.
    #expect(
      causes(comparison, "A") == ["degree_holder none>unknown 0>0: rule requirement degree_holder"])
    #expect(comparison.moves.map(\.applicationNo) == ["A"])
    second.people = second.people.map { person in
      var person = person
      person.facts[.degree] = .text("学士")
      return person
    }
    comparison = try compare(first, second)
    #expect(comparison.moves.isEmpty)
  }

  @Test("says who came, who left, who changed the office, and what that did to the others")
  func others() throws {
    let low: [ApplicantField: FactValue] = [.legalWorkMonths: .number(0)]
    var gone = person("G")
    gone.office = 1
    let first = ScoredPeople(people: [person("A"), person("C", low), gone])
    var moved = person("A")
    moved.office = 1
    let second = ScoredPeople(people: [moved, person("C", low), person("N", low)])
    let comparison = try compare(first, second)
    let moves = Dictionary(uniqueKeysWithValues: comparison.moves.map { ($0.applicationNo, $0) })
    #expect(moves["A"]?.kinds == [.office])
    #expect(moves["C"]?.kinds == [.rank])
    #expect(moves["C"]?.others == ["A"])
    #expect(moves["N"]?.kinds == [.entered])
    #expect(moves["G"]?.kinds == [.left])
    #expect(comparison.applicants == 4)
  }

  @Test("says that the lot or the order of the ranking decided where nothing else did")
  func order() throws {
    let people = [person("A"), person("B")]
    let first = ScoredPeople(people: people)
    var second = first
    second.seed = "2024"
    let drawn = try compare(first, second)
    #expect(drawn.moves.map(\.order) == [[.lot]])
    var marks = [ApplicantField: FactValue]()
    marks[.writtenScore] = .number(8_000)
    marks[.interviewScore] = .number(8_000)
    var better = marks
    better[.interviewScore] = .number(9_000)
    var third = ScoredPeople(people: [person("A", marks), person("B", better)])
    third.policy = """
      mark:
        parts: [{fact: written_score, percent: 50}, {fact: interview_score, percent: 50}]
        local: {zh: 一, en: one}
      """ + "\n"
    var fourth = third
    fourth.policy += """
      change:
        - {ranking: total, order: [tier, total], reason: {zh: 一, en: one}}
      """ + "\n"
    let comparison = try compare(third, fourth)
    #expect(comparison.moves.map(\.applicationNo) == ["A"])
    #expect(comparison.moves.first?.order == [.ranking])
  }

  @Test("matches application numbers by their bytes, not by how they look")
  func bytes() throws {
    let first = ScoredPeople(people: [person("\u{E9}")])
    let second = ScoredPeople(people: [person("e\u{301}")])
    #expect(try compare(first, second).moves.map(\.kinds) == [[.entered], [.left]])
  }
}
