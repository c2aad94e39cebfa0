import Model
import Testing

@testable import Placement

/// Offers to eight people at three offices, by marks and wishes.
struct WorkedPlacement {
  typealias Row = (number: String, tier: Int, written: String, interview: String, wishes: String)
  static let rows: [Row] = [
    ("A01", 2, "82.50", "84.20", "X Y"), ("A02", 2, "78.10", "88.90", "X Z"),
    ("A03", 1, "61.20", "70.50", "Y X"), ("A04", 2, "90.00", "70.01", "X Y Z"),
    ("A05", 1, "60.01", "59.99", "X"), ("A06", 2, "70.01", "80.04", "Z Y"),
    ("A07", 2, "70.02", "80.03", "Z"), ("A08", 2, "88.00", "缺考", "Y"),
  ]

  static let offices = ["X", "Y", "Z"].map { OfferOffice(code: $0, places: 1) }

  /// The people, of whom those named are out.
  static func people(without gone: Set<String> = []) throws -> [OfferCandidate] {
    let marks = try MarkList(
      try rows.map { row in
        try MarkListTests.person(row.number, row.written, row.interview, tier: row.tier)
      })
    let standings = Dictionary(
      uniqueKeysWithValues: marks.entries.map { ($0.candidate.number, $0.standing) })
    return rows.map { row in
      let standing = standings[row.number] ?? nil
      return OfferCandidate(
        number: row.number, standing: standing ?? 0,
        wishes: row.wishes.split(separator: " ").map(String.init),
        exclusion: gone.contains(row.number) ? .withdrawn : standing == nil ? .marks : nil)
    }
  }

  static func offers(without gone: Set<String> = [], lot: [String]? = nil) throws -> Offers {
    try Offers(try people(without: gone), offices: offices, lot: lot)
  }
}

@Suite struct OffersTests {
  static func placed(_ offers: Offers) -> [String: String] {
    Dictionary(uniqueKeysWithValues: offers.offers.map { ($0.number, $0.office) })
  }

