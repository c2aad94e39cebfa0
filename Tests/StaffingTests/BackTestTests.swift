import Model
import Staffing
import Testing

@Suite struct BackTestTests {
  @Test(
    "On a process of known rates the intervals hold what they promise, and beat the naive guess")
  func coverage() throws {
    let simulated = try SimulatedHistory(
      offices: 20, months: 36, coming: 0.3...4, leaving: 0.08, seed: 21)
    let test = try #require(
      BackTest(
        try History(simulated.months), heldBack: 6,
        settings: try ForecastSettings(months: 6, futures: 200, discountPerMille: 1000)))
    #expect(test.cases == 20 * (6 * 7 / 2))
    let shares = ForecastLevel.allCases.map { 100 * (test.hits[$0] ?? 0) / test.cases }
    #expect((45...70).contains(shares[0]))
    #expect((75...92).contains(shares[1]))
    #expect(shares[2] >= 92)
    #expect(test.lines.count == 2)
  }

  @Test("Offices that are still filling up are foreseen better than by their last number")
  func filling() throws {
    let simulated = try SimulatedHistory(
      offices: 10, months: 24, coming: 2...4, leaving: 0.05, seed: 22, isNew: true)
    let test = try #require(
      BackTest(
        try History(simulated.months), heldBack: 8,
        settings: try ForecastSettings(months: 8, futures: 200)))
    #expect(test.error < test.sameAsLastError)
  }

  @Test("What can be compared is counted exactly, against figures worked by hand")
  func byHand() throws {
    let history = try History(
      SimulatedHistory.steady("110102001", months: 6, subjects: 10, flow: 0))
    let test = try #require(
      BackTest(history, heldBack: 2, settings: try ForecastSettings(months: 1, futures: 200)))
    #expect(test.cases == 2)
    #expect(test.sameAsLastError == 0 && test.error == 0)
    #expect(test.hits.values.allSatisfy { $0 == 2 })
  }

  @Test("With nothing to compare there is no result, not a perfect one")
  func nothing() throws {
    let history = try History(
      SimulatedHistory.steady("110102001", months: 1, subjects: 10, flow: 0))
    #expect(BackTest(history, heldBack: 3, settings: try ForecastSettings()) == nil)
  }
}
