import Model
import Staffing
import Testing

/// What sharing must keep on any input, checked from the definitions and not by sharing again.
@Suite struct AllocationPropertyTests {
  struct Draw: CustomTestStringConvertible {
    let seed: UInt64
    let units: [AllocationUnit]
    let total: Int
    var testDescription: String { "seed \(seed)" }

    init(seed: UInt64, isLimited: Bool = false) {
      self.seed = seed
      var random = SeededGenerator(seed: seed)
      let count = Int.random(in: 1...12, using: &random)
      let scale = [10, 1_000, 1_000_000][Int.random(in: 0...2, using: &random)]
      units = (0..<count).map { index in
        let minimum = isLimited ? Int.random(in: 0...3, using: &random) : 0
        let room = Int.random(in: 1...20, using: &random)
        return AllocationUnit(
          name: "u\(index)", weight: Int.random(in: 1...scale, using: &random), minimum: minimum,
          maximum: isLimited && room < 10 ? minimum + room : nil)
      }
      let least = units.reduce(0) { $0 + max(1, $1.minimum) }
      let greatest = units.reduce(0) { $0 + ($1.maximum ?? 50) }
      total = Int.random(in: least...max(least, greatest), using: &random)
    }
  }

  /// The divisor after `places`, squared where it is a root, as the textbooks write it.
  static func divisor(_ method: AllocationMethod, _ places: Int) throws -> Rational {
    let (below, above) = (Rational(places), Rational(places + 1))
    return switch method {
    case .hamilton, .jefferson: above
    case .webster: try below + Rational(1, over: 2)
    case .adams: below
    case .huntingtonHill: try below * above
    case .dean: try Rational(2) * below * above / (below + above)
    }
  }

  @Test(
    "The last place always went to a claim at least as strong as every claim without a place",
    arguments: (1...120 as ClosedRange<UInt64>).map { Draw(seed: $0, isLimited: $0 % 2 == 0) })
  func strongestClaims(draw: Draw) throws {
    for method in AllocationMethod.allCases where method != .hamilton {
      let result = try Allocation(of: draw.total, among: draw.units, by: method)
        .settlingTies { $0 < $1 }
      func strength(_ unit: AllocationUnit, _ places: Int) throws -> Rational {
        let weight = Rational(unit.weight)
        let divisor = try Self.divisor(method, places)
        return try (method == .huntingtonHill ? weight * weight : weight) / divisor
      }
      var (weakestHeld, strongestLeft): (Rational?, Rational?)
      let floor = [.adams, .huntingtonHill, .dean].contains(method) ? 1 : 0
      for (unit, share) in zip(draw.units, result.shares.map(\.share)) {
        #expect(share >= max(unit.minimum, floor) && share <= unit.maximum ?? .max)
        if share > max(unit.minimum, floor) {
          let held = try strength(unit, share - 1)
          weakestHeld = min(weakestHeld ?? held, held)
        }
        if share < unit.maximum ?? .max, share > 0 || floor == 0 {
          let left = try strength(unit, share)
          strongestLeft = max(strongestLeft ?? left, left)
        }
      }
      if let weakestHeld, let strongestLeft { #expect(weakestHeld >= strongestLeft, "\(method)") }
    }
  }

  @Test(
    "Shares and contested places sum to the total, whatever the order of the rows and the scale",
    arguments: (200...300 as ClosedRange<UInt64>).map { Draw(seed: $0, isLimited: $0 % 2 == 0) })
  func sumOrderScale(draw: Draw) throws {
    var random = SeededGenerator(seed: draw.seed)
    for method in AllocationMethod.allCases {
      let result = try Allocation(of: draw.total, among: draw.units, by: method)
      let certain = result.shares.reduce(0) { $0 + $1.share }
      #expect(certain + result.ties.reduce(0) { $0 + $1.seats } == draw.total)
      let shuffled = try Allocation(
        of: draw.total, among: draw.units.shuffled(using: &random), by: method)
      #expect(Set(shuffled.shares) == Set(result.shares))
      #expect(shuffled.ties == result.ties)
      #expect(shuffled.explanation == result.explanation)
      let scaled = draw.units.map {
        AllocationUnit(
          name: $0.name, weight: $0.weight * 7, minimum: $0.minimum, maximum: $0.maximum)
      }
      let again = try Allocation(of: draw.total, among: scaled, by: method)
      #expect(again.shares.map(\.share) == result.shares.map(\.share))
    }
  }

  @Test(
    "One more place never takes one away under a divisor method",
    arguments: (400...440 as ClosedRange<UInt64>).map { Draw(seed: $0) })
  func houseMonotone(draw: Draw) throws {
    for method in AllocationMethod.allCases where method != .hamilton {
      var before: [Int]?
      for total in draw.total...draw.total + 8 {
        let shares = try Allocation(of: total, among: draw.units, by: method)
          .settlingTies { $0 < $1 }.shares.map(\.share)
        if let before { #expect(zip(before, shares).allSatisfy { $0 <= $1 }, "\(method)") }
        before = shares
      }
    }
  }

  @Test(
    "Hamilton without limits stays within one place of the quota",
    arguments: (500...560 as ClosedRange<UInt64>).map { Draw(seed: $0) })
  func quota(draw: Draw) throws {
    let sum = draw.units.reduce(0) { $0 + $1.weight }
    let result = try Allocation(of: draw.total, among: draw.units, by: .hamilton)
      .settlingTies { $0 < $1 }
    for (unit, share) in zip(draw.units, result.shares) {
      let quota = try Rational(unit.weight) * Rational(draw.total) / Rational(sum)
      #expect(share.share >= (quota.floor ?? .max) && share.share <= (quota.ceiling ?? .min))
    }
  }

  @Test("A city of 41,000 units shares 200,000 places")
  func city() throws {
    var random = SeededGenerator(seed: 41)
    let units = (0..<41_000).map {
      AllocationUnit(name: "u\($0)", weight: Int.random(in: 1...100_000, using: &random))
    }
    let result = try Allocation(of: 200_000, among: units, by: .webster)
    let certain = result.shares.reduce(0) { $0 + $1.share }
    #expect(certain + result.ties.reduce(0) { $0 + $1.seats } == 200_000)
  }
}
