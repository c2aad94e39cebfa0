public import Model

/// How the forecast would have done on months that it was not shown (回测).
public struct BackTest: Hashable, Sendable {
  /// Forecasts of one office and one month that could be compared with what came.
  public let cases: Int
  /// How many of them lay within each interval.
  public let hits: [ForecastLevel: Int]
  /// Σ |median − what came|, in subjects.
  public let error: Int
  /// Σ |last known number − what came|: the error of "same as last month".
  public let sameAsLastError: Int

  /// Forecasts again from every month of the held-back stretch but the last, each time knowing
  /// only the months until then, and compares each month ahead with what came.
  ///
  /// Nothing comes back where no month could be compared.
  ///
  /// - Complexity: `heldBack` forecasts.
  public init?(_ history: History, heldBack: Int, settings: ForecastSettings) {
    var (cases, error, sameAsLast) = (0, 0, 0)
    var hits: [ForecastLevel: Int] = [:]
    for origin in 1...max(1, heldBack) {
      let month = history.lastMonth.advanced(by: -origin)
      guard let known = history.upTo(month), known.lastMonth == month,
        let ahead = try? ForecastSettings(
          months: min(origin, settings.months), futures: settings.futures, seed: settings.seed,
          poolingMonths: settings.poolingMonths, discountPerMille: settings.discountPerMille)
      else { continue }
      for office in Forecast(known, settings: ahead).offices {
        let came = Dictionary(
          uniqueKeysWithValues: (history.offices[office.officeCode] ?? []).map {
            ($0.month, $0.subjects)
          })
        for distribution in office.months {
          guard let actual = came[distribution.month] ?? nil else { continue }
          cases += 1
          error += abs(distribution.median - actual)
          sameAsLast += abs(office.subjects - actual)
          for level in ForecastLevel.allCases {
            hits[level, default: 0] += distribution.interval(level).contains(actual) ? 1 : 0
          }
        }
      }
    }
    guard cases > 0 else { return nil }
    self.cases = cases
    self.hits = hits
    self.error = error
    sameAsLastError = sameAsLast
  }

  /// The share of the cases within an interval; it should be about the interval's own.
  public func coverage(_ level: ForecastLevel) -> Rational? {
    try? Rational(hits[level] ?? 0) / Rational(cases)
  }

  /// The mean error, in subjects.
  public var meanError: Rational? { try? Rational(error) / Rational(cases) }
  /// The mean error of "same as last month", in subjects.
  public var meanSameAsLastError: Rational? { try? Rational(sameAsLastError) / Rational(cases) }

  /// The result as lines for people.
  public var lines: [Bilingual] {
    let levels = ForecastLevel.allCases.map { level in
      "\(level.rawValue)% → \(hits[level] ?? 0)/\(cases)"
    }.joined(separator: ", ")
    let (ours, naive) = (
      meanError?.decimal(places: 2) ?? "", meanSameAsLastError?.decimal(places: 2) ?? ""
    )
    return [
      Bilingual(zh: "回测：区间覆盖 \(levels)", en: "Back-test: intervals held \(levels)"),
      Bilingual(
        zh: "平均误差 \(ours) 人；“与上月相同”为 \(naive) 人",
        en: "Mean error \(ours) subjects; “same as last month” \(naive)"),
    ]
  }
}
