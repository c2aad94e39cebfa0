import Model
import Placement
import Testing

@Suite struct ReserveListTests {
  static func day(_ text: String) throws -> CivilDate { try #require(CivilDate(iso: text)) }

  static func list(
    _ offers: Offers, after earlier: [ReserveStep] = [],
    settings: ReplacementSettings = ReplacementSettings()
  ) throws -> ReserveList {
    try ReserveList(offers, from: try day("2024-07-01"), after: earlier, settings: settings)
  }

  static func vacancy(
    _ office: String, _ number: String, _ loss: PlaceLoss = .withdrawal
  ) -> Vacancy {
    Vacancy(office: office, leftBy: number, loss: loss)
  }

  @Test("After the notice the next of the same office without an offer comes in; nobody moves")
  func worked() throws {
    let list = try Self.list(try WorkedPlacement.offers())
    #expect(list.order(at: "X") == [["A01"]])
    #expect(list.order(at: "Z") == [["A06", "A07"]])
    let steps = list.steps(for: [Self.vacancy("X", "A02")], asOf: try Self.day("2024-08-01"))
    #expect(steps.map(\.proposal) == [.person("A01", rivalsElsewhere: 0)])
    #expect(steps.map(\.round) == [1])
  }

  @Test("Those placed elsewhere who stand above and would rather have come are counted")
  func rivals() throws {
    let people = [
      OfferCandidate(number: "A", standing: 1, wishes: ["X"]),
      OfferCandidate(number: "B", standing: 2, wishes: ["X", "Y"]),
      OfferCandidate(number: "C", standing: 3, wishes: ["X"]),
      OfferCandidate(number: "D", standing: 4, wishes: ["X", "Z"]),
    ]
    let offers = try Offers(
      people, offices: ["X", "Y", "Z"].map { OfferOffice(code: $0, places: 1) })
    let steps = try Self.list(offers).steps(
      for: [Self.vacancy("X", "A")], asOf: try Self.day("2024-08-01"))
    #expect(steps.map(\.proposal) == [.person("C", rivalsElsewhere: 1)])
  }

  @Test("Equals wait for a person, and whoever depends on them waits too")
  func ties() throws {
    let list = try Self.list(try WorkedPlacement.offers())
    let date = try Self.day("2024-08-01")
    let steps = list.steps(
      for: [Self.vacancy("Z", "A04"), Self.vacancy("X", "A02")], asOf: date)
    #expect(
      steps.map(\.proposal) == [.afterTies(at: ["Z"]), .tie(["A06", "A07"], places: 1)])
    let lot = ["A07", "A06", "A01", "A02", "A03", "A04"]
    let drawn = try Self.list(try WorkedPlacement.offers(lot: lot))
    #expect(
      drawn.steps(for: [Self.vacancy("Z", "A04")], asOf: date).map(\.proposal)
        == [.person("A07", rivalsElsewhere: 0)])
  }

  @Test("A place stays open after the rounds, the months or the contract, and without anybody")
  func open() throws {
    let offers = try WorkedPlacement.offers()
    let date = try Self.day("2024-12-31")
    let settings = ReplacementSettings(rounds: 1)
    let first = try Self.list(offers, settings: settings).steps(
      for: [Self.vacancy("X", "A02", .medical)], asOf: date)
    #expect(first.map(\.proposal) == [.person("A01", rivalsElsewhere: 0)])
    let second = try Self.list(offers, after: first, settings: settings)
      .steps(for: [Self.vacancy("X", "A01", .medical)], asOf: date)
    #expect(second.map(\.proposal) == [.open(.roundsUsed(1))] && second.map(\.round) == [1])
    let third = try Self.list(offers, after: first).steps(
      for: [Self.vacancy("X", "A01")], asOf: date)
    #expect(third.map(\.proposal) == [.open(.nobodyLeft)])
    let list = try Self.list(offers)
    let until = try Self.day("2025-01-01")
    #expect(list.until == until)
    let late = [Self.vacancy("X", "A02")]
    #expect(list.steps(for: late, asOf: until).first?.person == "A01")
    #expect(
      list.steps(for: late, asOf: try Self.day("2025-01-02")).map(\.proposal)
        == [.open(.expired(until))])
    #expect(
      list.steps(for: [Self.vacancy("X", "A02", .contract)], asOf: date).map(\.proposal)
        == [.open(.notReplaced(.contract))])
    let tied = try WorkedPlacement.offers(without: ["A04"])
    #expect(throws: PlacementError.tieOpen) { try Self.list(tied) }
  }

  @Test("Somebody next at two offices comes to the dearer one, whatever the order of the vacancies")
  func dearerWish() throws {
    let people = [
      OfferCandidate(number: "A", standing: 1, wishes: ["X"]),
      OfferCandidate(number: "B", standing: 2, wishes: ["Y"]),
      OfferCandidate(number: "C", standing: 3, wishes: ["Y", "X"]),
      OfferCandidate(number: "D", standing: 4, wishes: ["X"]),
    ]
    let offers = try Offers(
      people, offices: ["X", "Y"].map { OfferOffice(code: $0, places: 1) })
    let list = try Self.list(offers)
    let vacancies = [Self.vacancy("X", "A"), Self.vacancy("Y", "B")]
    let date = try Self.day("2024-08-01")
    let steps = list.steps(for: vacancies, asOf: date)
    #expect(steps.map(\.person) == ["D", "C"])
    #expect(list.steps(for: vacancies.reversed(), asOf: date) == steps)
    let after = try Self.list(offers, after: steps)
    #expect(after.order(at: "X") == [] && after.order(at: "Y") == [])
  }

  @Test("What those who stay leave of a reserve is still reserved")
  func reserved() throws {
    let people = [
      OfferCandidate(number: "A", standing: 1, wishes: ["X"], mayTakeReserved: true),
      OfferCandidate(number: "B", standing: 2, wishes: ["X"]),
      OfferCandidate(number: "C", standing: 3, wishes: ["X"]),
      OfferCandidate(number: "D", standing: 4, wishes: ["X"], mayTakeReserved: true),
    ]
    let offers = try Offers(people, offices: [OfferOffice(code: "X", places: 2, reserved: 1)])
    let date = try Self.day("2024-08-01")
    let list = try Self.list(offers)
    #expect(list.steps(for: [Self.vacancy("X", "A")], asOf: date).first?.person == "D")
    #expect(list.steps(for: [Self.vacancy("X", "B")], asOf: date).first?.person == "C")
  }
}
