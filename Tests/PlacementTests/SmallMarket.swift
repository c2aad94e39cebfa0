import Placement
import Testing

/// A market small enough to be judged from the definitions, by other means than the room's own.
struct SmallMarket: CustomTestStringConvertible {
  struct Applicant {
    /// Offices, the dearest first.
    var wishes: [Int]
    /// The standing at each office, by index; nil where it does not accept the applicant.
    var standings: [Int?]
    var mayTakeReserved = false
  }

  var offices: [Market.Office]
  var applicants: [Applicant]
  var seed: UInt64 = 0
  var testDescription: String { "seed \(seed)" }

  /// The acceptable wishes of an applicant.
  func wishes(_ applicant: Int) -> [Int] {
    applicants[applicant].wishes.filter { applicants[applicant].standings[$0] != nil }
  }

  var market: Market {
    var market = Market(offices: offices)
    for applicant in applicants {
      market.add(
        applicant.wishes.compactMap { office in
          applicant.standings[office].map { Market.Wish(office: office, standing: $0) }
        }, mayTakeReserved: applicant.mayTakeReserved)
    }
    return market
  }

  /// The office of each applicant; nil for none, or for all while a tie matters.
  func placed(lot: [Int]? = nil) -> [Int?]? {
    market.match(lot: lot).matching.map { matching in
      applicants.indices.map { matching.office(of: $0) }
    }
  }

  // MARK: The definitions

  /// Whether one comes before the other at an office; a lot tells equals apart.
  func precedes(_ one: Int, _ other: Int, at office: Int, lot: [Int]) -> Bool {
    let (first, second) = (applicants[one].standings[office], applicants[other].standings[office])
    return (first ?? .max, lot[one]) < (second ?? .max, lot[other])
  }

  /// Whom an office takes of those who come: the best with a claim to reserved places on these,
  /// then the best of all others.
  func chosen(by office: Int, of comers: [Int], lot: [Int]) -> Set<Int> {
    let order = comers.sorted { precedes($0, $1, at: office, lot: lot) }
    let onReserved = order.filter { applicants[$0].mayTakeReserved }
      .prefix(offices[office].reserved)
    let others = order.filter { !onReserved.contains($0) }
      .prefix(offices[office].places - onReserved.count)
    return Set(onReserved).union(others)
  }

  /// Whether nobody has an unwished place, no office is overfull and no pair would rather have each
  /// other.
  func isStable(_ placed: [Int?], lot: [Int]) -> Bool {
    for office in offices.indices {
      let holders = placed.indices.filter { placed[$0] == office }
      guard chosen(by: office, of: holders, lot: lot) == Set(holders) else { return false }
    }
    for applicant in applicants.indices {
      let wishes = wishes(applicant)
      if let own = placed[applicant], !wishes.contains(own) { return false }
      for office in wishes.prefix(while: { $0 != placed[applicant] }) {
        let holders = placed.indices.filter { placed[$0] == office }
        if chosen(by: office, of: holders + [applicant], lot: lot).contains(applicant) {
          return false
        }
      }
    }
    return true
  }

  /// Every stable matching.
  func stableMatchings(lot: [Int]) -> [[Int?]] {
    var all: [[Int?]] = [[]]
    for applicant in applicants.indices {
      let choices = [nil] + wishes(applicant).map(Optional.some)
      all = all.flatMap { placed in choices.map { placed + [$0] } }
    }
    return all.filter { isStable($0, lot: lot) }
  }

  /// Whether an applicant likes one place at least as much as another.
  func likes(_ applicant: Int, _ one: Int?, asMuchAs other: Int?) -> Bool {
    let wishes = wishes(applicant)
    func position(_ office: Int?) -> Int { office.flatMap(wishes.firstIndex) ?? wishes.count }
    return position(one) <= position(other)
  }

  // MARK: Other mechanisms

