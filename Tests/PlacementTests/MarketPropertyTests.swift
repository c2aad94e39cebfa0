import Testing

@testable import Placement

/// What matching must keep on any input, judged from the definitions.
@Suite struct MarketPropertyTests {
  typealias Shape = SmallMarket.Shape

  static let small = (1...400 as ClosedRange<UInt64>).map {
    SmallMarket(
      seed: $0, Shape(standings: $0 % 3 == 0 ? 3 : 1_000_000, hasReserves: $0 % 2 == 0))
  }

  @Test("The result is the stable matching that every applicant likes best", arguments: small)
  func applicantOptimal(market: SmallMarket) throws {
    let lot = market.lot(market.seed)
    let placed = try #require(market.placed(lot: lot))
    let stable = market.stableMatchings(lot: lot)
    #expect(stable.contains(placed))
    for other in stable {
      for applicant in market.applicants.indices {
        #expect(market.likes(applicant, placed[applicant], asMuchAs: other[applicant]))
      }
      // Rural hospitals: the same people are out and the same places free in all of them.
      #expect(other.map { $0 == nil } == placed.map { $0 == nil })
      for office in market.offices.indices {
        #expect(other.count { $0 == office } == placed.count { $0 == office })
      }
    }
  }

  @Test("Every market of three people and two offices comes out stable and applicant-optimal")
  func exhaustive() throws {
    let (orders, lists) = (SmallMarket.orders(3), SmallMarket.wishLists(2))
    var cases = 0
    for (places, reserved) in [((1, 1), 0), ((2, 1), 1), ((0, 1), 0)] {
      let offices = [
        Market.Office(places: places.0, reserved: reserved), Market.Office(places: places.1),
      ]
      for (one, other) in orders.flatMap({ one in orders.map { (one, $0) } }) {
        for number in 0..<lists.count * lists.count * lists.count {
          let wishes = [number % 5, number / 5 % 5, number / 25].map { lists[$0] }
          let market = SmallMarket(
            offices: offices,
            applicants: (0..<3).map { person in
              SmallMarket.Applicant(
                wishes: wishes[person], standings: [one[person], other[person]],
                mayTakeReserved: person == 2)
            })
          let placed = market.placed()
          let stable = market.stableMatchings(lot: [0, 0, 0])
          let isBest = stable.allSatisfy { other in
            (0..<3).allSatisfy { market.likes($0, placed?[$0], asMuchAs: other[$0]) }
          }
          cases += 1
          guard let placed, stable.contains(placed), isBest else {
            Issue.record("\(places) \(one) \(other) \(wishes): \(String(describing: placed))")
            return
          }
        }
      }
    }
    #expect(cases == 3 * 36 * 125)
  }

  static let medium = (1...30 as ClosedRange<UInt64>).map {
    SmallMarket(
      seed: $0,
      Shape(
        applicants: 40...120, offices: 4...12, places: 0...12,
        standings: $0 % 2 == 0 ? 6 : 1_000_000, hasReserves: $0 % 3 == 0))
  }

  @Test(
    "Against the offices' side: stable, liked at least as much, the same people out, the same fill",
    arguments: medium)
  func officesSide(market: SmallMarket) throws {
    let lot = market.lot(market.seed)
    let placed = try #require(market.placed(lot: lot))
    let theirs = market.officesPropose(lot: lot)
    #expect(market.isStable(placed, lot: lot) && market.isStable(theirs, lot: lot))
    for applicant in market.applicants.indices {
      #expect(market.likes(applicant, placed[applicant], asMuchAs: theirs[applicant]))
    }
    #expect(theirs.map { $0 == nil } == placed.map { $0 == nil })
    for office in market.offices.indices {
      #expect(theirs.count { $0 == office } == placed.count { $0 == office })
    }
    let result = market.market.match(lot: lot)
    #expect(market.market.faults(in: try #require(result.matching), lot: lot).isEmpty)
  }

