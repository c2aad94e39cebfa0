import Foundation
import Model
import Policy
import Testing

@testable import Scoring

@Suite("The margin of an office")
struct OfficeMarginTests {
  typealias Person = RankedListTests.Person
  private static let office = OfficeTable().offices[0].code

  /// Everything open turned out well.
  private func settled(_ person: Person) -> Person {
    var person = person
    for field in [ApplicantField.hardshipStatus, .degreeStatus, .legalWorkStatus] {
      if person.facts[field] ?? .blank == .blank || person.facts[field] == .text("待核") {
        person.facts[field] = .text("属实")
      }
    }
    for field in [ApplicantField.integrity, .localHousehold] {
      if person.facts[field] ?? .blank == .blank { person.facts[field] = .bool(true) }
    }
    if person.facts[.hardshipStatus] == .text("属实"),
      case .number(let end) = person.facts[.hardshipValidUntil], end < 20_240_601
    {
      person.facts[.hardshipValidUntil] = .number(20_240_601)
    }
    return person
  }

  private func people(_ count: Int, seed: UInt64) -> [Person] {
    var random = SplitMix64(seed: seed)
    func pick(_ values: [FactValue]) -> FactValue {
      values[Int(random.next() % UInt64(values.count))]
    }
    let statuses: [FactValue] = [.text("属实"), .text("属实"), .text("待核"), .text("不属实"), .blank]
    return (0..<count).map { number in
      var person = Person(number: "N\(number)", facts: RankedListTests.everything)
      person.facts[.integrity] = pick([.bool(true), .bool(true), .bool(true), .blank, .bool(false)])
      person.facts[.localHousehold] = pick([.bool(true), .bool(false), .blank])
      person.facts[.hardshipStatus] = pick(statuses)
      person.facts[.hardshipValidUntil] = pick([.blank, .number(20_240_531), .number(20_240_601)])
      person.facts[.degreeStatus] = pick(statuses)
      person.facts[.legalWorkStatus] = pick(statuses)
      return person
    }
  }

  private func run(_ people: [Person], places: Int, seed: String?) throws -> ScoredApplicants {
    try ScoredPeople(seed: seed, places: [Self.office: places], people: people).scored()
  }

  /// Each applicant's side of the line.
  private func sides(_ scored: ScoredApplicants) throws -> [String: LinePosition] {
    let range = try #require(scored.list.offices.first)
    let places = try #require(scored.places(of: range))
    let positions = scored.list.positions(in: range, places: places)
    var sides: [String: LinePosition] = [:]
    for (entry, position) in zip(scored.list.entries[range.entries], positions) {
      sides[scored.columns.applicationNumbers.text(at: Int(entry.index))] = position
    }
    return sides
  }

  @Test(
    "is what comes out when the open facts of one, or of all others, are really settled",
    arguments: [1, 2, 3, 4] as [UInt64], [nil, "2024"] as [String?])
  func boundsAreReached(seed: UInt64, lot: String?) throws {
    let people = people(24, seed: seed)
    for places in [1, 4, 9] {
      let margin = try #require(try run(people, places: places, seed: lot).margins().first)
      let atMargin = Dictionary(
        uniqueKeysWithValues: margin.people.map { ($0.applicationNo, $0) })
      let now = try sides(run(people, places: places, seed: lot))
      for (index, person) in people.enumerated() {
        var own = people
        own[index] = settled(person)
        let best = try sides(run(own, places: places, seed: lot))[person.number]
        var rest = people.map(settled)
        rest[index] = person
        let worst = try sides(run(rest, places: places, seed: lot))[person.number]
        let comment = Comment(rawValue: "seed \(seed), \(places) places, \(person.number)")
        if let found = atMargin[person.number] {
          #expect(found.best == best, comment)
          #expect(found.worst == worst, comment)
          #expect(found.now == now[person.number], comment)
        } else {
          #expect(best ?? .below == worst ?? .below, comment)
          #expect(now[person.number] != .tied, comment)
        }
      }
    }
  }

  @Test(
    "names confirmations that do what they say, and no part of which would do",
    arguments: [11, 12, 13] as [UInt64])
  func confirmations(seed: UInt64) throws {
    let people = people(24, seed: seed)
    var count = 0
    for places in [2, 5] {
      let scored = try run(people, places: places, seed: nil)
      for found in try #require(scored.margins().first).verifyFirst {
        for confirmation in found.confirmations {
          count += 1
          let comment = Comment(rawValue: "seed \(seed), \(found.applicationNo)")
          let facts = confirmation.change.facts
          func side(_ facts: [Explanation.Change.Fact]) throws -> LinePosition? {
            let changed = people.map { person -> Person in
              var person = person
              guard person.number == found.applicationNo else { return person }
              for fact in facts { person.facts[fact.field] = stored(fact) }
              return person
            }
            return try sides(run(changed, places: places, seed: nil))[found.applicationNo]
          }
          #expect(try side(facts) == confirmation.position, comment)
          for fact in facts {
            let rest = try side(facts.filter { $0 != fact })
            let isWorse = rest == nil || rest == .below || rest == found.now
            #expect(isWorse || rest == .tied && confirmation.position == .above, comment)
          }
        }
      }
    }
    #expect(count > 5, "seed \(seed)")
  }

  private func stored(_ fact: Explanation.Change.Fact) -> FactValue {
    if let day = CivilDate(iso: fact.value) { return .number(Int64(day.number)) }
    return fact.value == "是" ? .bool(true) : .text(fact.value)
  }

  @Test("puts what brings someone over the line before what makes a tie, and little before much")
  func order() throws {
    let low: [ApplicantField: FactValue] = [
      .localHousehold: .bool(false), .majorCode: .text("0809"), .legalWorkStatus: .text("不属实"),
    ]
    func person(_ number: String, _ facts: [ApplicantField: FactValue]) -> Person {
      Person(
        number: number,
        facts: RankedListTests.everything.merging(low) { $1 }.merging(facts) { $1 })
    }
    let people = [
      person("chosen", [.legalWorkStatus: .text("属实")]),
      person("tie", [.legalWorkStatus: .text("待核")]),
      person("two", [.localHousehold: .blank, .hardshipStatus: .text("待核")]),
      person("one", [.localHousehold: .blank]),
      person("expired", [.localHousehold: .bool(true), .hardshipValidUntil: .number(20_240_531)]),
      person("rejected", [.localHousehold: .bool(true), .hardshipStatus: .text("不属实")]),
    ]
    let margin = try #require(try run(people, places: 1, seed: nil).margins().first)
    #expect(margin.verifyFirst.map(\.applicationNo) == ["expired", "one", "two", "tie"])
    let rules = try rules
    let facts = margin.verifyFirst.map { $0.confirmations[0].change.wording(rules).zh }
    #expect(
      facts == [
        "认定有效期至≥2024-06-01", "本市户籍＝是", "本市户籍＝是，且 就业困难核验＝属实", "法律经历核验＝属实",
      ])
    #expect(margin.openApplicants == 4)
    #expect(margin.people.contains { $0.applicationNo == "chosen" && $0.worst == .below })
    #expect(!margin.people.contains { $0.applicationNo == "rejected" })
  }

  private var rules: RuleSet {
    get throws { try RankedListTests.scorer().rules }
  }

  @Test("does not exist for an office whose places nobody knows")
  func noLine() throws {
    let scored = try ScoredPeople(people: people(5, seed: 1)).scored()
    #expect(try scored.margins().isEmpty)
  }
}