  @Test("Eight people at three offices: the tie that does not matter stops nothing")
  func worked() throws {
    let offers = try WorkedPlacement.offers()
    #expect(Self.placed(offers) == ["A02": "X", "A03": "Y", "A04": "Z"])
    #expect(offers.ties.isEmpty && offers.faults.isEmpty && offers.freePlaces.isEmpty)
    #expect(offers.countsByWish == [2, 0, 1])
    #expect(offers.unplaced.map(\.number) == ["A01", "A05", "A06", "A07", "A08"])
    #expect(offers.unplaced.map(\.exclusion) == [nil, .marks, nil, nil, .marks])
    let first = try #require(offers.unplaced.first)
    #expect(
      first.wishes == [
        WishOutcome(office: "X", reason: .full(last: "A02", byLot: false)),
        WishOutcome(office: "Y", reason: .full(last: "A03", byLot: false)),
      ])
    #expect(first.wishes.map(\.wording.zh) == ["满员，最后一名是 A02", "满员，最后一名是 A03"])
  }

  @Test("Once the tie matters there are no offers before the lot")
  func tie() throws {
    let open = try WorkedPlacement.offers(without: ["A04"])
    #expect(open.ties == [OfferTie(office: "Z", numbers: ["A06", "A07"], places: 1)])
    #expect(open.offers.isEmpty && open.unplaced.isEmpty && open.freePlaces.isEmpty)
    let lot = ["A06", "A07", "A01", "A02", "A03"]
    let drawn = try WorkedPlacement.offers(without: ["A04"], lot: lot)
    #expect(Self.placed(drawn) == ["A02": "X", "A03": "Y", "A06": "Z"])
    let loser = try #require(drawn.unplaced.first { $0.number == "A07" })
    #expect(loser.wishes == [WishOutcome(office: "Z", reason: .full(last: "A06", byLot: true))])
    #expect(throws: PlacementError.notInLot("A07")) {
      try WorkedPlacement.offers(without: ["A04"], lot: ["A06", "A01", "A02", "A03"])
    }
  }

  @Test("Somebody who declines before the notice is out, and it is shown who moves")
  func rerun() throws {
    let before = try WorkedPlacement.offers()
    let after = try WorkedPlacement.offers(without: ["A02"])
    #expect(Self.placed(after) == ["A01": "X", "A03": "Y", "A04": "Z"])
    #expect(
      after.moves(from: before) == [
        OfferMove(number: "A01", from: nil, to: "X"), OfferMove(number: "A02", from: "X", to: nil),
      ])
  }

  @Test("With the tier first, nobody of a later tier has a place that an earlier tier wants")
  func tiers() throws {
    for seed in 1...60 as ClosedRange<UInt64> {
      var random = SeededGenerator(seed: seed)
      let people = (0..<40).map { index in
        let tier = index % 2 + 1
        return OfferCandidate(
          number: "N\(index)", standing: tier * 1_000 + Int.random(in: 0..<1_000, using: &random),
          wishes: Array(["A", "B", "C", "D"].shuffled(using: &random).prefix(3)),
          mayTakeReserved: tier == 1)
      }
      func offers(reserved: Int) throws -> Offers {
        try Offers(
          people,
          offices: ["A", "B", "C", "D"].map {
            OfferOffice(code: $0, places: 5, reserved: reserved)
          }, lot: people.map(\.number))
      }
      let plain = try offers(reserved: 0)
      for unplaced in plain.unplaced {
        let person = try #require(people.first { $0.number == unplaced.number })
        guard person.standing < 2_000 else { continue }
        let holders = plain.offers.filter { person.wishes.contains($0.office) }
        #expect(
          holders.allSatisfy { holder in
            people.contains { $0.number == holder.number && $0.standing < 2_000 }
          }, "seed \(seed)")
      }
      // A reserve changes nothing where its people come first anyway.
      #expect(try Self.placed(offers(reserved: 3)) == Self.placed(plain), "seed \(seed)")
    }
  }

  @Test("Wishes that count for nothing are left out with their reason, and never in silence")
  func leftOut() throws {
    let person = OfferCandidate(
      number: "A", standing: 1, wishes: ["Q", "X", "X", "Y", "Z"])
    let offices = [
      OfferOffice(code: "X", places: 1, order: .shortlisted([])),
      OfferOffice(code: "Y", places: 0), OfferOffice(code: "Z", places: 1),
    ]
    let offers = try Offers([person], offices: offices, settings: OfferSettings(wishesUsed: 4))
    let reasons: [WishOutcome.Reason] = [
      .unknownOffice, .notListed, .repeated, .noPlaces, .beyondLimit,
    ]
    #expect(offers.unplaced.first?.wishes.map(\.reason) == reasons)
    #expect(
      offers.notices == [
        .wishLeftOut(number: "A", WishOutcome(office: "Q", reason: .unknownOffice)),
        .wishLeftOut(number: "A", WishOutcome(office: "X", reason: .repeated)),
        .wishLeftOut(number: "A", WishOutcome(office: "Z", reason: .beyondLimit)),
      ])
    #expect(offers.freePlaces.map(\.office) == ["X", "Z"])
    let all = try Offers([person], offices: offices, settings: OfferSettings(wishesUsed: 5))
    #expect(all.offers == [Offer(number: "A", office: "Z", basis: .wish(5))])
  }

  @Test("Reserved places go first to those who may take them; envy of them has its reason")
  func reserved() throws {
    let people = [("a", "X"), ("b", "X Y"), ("h", "X Y"), ("k", "Y")].map { number, wishes in
      OfferCandidate(
        number: number, standing: 0, wishes: wishes.split(separator: " ").map(String.init),
        mayTakeReserved: ["h", "k"].contains(number))
    }
    for (reserved, placed) in [
      (0, ["a": "X", "b": "X", "k": "Y"]), (1, ["a": "X", "h": "X", "b": "Y"]),
      (2, ["a": "X", "h": "X", "b": "Y"]), (9, ["a": "X", "h": "X", "b": "Y"]),
    ] {
      let offers = try Offers(
        people,
        offices: [
          OfferOffice(
            code: "X", places: 2, reserved: reserved, order: .own(["a": 0, "b": 1, "h": 2, "k": 3])),
          OfferOffice(code: "Y", places: 1, order: .own(["b": 0, "k": 1, "h": 2, "a": 3])),
        ])
      #expect(Self.placed(offers) == placed && offers.faults.isEmpty)
      let isTooMuch = offers.notices == [.reservedAbovePlaces(office: "X", reserved: 9, places: 2)]
      #expect(isTooMuch == (reserved == 9))
    }
  }

  @Test("Places against the plan's need are shown with both numbers and never changed")
  func need() throws {
    let offers = try Offers(
      [],
      offices: [
        OfferOffice(code: "X", places: 2, need: 1), OfferOffice(code: "Y", places: 1, need: 1),
        OfferOffice(code: "Z", places: 1, need: 3),
      ])
    #expect(
      offers.notices == [
        .placesAboveNeed(office: "X", places: 2, need: 1),
        .placesBelowNeed(office: "Z", places: 1, need: 3),
      ])
    #expect(offers.freePlaces.map(\.places) == [2, 1, 1])
  }

  @Test("Those who agreed to it fill the room that is left, and move nobody")
  func adjustment() throws {
    // A would stand before B at Y, but did not wish for it.
    let people = [
      OfferCandidate(number: "A", standing: 2, wishes: ["X"], acceptsAdjustment: true),
      OfferCandidate(number: "B", standing: 3, wishes: ["Y"]),
      OfferCandidate(number: "C", standing: 1, wishes: ["X"]),
      OfferCandidate(number: "D", standing: 4, wishes: ["X"], acceptsAdjustment: true),
      OfferCandidate(number: "E", standing: 5, wishes: ["X"]),
    ]
    let offices = [
      OfferOffice(code: "X", places: 1), OfferOffice(code: "Y", places: 1),
      OfferOffice(code: "Z", places: 1),
    ]
    let plain = try Offers(people, offices: offices)
    #expect(Self.placed(plain) == ["B": "Y", "C": "X"])
    let adjusted = try Offers(people, offices: offices, settings: OfferSettings(adjusts: true))
    #expect(Self.placed(adjusted) == ["A": "Z", "B": "Y", "C": "X"])
    #expect(adjusted.offers.first?.basis == .adjustment)
    let equals = people.map { person in
      OfferCandidate(
        number: person.number, standing: person.number == "D" ? 2 : person.standing,
        wishes: person.wishes, acceptsAdjustment: person.acceptsAdjustment)
    }
    let tied = try Offers(equals, offices: offices, settings: OfferSettings(adjusts: true))
    #expect(tied.ties == [OfferTie(office: "Z", numbers: ["A", "D"], places: 1)])
    #expect(tied.offers.isEmpty)
  }

  @Test("The order of people and offices changes nothing; what stands twice is refused")
  func rows() throws {
    var random = SeededGenerator(seed: 11)
    let people = try WorkedPlacement.people()
    let offers = try WorkedPlacement.offers()
    for _ in 0..<30 {
      let other = try Offers(
        people.shuffled(using: &random), offices: WorkedPlacement.offices.shuffled(using: &random))
      #expect(other.offers == offers.offers && other.unplaced == offers.unplaced)
    }
    #expect(throws: PlacementError.numberRepeated("A01")) {
      try Offers(people + [people[0]], offices: WorkedPlacement.offices)
    }
    #expect(throws: PlacementError.officeRepeated("X")) {
      try Offers(people, offices: WorkedPlacement.offices + [OfferOffice(code: "X", places: 2)])
    }
    #expect(throws: PlacementError.placesNegative(office: "X", places: -1)) {
      try Offers(people, offices: [OfferOffice(code: "X", places: -1)])
    }
  }
}
