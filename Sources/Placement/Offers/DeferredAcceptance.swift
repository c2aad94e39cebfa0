import HeapModule

/// The proposals of a market, as they go.
struct DeferredAcceptance {
  /// Somebody at an office: the standing above, the place in the lot below.
  private typealias Entry = UInt64

  /// Set in claims to reserved places by those who may not have them, who come after all who may.
  private static let lacksReserve: Entry = 1 << 63
  private static let lotBits: Entry = 32

  /// What an office holds.
  private struct Held {
    /// The holders of reserved places, with `lacksReserve`.
    var reserved = Heap<Entry>()
    /// The holders of the others.
    var general = Heap<Entry>()
    /// Equals of the last holders, for whom there is no room.
    var contesting: [Entry] = []
    /// The classes of the last holders when `contesting` was last looked through.
    var edge = Edge()
  }

  private struct Edge: Equatable {
    var reserved = Entry.max
    var general = Entry.max
  }

  private let market: Market
  /// The place of each applicant in the lot; empty for the order of the applicants.
  private let drawn: [UInt32]
  /// The applicant at each place of the lot; empty likewise.
  private let atPlace: [UInt32]
  /// What is left of an entry, shifted so far, is what tells people apart.
  private let shift: Entry
  private var next: [UInt32]
  private var held: [Held]
  private var free: [UInt32] = []
  private var proposals = 0

  init(_ market: Market, lot: [Int]?) {
    self.market = market
    next = Array(market.starts.dropLast())
    held = Array(repeating: Held(), count: market.offices.count)
    guard let lot else {
      (drawn, atPlace, shift) = ([], [], Self.lotBits)
      return
    }
    precondition(lot.count == market.count, "a lot places everybody")
    var atPlace = [UInt32](repeating: .max, count: lot.count)
    for (applicant, place) in lot.enumerated() {
      precondition(atPlace[place] == .max, "a lot is a permutation")
      atPlace[place] = UInt32(applicant)
    }
    (drawn, self.atPlace, shift) = (lot.map { UInt32($0) }, atPlace, 0)
  }

  mutating func run() -> MarketResult {
    for applicant in 0..<UInt32(market.count) {
      free.append(applicant)
      while let proposer = free.popLast() { propose(proposer) }
    }
    let ties = ties()
    return ties.isEmpty ? .matched(matching()) : .tied(ties)
  }

  /// Goes to the applicant's next wish, if there is one.
  private mutating func propose(_ applicant: UInt32) {
    let wish = next[Int(applicant)]
    guard wish < market.starts[Int(applicant) + 1] else { return }
    next[Int(applicant)] = wish + 1
    proposals += 1
    let office = Int(market.wishedOffices[Int(wish)])
    let place = drawn.isEmpty ? applicant : drawn[Int(applicant)]
    var entry = Entry(market.standings[Int(wish)]) << Self.lotBits | Entry(place)
    let (places, reserved) = (market.offices[office].places, market.offices[office].reserved)
    if reserved > 0 {
      let claim = market.mayTakeReserved[Int(applicant)] ? entry : entry | Self.lacksReserve
      guard let displaced = Self.keep(claim, in: &held[office].reserved, reserved) else { return }
      entry = displaced & ~Self.lacksReserve
    }
    guard let rejected = Self.keep(entry, in: &held[office].general, places - reserved) else {
      return
    }
    reject(rejected, at: office)
  }

  /// Keeps an entry if it is among the best `limit`.
  ///
  /// - Returns: whom there is no room for, if anybody.
  private static func keep(_ entry: Entry, in heap: inout Heap<Entry>, _ limit: Int) -> Entry? {
    if heap.count < limit {
      heap.insert(entry)
      return nil
    }
    guard let last = heap.max, entry < last else { return entry }
    return heap.replaceMax(with: entry)
  }

  /// Lets somebody go, and all who contested a place of the same class until now, unless they are
  /// equals of a last holder.
  private mutating func reject(_ entry: Entry, at office: Int) {
    let edge = Edge(
      reserved: held[office].reserved.max.map { $0 >> shift } ?? .max,
      general: held[office].general.max.map { $0 >> shift } ?? .max)
    if edge != held[office].edge {
      held[office].edge = edge
      let contesting = held[office].contesting
      if !contesting.isEmpty {
        held[office].contesting = []
        for entry in contesting {
          if isEqual(entry, to: edge) {
            held[office].contesting.append(entry)
          } else {
            free.append(applicant(of: entry))
          }
        }
      }
    }
    if isEqual(entry, to: edge) {
      held[office].contesting.append(entry)
    } else {
      free.append(applicant(of: entry))
    }
  }

  private func isEqual(_ entry: Entry, to edge: Edge) -> Bool {
    if entry >> shift == edge.general { return true }
    let mayTakeReserved = market.mayTakeReserved[Int(applicant(of: entry))]
    return (mayTakeReserved ? entry : entry | Self.lacksReserve) >> shift == edge.reserved
  }

  private func applicant(of entry: Entry) -> UInt32 {
    let place = UInt32(truncatingIfNeeded: entry)
    return atPlace.isEmpty ? place : atPlace[Int(place)]
  }

  private func matching() -> Matching {
    var offices = [Int32](repeating: -1, count: market.count)
    var wishes = offices
    for (office, held) in held.enumerated() {
      for entries in [held.reserved, held.general] {
        for entry in entries.unordered {
          let applicant = Int(applicant(of: entry))
          offices[applicant] = Int32(office)
          wishes[applicant] = Int32(next[applicant] - market.starts[applicant]) - 1
        }
      }
    }
    return Matching(offices: offices, wishes: wishes, proposals: proposals)
  }

  /// For each office and class of equals without room, all who contest the places.
  private func ties() -> [MarketTie] {
    held.enumerated().flatMap { office, held -> [MarketTie] in
      let classes = Set(held.contesting.map { $0 >> Self.lotBits }).sorted()
      let lastReserved = (held.reserved.max ?? 0) >> Self.lotBits
      let onReserved = held.reserved.unordered.filter { $0 >> Self.lotBits == lastReserved }
        .map { $0 & ~Self.lacksReserve }
      return classes.map { standing in
        let holders = (onReserved + held.general.unordered)
          .filter { $0 >> Self.lotBits == standing }
        let without = held.contesting.filter { $0 >> Self.lotBits == standing }
        return MarketTie(
          office: office,
          applicants: (holders + without).map { Int(applicant(of: $0)) }.sorted(),
          places: holders.count)
      }
    }
  }
}
