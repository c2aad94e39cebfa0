import Model
import Staffing
import Testing

/// The mean of a distribution, exact.
private func mean(of distribution: SubjectDistribution) -> Rational? {
  let futures = [0] + distribution.futuresUpTo
  let sum = zip(distribution.values, zip(futures, futures.dropFirst()))
    .reduce(0) { $0 + $1.0 * ($1.1.1 - $1.1.0) }
  return try? Rational(sum) / Rational(futures.last ?? 0)
}

@Suite struct ForecastTests {
  @Test("One month ahead has the mean and the variance that the textbook gives for its flows")
  func moments() throws {
    let months = 36.0
    let history = try History(
      SimulatedHistory.steady("110102001", months: Int(months), subjects: 40, flow: 3))
    let settings = try ForecastSettings(
      months: 1, futures: 40_000, seed: 7, poolingMonths: 6, discountPerMille: 1000)
    let ahead = try #require(Forecast(history, settings: settings).total.first)

    let exposure = months * 41
    let shape = (6 * (months * 3 + 0.5) / (exposure + 1) * 41 + months * 3)
    let rounded = shape.rounded()
    let scale = (6 + months) * rounded / shape
    let leaving = (months * 3 + 0.5) / (months * 40 + 1)
    let yes = 6 * 41 * leaving + months * 3
    let no = 6 * 41 * (1 - leaving) + months * 37
    let (share, all) = (yes / (yes + no), yes + no)
    let mean = 40 + rounded / scale - 40 * share
    let variance =
      rounded / scale * (1 + 1 / scale)
      + 40 * share * (1 - share) * (all + 40) / (all + 1)

    var (sum, squares, before) = (0.0, 0.0, 0)
    for (value, upTo) in zip(ahead.values, ahead.futuresUpTo) {
      let count = Double(upTo - before)
      sum += count * Double(value)
      squares += count * (Double(value) - mean) * (Double(value) - mean)
      before = upTo
    }
    let futures = Double(settings.futures)
    #expect(abs(sum / futures - mean) < 4 * (variance / futures).squareRoot())
    #expect(abs(squares / futures / variance - 1) < 0.05)
    let exact = try #require(mean(of: ahead))
    #expect(exact.numerator * Int128(futures) == Int128(sum) * exact.denominator)
  }

  @Test("Not knowing the rate widens every further month, as one rate holds for a whole future")
  func unknownRate() throws {
    let start = try #require(CivilMonth(iso: "2024-01"))
    let history = try History(
      (0..<3).map {
        MonthlyFigures(
          officeCode: "110102001", month: start.advanced(by: $0), subjects: 100, intakes: 5,
          releases: 0)
      })
    let settings = try ForecastSettings(
      months: 12, futures: 4_000, poolingMonths: 12, discountPerMille: 1000)
    let last = try #require(Forecast(history, settings: settings).total.last)
    // Intakes of 12 months: 77 seen over 15 months, so mean 61.4 and variance 61.4 × (1 + 12 ÷ 15);
    // releases: 2 seen over 1,512 subject-months, so mean 2.1 and variance 4.2.
    #expect(abs(try #require(mean(of: last)?.halfUp) - 159) <= 1)
    let interval = last.interval(.ninetyFive)
    let width = Double(interval.upperBound - interval.lowerBound)
    #expect(abs(width - 2 * 1.96 * 114.6.squareRoot()) <= 3)
  }

  @Test("Those who stay for six months are as many as the beta distribution's moments say")
  func staying() throws {
    let month = try #require(CivilMonth(iso: "2024-01"))
    let history = try History([
      MonthlyFigures(
        officeCode: "110102001", month: month, subjects: 100, intakes: 0, releases: 10)
    ])
    let settings = try ForecastSettings(
      months: 6, futures: 4_000, poolingMonths: 1, discountPerMille: 1000)
    let last = try #require(Forecast(history, settings: settings).total.last)
    let (left, stayed) = (10.5 + 10, 100.5 + 100)
    let share = (0..<6).reduce(1.0) {
      $0 * (stayed + Double($1)) / (left + stayed + Double($1))
    }
    // One intake seen in four months brings one more who is still there, or a little more.
    let expected = 100 * share + 1.2
    #expect(abs(Double(try #require(mean(of: last)?.halfUp)) - expected) <= 1)
  }

  @Test("Equal seeds give equal forecasts in any order of the months; another seed gives another")
  func seeds() throws {
    let months = try SimulatedHistory(
      offices: 4, months: 24, coming: 0.5...4, leaving: 0.1, seed: 3
    ).months
    let settings = try ForecastSettings(months: 6, futures: 300, seed: 11)
    let first = Forecast(try History(months), settings: settings)
    #expect(Forecast(try History(months.reversed()), settings: settings) == first)
    let other = try ForecastSettings(months: 6, futures: 300, seed: 12)
    #expect(Forecast(try History(months), settings: other).total != first.total)
  }

  @Test("Looking further ahead changes nothing nearer, and intervals hold each other")
  func horizon() throws {
    let history = try History(
      SimulatedHistory(offices: 3, months: 24, coming: 0.5...4, leaving: 0.1, seed: 5).months)
    let near = Forecast(history, settings: try ForecastSettings(months: 3, futures: 300))
    let far = Forecast(history, settings: try ForecastSettings(months: 24, futures: 300))
    #expect(Array(far.total.prefix(3)) == near.total)
    #expect(far.total.map(\.month.iso).first == "2023-01")
    #expect(far.total.count == 24)
    for month in far.total {
      let intervals = ForecastLevel.allCases.map { month.interval($0) }
      for (inner, outer) in zip(intervals, intervals.dropFirst()) {
        #expect(outer.lowerBound <= inner.lowerBound && inner.upperBound <= outer.upperBound)
      }
      #expect(intervals[0].lowerBound <= month.median && month.median <= intervals[0].upperBound)
    }
  }

