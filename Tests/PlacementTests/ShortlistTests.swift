import Model
import Placement
import Testing

@Suite struct ShortlistTests {
  /// A pool with these ranks, numbered in order.
  static func pool(_ ranks: [Int]) -> [ShortlistCandidate] {
    ranks.enumerated().map { index, rank in
      ShortlistCandidate(number: "N\(100 + index)", rank: rank)
    }
  }

  static func ratio(_ text: String) throws -> CandidateRatio {
    let number = try #require(Rational(decimal: text))
    return try #require(CandidateRatio(number))
  }

  static let desheng = [1, 2, 2, 4, 4, 4] + Array(repeating: 7, count: 9)
  static let baizhifang = [1, 1, 3, 3] + Array(repeating: 5, count: 9)
  static let xinjiekou = [1, 1, 3, 3, 3, 6, 6, 6, 6, 10, 10, 10, 10, 10]
  static let zhanlanlu = [1, 2, 3, 4, 4, 6, 6, 6, 6, 10, 10, 10, 10, 10]
  static let niujie = [1] + Array(repeating: 2, count: 5) + Array(repeating: 7, count: 8)

  @Test(
    "Offices of Xicheng get the lists that the ratio and its ties give",
    arguments: [
      (desheng, 2, "2", 4, 6), (desheng, 2, "3", 6, 6), (desheng, 2, "5", 10, 15),
      (baizhifang, 2, "2", 4, 4), (baizhifang, 2, "3", 6, 13), (xinjiekou, 1, "2", 2, 2),
      (xinjiekou, 1, "3", 3, 5), (zhanlanlu, 3, "5", 15, 14), (niujie, 2, "2", 4, 6),
    ])
  func worked(ranks: [Int], places: Int, ratio: String, limit: Int, inside: Int) throws {
    let list = try Shortlist(
      office: "X", places: places, candidates: Self.pool(ranks),
      settings: ShortlistSettings(ratio: try Self.ratio(ratio)))
    #expect(list.limit == limit && list.inside.count == inside)
    #expect(list.insideByTie == max(0, inside - limit))
    let isWhole = list.notices.contains {
      if case .wholePool = $0 { true } else { false }
    }
    #expect(isWhole == (ranks.count <= limit))
    let isCoarse = list.notices.contains(.tooCoarse(inside: inside, limit: limit))
    #expect(isCoarse == (inside > 2 * limit))
  }

  @Test(
    "A ratio gives whole people, by band where there are bands",
    arguments: [
      ("1.5", .up, 1, 2), ("2.5", .up, 3, 8), ("3", .up, 0, 0), ("1.5", .down, 1, 1),
      ("2.5", .halfUp, 3, 8), ("1.2", .halfUp, 2, 2), ("1.2", .up, 5, 6), ("0.5", .up, 1, 1),
    ] as [(String, RatioRounding, Int, Int)])
  func people(ratio: String, rounding: RatioRounding, places: Int, people: Int) throws {
    #expect(try Self.ratio(ratio).people(for: places, rounding: rounding) == people)
  }

