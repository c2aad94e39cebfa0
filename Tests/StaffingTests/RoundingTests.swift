import Model
import Staffing
import Testing

@Suite struct RoundingTests {
  @Test(
    "WHO's table: each step below, at and above its edge",
    arguments: [
      ("0", 0), ("0.01", 1), ("1", 1), ("1.1", 1), ("1.11", 2), ("2", 2), ("2.2", 2), ("2.21", 3),
      ("3.3", 3), ("3.31", 4), ("4.4", 4), ("4.41", 5), ("5.5", 5), ("5.51", 6), ("6", 6),
      ("6.49", 6), ("6.5", 7), ("17.46", 17),
    ])
  func wisn(required: String, people: Int) throws {
    #expect(Rounding.wisn.people(try decimal(required)) == people)
  }

  @Test(
    "The other rules at their edges",
    arguments: [
      ("2.0", 2, 2, 2), ("2.01", 3, 2, nil), ("2.49", 3, 2, nil), ("2.5", 3, 3, nil),
      ("0", 0, 0, 0),
    ] as [(String, Int?, Int?, Int?)])
  func others(required: String, up: Int?, halfUp: Int?, none: Int?) throws {
    let need = try decimal(required)
    #expect(Rounding.up.people(need) == up)
    #expect(Rounding.halfUp.people(need) == halfUp)
    #expect(Rounding.none.people(need) == none)
  }

  @Test("What rounding and the limits cost is stated")
  func cost() throws {
    let norm = try RatioMethodTests.norm()
    #expect(norm.plan(for: try office()).roundingCost == (try decimal("0.2")))
    let capped = try RatioMethodTests.norm(maximum: 3)
    #expect(capped.plan(for: try office()).roundingCost == (try decimal("-0.8")))
    #expect(capped.plan(for: try office()).remarks.contains(.cutToMaximum))
  }
}
