import Model
import Staffing
import Testing

@Suite struct AllocationTests {
  static func share(
    _ weights: [Int], _ total: Int, _ method: AllocationMethod, minimum: Int = 0,
    maximum: Int? = nil
  ) throws -> Allocation {
    let units = weights.enumerated().map {
      AllocationUnit(name: "u\($0)", weight: $1, minimum: minimum, maximum: maximum)
    }
    return try Allocation(of: total, among: units, by: method)
  }

  static let balinskiYoung: [(AllocationMethod, [Int], [Int])] = [
    (.hamilton, [51, 44, 2, 2, 1], [9, 7, 5, 4, 1]),
    (.jefferson, [52, 45, 1, 1, 1], [10, 7, 5, 3, 1]),
    (.webster, [51, 43, 2, 2, 2], [9, 8, 5, 3, 1]),
    (.huntingtonHill, [51, 43, 2, 2, 2], [9, 7, 6, 3, 1]),
    (.adams, [51, 43, 2, 2, 2], [9, 7, 5, 3, 2]),
    (.dean, [51, 43, 2, 2, 2], [9, 7, 5, 4, 1]),
  ]

  @Test("Balinski and Young's tables come out in all six methods", arguments: balinskiYoung)
  func published(method: AllocationMethod, hundred: [Int], twentySix: [Int]) throws {
    let first = try Self.share([5117, 4400, 162, 161, 160], 100, method)
    #expect(first.shares.map(\.share) == hundred)
    let second = try Self.share([9061, 7179, 5259, 3319, 1182], 26, method)
    #expect(second.shares.map(\.share) == twentySix)
  }

  @Test(
    "Ten seats for 43, 33, 12, 8 and 4",
    arguments: [
      (.hamilton, [4, 3, 1, 1, 1]), (.jefferson, [5, 4, 1, 0, 0]), (.webster, [5, 3, 1, 1, 0]),
      (.huntingtonHill, [4, 3, 1, 1, 1]), (.adams, [4, 3, 1, 1, 1]), (.dean, [4, 3, 1, 1, 1]),
    ] as [(AllocationMethod, [Int])])
  func tenSeats(method: AllocationMethod, shares: [Int]) throws {
    #expect(try Self.share([43, 33, 12, 8, 4], 10, method).shares.map(\.share) == shares)
  }

  @Test(
    "Hamilton shows its paradox: a larger total takes a seat away",
    arguments: [
      ([1250, 3650, 5100], 20, [3, 7, 10]), ([1250, 3650, 5100], 21, [2, 8, 11]),
      ([5900, 7600, 1400], 36, [14, 18, 4]), ([5900, 7600, 1400], 37, [15, 19, 3]),
    ])
  func paradox(weights: [Int], total: Int, shares: [Int]) throws {
    #expect(try Self.share(weights, total, .hamilton).shares.map(\.share) == shares)
  }

