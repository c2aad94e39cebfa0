/// People and offices by index, and what becomes of each wish before anything is matched.
struct OfferMarket: Sendable {
  /// By number.
  let candidates: [OfferCandidate]
  /// By code.
  let offices: [OfferOffice]
  let settings: OfferSettings
  private let indices: [String: Int]

  init(
    _ candidates: [OfferCandidate], _ offices: [OfferOffice], _ settings: OfferSettings
  ) throws(PlacementError) {
    self.candidates = try candidates.sortedByNumber(\.number)
    self.offices = offices.sorted { $0.code.precedes($1.code) }
    self.settings = settings
    var indices: [String: Int] = [:]
    for (index, office) in self.offices.enumerated() {
      guard indices.updateValue(index, forKey: office.code) == nil else {
        throw .officeRepeated(office.code)
      }
      guard office.places >= 0, office.reserved >= 0 else {
        throw .placesNegative(office: office.code, places: min(office.places, office.reserved))
      }
    }
    self.indices = indices
  }

  /// A wish as it was written: the market's, or why it is none.
  enum Reading {
    case wish(Market.Wish)
    case leftOut(WishOutcome.Reason)
  }

  /// Reads somebody's wishes.
  func readings(of candidate: OfferCandidate) -> [Reading] {
    var seen: [Int] = []
    return candidate.wishes.enumerated().map { position, code in
      guard position < settings.wishesUsed else { return .leftOut(.beyondLimit) }
      guard let office = indices[code] else { return .leftOut(.unknownOffice) }
      if seen.contains(office) { return .leftOut(.repeated) }
      seen.append(office)
      guard let standing = offices[office].standing(of: candidate) else {
        return .leftOut(.notListed)
      }
      return .wish(Market.Wish(office: office, standing: standing))
    }
  }

  /// The office of a code.
  func index(of code: String) -> Int? { indices[code] }

  /// The offices that somebody wished for and that accept the person, the dearest first.
  func offices(wishedBy candidate: OfferCandidate) -> [Int] {
    readings(of: candidate).compactMap { if case .wish(let wish) = $0 { wish.office } else { nil } }
  }

  /// The market of all who may get an offer; others stand in it without wishes.
  func market() -> Market {
    var market = Market(
      offices: offices.map {
        Market.Office(places: $0.places, reserved: min($0.reserved, $0.places))
      })
    market.reserveCapacity(
      applicants: candidates.count,
      wishes: candidates.reduce(0) { $0 + min($1.wishes.count, settings.wishesUsed) })
    for candidate in candidates {
      let wishes = candidate.exclusion == nil ? readings(of: candidate) : []
      market.add(
        wishes.lazy.compactMap { if case .wish(let wish) = $0 { wish } else { nil } },
        mayTakeReserved: candidate.mayTakeReserved)
    }
    return market
  }

  /// Each applicant's place in a lot.
  ///
  /// - Parameter lot: the numbers in the order drawn; whoever cannot get an offer may be missing.
  /// - Throws: `PlacementError.notInLot`.
  func places(in lot: [String]) throws(PlacementError) -> [Int] {
    var drawn = Dictionary(lot.enumerated().map { ($1, $0) }, uniquingKeysWith: min)
    for candidate in candidates where drawn[candidate.number] == nil {
      guard candidate.exclusion != nil else { throw .notInLot(candidate.number) }
      drawn[candidate.number] = .max
    }
    let order = candidates.indices.sorted { first, second in
      let (one, other) = (drawn[candidates[first].number], drawn[candidates[second].number])
      return one == other ? first < second : one ?? .max < other ?? .max
    }
    var places = [Int](repeating: 0, count: order.count)
    for (place, index) in order.enumerated() { places[index] = place }
    return places
  }

  /// What a reader must know of the input.
  var notices: [OfferNotice] {
    let ofOffices = offices.flatMap { office -> [OfferNotice] in
      var notices: [OfferNotice] = []
      if let need = office.need, need < office.places {
        notices.append(
          .placesAboveNeed(office: office.code, places: office.places, need: need))
      } else if let need = office.need, need > office.places {
        notices.append(
          .placesBelowNeed(office: office.code, places: office.places, need: need))
      }
      if office.reserved > office.places {
        notices.append(
          .reservedAbovePlaces(
            office: office.code, reserved: office.reserved, places: office.places))
      }
      return notices
    }
    let ofWishes = candidates.filter { $0.exclusion == nil }.flatMap { candidate in
      zip(candidate.wishes, readings(of: candidate)).compactMap { code, reading -> OfferNotice? in
        switch reading {
        case .leftOut(.notListed), .wish: nil
        case .leftOut(let reason):
          .wishLeftOut(number: candidate.number, WishOutcome(office: code, reason: reason))
        }
      }
    }
    return ofOffices + ofWishes
  }
}
