/// What comes of placing more people where room is left.
enum AdjustedPlaces {
  /// The office of each candidate.
  case matched([Int?])
  /// Ties that matter.
  case tied([MarketTie])
}

extension OfferMarket {
  /// Places those without a place who agreed to it wherever room is left, the offices by code;
  /// nobody who has a place moves.
  func adjusting(_ placed: [Int?], _ lot: [Int]?) -> AdjustedPlaces {
    var room = offices.map(\.places)
    for office in placed { if let office { room[office] -= 1 } }
    return filling(rooms(room, beside: placed), of: placed, lot) { candidate in
      guard candidate.acceptsAdjustment else { return [] }
      return offices.indices.filter { room[$0] > 0 }
    }
  }

  /// Room at each office, of which as much is reserved as those who stay leave of it.
  func rooms(_ room: [Int], beside placed: [Int?]) -> [Market.Office] {
    var reserved = offices.map(\.reserved)
    for (candidate, office) in zip(candidates, placed) where candidate.mayTakeReserved {
      if let office { reserved[office] -= 1 }
    }
    return zip(room, reserved).map { room, reserved in
      Market.Office(places: room, reserved: min(max(0, reserved), room))
    }
  }

  /// Gives out places to those without one; nobody who has a place moves.
  ///
  /// - Parameter wishes: the offices that somebody takes, the dearest first.
  func filling(
    _ room: [Market.Office], of placed: [Int?], _ lot: [Int]?,
    wishes: (OfferCandidate) -> [Int]
  ) -> AdjustedPlaces {
    var market = Market(offices: room)
    for (candidate, office) in zip(candidates, placed) {
      let isWaiting = office == nil && candidate.exclusion == nil
      let wished = isWaiting ? wishes(candidate) : []
      market.add(
        wished.compactMap { office in
          offices[office].standing(of: candidate).map {
            Market.Wish(office: office, standing: $0)
          }
        }, mayTakeReserved: candidate.mayTakeReserved)
    }
    switch market.match(lot: lot) {
    case .tied(let ties): return .tied(ties)
    case .matched(let matching):
      return .matched(placed.indices.map { placed[$0] ?? matching.office(of: $0) })
    }
  }
}