  @Test("A thin office leans on its district, and on no other")
  func pooling() throws {
    let thin = try SimulatedHistory.steady("110102009", months: 2, subjects: 20, flow: 0)
    let busy = try SimulatedHistory.steady("110102001", months: 36, subjects: 20, flow: 4)
    let elsewhere = try SimulatedHistory.steady("110101001", months: 36, subjects: 20, flow: 4)
    let settings = try ForecastSettings(months: 1, futures: 2_000)
    func spread(_ months: [MonthlyFigures]) throws -> Int {
      let shifted = thin.map {
        MonthlyFigures(
          officeCode: $0.officeCode, month: $0.month.advanced(by: 34), subjects: $0.subjects,
          intakes: $0.intakes, releases: $0.releases)
      }
      let forecast = Forecast(try History(months + shifted), settings: settings)
      let office = try #require(forecast.offices.first { $0.officeCode == "110102009" })
      let interval = office.months[0].interval(.ninetyFive)
      return interval.upperBound - interval.lowerBound
    }
    #expect(try spread(busy) > spread(elsewhere))
    #expect(try spread(elsewhere) == spread([]))
  }

  @Test("An office that fell silent is lived through until the history's last month")
  func silent() throws {
    let silent = try SimulatedHistory.steady("110102001", months: 30, subjects: 30, flow: 3)
    let current = try SimulatedHistory.steady("110102002", months: 36, subjects: 30, flow: 3)
    let unknown = MonthlyFigures(
      officeCode: "110102003", month: current[35].month, subjects: nil, intakes: 1, releases: 1)
    let forecast = Forecast(
      try History(silent + current + [unknown]),
      settings: try ForecastSettings(months: 1, futures: 2_000))
    #expect(forecast.leftOut == ["110102003"])
    #expect(forecast.offices.map(\.since.iso) == ["2024-06", "2024-12"])
    let widths = forecast.offices.map { office in
      let interval = office.months[0].interval(.eighty)
      return interval.upperBound - interval.lowerBound
    }
    #expect(widths[0] > widths[1])
    #expect(forecast.offices.allSatisfy { $0.months[0].month.iso == "2025-01" })
  }

  @Test("Headcount at a service level is enough in that share of the futures and no larger")
  func serviceLevel() throws {
    let history = try History(
      SimulatedHistory(offices: 1, months: 36, coming: 4...4, leaving: 0.08, seed: 9).months)
    let ahead = try #require(
      Forecast(history, settings: try ForecastSettings(months: 12, futures: 1_000)).total.last)
    let norm = try RatioMethodTests.norm()
    let caseload = try office(subjects: 50)
    let level = try decimal("0.8")
    let proposed = try #require(
      norm.plan(for: caseload.scaled(to: ahead.quantile(level))).proposed)
    func enough(_ people: Int) throws -> Int {
      var (before, sum) = (0, 0)
      for (value, upTo) in zip(ahead.values, ahead.futuresUpTo) {
        let need = norm.plan(for: try WhatIfTests.changed(caseload, "subjects=\(value)"))
        if try #require(need.proposed) <= people { sum += upTo - before }
        before = upTo
      }
      return sum
    }
    #expect(try enough(proposed) >= 800)
    #expect(try enough(proposed - 1) < 800)
  }

  @Test("Future subjects keep the proportions of the classes, and more never lower one class")
  func classes() throws {
    let caseload = try office(
      subjects: 10, classes: Caseload.Classes(strict: 2, general: 5, lenient: 3))
    let weights = try [decimal("1.5"), .one, decimal("0.5"), nil]
    let norm = try RatioMethodTests.norm(perAssistant: 1, weights: weights)
    let history = try History(
      SimulatedHistory.steady("110102001", months: 24, subjects: 20, flow: 2))
    let ahead = Forecast(history, settings: try ForecastSettings(months: 1, futures: 500)).total[0]
    let needs = try (1...20).map { share in
      let subjects = ahead.quantile(try Rational(Int128(share), over: 20))
      return try #require(norm.plan(for: caseload.scaled(to: subjects)).required)
    }
    #expect(zip(needs, needs.dropFirst()).allSatisfy { $0 <= $1 })
  }

  @Test("Histories and settings that cannot be used are named")
  func refuses() throws {
    #expect(throws: StaffingError.history(.empty)) { try History([]) }
    let month = try #require(CivilMonth(iso: "2024-01"))
    func figures(_ subjects: Int) -> MonthlyFigures {
      MonthlyFigures(officeCode: "a", month: month, subjects: subjects, intakes: 0, releases: 0)
    }
    #expect(throws: StaffingError.history(.twice(office: "a", month: "2024-01"))) {
      try History([figures(1), figures(2)])
    }
    for count in [-1, 1_000_001] {
      #expect(throws: StaffingError.history(.countOutside(office: "a", month: "2024-01"))) {
        try History([figures(count)])
      }
    }
    for months in [0, 25] {
      #expect(throws: StaffingError.self) { try ForecastSettings(months: months) }
    }
    #expect(Forecast(try History([figures(0)]), settings: try ForecastSettings()).total.count == 12)
  }
}