  @Test("The US House of 1790 under Hamilton and Jefferson")
  func house1790() throws {
    let states = [
      630_560, 475_327, 432_879, 353_523, 331_589, 278_514, 236_841, 206_236, 179_570, 141_822,
      85_533, 70_835, 68_705, 68_446, 55_540,
    ]
    #expect(
      try Self.share(states, 120, .hamilton).shares.map(\.share)
        == [21, 16, 14, 12, 11, 9, 8, 7, 6, 5, 3, 2, 2, 2, 2])
    #expect(
      try Self.share(states, 105, .jefferson).shares.map(\.share)
        == [19, 14, 13, 10, 10, 8, 7, 6, 5, 4, 2, 2, 2, 2, 1])
  }

  @Test("A tie is reported, and only a lot settles it", arguments: AllocationMethod.allCases)
  func ties(method: AllocationMethod) throws {
    let open = try Self.share([11, 11, 11], 4, method)
    #expect(open.shares.map(\.share) == [1, 1, 1])
    #expect(open.ties.map(\.names) == [["u0", "u1", "u2"]] && open.ties.map(\.seats) == [1])
    let drawn = open.settlingTies { $0 > $1 }
    #expect(drawn.shares.map(\.share) == [1, 1, 2])
    #expect(drawn.ties.isEmpty)
    #expect(drawn.settled.map(\.names) == [["u2", "u1", "u0"]])
  }

  @Test("Minimums, maximums and places already taken hold, and the rest stays in proportion")
  func limits() throws {
    let weights = [800, 100] + Array(repeating: 10, count: 10)
    for method in AllocationMethod.allCases {
      let shares = try Self.share(weights, 100, method, minimum: 3).shares.map(\.share)
      let large = method == .jefferson ? [63, 7] : [62, 8]
      #expect(shares == large + Array(repeating: 3, count: 10), "\(method)")
      let capped = try Self.share([90, 5, 5], 12, method, maximum: 6).shares.map(\.share)
      #expect(capped == [6, 3, 3], "\(method)")
    }
    let units = [
      AllocationUnit(name: "a", weight: 1, inPost: 4), AllocationUnit(name: "b", weight: 9),
    ]
    let shares = try Allocation(of: 10, among: units, by: .webster).shares.map(\.share)
    #expect(shares == [4, 6])
  }

  @Test("A unit of weight 0 gets its minimum and nothing else")
  func zeroWeight() throws {
    for method in AllocationMethod.allCases {
      #expect(try Self.share([0, 5, 5], 6, method).shares.map(\.share) == [0, 3, 3], "\(method)")
    }
  }

  @Test("Who got the last place and who was next is said with the numbers that decided")
  func explanation() throws {
    #expect(
      try Self.share([43, 33, 12, 8, 4], 10, .jefferson).explanation.map(\.en) == [
        "The last place went to u1: 33 ÷ 4 = 8.250000", "Next was u3: 8 ÷ 1 = 8.000000",
      ])
    let hamilton = try Self.share([43, 33, 12, 8, 4], 10, .hamilton).explanation.map(\.en)
    #expect(
      hamilton == [
        "The last place went to u4: 0 + 0.400000", "Next was u0, u1: 4 + 0.300000",
      ])
    #expect(
      try Self.share([2, 2], 1, .webster).explanation.map(\.en)
        == ["u0, u1 tie for 1 place(s): 2 ÷ 1 = 2.000000"])
    #expect(
      try Self.share([2, 2], 0, .webster).explanation.map(\.en)
        == ["The minimums took every place."])
  }

  static let faults: [([Int], Int, AllocationMethod, Int, Int?, AllocationFault)] = [
    ([], 3, .webster, 0, nil, .noUnits), ([1], -1, .webster, 0, nil, .negativeTotal(-1)),
    ([-1], 1, .webster, 0, nil, .negativeWeight(name: "u0", weight: -1)),
    ([.max, 1], 1, .webster, 0, nil, .weightsTooLarge),
    ([1], 1, .webster, 2, 1, .limitsContradict(name: "u0", minimum: 2, maximum: 1)),
    ([1, 1], 3, .hamilton, 2, nil, .totalTooSmall(total: 3, needed: 4, everyUnitOne: false)),
    ([1, 1, 1], 2, .dean, 0, nil, .totalTooSmall(total: 2, needed: 3, everyUnitOne: true)),
    ([1, 1], 5, .webster, 0, 2, .totalTooLarge(total: 5, capacity: 4)),
    ([0, 0], 5, .webster, 0, nil, .noWeight(places: 5)),
  ]

  @Test("What cannot be shared is an error that says by how much", arguments: faults)
  func refuses(
    weights: [Int], total: Int, method: AllocationMethod, minimum: Int, maximum: Int?,
    fault: AllocationFault
  ) throws {
    let error = #expect(throws: StaffingError.allocation(fault)) {
      try Self.share(weights, total, method, minimum: minimum, maximum: maximum)
    }
    #expect(error?.status == .badData)
    let gap = "1 more."
    if case .totalTooSmall = fault { #expect(error?.happened.en.hasSuffix(gap) == true) }
  }

  @Test("A name that stands twice is refused; names that only look alike are not")
  func names() throws {
    let composed = AllocationUnit(name: "\u{E9}", weight: 1)
    let decomposed = AllocationUnit(name: "e\u{301}", weight: 1)
    #expect(throws: StaffingError.allocation(.duplicateName("\u{E9}"))) {
      try Allocation(of: 1, among: [composed, composed], by: .webster)
    }
    #expect(try Allocation(of: 1, among: [composed, decomposed], by: .webster).ties.count == 1)
  }

  @Test("The greatest weights and totals stay exact", arguments: AllocationMethod.allCases)
  func greatest(method: AllocationMethod) throws {
    let weights = [Int.max / 2, Int.max / 4, Int.max / 4]
    let shares = try Self.share(weights, 4_000_000_000_000, method).shares.map(\.share)
    #expect(shares == [2_000_000_000_000, 1_000_000_000_000, 1_000_000_000_000])
  }

  @Test("Required staff become whole weights in exact proportion")
  func weights() throws {
    let needs = try [Rational(19, over: 5), Rational(1, over: 3), .zero]
    #expect(try AllocationUnit.weights(of: needs) == [57, 5, 0])
    #expect(throws: StaffingError.allocation(.weightsTooLarge)) {
      try AllocationUnit.weights(of: [Rational(1, over: .max), Rational(.max, over: 2)])
    }
  }
}