@Suite("What would change a result")
struct SettlingTests {
  private func changes(
    _ facts: [ApplicantField: FactValue], policy: String = "beijing-2023"
  ) throws -> [String] {
    let day = try #require(CivilDate(iso: "2024-06-01"))
    let rules = try ScoredPeople.policy(policy).rules(on: day)
    let scorer = try Scorer(rules)
    let all = RankedListTests.everything.merging(facts) { $1 }
    return try scorer.explain(all.filter { scorer.fields.contains($0.key) }).changes.map { change in
      let then = change.assessment
      return "\(change.wording(rules).zh): \(then.verdict.id) \(then.tier ?? 0) \(then.points)"
    }
  }

  @Test("names all requirements that must be known together, and each that could fail")
  func together() throws {
    #expect(
      try changes([.integrity: .blank, .expression: .blank]) == [
        "公道正派＝是，且 言语文字表达＝是: eligible 1 3", "公道正派＝否: ineligible 0 3",
        "言语文字表达＝否: ineligible 0 3",
      ])
  }

  @Test("takes the limit of the policy, not any number", arguments: [(1, "1"), (12, "12")])
  func limit(minimum: Int, value: String) throws {
    let policy = """
      change:
        - {parameter: legal_work_minimum, value: \(minimum), reason: {zh: 一, en: one}}
      """ + "\n"
    #expect(
      try changes([.legalWorkMonths: .blank], policy: minimum == 1 ? "beijing-2023" : policy) == [
        "法律工作月数≥\(value): eligible 1 3"
      ])
  }

  @Test("offers to renew a recognition that has expired, and not one that was found untrue")
  func renewal() throws {
    #expect(
      try changes([.hardshipValidUntil: .number(20_240_531)]) == ["认定有效期至≥2024-06-01: eligible 1 3"]
    )
    #expect(
      try changes([.hardshipValidUntil: .number(20_240_531), .hardshipStatus: .text("不属实")])
        .isEmpty)
  }

  @Test("says that one value stands for several")
  func several() throws {
    #expect(try changes([.hardshipCategory: .blank]) == ["就业困难类别＝残疾等: eligible 1 3"])
  }
}

@Suite("The sensitivity of a run")
struct SensitivityTests {
  private static let office = OfficeTable().offices[0].code

  private func person(_ number: String, _ facts: [ApplicantField: FactValue])
    -> RankedListTests.Person
  {
    RankedListTests.Person(
      number: number, facts: RankedListTests.everything.merging(facts) { $1 })
  }

  @Test("says which weight, order or limit would change who is above the line, and for whom")
  func settings() throws {
    let people = [
      // Three ways to have one point of the three preferences.
      person("law", [.legalWorkMonths: .number(0), .correctionWorkMonths: .number(0)]),
      person("legal", [.majorCode: .text("0809"), .correctionWorkMonths: .number(0)]),
      // Two points, but not a local person.
      person("outside", [.localHousehold: .bool(false), .legalWorkMonths: .number(0)]),
    ]
    let scored = try ScoredPeople(places: [Self.office: 1], people: people).scored()
    let results = try Sensitivity(of: scored).results
    func moved(_ id: String, _ to: String) -> String? {
      results.first { $0.trial.id == id && $0.trial.to == to }.map { result in
        result.offices.map { "up \($0.up) down \($0.down)" }.joined()
      }
    }
    #expect(moved("law_degree", "2") == "up [\"law\"] down [\"legal\"]")
    #expect(moved("legal_work", "2") == "up [\"legal\"] down [\"law\"]")
    #expect(moved("correction_work", "2")?.isEmpty == true)
    #expect(
      moved("ranking", "points, tier") == "up [\"outside\"] down [\"law\", \"legal\"]")
    // Twelve months are what the others have; thirteen is the nearest limit that they miss.
    #expect(moved("legal_work_minimum", "13") == "up [\"law\"] down [\"legal\"]")
    #expect(moved("law_degree", "0") == nil, "a clause's preference cannot be switched off")
  }
}
