import Foundation
import Model
import Policy
import Testing

@testable import Scoring

@Suite("Monitoring")
struct MonitoringTests {
  @Test(
    "withholds what is small, and so many others that it cannot be worked out",
    arguments: [
      ([40, 60], 10, [false, false]), ([9, 60], 10, [true, true]), ([10, 60], 10, [false, false]),
      ([9, 60, 30], 10, [true, false, true]), ([3, 4, 60], 10, [true, true, true]),
      ([5, 5, 60], 10, [true, true, false]), ([0, 9, 60, 30], 10, [false, true, false, true]),
      ([9], 10, [true]), ([1, 30, 30], 2, [true, true, false]), ([1, 60], 1, [false, false]),
    ] as [([Int], Int, [Bool])])
  func withheld(counts: [Int], minimum: Int, expected: [Bool]) {
    #expect(Monitoring.withheld(counts, minimum: minimum) == expected)
  }

  @Test(
    "never lets a small group be worked out from the sum", arguments: 1...50 as ClosedRange<UInt64>)
  func nothingDerived(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    for _ in 0..<200 {
      let minimum = Int(random.next() % 12) + 1
      let counts = (0..<Int(random.next() % 7) + 1).map { _ in Int(random.next() % 30) }
      let withheld = Monitoring.withheld(counts, minimum: minimum)
      let hidden = zip(counts, withheld).filter(\.1).map(\.0)
      #expect(zip(counts, withheld).allSatisfy { $1 || $0 == 0 || $0 >= minimum }, "seed \(seed)")
      if hidden.isEmpty { continue }
      let sum = hidden.reduce(0, +)
      // Too few people in all: then the sum itself is withheld.
      if counts.reduce(0, +) < minimum { continue }
      #expect(hidden.count > 1 || counts.count { $0 > 0 } == 1, "seed \(seed): \(counts)")
      #expect(sum >= minimum, "seed \(seed): \(counts)")
    }
  }

  private func person(_ number: Int, _ facts: [ApplicantField: FactValue]) -> RankedListTests.Person
  {
    RankedListTests.Person(
      number: "N\(number)", facts: RankedListTests.everything.merging(facts) { $1 })
  }

  private func monitoring(
    _ people: [RankedListTests.Person], minimum: Int, places: [String: Int] = [:]
  ) throws -> Monitoring {
    let day = try #require(CivilDate(iso: "2024-06-01"))
    let policy = try PolicyPack.named("beijing-2023")
    let rules = try policy.rules(on: day)
    let scorer = try Scorer(rules)
    let fields = ApplicantField.allCases.filter {
      scorer.fields.contains($0) || Monitoring.fields.contains($0)
    }
    let columns = RankedListTests.columns(people, fields)
    let evaluation = try scorer.evaluate(columns)
    let scored = try ScoredApplicants(
      policy: policy, rules: rules, seed: nil, columns: columns, offices: OfficeTable(),
      evaluation: evaluation, list: RankedList(evaluation, of: columns, rules: rules),
      places: places)
    return Monitoring(of: scored, ages: [25, 35], minimum: minimum)
  }

  private func shown(_ monitoring: Monitoring, _ dimension: String) -> [String] {
    monitoring.dimensions.first { $0.id == dimension }?.groups.map { group in
      "\(group.id) \(group.figures.map { "\($0.applicants)/\($0.eligible)" } ?? "-")"
    } ?? []
  }

  @Test("counts ages by birthdays, claims by their state, and the unknown as such")
  func groups() throws {
    let people = [
      person(1, [.sex: .text("男"), .birthDate: .number(19_990_602)]),
      person(2, [.sex: .text("女"), .birthDate: .number(19_990_601), .integrity: .bool(false)]),
      person(3, [.birthDate: .number(19_890_602), .hardshipStatus: .text("待核")]),
      person(
        4, [.sex: .text("女"), .birthDate: .number(19_890_601), .hardshipStatus: .text("不属实")]),
      person(5, [.sex: .text("女"), .hardshipValidUntil: .number(20_240_531)]),
      person(6, [.sex: .text("女"), .hardshipCategory: .text("无")]),
      person(7, [.sex: .text("女"), .hardshipCategory: .blank]),
    ]
    let result = try monitoring(people, minimum: 1)
    #expect(shown(result, "sex") == ["male 1/1", "female 5/4", "unknown 1/1"])
    #expect(shown(result, "age") == ["0-24 1/1", "25-34 2/1", "35+ 1/1", "unknown 3/3"])
    #expect(
      shown(result, "hardship") == [
        "unverified 1/1", "accepted 2/1", "rejected 1/1", "expired 1/1", "none 1/1", "unknown 1/1",
      ])
    #expect(result.total?.share(\.eligible) == 8_571)
  }

  @Test("shows nothing at all of too few people")
  func tooFew() throws {
    let people = (0..<9).map { person($0, [.sex: .text("女")]) }
    let result = try monitoring(people, minimum: 10)
    #expect(result.total == nil)
    #expect(result.dimensions.flatMap(\.groups).allSatisfy { $0.figures == nil })
  }

  @Test("counts who is above the line, those tied at it left out")
  func line() throws {
    let people = [
      person(1, [.sex: .text("女")]), person(2, [.sex: .text("男"), .legalWorkMonths: .number(0)]),
      person(3, [.sex: .text("男"), .legalWorkMonths: .number(0)]),
    ]
    let result = try monitoring(people, minimum: 1, places: [OfficeTable().offices[0].code: 2])
    #expect(result.total?.above == 1)
  }
}
