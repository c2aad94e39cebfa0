import Foundation
import Model
import Policy
import Testing

@testable import Scoring

@Suite("A ranked list")
struct RankedListTests {
  /// One applicant as facts.
  struct Person {
    var number = "A"
    var office: UInt16 = 0
    var facts: [ApplicantField: FactValue] = [:]
  }

  static let everything: [ApplicantField: FactValue] = [
    .localHousehold: .bool(true), .hardshipCategory: .text("大龄"), .hardshipStatus: .text("属实"),
    .hardshipValidUntil: .blank, .education: .text("本科"), .majorCode: .text("030101K"),
    .degreeStatus: .text("属实"), .legalWorkMonths: .number(12), .legalWorkStatus: .text("属实"),
    .correctionWorkMonths: .number(1), .correctionWorkStatus: .text("属实"),
    .integrity: .bool(true), .politicalQuality: .bool(true), .organisation: .bool(true),
    .expression: .bool(true), .computerSkill: .bool(true),
  ]

  static func scorer(on date: String = "2024-06-01") throws -> Scorer {
    let day = try #require(CivilDate(iso: date))
    return try Scorer(PolicyPack.named("beijing-2023").rules(on: day))
  }

  static func columns(_ people: [Person], _ fields: [ApplicantField]) -> ApplicantColumns {
    var columns = ApplicantColumns(fields: fields)
    for (index, person) in people.enumerated() {
      columns.ids.append(UInt32(index + 1))
      columns.offices.append(person.office)
      var number = person.number
      number.withUTF8 { columns.applicationNumbers.append($0) }
      number.withUTF8 { columns.names.append($0) }
      columns.append(fields.map { person.facts[$0] ?? .blank })
    }
    return columns
  }

  /// Verdict, tier and points of one applicant.
  private func assessed(_ changes: [ApplicantField: FactValue], on date: String = "2024-06-01")
    throws -> String
  {
    let scorer = try Self.scorer(on: date)
    let person = Person(facts: Self.everything.merging(changes) { $1 })
    let result = try scorer.evaluate(Self.columns([person], scorer.fields))
    let assessment = result[0].assessment
    return "\(assessment.verdict.id) \(assessment.tier ?? 0) \(assessment.points)"
  }

  @Test(
    "gives the default policy's verdict, tier and points at each threshold",
    arguments: [
      ([:], "eligible 1 3"),
      ([.integrity: .bool(false)], "ineligible 0 3"),
      ([.integrity: .blank], "pending 0 3"),
      ([.integrity: .blank, .expression: .bool(false)], "ineligible 0 3"),
      ([.localHousehold: .bool(false)], "eligible 2 3"),
      ([.localHousehold: .blank], "eligible 2 3"),
      ([.hardshipCategory: .text("无")], "eligible 2 3"),
      ([.hardshipCategory: .blank], "eligible 2 3"),
      ([.hardshipStatus: .text("待核")], "eligible 2 3"),
      ([.hardshipStatus: .text("不属实")], "eligible 2 3"),
      ([.hardshipStatus: .blank], "eligible 2 3"),
      ([.hardshipValidUntil: .number(20_240_531)], "eligible 2 3"),
      ([.hardshipValidUntil: .number(20_240_601)], "eligible 1 3"),
      ([.hardshipValidUntil: .number(20_240_602)], "eligible 1 3"),
      ([.majorCode: .text("030302")], "eligible 1 2"),
      ([.majorCode: .text("0301")], "eligible 1 3"),
      ([.majorCode: .text("580501")], "eligible 1 3"),
      ([.majorCode: .text("580")], "eligible 1 2"),
      ([.education: .text("中专")], "eligible 1 2"),
      ([.education: .text("专科")], "eligible 1 3"),
      ([.degreeStatus: .text("待核")], "eligible 1 2"),
      ([.legalWorkMonths: .number(0)], "eligible 1 2"),
      ([.legalWorkMonths: .number(1)], "eligible 1 3"),
      ([.legalWorkMonths: .blank], "eligible 1 2"),
      ([.correctionWorkStatus: .text("不属实")], "eligible 1 2"),
    ] as [([ApplicantField: FactValue], String)])
  func thresholds(changes: [ApplicantField: FactValue], expected: String) throws {
    #expect(try assessed(changes) == expected)
  }

  @Test("says that no rule is in force before the Opinion, never zero")
  func beforeTheOpinion() {
    #expect(throws: PolicyError.self) { try Self.scorer(on: "2023-12-24") }
    #expect(throws: Never.self) { try Self.scorer(on: "2023-12-25") }
  }

  private func ranks(_ people: [Person], seed: String? = nil) throws -> [String: String] {
    let scorer = try Self.scorer()
    let columns = Self.columns(people, scorer.fields)
    let list = try RankedList(
      scorer.evaluate(columns), of: columns, rules: scorer.rules, seed: seed)
    return Dictionary(
      uniqueKeysWithValues: list.entries.map { entry in
        (
          columns.applicationNumbers.text(at: Int(entry.index)),
          "\(entry.placement.rank ?? 0)\(entry.placement.isTied ? "=" : "") "
            + entry.placement.decider.id
        )
      })
  }

  private static func person(_ number: String, points: Int, tier: Int = 2) -> Person {
    var facts = everything
    facts[.localHousehold] = .bool(tier == 1)
    if points < 3 { facts[.majorCode] = .text("0809") }
    if points < 2 { facts[.legalWorkMonths] = .number(0) }
    if points < 1 { facts[.correctionWorkMonths] = .number(0) }
    return Person(number: number, facts: facts)
  }