  @Test(
    "Under one common order each in turn takes the dearest office with room",
    arguments: (1...200 as ClosedRange<UInt64>).map {
      SmallMarket(
        seed: $0, Shape(applicants: 1...60, offices: 1...8, places: 0...9, isCommon: true))
    })
  func serial(market: SmallMarket) {
    let lot = market.lot(market.seed)
    #expect(market.placed(lot: lot) == market.inTurn(lot: lot))
  }

  @Test("The order of applicants and offices changes nothing, neither places nor ties")
  func permutations() {
    var tied = 0
    for seed in 1...300 as ClosedRange<UInt64> {
      let market = SmallMarket(
        seed: seed,
        Shape(applicants: 1...12, offices: 1...5, places: 0...3, standings: 4, hasReserves: true))
      var random = SeededGenerator(seed: seed)
      let people = Array(market.applicants.indices).shuffled(using: &random)
      let offices = Array(market.offices.indices).shuffled(using: &random)
      let moved = SmallMarket(
        offices: offices.map { market.offices[$0] },
        applicants: people.map { person in
          var applicant = market.applicants[person]
          applicant.wishes = applicant.wishes.compactMap(offices.firstIndex)
          applicant.standings = offices.map { market.applicants[person].standings[$0] }
          return applicant
        })
      func named(_ tie: MarketTie) -> [Int] {
        [offices[tie.office], tie.places] + tie.applicants.map { people[$0] }.sorted()
      }
      let (one, other) = (market.market.match(), moved.market.match())
      #expect(
        Set(one.ties.map { [$0.office, $0.places] + $0.applicants }) == Set(other.ties.map(named)),
        "seed \(seed)")
      for (place, person) in people.enumerated() {
        let office = other.matching?.office(of: place).map { offices[$0] }
        #expect(one.matching?.office(of: person) == office, "seed \(seed)")
      }
      tied += one.ties.isEmpty ? 0 : 1
    }
    #expect((50...250).contains(tied))
  }

  @Test("The check of a result finds every mistake that is put into it", arguments: medium)
  func checkFinds(market: SmallMarket) throws {
    let lot = market.lot(market.seed)
    let plain = market.market
    let placed = try #require(market.placed(lot: lot))
    var random = SeededGenerator(seed: market.seed)
    var found = 0
    for _ in 0..<60 {
      var wrong = placed
      let person = Int.random(in: wrong.indices, using: &random)
      let office = market.offices.indices.randomElement(using: &random)
      wrong[person] = Bool.random(using: &random) ? nil : office
      let other = Int.random(in: wrong.indices, using: &random)
      wrong.swapAt(other, Int.random(in: wrong.indices, using: &random))
      let matching = Matching(
        offices: wrong.map { $0.map { Int32($0) } ?? -1 }, wishes: wrong.map { _ in 0 },
        proposals: 0)
      let isFaultless = plain.faults(in: matching, lot: lot).isEmpty
      #expect(isFaultless == market.isStable(wrong, lot: lot))
      found += isFaultless ? 0 : 1
    }
    #expect(found > 0)
  }

  @Test("Raising the reserve lets the hardship applicant in and nobody's envy of it is justified")
  func reserve() {
    // a: X; b: X Y; h: X Y; k: Y. X: a b h k; Y: b k h a. h and k have hardship.
    func market(reserved: Int) -> SmallMarket {
      SmallMarket(
        offices: [Market.Office(places: 2, reserved: reserved), Market.Office(places: 1)],
        applicants: [
          SmallMarket.Applicant(wishes: [0], standings: [0, 3]),
          SmallMarket.Applicant(wishes: [0, 1], standings: [1, 0]),
          SmallMarket.Applicant(wishes: [0, 1], standings: [2, 2], mayTakeReserved: true),
          SmallMarket.Applicant(wishes: [1], standings: [3, 1], mayTakeReserved: true),
        ])
    }
    #expect(market(reserved: 0).placed() == [0, 0, nil, 1])
    #expect(market(reserved: 1).placed() == [0, 1, 0, nil])
    #expect(market(reserved: 2).placed() == [0, 1, 0, nil])
  }
}
