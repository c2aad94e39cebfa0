import Placement
import Testing

/// Nobody gains by other wishes than the true ones.
@Suite struct MisreportTests {
  /// Whether somebody gains by some misreport, as the true wishes have it.
  static func gains(_ market: SmallMarket, _ place: (SmallMarket) -> [Int?]?) -> Bool {
    guard let honest = place(market) else { return false }
    return market.applicants.indices.contains { person in
      SmallMarket.wishLists(market.offices.count).contains { wishes in
        var lying = market
        lying.applicants[person].wishes = wishes
        guard let placed = place(lying) else { return false }
        return !market.likes(person, honest[person], asMuchAs: placed[person])
      }
    }
  }

  static let markets = (1...260 as ClosedRange<UInt64>).map {
    SmallMarket(
      seed: $0,
      SmallMarket.Shape(
        applicants: 2...4, offices: 2...3, places: 0...2, standings: $0 % 4 == 0 ? 3 : 1_000_000,
        isCommon: $0 % 2 == 0, hasReserves: $0 % 3 == 0))
  }

  @Test("No misreport of anybody gains, and the control does not say so of the wish-first rule")
  func noGain() {
    var control = 0
    for market in Self.markets {
      let lot = market.lot(market.seed)
      #expect(!Self.gains(market) { $0.placed(lot: lot) }, "seed \(market.seed)")
      control += Self.gains(market) { $0.wishFirst(lot: lot) } ? 1 : 0
    }
    #expect(control > 20, "\(control)")
  }

  @Test("The wish-first rule fails on three people and three offices as published")
  func wishFirst() {
    // A, B: X Y Z; C: Y X Z; marks A > B > C.
    let market = SmallMarket(
      offices: [Market.Office](repeating: Market.Office(places: 1), count: 3),
      applicants: [[0, 1, 2], [0, 1, 2], [1, 0, 2]].enumerated().map { rank, wishes in
        SmallMarket.Applicant(wishes: wishes, standings: [rank, rank, rank])
      })
    #expect(market.placed() == [0, 1, 2])
    #expect(market.wishFirst(lot: [0, 1, 2]) == [0, 2, 1])
    var lying = market
    lying.applicants[1].wishes = [1, 0, 2]
    #expect(lying.wishFirst(lot: [0, 1, 2]) == [0, 1, 2])
    #expect(lying.placed() == [0, 1, 2])
  }
}
