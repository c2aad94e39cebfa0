import Placement
import Testing

/// Markets that others published, with their answers.
@Suite struct PublishedMarketTests {
  struct Case: CustomTestStringConvertible {
    let name: String
    /// `A: X Y`: the wishes of an applicant.
    let applicants: String
    /// `X 2: A B`: an office, its places and its own order.
    let offices: String
    /// `X: A B`: who gets a place where.
    let answer: String
    var testDescription: String { name }
  }

  static let cases: [Case] = [
    Case(
      name: "README of daffidwilde/matching",
      applicants: "A: C; S: C M; D: C M G; J: C G M; L: M C G",
      offices: "M 2: D L S J; C 2: D A S L J; G 2: D J L", answer: "M: L S; C: D A; G: J"),
    Case(
      name: "daffidwilde/matching, issue 67: a free place that nobody wants more",
      applicants: "1: I P; 2: P F; 3: P S", offices: "I 2: 1; P 2: 3 2 1; F 2: 2; S 2: 3",
      answer: "I: 1; P: 3 2; F:; S:"),
    Case(
      name: "daffidwilde/matching, issue 46",
      applicants: "u0: a b; u1: b c; u2: c; u3: a d",
      offices: "a 2: u0 u3; b 2: u0 u1; c 2: u2 u1; d 2: u3",
      answer: "a: u0 u3; b: u1; c: u2; d:"),
    Case(
      name: "an applicant loses every wish", applicants: "A: X; B: X Y",
      offices: "X 1: B A; Y 1: B",
      answer: "X: B; Y:"),
    Case(
      name: "jtilly/matchingR, issue 48: offices without places",
      applicants: "1: A B C D; 2: A B C D; 3: A B C D",
      offices: "A 1: 1 2 3; B 2: 1 2 3; C 0: 1 2 3; D 0: 1 2 3", answer: "A: 1; B: 2 3; C:; D:"),
    Case(
      name: "eight applicants and four programs of the National Resident Matching Program",
      applicants: """
        Anderson: City; Brown: City Mercy; Chen: City Mercy; Davis: Mercy City General State; \
        Eastman: City Mercy State General; Ford: City General Mercy State; \
        Garcia: City Mercy State General; Hassan: State City Mercy General
        """,
      offices: """
        Mercy 2: Chen Garcia; City 2: Garcia Hassan Eastman Anderson Brown Chen Davis Ford; \
        General 2: Brown Eastman Hassan Anderson Chen Davis Garcia; \
        State 2: Brown Eastman Anderson Chen Hassan Ford Davis Garcia
        """,
      answer: "Mercy: Chen; City: Eastman Garcia; General: Davis; State: Ford Hassan"),
    Case(
      name: "Gale and Shapley 1962, three by three: the applicants' side decides",
      applicants: "a: A B C; b: B C A; c: C A B", offices: "A 1: b c a; B 1: c a b; C 1: a b c",
      answer: "A: a; B: b; C: c"),
    Case(
      name: "Gale and Shapley 1962, four by four: one stable matching",
      applicants: "a: A B C D; b: A D C B; c: B A C D; d: D B C A",
      offices: "A 1: d c a b; B 1: b d a c; C 1: d a b c; D 1: c b a d",
      answer: "A: c; B: d; C: a; D: b"),
    Case(
      name: "ten residents and four programs",
      applicants: """
        574: NRS HEP MMI; 517: NRS MMI; 403: HEP NRS; 226: MMI HEP NRS; 126: MMI NRS; \
        828: OBG NRS; 913: OBG MMI HEP; 773: OBG; 616: OBG MMI HEP NRS; 377: MMI OBG
        """,
      offices: """
        MMI 1: 574 517 226 913 377 126; HEP 2: 403 574 913 616 226; \
        NRS 4: 574 517 403 828 226 126; OBG 3: 616 828 773 913
        """,
      answer: "MMI: 226; HEP: 403 913; NRS: 574 517 126; OBG: 616 828 773"),
    Case(
      name: "reserve P2 with nothing reserved", applicants: "a: X; b: X Y; h: X Y; k: Y",
      offices: "X 2: a b h k; Y 1: b k h a", answer: "X: a b; Y: k"),
  ]

