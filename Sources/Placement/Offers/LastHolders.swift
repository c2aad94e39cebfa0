/// Who holds the last place of each office, for those who ask why they have none.
struct LastHolders {
  private let input: OfferMarket
  /// For each office the candidate, by index; nil where there are no holders.
  private let last: [Int?]

  init(_ input: OfferMarket, _ placed: [Int?]) {
    self.input = input
    var holders = [[Int]](repeating: [], count: input.offices.count)
    for (candidate, office) in placed.enumerated() {
      if let office { holders[office].append(candidate) }
    }
    last = zip(input.offices, holders).map { office, holders in
      // The best who may take reserved places have those; the last of the others decides.
      let ordered = holders.map { (standing: office.standing(of: input.candidates[$0]), index: $0) }
        .sorted { ($0.standing ?? .max, $0.index) < ($1.standing ?? .max, $1.index) }
        .map(\.index)
      let onReserved = ordered.filter { input.candidates[$0].mayTakeReserved }
        .prefix(office.reserved)
      return ordered.last { !onReserved.contains($0) } ?? ordered.last
    }
  }

  /// What became of each wish of somebody without a place.
  func outcomes(
    of candidate: OfferCandidate, _ readings: [OfferMarket.Reading], _ lot: [Int]?
  ) -> [WishOutcome] {
    zip(candidate.wishes, readings).map { code, reading in
      WishOutcome(office: code, reason: reason(for: candidate, reading, lot))
    }
  }

  private func reason(
    for candidate: OfferCandidate, _ reading: OfferMarket.Reading, _ lot: [Int]?
  ) -> WishOutcome.Reason {
    switch reading {
    case .leftOut(let reason): return reason
    case .wish(let wish):
      guard let last = last[wish.office] else { return .noPlaces }
      let holder = input.candidates[last]
      let standing = input.offices[wish.office].standing(of: holder)
      return .full(last: holder.number, byLot: lot != nil && standing == wish.standing)
    }
  }
}