  @Test("3, 2.5 and 2 people a place up to 5, up to 10 and beyond")
  func bands() throws {
    typealias Band = CandidateRatio.Band
    let half = try Rational(5, over: 2)
    let ratio = try #require(
      CandidateRatio(bands: [
        Band(upTo: 5, Rational(3)), Band(upTo: 10, half), Band(upTo: nil, Rational(2)),
      ]))
    let people = [5: 15, 6: 15, 10: 25, 11: 22]
    for (places, expected) in people {
      #expect(ratio.people(for: places, rounding: .up) == expected)
    }
    #expect(CandidateRatio(bands: [Band(upTo: 5, Rational(3))]) == nil)
    #expect(CandidateRatio(bands: []) == nil)
    #expect(
      CandidateRatio(bands: [Band(upTo: 5, half), Band(upTo: 5, half), Band(upTo: nil, half)])
        == nil)
    #expect(CandidateRatio(Rational.zero) == nil)
  }

  @Test("Ties for the last invitation go all in, by a part, or to a person")
  func lastPlace() throws {
    func results(_ written: String?) throws -> [MarkPart: PartResult] {
      guard let written else { return [:] }
      return [.written: .scored(try #require(Mark(written)))]
    }
    func list(_ ties: LastPlaceTies, _ written: [String?]) throws -> [Shortlist.Place] {
      let people = try [1, 2, 2, 2, 5].enumerated().map { index, rank in
        ShortlistCandidate(
          number: "N\(index)", rank: rank,
          results: try results(written[index]))
      }
      return try Shortlist(
        office: "X", places: 1, candidates: people,
        settings: ShortlistSettings(lastPlaceTies: ties)
      ).entries.map(\.place)
    }
    let marks = ["50", "80", "70", "90", "99"]
    let (ratio, tie) = (Shortlist.Place.inside(.ratio), Shortlist.Place.inside(.lastPlaceTie))
    #expect(try list(.all, marks) == [ratio, tie, tie, tie, .waiting])
    #expect(try list(.person, marks) == [ratio, .contested, .contested, .contested, .waiting])
    #expect(try list(.part(.written), marks) == [ratio, ratio, .waiting, ratio, .waiting])
    #expect(
      try list(.part(.written), ["50", "70", "70", "90", "99"])
        == [ratio, .contested, .contested, ratio, .waiting])
    // One of the equals has no mark: nobody is put behind for that.
    #expect(
      try list(.part(.written), ["50", nil, "70", "90", "99"])
        == [ratio, .contested, .contested, .contested, .waiting])
  }

  @Test("By written mark, the tier comes first and whoever lacks a mark is told why")
  func byWritten() throws {
    let mark = try #require(Mark("59.99"))
    let minimum = try #require(Mark("60"))
    func person(_ number: String, _ tier: Int, _ result: PartResult?) -> ShortlistCandidate {
      ShortlistCandidate(
        number: number, tier: tier, rank: 1, results: result.map { [.written: $0] } ?? [:])
    }
    let people = [
      person("A", 2, .scored(try #require(Mark("90")))), person("B", 1, .scored(minimum)),
      person("C", 1, .scored(mark)), person("D", 1, .absent), person("E", 2, nil),
      person("F", 1, .misconduct),
    ]
    let list = try Shortlist(
      office: "X", places: 1, candidates: people,
      settings: ShortlistSettings(
        ratio: .one, order: .written, writtenMinimum: minimum))
    #expect(list.entries.map(\.candidate.number) == ["B", "A"])
    #expect(list.entries.map(\.place) == [.inside(.ratio), .waiting])
    #expect(
      list.excluded.map(\.reason) == [
        .belowMinimum(mark: mark, minimum: minimum), .noMark(.absent), .noMark(nil),
        .noMark(.misconduct),
      ])
    // E's mark is open, but with tier 2 it cannot reach the one place.
    #expect(list.couldEnter == [])
    let wider = try Shortlist(
      office: "X", places: 2, candidates: people,
      settings: ShortlistSettings(ratio: .one, order: .written, writtenMinimum: minimum))
    #expect(wider.couldEnter == ["E"])
  }

  @Test("Whoever is pending and would be invited once verified is named")
  func pending() throws {
    let people =
      Self.pool([1, 2, 3, 4]) + [
        ShortlistCandidate(number: "P1", state: .pending, rank: 3),
        ShortlistCandidate(number: "P2", state: .pending, rank: 4),
        ShortlistCandidate(number: "P3", state: .ineligible, rank: 1),
      ]
    let list = try Shortlist(office: "X", places: 1, candidates: people)
    #expect(list.limit == 3 && list.couldEnter == ["P1"])
    #expect(list.excluded.map(\.number) == ["P1", "P2", "P3"])
  }

  @Test("Somebody who drops out is followed by the next once the list is short, and nobody leaves")
  func replacement() throws {
    var list = try Shortlist(
      office: "X", places: 2, candidates: Self.pool(Self.desheng),
      settings: ShortlistSettings(ratio: try Self.ratio("2")))
    var told = Set(list.inside.map(\.candidate.number))
    // Six are invited for a limit of four: the first two who drop out leave nobody missing.
    for (dropped, inside) in [("N100", 5), ("N103", 4), ("N101", 12)] {
      list = try list.replacing(dropped, because: .withdrew, isNotified: false)
      told.remove(dropped)
      #expect(list.inside.count == inside)
      #expect(told.isSubset(of: list.inside.map(\.candidate.number)))
      told.formUnion(list.inside.map(\.candidate.number))
    }
    #expect(list.entries.last?.place == .inside(.replacement))
    #expect(list.notices.contains(.tooCoarse(inside: 12, limit: 4)))
    #expect(throws: PlacementError.alreadyNotified("N102")) {
      try list.replacing("N102", because: .absent, isNotified: true)
    }
    #expect(throws: PlacementError.notListed("N100")) {
      try list.replacing("N100", because: .absent, isNotified: false)
    }
  }

  @Test("No places, nobody and too few for the opening ratio are said, and nothing is cut")
  func notices() throws {
    func notices(_ places: Int, _ ranks: [Int]) throws -> [ShortlistNotice] {
      try Shortlist(
        office: "X", places: places, candidates: Self.pool(ranks),
        settings: ShortlistSettings(openingRatio: Rational(2))
      ).notices
    }
    #expect(try notices(0, [1, 2]) == [.noPlaces])
    #expect(try notices(2, []) == [.nobody])
    #expect(
      try notices(3, [1, 2, 3, 4, 5]) == [
        .wholePool(pool: 5, limit: 9), .belowOpeningRatio(pool: 5, places: 3, fitting: 2),
      ])
    #expect(throws: PlacementError.placesNegative(office: "X", places: -1)) {
      try notices(-1, [])
    }
  }

  @Test("The order of the rows changes nothing; a number that stands twice is refused")
  func rows() throws {
    var random = SeededGenerator(seed: 5)
    let pool = Self.pool(Self.xinjiekou)
    let list = try Shortlist(office: "X", places: 1, candidates: pool)
    for _ in 0..<20 {
      let shuffled = pool.shuffled(using: &random)
      #expect(try Shortlist(office: "X", places: 1, candidates: shuffled) == list)
    }
    #expect(throws: PlacementError.numberRepeated("N100")) {
      try Shortlist(office: "X", places: 1, candidates: pool + [pool[0]])
    }
  }
}