  @Test("Published markets come out as published", arguments: cases)
  func published(market: Case) throws {
    let (applicants, offices) = (
      try NamedLists(market.applicants), try NamedLists(market.offices)
    )
    let answer = try NamedLists(market.answer)
    let candidates = applicants.lists.enumerated().map { index, list in
      OfferCandidate(number: list.name, standing: index, wishes: list.members)
    }
    let places = offices.lists.map { list in
      OfferOffice(
        code: list.name, places: list.places ?? 1,
        order: .own(Dictionary(uniqueKeysWithValues: zip(list.members, 0...))))
    }
    let offers = try Offers(candidates, offices: places, settings: OfferSettings(wishesUsed: 9))
    #expect(offers.ties.isEmpty && offers.faults.isEmpty)
    for list in answer.lists {
      let holders = offers.offers.filter { $0.office == list.name }.map(\.number)
      #expect(Set(holders) == Set(list.members), "\(list.name)")
    }
    let free = zip(places, answer.lists).map { ($0.code, $0.places - $1.members.count) }
    let expected = Dictionary(uniqueKeysWithValues: free.filter { $0.1 > 0 })
    let found = offers.freePlaces.map { ($0.office, $0.places) }
    #expect(Dictionary(uniqueKeysWithValues: found) == expected)
    #expect(offers.offers.count + offers.unplaced.count == applicants.lists.count)
  }

  @Test("One lot for all offices settles the cycle of Erdil and Ergin, one way or the other")
  func cycle() {
    // 1: y x z, 2: z y x, 3: y z x; x: 1 > {2, 3}, y: 2 > {1, 3}, z: 3 > {1, 2}.
    let (x, y, z) = (0, 1, 2)
    let market = SmallMarket(
      offices: [Market.Office](repeating: Market.Office(places: 1), count: 3),
      applicants: [
        SmallMarket.Applicant(wishes: [y, x, z], standings: [0, 1, 1]),
        SmallMarket.Applicant(wishes: [z, y, x], standings: [1, 0, 1]),
        SmallMarket.Applicant(wishes: [y, z, x], standings: [1, 1, 0]),
      ])
    #expect(market.market.match().ties.map(\.applicants) == [[0, 2]])
    #expect(market.market.match().ties.map(\.office) == [y])
    for lot in SmallMarket.orders(3) {
      let expected = lot[0] < lot[2] ? [x, y, z] : [x, z, y]
      #expect(market.placed(lot: lot) == expected)
      #expect((market.officesPropose(lot: lot) == expected) == (lot[0] < lot[2]))
    }
  }

  @Test("Gale and Shapley's three by three tells the two sides apart")
  func orientation() {
    let market = SmallMarket(
      offices: [Market.Office](repeating: Market.Office(places: 1), count: 3),
      applicants: [
        SmallMarket.Applicant(wishes: [0, 1, 2], standings: [2, 1, 0]),
        SmallMarket.Applicant(wishes: [1, 2, 0], standings: [0, 2, 1]),
        SmallMarket.Applicant(wishes: [2, 0, 1], standings: [1, 0, 2]),
      ])
    #expect(market.placed() == [0, 1, 2])
    #expect(market.officesPropose(lot: [0, 1, 2]) == [2, 0, 1])
  }
}

/// `A 2: X Y; B: Z`: names with lists, and a number where there is one.
struct NamedLists {
  let lists: [(name: String, places: Int?, members: [String])]

  init(_ text: String) throws {
    lists = try text.split(separator: ";").map { part in
      let sides = part.split(separator: ":", omittingEmptySubsequences: false)
      let head = try #require(sides.first).split(separator: " ").map(String.init)
      let members = try #require(sides.last).split(separator: " ").map(String.init)
      return (try #require(head.first), head.dropFirst().first.flatMap { Int($0) }, members)
    }
  }
}
