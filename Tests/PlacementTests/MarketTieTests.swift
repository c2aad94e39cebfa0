import Placement
import Testing

/// Ties that matter are found, and found only from what decides.
@Suite struct MarketTieTests {
  /// What different lots make of a market.
  static func outcomes(_ market: SmallMarket) -> Set<[Int?]> {
    Set(SmallMarket.orders(market.applicants.count).compactMap { market.placed(lot: $0) })
  }

  @Test("Where any lot gives another result there is a tie, else every lot gives the same result")
  func complete() {
    var (varying, needless, missedAtTheLine) = (0, 0, 0)
    for seed in 1...1_500 as ClosedRange<UInt64> {
      let market = SmallMarket(
        seed: seed,
        SmallMarket.Shape(
          applicants: 2...4, offices: 2...3, places: 0...2, standings: 3, wishes: 2,
          hasReserves: seed % 3 == 0))
      let outcomes = Self.outcomes(market)
      let result = market.market.match()
      if outcomes.count > 1 {
        varying += 1
        #expect(!result.ties.isEmpty, "seed \(seed): \(outcomes)")
        if !outcomes.contains(where: { Self.hasTieAtTheLine(market, $0) }) { missedAtTheLine += 1 }
      } else {
        needless += result.ties.isEmpty ? 0 : 1
      }
      if result.ties.isEmpty { #expect(market.placed() == outcomes.first, "seed \(seed)") }
      for tie in result.ties {
        let standings = tie.applicants.map { market.applicants[$0].standings[tie.office] }
        #expect(Set(standings).count == 1 && tie.places < tie.applicants.count, "seed \(seed)")
      }
    }
    // Looking at who is astride the last place of the result alone would not do.
    #expect(varying > 300 && missedAtTheLine > 0, "\(varying) \(needless) \(missedAtTheLine)")
    #expect(needless < varying / 10, "\(needless) of \(varying)")
  }

  /// Whether somebody without a place equals the last holder of an office that they wished for.
  static func hasTieAtTheLine(_ market: SmallMarket, _ placed: [Int?]) -> Bool {
    market.offices.indices.contains { office in
      let last = placed.indices.filter { placed[$0] == office }
        .compactMap { market.applicants[$0].standings[office] }.max()
      return market.applicants.indices.contains { person in
        market.wishes(person).prefix { $0 != placed[person] }.contains(office)
          && market.applicants[person].standings[office] == last
      }
    }
  }

  @Test("Under one common order a tie is found exactly where some lot gives another result")
  func common() {
    var varying = 0
    for seed in 1...600 as ClosedRange<UInt64> {
      let market = SmallMarket(
        seed: seed,
        SmallMarket.Shape(
          applicants: 2...4, offices: 1...3, places: 0...2, standings: 3, wishes: 1,
          isCommon: true))
      let isVarying = Self.outcomes(market).count > 1
      #expect(!market.market.match().ties.isEmpty == isVarying, "seed \(seed)")
      varying += isVarying ? 1 : 0
    }
    #expect(varying > 100)
  }

  @Test("Equals who all fit are no tie, on reserved places neither")
  func harmless() {
    let equals = SmallMarket.Applicant(wishes: [0], standings: [5], mayTakeReserved: true)
    func market(_ people: Int) -> SmallMarket {
      SmallMarket(
        offices: [Market.Office(places: 2, reserved: 1)],
        applicants: Array(repeating: equals, count: people))
    }
    #expect(market(2).market.match().ties.isEmpty)
    #expect(market(3).market.match().ties.map(\.applicants) == [[0, 1, 2]])
    #expect(market(3).market.match().ties.map(\.places) == [2])
  }

  @Test("A tie that decides a rejection is told even where every lot would come to the same")
  func needless() {
    // 0 and 1 tie for A; whoever is turned down takes B from 2, who takes A from the other.
    let market = SmallMarket(
      offices: [Market.Office(places: 1), Market.Office(places: 1)],
      applicants: [
        SmallMarket.Applicant(wishes: [0, 1], standings: [1, 0]),
        SmallMarket.Applicant(wishes: [0, 1], standings: [1, 1]),
        SmallMarket.Applicant(wishes: [1, 0], standings: [0, 2]),
      ])
    #expect(Self.outcomes(market) == [[1, nil, 0]])
    #expect(market.market.match().ties.map(\.applicants) == [[0, 1]])
  }
}
