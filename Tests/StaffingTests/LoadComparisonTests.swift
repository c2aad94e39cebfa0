import Model
import Staffing
import Testing

@Suite struct LoadComparisonTests {
  static func comparison(_ figures: [(assistants: Int?, subjects: Int)]) throws -> LoadComparison {
    let caseloads = try figures.enumerated().map { index, figure in
      try office(
        officers: 9, assistants: figure.assistants, subjects: figure.subjects,
        code: "11010200\(index)")
    }
    return LoadComparison(StaffingPlan(caseloads, by: try RatioMethodTests.norm(relief: 0)))
  }

  @Test("Loads before and after, their spread, and the one move that evens them out most")
  func move() throws {
    let loads = try Self.comparison([(4, 20), (2, 40), (3, 45)])
    #expect(loads.offices.map(\.before.perAssistant) == [5, 20, 15].map { Rational($0) })
    #expect(loads.offices.map(\.proposed) == [2, 3, 3])
    #expect(loads.spreadBefore?.gap == Rational(15))
    #expect(loads.spreadBefore?.heaviest == ["110102001"])
    #expect(loads.spreadBefore?.lightest == ["110102000"])
    #expect(loads.spreadAfter?.gap == Rational(5))
    let move = try #require(loads.bestMove)
    #expect(move.from.map(\.officeCode) == ["110102000"])
    #expect(move.to.map(\.officeCode) == ["110102001"])
    #expect(move.to[0].after == Load(subjects: 40, assistants: 3))
    #expect(loads.bestMoveAfter == nil)
  }

  @Test("An office that nobody serves has no number for its load, and comes first")
  func unserved() throws {
    let loads = try Self.comparison([(0, 3), (5, 100), (2, 2), (nil, 7)])
    #expect(!loads.offices.map(\.officeCode).contains("110102003"))
    #expect(loads.offices[0].before.perAssistant == nil)
    #expect(loads.spreadBefore?.unserved == ["110102000"])
    let move = try #require(loads.bestMove)
    #expect(move.to.map(\.officeCode) == ["110102000"])
    #expect(move.from.map(\.officeCode) == ["110102002"])
  }

  @Test("No move takes the last assistant from subjects, and equal claims are all named")
  func limits() throws {
    #expect(try Self.comparison([(1, 5), (0, 9)]).bestMove == nil)
    let move = try #require(try Self.comparison([(1, 0), (1, 0), (2, 30), (2, 30)]).bestMove)
    #expect(move.from.map(\.officeCode) == ["110102000", "110102001"])
    #expect(move.to.map(\.officeCode) == ["110102002", "110102003"])
  }

  @Test(
    "No other move lowers the load that the average subject meets further",
    arguments: 1...60 as ClosedRange<UInt64>)
  func bestOfAll(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let figures = (0..<Int.random(in: 2...7, using: &random)).map { _ in
      (
        assistants: Int.random(in: 1...6, using: &random) as Int?,
        subjects: Int.random(in: 1...60, using: &random)
      )
    }
    let loads = try Self.comparison(figures)
    func meets(_ counts: [Int]) throws -> Rational {
      try zip(figures, counts).reduce(Rational.zero) { sum, entry in
        let subjects = Int128(entry.0.subjects)
        return try sum + Rational(subjects * subjects, over: Int128(entry.1))
      }
    }
    let counts = figures.compactMap(\.assistants)
    var best = try meets(counts)
    for giver in counts.indices where counts[giver] > 1 {
      for receiver in counts.indices where receiver != giver {
        var moved = counts
        moved[giver] -= 1
        moved[receiver] += 1
        best = min(best, try meets(moved))
      }
    }
    var moved = counts
    if let move = loads.bestMove {
      let giver = try #require(
        loads.offices.firstIndex { $0.officeCode == move.from[0].officeCode })
      let receiver = try #require(
        loads.offices.firstIndex { $0.officeCode == move.to[0].officeCode })
      moved[giver] -= 1
      moved[receiver] += 1
    }
    #expect(try meets(moved) == best, "seed \(seed)")
  }
}
