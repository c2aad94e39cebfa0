/// Places offered to people by standing and wishes (拟聘安排).
///
/// Neither the order of the people nor that of the offices changes anything. While a tie matters
/// there are no offers at all.
public struct Offers: Sendable {
  /// The offers, by number; none while a tie matters.
  public let offers: [Offer]
  /// Everybody else, by number; nobody while a tie matters.
  public let unplaced: [Unplaced]
  /// Places left over, by office; none while a tie matters.
  public let freePlaces: [FreePlaces]
  /// Ties that matter, by office.
  public let ties: [OfferTie]
  /// What a reader must know of the input.
  public let notices: [OfferNotice]
  /// What the check of the result found: nothing, unless the program has a mistake.
  ///
  /// Applicants and offices are counted in the order of their numbers and codes.
  public let faults: [MatchingFault]

  let input: OfferMarket
  let lot: [Int]?
  /// For each candidate the office; nil for none.
  let placed: [Int?]

  /// Places people.
  ///
  /// - Parameter lot: the numbers in the order drawn, which settles ties; each person who can get
  ///   an offer must be among them.
  /// - Throws: `PlacementError` for numbers or offices that stand twice, places below 0, and a lot
  ///   without an entrant.
  /// - Complexity: that of `Market.match`, and of sorting the numbers.
  public init(
    _ candidates: [OfferCandidate], offices: [OfferOffice],
    settings: OfferSettings = OfferSettings(), lot: [String]? = nil
  ) throws(PlacementError) {
    let input = try OfferMarket(candidates, offices, settings)
    self.input = input
    notices = input.notices
    let lot = try lot.map { numbers throws(PlacementError) in try input.places(in: numbers) }
    self.lot = lot
    let market = input.market()
    let result = market.match(lot: lot)
    guard let matching = result.matching else {
      ties = Self.ties(result.ties, input)
      (offers, unplaced, freePlaces, faults) = ([], [], [], [])
      placed = Array(repeating: nil, count: input.candidates.count)
      return
    }
    faults = market.faults(in: matching, lot: lot)
    var placed = input.candidates.indices.map { matching.office(of: $0) }
    let adjusted = settings.adjusts ? input.adjusting(placed, lot) : .matched(placed)
    switch adjusted {
    case .tied(let open):
      ties = Self.ties(open, input)
      (offers, unplaced, freePlaces) = ([], [], [])
      self.placed = Array(repeating: nil, count: placed.count)
      return
    case .matched(let offices):
      ties = []
      placed = offices
    }
    self.placed = placed
    var left = input.offices.map(\.places)
    for office in placed { if let office { left[office] -= 1 } }
    freePlaces = zip(input.offices, left).compactMap { office, left in
      left > 0 ? FreePlaces(office: office.code, places: left) : nil
    }
    let seats = LastHolders(input, placed)
    var offers: [Offer] = []
    var unplaced: [Unplaced] = []
    for (index, candidate) in input.candidates.enumerated() {
      let readings = input.readings(of: candidate)
      guard let office = placed[index] else {
        unplaced.append(
          Unplaced(
            number: candidate.number, exclusion: candidate.exclusion,
            wishes: candidate.exclusion == nil
              ? seats.outcomes(of: candidate, readings, lot) : []))
        continue
      }
      let wish = readings.firstIndex {
        if case .wish(let wish) = $0 { wish.office == office } else { false }
      }
      offers.append(
        Offer(
          number: candidate.number, office: input.offices[office].code,
          basis: wish.map { .wish($0 + 1) } ?? .adjustment))
    }
    self.offers = offers
    self.unplaced = unplaced
  }

  /// How many got their first, second and further wish.
  public var countsByWish: [Int] {
    let wishes = offers.compactMap { if case .wish(let wish) = $0.basis { wish } else { nil } }
    return (1...max(1, wishes.max() ?? 1)).map { wish in wishes.count { $0 == wish } }
  }

  /// Whom new offers move, by number: another office, a place gained or a place lost.
  public func moves(from old: Offers) -> [OfferMove] {
    let before = Dictionary(uniqueKeysWithValues: old.offers.map { ($0.number, $0.office) })
    let after = Dictionary(uniqueKeysWithValues: offers.map { ($0.number, $0.office) })
    return Set(before.keys).union(after.keys).sorted { $0.precedes($1) }
      .filter { before[$0] != after[$0] }
      .map { OfferMove(number: $0, from: before[$0], to: after[$0]) }
  }

  private static func ties(_ ties: [MarketTie], _ input: OfferMarket) -> [OfferTie] {
    ties.map { tie in
      OfferTie(
        office: input.offices[tie.office].code,
        numbers: tie.applicants.map { input.candidates[$0].number }, places: tie.places)
    }
  }
}
