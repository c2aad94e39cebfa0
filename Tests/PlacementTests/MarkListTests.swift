import Model
import Placement
import Testing

@Suite struct MarkListTests {
  static func mark(_ text: String) throws -> Mark { try #require(Mark(text)) }

  static func person(
    _ number: String, _ written: String?, _ interview: String?, tier: Int = 1, office: String = "X",
    panel: String = "", extra: String? = nil
  ) throws -> MarkCandidate {
    var results: [MarkPart: PartResult] = [:]
    for (part, text) in [(MarkPart.written, written), (.interview, interview), (.extra, extra)] {
      switch text {
      case nil: break
      case "缺考": results[part] = .absent
      case "违纪": results[part] = .misconduct
      case "免考": results[part] = .exempt
      case .some(let text): results[part] = .scored(try mark(text))
      }
    }
    return MarkCandidate(number: number, office: office, tier: tier, results: results, panel: panel)
  }

  static func ranks(_ list: MarkList) -> [String: Int] {
    Dictionary(
      uniqueKeysWithValues: list.entries.compactMap { entry in
        entry.rank.map { (entry.candidate.number, $0) }
      })
  }

  static let four: [(String, String, String)] = [
    ("A", "70.01", "80.04"), ("B", "70.02", "80.03"), ("C", "70.00", "80.05"),
    ("D", "69.99", "80.06"),
  ]

  @Test(
    "Three roundings make three orders of the same four people",
    arguments: [
      (.total, ["A": 1, "B": 1, "C": 1, "D": 1]), (.exact, ["D": 1, "C": 2, "A": 3, "B": 4]),
      (.parts, ["D": 1, "B": 2, "C": 2, "A": 4]),
    ] as [(MarkRounding, [String: Int])])
  func roundings(rounding: MarkRounding, ranks: [String: Int]) throws {
    let people = try Self.four.map { try Self.person($0.0, $0.1, $0.2) }
    let list = try MarkList(people, settings: try MarkSettings(rounding: rounding))
    #expect(Self.ranks(list) == ranks)
    for entry in list.entries {
      let isAlone = ranks.values.count { $0 == ranks[entry.candidate.number] } == 1
      #expect(entry.isTied == !isAlone)
    }
  }

  static let outcomes: [(String?, String?, MarkOutcome)] = [
    ("70.00", "60.00", .passed), ("60.01", "缺考", .absent(.interview)),
    ("违纪", "缺考", .misconduct(.written)), ("缺考", "90.00", .absent(.written)),
    ("70.00", nil, .pending([.interview])), (nil, nil, .pending([.written, .interview])),
    ("70.00", "免考", .exemptionNotAllowed(.interview)),
  ]

  @Test("What is missing has its own outcome and no rank", arguments: outcomes)
  func missing(written: String?, interview: String?, outcome: MarkOutcome) throws {
    let list = try MarkList([try Self.person("A", written, interview)])
    #expect(list.entries.map(\.outcome) == [outcome])
    #expect((list.entries.first?.rank == 1) == (outcome == .passed))
    #expect((list.entries.first?.total != nil) == (outcome == .passed))
    #expect(outcome.isOpen == [.pending, .exempt].contains(Kind(outcome)))
  }

  enum Kind {
    case pending, exempt, other
    init(_ outcome: MarkOutcome) {
      self =
        switch outcome {
        case .pending: .pending
        case .exemptionNotAllowed: .exempt
        default: .other
        }
    }
  }

  @Test(
    "Lines are compared with what is published, and a mark at the line passes",
    arguments: [
      ("49.99", "66.67", nil, "60", true), ("49.98", "66.66", nil, "60", false),
      ("60.01", "59.99", "60", nil, false), ("60.00", "60.00", "60", "60", true),
      ("60.00", "60.01", "60", "60.02", false),
    ] as [(String, String, String?, String?, Bool)])
  func lines(
    written: String, interview: String, line: String?, total: String?, passes: Bool
  ) throws {
    for rounding in MarkRounding.allCases {
      let settings = try MarkSettings(
        rounding: rounding, minimums: try line.map { [.interview: try Self.mark($0)] } ?? [:],
        totalMinimum: try total.map(Self.mark))
      let list = try MarkList([try Self.person("A", written, interview)], settings: settings)
      #expect((list.entries.first?.outcome == .passed) == passes, "\(rounding)")
    }
  }

  @Test("A line that was missed says which, with both numbers, before any other mark is in")
  func below() throws {
    let settings = try MarkSettings(minimums: [.written: try Self.mark("50")])
    let list = try MarkList([try Self.person("A", "49.99", nil)], settings: settings)
    let outcome = MarkOutcome.below(
      .part(.written), mark: try Self.mark("49.99"), minimum: try Self.mark("50"))
    #expect(list.entries.map(\.outcome) == [outcome])
    #expect(outcome.wording.zh == "未过笔试合格线：49.99 < 50.00")
  }

  @Test("An allowed exemption leaves the other marks to count for all of it")
  func exemption() throws {
    let settings = try MarkSettings(allowsExemption: true)
    let people = [try Self.person("A", "免考", "80.05"), try Self.person("B", "80.06", "80.04")]
    let list = try MarkList(people, settings: settings)
    #expect(list.entries.map(\.total?.published.description) == ["80.05", "80.05"])
    #expect(list.entries.map(\.rank) == [1, 1])
  }

  @Test("The tier comes before every mark, and offices are ranked apart and together")
  func tiers() throws {
    let people = [
      try Self.person("A", "90", "90", tier: 2), try Self.person("B", "60", "60", tier: 1),
      try Self.person("C", "80", "80", tier: 2, office: "Y"),
      try Self.person("D", "90", "90", tier: 2, office: "Y"),
    ]
    let list = try MarkList(people)
    #expect(list.entries.map(\.candidate.number) == ["B", "A", "D", "C"])
    #expect(list.entries.map(\.rank) == [1, 2, 1, 2])
    #expect(list.entries.map(\.standing) == [1, 2, 2, 4])
    #expect(list.entries.allSatisfy { !$0.isTied })
  }

  @Test("Equal totals are told apart in the order that is set, and by what is known of all")
  func tieBreaks() throws {
    let people = [
      try Self.person("A", "70.01", "80.04", extra: "50"),
      try Self.person("B", "70.02", "80.03", extra: "60"),
      try Self.person("C", "70.00", "80.05", extra: "缺考"),
      try Self.person("D", "69.99", "80.06", extra: "60"),
    ]
    func list(_ ties: [MarkTieBreak], _ people: [MarkCandidate], _ lot: [String]? = nil) throws
      -> MarkList
    {
      try MarkList(people, settings: try MarkSettings(ties: ties), lot: lot)
    }
    #expect(try Self.ranks(list([.interview], people)) == ["D": 1, "C": 2, "A": 3, "B": 4])
    #expect(try Self.ranks(list([.written], people)) == ["B": 1, "A": 2, "C": 3, "D": 4])
    let extra = try list([.extra], people)
    #expect(Self.ranks(extra) == ["B": 1, "D": 1, "A": 3, "C": 4])
    #expect(extra.entries.map(\.settledBy) == [.extra, .extra, .extra, .extra])
    let drawn = try list([.extra, .lot], people, ["C", "D", "A", "B"])
    #expect(Self.ranks(drawn) == ["D": 1, "B": 2, "A": 3, "C": 4])
    #expect(drawn.entries.map(\.settledBy) == [.lot, .lot, .extra, .extra])
    // One of them has no further mark yet: nobody may be put behind for that.
    let unknown = [try Self.person("A", "70.01", "80.04")] + people.dropFirst()
    #expect(try Self.ranks(list([.extra], unknown)) == ["A": 1, "B": 1, "C": 1, "D": 1])
    #expect(try Self.ranks(list([.lot], people)) == ["A": 1, "B": 1, "C": 1, "D": 1])
  }

  @Test("Those who tie for the last place are named")
  func lastPlace() throws {
    let people = try Self.four.map { try Self.person($0.0, $0.1, $0.2) }
    let list = try MarkList(people + [try Self.person("E", "90", "90")])
    #expect(list.tiedForLastPlace(office: "X", places: 1) == [])
    #expect(list.tiedForLastPlace(office: "X", places: 2) == ["A", "B", "C", "D"])
    #expect(list.tiedForLastPlace(office: "X", places: 5) == [])
  }

  @Test("Without three rivals a place, the interview must reach the panel's mean or the line")
  func competition() throws {
    let people = [
      try Self.person("A", "90", "80.00", panel: "1"),
      try Self.person("B", "90", "80.01", panel: "1"),
      try Self.person("C", "90", "90.00", office: "Y", panel: "2"),
      try Self.person("D", "90", "70.00", office: "Y", panel: "2"),
      try Self.person("E", "90", "65.00", office: "Y", panel: "2"),
    ]
    let mean = try MarkSettings(competition: .panelMean)
    let list = try MarkList(people, settings: mean, places: ["X": 1, "Y": 1])
    #expect(list.thinFields.map(\.office) == ["X"] && list.thinFields.map(\.interviewed) == [2])
    #expect(list.panels.map(\.mean.description) == ["80.01", "75.00"])
    // 80.005 is published as 80.01, so 80.00 is below it; Y has three for one place.
    #expect(Self.ranks(list) == ["B": 1, "C": 1, "D": 2, "E": 3])
    let line = try MarkSettings(competition: .line(try Self.mark("80")))
    #expect(try Self.ranks(MarkList(people, settings: line, places: ["X": 1])).keys.contains("A"))
    #expect(try Self.ranks(MarkList(people, places: ["X": 1])).count == 5)
  }

  @Test(
    "Weights are whole percentages that sum to 100",
    arguments: [
      ([(.written, 40), (.interview, 61)], .weights(sum: 101)), ([], .weights(sum: 0)),
      ([(.written, 0), (.interview, 100)], .weights(sum: 100)),
      ([(.written, 50), (.written, 50)], .weightRepeated(.written)),
    ] as [([(MarkPart, Int)], PlacementError)])
  func weights(weights: [(MarkPart, Int)], error: PlacementError) {
    let found = #expect(throws: PlacementError.self) {
      try MarkSettings(weights: weights.map { MarkSettings.Weight($0.0, percent: $0.1) })
    }
    #expect(found == error && found?.status == .badPolicy)
  }

  @Test("The order of the rows changes nothing; a number that stands twice is refused")
  func rows() throws {
    var random = SeededGenerator(seed: 3)
    let people = try (0..<60).map { index in
      try Self.person(
        "P\(index)", "\(60 + index % 7)", "\(70 + index % 5)", tier: 1 + index % 2,
        office: "O\(index % 3)", panel: "\(index % 4)")
    }
    let list = try MarkList(people, settings: try MarkSettings(ties: [.interview]))
    for _ in 0..<20 {
      let shuffled = people.shuffled(using: &random)
      #expect(try MarkList(shuffled, settings: try MarkSettings(ties: [.interview])) == list)
    }
    #expect(throws: PlacementError.numberRepeated("P1")) { try MarkList(people + [people[1]]) }
  }
}
