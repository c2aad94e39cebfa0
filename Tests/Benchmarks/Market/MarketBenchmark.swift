import Foundation
import Placement

/// Times the offers of places on drawn markets: each office's own order, the common order with ties
/// and a lot, and the whole of `Offers` with numbers and codes as text.
///
/// usage: MarketBenchmark APPLICANTS OFFICES WISHES — prints `what seconds CPU-seconds result MiB`,
/// tab-separated; MiB is the most memory that the process has held so far.
@main
enum MarketBenchmark {
  static func main() throws {
    let numbers = CommandLine.arguments.dropFirst().compactMap { Int($0) }
    guard numbers.count == 3, numbers.allSatisfy({ $0 > 0 }), numbers[2] <= numbers[1] else {
      FileHandle.standardError.write(
        Data("usage: MarketBenchmark APPLICANTS OFFICES WISHES\n".utf8))
      exit(64)
    }
    let drawn = DrawnMarket(applicants: numbers[0], offices: numbers[1], wishes: numbers[2])
    print("drawn", "", "", "", peakMemory(), separator: "\t")
    for (name, isCommon, standings) in [("own", false, 1 << 30), ("common", true, 20_000)] {
      var market = Market(offices: [])
      measure("\(name) build") {
        market = drawn.market(isCommon: isCommon, standings: standings)
        return market.count
      }
      var result = MarketResult.tied([])
      if isCommon {
        measure("\(name) ties") {
          result = market.match()
          return result.ties.count
        }
      }
      let lot = Array(0..<market.count)
      measure("\(name) match") {
        result = market.match(lot: lot)
        return result.matching.map(drawn.placed) ?? 0
      }
      measure("\(name) check") {
        result.matching.map { market.faults(in: $0, lot: lot).count } ?? -1
      }
    }
    let (people, offices) = drawn.candidates()
    let order = people.map(\.number)
    print("people", "", "", "", peakMemory(), separator: "\t")
    try measure("offers") {
      try Offers(
        people, offices: offices, settings: OfferSettings(wishesUsed: numbers[2]), lot: order
      ).offers.count
    }
  }

  private static func measure(_ name: String, _ body: () throws -> Int) rethrows {
    let (start, used) = (ContinuousClock.now, clock())
    let result = try body()
    let seconds = ((ContinuousClock.now - start) / .milliseconds(1)).rounded() / 1000
    let processor = (Double(clock() - used) / 1e3).rounded() / 1e3
    print(name, seconds, processor, result, peakMemory(), separator: "\t")
  }

  private static func peakMemory() -> Int {
    var usage = rusage()
    getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
    return usage.ru_maxrss / 1024
  }
}

/// People with different wishes, dear offices more often than others, with three quarters as many
/// places as people.
struct DrawnMarket {
  let applicants: Int
  let offices: Int
  let wishes: Int
  private let lists: [[Int]]

  init(applicants: Int, offices: Int, wishes: Int) {
    self.applicants = applicants
    self.offices = offices
    self.wishes = wishes
    var state = Numbers()
    lists = (0..<applicants).map { _ in
      var list: [Int] = []
      while list.count < wishes {
        // The lower of two draws, so that some offices are wished for more than others.
        let office = min(state.next(below: offices), state.next(below: offices))
        if !list.contains(office) { list.append(office) }
      }
      return list
    }
  }

  private var places: Int { max(1, applicants * 3 / 4 / offices) }

  func market(isCommon: Bool, standings: Int) -> Market {
    var state = Numbers()
    var market = Market(
      offices: Array(repeating: Market.Office(places: places), count: offices))
    market.reserveCapacity(applicants: applicants, wishes: applicants * wishes)
    for list in lists {
      let common = state.next(below: standings)
      market.add(
        list.map { office in
          Market.Wish(office: office, standing: isCommon ? common : state.next(below: standings))
        })
    }
    return market
  }

  func candidates() -> ([OfferCandidate], [OfferOffice]) {
    var state = Numbers()
    let codes = (0..<offices).map { "11\(1_000_000 + $0)" }
    let people = lists.enumerated().map { index, list in
      OfferCandidate(
        number: "BJ2024\(10_000_000 + index)", standing: state.next(below: 20_000),
        wishes: list.map { codes[$0] })
    }
    return (people, codes.map { OfferOffice(code: $0, places: places) })
  }

  func placed(_ matching: Matching) -> Int {
    (0..<applicants).count { matching.office(of: $0) != nil }
  }

  /// Marsaglia's xorshift, so that each run draws the same.
  private struct Numbers {
    private var state: UInt64 = 88_172_645_463_325_252

    mutating func next(below limit: Int) -> Int {
      state ^= state << 13
      state ^= state >> 7
      state ^= state << 17
      return Int(truncatingIfNeeded: (state >> 11) % UInt64(limit))
    }
  }
}