  /// Offices propose: each to whom it would take of those who have not turned it down.
  func officesPropose(lot: [Int]) -> [Int?] {
    var open = offices.indices.map { office in
      applicants.indices.filter { wishes($0).contains(office) }
    }
    while true {
      var offers = [[Int]](repeating: [], count: applicants.count)
      for office in offices.indices {
        for applicant in chosen(by: office, of: open[office], lot: lot) {
          offers[applicant].append(office)
        }
      }
      let kept = applicants.indices.map { applicant in
        wishes(applicant).first { offers[applicant].contains($0) }
      }
      var isSettled = true
      for applicant in applicants.indices {
        for office in offers[applicant] where office != kept[applicant] {
          open[office].removeAll { $0 == applicant }
          isSettled = false
        }
      }
      if isSettled { return kept }
    }
  }

  /// Each in turn takes the dearest office with room (平行志愿): right for one common order only.
  func inTurn(lot: [Int]) -> [Int?] {
    var room = offices.map(\.places)
    var placed = [Int?](repeating: nil, count: applicants.count)
    let order = applicants.indices.sorted { precedes($0, $1, at: 0, lot: lot) }
    for applicant in order {
      placed[applicant] = wishes(applicant).first { room[$0] > 0 }
      if let office = placed[applicant] { room[office] -= 1 }
    }
    return placed
  }

  /// First wishes before second ones (志愿优先): what must not be done.
  func wishFirst(lot: [Int]) -> [Int?] {
    var room = offices.map(\.places)
    var placed = [Int?](repeating: nil, count: applicants.count)
    for round in 0..<offices.count {
      for office in offices.indices {
        let comers = applicants.indices.filter {
          placed[$0] == nil && wishes($0).count > round && wishes($0)[round] == office
        }
        .sorted { precedes($0, $1, at: office, lot: lot) }
        for applicant in comers.prefix(room[office]) { placed[applicant] = office }
        room[office] -= min(room[office], comers.count)
      }
    }
    return placed
  }
}

extension SmallMarket {
  /// How a drawn market looks.
  struct Shape {
    var applicants: ClosedRange<Int> = 1...4
    var offices: ClosedRange<Int> = 1...3
    var places: ClosedRange<Int> = 0...2
    /// Standings lie below it: the fewer, the more ties.
    var standings = 1_000_000
    /// The fewest wishes.
    var wishes = 0
    var isCommon = false
    var hasReserves = false
  }

  /// Draws a market.
  init(seed: UInt64, _ shape: Shape) {
    var random = SeededGenerator(seed: seed)
    let offices = Int.random(in: shape.offices, using: &random)
    self.offices = (0..<offices).map { _ in
      let places = Int.random(in: shape.places, using: &random)
      let reserved = shape.hasReserves ? Int.random(in: 0...places, using: &random) : 0
      return Market.Office(places: places, reserved: reserved)
    }
    applicants = (0..<Int.random(in: shape.applicants, using: &random)).map { _ in
      let common = Int.random(in: 0..<shape.standings, using: &random)
      let count = Int.random(in: min(offices, shape.wishes)...offices, using: &random)
      return Applicant(
        wishes: Array((0..<offices).shuffled(using: &random).prefix(count)),
        standings: (0..<offices).map { _ in
          if shape.isCommon { return common }
          let isAccepted = Int.random(in: 0..<8, using: &random) > 0
          let standing = Int.random(in: 0..<shape.standings, using: &random)
          return isAccepted ? standing : nil
        },
        mayTakeReserved: shape.hasReserves && Bool.random(using: &random))
    }
    self.seed = seed
  }

  /// A lot for its applicants.
  func lot(_ seed: UInt64) -> [Int] {
    var random = SeededGenerator(seed: seed)
    return Array(applicants.indices).shuffled(using: &random)
  }

  /// All orders of so many.
  static func orders(_ count: Int) -> [[Int]] {
    guard count > 0 else { return [[]] }
    return orders(count - 1).flatMap { order in
      (0..<count).map { place in
        var longer = order
        longer.insert(count - 1, at: place)
        return longer
      }
    }
  }

  /// All lists of wishes over so many offices, short ones included.
  static func wishLists(_ offices: Int) -> [[Int]] {
    var (lists, last): ([[Int]], [[Int]]) = ([[]], [[]])
    for _ in 0..<offices {
      last = last.flatMap { list in
        (0..<offices).filter { !list.contains($0) }.map { list + [$0] }
      }
      lists += last
    }
    return lists
  }
}