  @Test("shares a rank among equals and skips past them")
  func ties() throws {
    let people = [
      Self.person("C", points: 2), Self.person("A", points: 3), Self.person("B", points: 2),
      Self.person("D", points: 0), Self.person("E", points: 0, tier: 1),
    ]
    #expect(
      try ranks(people) == [
        "E": "1 tier", "A": "2 points", "B": "3= points", "C": "3= points", "D": "5 points",
      ])
  }

  @Test("settles ties by the lot that anyone can recompute")
  func lot() throws {
    let people = ["A", "B", "C", "D"].map { Self.person($0, points: 1) }
    // By sha256sum: C 41b4ed98…, A 8dabfe09…, B 94c3ad95…, D c7d5d480….
    #expect(
      try ranks(people, seed: "2024") == ["C": "1 lot", "A": "2 lot", "B": "3 lot", "D": "4 lot"])
    #expect(
      Lot.digest(seed: "2024", applicationNumber: "A").prefix(4) == [0x8D, 0xAB, 0xFE, 0x09])
  }

  @Test("does not depend on the order of the rows", arguments: [1, 2, 3, 4, 5] as [UInt64])
  func anyOrder(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    let scorer = try Self.scorer()
    var people: [Person] = (0..<200).map { index in
      var person = Person(number: "N\(index)", office: UInt16(random.next() % 5))
      for field in scorer.fields {
        let values: [FactValue] =
          field.closedValues
          ?? (field == .majorCode
            ? [.text("0301"), .text("0809")] : [.number(0), .number(1), .number(20_240_601)])
        let choice = Int(random.next() % UInt64(values.count + 1))
        person.facts[field] = choice == values.count ? .blank : values[choice]
      }
      return person
    }
    let before = try ranks(people)
    let digest = try digest(people)
    for _ in 0..<3 {
      people.shuffle(using: &random)
      #expect(try ranks(people) == before, "seed \(seed)")
      #expect(try self.digest(people) == digest, "seed \(seed)")
    }
  }

  @Test(
    "is what plain sorting gives, in small offices and in large ones",
    arguments: [1, 2, 3] as [UInt64])
  func order(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    let scorer = try Self.scorer()
    // Two offices of a thousand and more, and one of a few; numbers alike in their first ten bytes.
    let people = (0..<3_000).map { index in
      Person(
        number: "BM20240000" + String(random.next() % 1_000_000_000, radix: 36) + "-\(index)",
        office: index % 100 == 0 ? 2 : UInt16(random.next() % 2),
        facts: Self.everything.merging([
          .integrity: [.bool(true), .bool(false), .blank][Int(random.next() % 3)],
          .hardshipStatus: .text(["属实", "不属实"][Int(random.next() % 2)]),
          .legalWorkMonths: .number(Int64(random.next() % 2)),
        ]) { $1 })
    }
    let columns = Self.columns(people, scorer.fields)
    let evaluation = try scorer.evaluate(columns)
    let list = try RankedList(evaluation, of: columns, rules: scorer.rules)
    let expected = people.indices.sorted { one, other in
      func key(_ index: Int) -> [Int] {
        let assessment = evaluation[index].assessment
        let key = [Int(people[index].office), Int(assessment.verdict.rawValue)]
        return assessment.tier.map { key + [$0, -assessment.points] } ?? key
      }
      return key(one) == key(other)
        ? people[one].number.utf8.lexicographicallyPrecedes(people[other].number.utf8)
        : key(one).lexicographicallyPrecedes(key(other))
    }
    #expect(list.entries.map { Int($0.index) } == expected, "seed \(seed)")
  }

  private func digest(_ people: [Person]) throws -> String {
    let pack = try PolicyPack.named("beijing-2023")
    let scorer = try Self.scorer()
    let columns = Self.columns(people, scorer.fields)
    let evaluation = try scorer.evaluate(columns)
    let list = try RankedList(evaluation, of: columns, rules: scorer.rules)
    return RunDigest(
      policy: pack, rules: scorer.rules, seed: nil, columns: columns, fields: scorer.fields,
      offices: OfficeTable(), evaluation: evaluation, list: list
    ).hex
  }

  @Test("explains what would change a result")
  func changes() throws {
    let scorer = try Self.scorer()
    var facts = Self.everything
    facts[.hardshipStatus] = .text("待核")
    facts[.correctionWorkMonths] = .number(0)
    let explanation = try scorer.explain(facts)
    #expect(explanation.assessment == .init(verdict: .eligible, tier: 2, points: 2))
    let hardship = try #require(explanation.lines.first { $0.id == "local_hardship" })
    #expect(hardship.outcome == .unknown)
    #expect(explanation.changes.count == 1)
    let change = try #require(explanation.changes.first)
    #expect(change.facts == [.init(field: .hardshipStatus, value: "属实")])
    #expect(change.assessment.tier == 1)
    facts[.hardshipStatus] = .text("不属实")
    #expect(try scorer.explain(facts).changes.isEmpty)
  }

  @Test("stops where a fact that the rules read was not gathered, and takes no other for it")
  func missingFact() async throws {
    let result = await #expect(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) {
      let scorer = try RankedListTests.scorer()
      let fields = scorer.fields.filter { $0 != .integrity }
      let person = RankedListTests.Person(facts: RankedListTests.everything)
      _ = try scorer.evaluate(RankedListTests.columns([person], fields))
    }
    let said = String(decoding: result?.standardErrorContent ?? [], as: UTF8.self)
    #expect(said.contains("the facts hold no integrity"))
  }
}
