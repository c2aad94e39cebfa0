import Model
import Placement
import Testing

@Suite struct CheckListTests {
  static func day(_ text: String) throws -> CivilDate { try #require(CivilDate(iso: text)) }

  static func record(
    _ number: String, _ check: Check, _ outcome: CheckOutcome, _ day: String = "2024-06-03"
  ) throws -> CheckRecord {
    try CheckRecord(
      number: number, check: check, outcome: outcome, day: try Self.day(day), decidedBy: "王主任",
      clause: check == .vetting && outcome == .failed ? "第三条" : nil)
  }

  static func list(
    _ ranks: [Int], places: Int, _ records: [CheckRecord], asOf: String = "2024-06-30",
    replacement: ReplacementSettings = ReplacementSettings()
  ) throws -> CheckList {
    let people = ranks.enumerated().map { CheckList.Candidate(number: "N\($0 + 1)", rank: $1) }
    return try CheckList(
      people, places: places, records: records, asOf: try day(asOf), replacement: replacement)
  }

  static func states(_ records: [CheckRecord], asOf: String = "2024-06-30") throws -> [CheckState] {
    try list([1], places: 1, records, asOf: asOf).entries.map(\.state)
  }

  @Test("Checks are due one after the other, and what comes later is not known yet")
  func order() throws {
    let review = try Self.record("N1", .review, .passed)
    let medical = try Self.record("N1", .medical, .passed, "2024-06-10")
    let vetting = try Self.record("N1", .vetting, .passed, "2024-06-20")
    #expect(try Self.states([]) == [.due(.review)])
    #expect(try Self.states([review]) == [.due(.medical)])
    #expect(try Self.states([review, medical]) == [.due(.vetting)])
    #expect(try Self.states([review, medical, vetting]) == [.passed])
    #expect(try Self.states([review, medical, vetting], asOf: "2024-06-19") == [.due(.vetting)])
    #expect(try Self.states([review, medical, vetting], asOf: "2024-06-20") == [.passed])
  }

  @Test("A failed medical examination may be asked for again once, and the second one stands")
  func again() throws {
    let review = try Self.record("N1", .review, .passed)
    let failed = try Self.record("N1", .medical, .failed, "2024-06-10")
    let until = try Self.day("2024-06-17")
    #expect(
      try Self.states([review, failed], asOf: "2024-06-17") == [.mayAskAgain(until: until)])
    #expect(
      try Self.states([review, failed], asOf: "2024-06-18") == [.lost(.medical, at: .medical)])
    for (outcome, state) in [
      (CheckOutcome.passed, CheckState.due(.vetting)),
      (.failed, .lost(.medical, at: .medicalAgain)),
      (.missed, .lost(.withdrawal, at: .medicalAgain)), (.deferred, .deferred(.medicalAgain)),
    ] {
      let second = try Self.record("N1", .medicalAgain, outcome, "2024-06-20")
      #expect(try Self.states([review, failed, second]) == [state])
    }
  }

  @Test("A check that was put off keeps the place")
  func deferred() throws {
    let records = [
      try Self.record("N1", .review, .passed), try Self.record("N1", .medical, .deferred),
    ]
    let list = try Self.list([1, 2], places: 1, records)
    #expect(list.entries.map(\.state) == [.deferred(.medical)] && list.open.isEmpty)
  }

  @Test("A lost place goes to the next in order, round after round, and then stays open")
  func rounds() throws {
    let records = [
      try Self.record("N1", .review, .failed), try Self.record("N3", .review, .withdrew),
      try Self.record("N4", .review, .missed), try Self.record("N2", .review, .passed),
    ]
    let list = try Self.list([1, 2, 3, 4, 5, 6], places: 2, records)
    #expect(list.entries.map(\.candidate.number) == ["N1", "N2", "N3", "N4"])
    #expect(list.entries.map(\.round) == [0, 0, 1, 2])
    #expect(list.open == [.roundsUsed(2)])
    let more = try Self.list(
      [1, 2, 3, 4, 5, 6], places: 2, records, replacement: ReplacementSettings(rounds: 3))
    #expect(more.entries.map(\.candidate.number).last == "N5" && more.open.isEmpty)
    #expect(more.entries.last?.state == .due(.review))
  }

  @Test("A loss that is not replaced leaves the place open, and so does an order that ends")
  func notReplaced() throws {
    let records = [
      try Self.record("N1", .review, .passed), try Self.record("N1", .medical, .passed),
      try Self.record("N1", .vetting, .failed), try Self.record("N2", .review, .failed),
      try Self.record("N3", .review, .failed),
    ]
    let list = try Self.list(
      [1, 2, 3], places: 2, records,
      replacement: ReplacementSettings(replaced: [.review, .medical, .withdrawal]))
    #expect(list.entries.map(\.candidate.number) == ["N1", "N2", "N3"])
    #expect(list.open == [.notReplaced(.vetting, by: "N1"), .nobodyLeft])
  }

  @Test("Equals at the last place wait for a person, and only they do")
  func ties() throws {
    let list = try Self.list([1, 2, 2, 4], places: 2, [])
    #expect(list.entries.map(\.candidate.number) == ["N1"] && list.tied == ["N2", "N3"])
    #expect(try Self.list([1, 2, 2, 4], places: 3, []).tied == [])
    let later = try Self.list(
      [1, 2, 2, 4], places: 1, [try Self.record("N1", .review, .failed)])
    #expect(later.tied == ["N2", "N3"] && later.open.isEmpty)
  }

  @Test("Records that do not fit are told and decide nothing")
  func faults() throws {
    let early = [
      try Self.record("N1", .review, .passed), try Self.record("N1", .vetting, .passed),
    ]
    let list = try Self.list([1], places: 1, early)
    #expect(list.entries.map(\.state) == [.due(.medical)])
    #expect(list.faults == [.outOfOrder(number: "N1", .vetting)])
    let twice = [
      try Self.record("N1", .review, .passed), try Self.record("N1", .review, .failed),
    ]
    let contradictory = try Self.list([1], places: 1, twice)
    #expect(contradictory.entries.map(\.state) == [.due(.review)])
    #expect(contradictory.faults == [.contradictory(number: "N1", .review)])
    let second = [
      try Self.record("N1", .review, .passed), try Self.record("N1", .medical, .passed),
      try Self.record("N1", .medicalAgain, .failed),
    ]
    let unasked = try Self.list([1], places: 1, second)
    #expect(unasked.entries.map(\.state) == [.due(.vetting)])
    #expect(unasked.faults == [.notFailedBefore(number: "N1")])
  }

  @Test("An outcome needs a name, and a failed vetting the number of a clause")
  func signed() throws {
    let day = try Self.day("2024-06-03")
    let unsigned = #expect(throws: PlacementError.outcomeUnsigned(number: "N1", check: .medical)) {
      try CheckRecord(number: "N1", check: .medical, outcome: .passed, day: day, decidedBy: " ")
    }
    #expect(unsigned?.status == .notPermitted)
    #expect(throws: PlacementError.clauseMissing(number: "N1")) {
      try CheckRecord(number: "N1", check: .vetting, outcome: .failed, day: day, decidedBy: "王主任")
    }
  }

  @Test("The order of people and records changes nothing")
  func rows() throws {
    var random = SeededGenerator(seed: 9)
    let outcomes: [CheckOutcome] = [.passed, .failed, .missed, .deferred]
    let records = try (1...12).flatMap { number in
      [
        try Self.record("N\(number)", .review, outcomes[number % 4]),
        try Self.record("N\(number)", .medical, outcomes[(number / 2) % 4]),
      ]
    }
    let people = (1...12).map { CheckList.Candidate(number: "N\($0)", rank: $0) }
    let date = try Self.day("2024-06-30")
    let list = try CheckList(people, places: 5, records: records, asOf: date)
    for _ in 0..<20 {
      let other = try CheckList(
        people.shuffled(using: &random), places: 5, records: records.shuffled(using: &random),
        asOf: date)
      #expect(other == list)
    }
  }
}
