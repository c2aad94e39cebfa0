public import Model

/// How many futures have how many subjects at the end of a month (预测分布).
public struct SubjectDistribution: Hashable, Sendable {
  /// The month.
  public let month: CivilMonth
  /// The numbers of subjects that occur, ascending.
  public let values: [Int]
  /// How many futures have at most as many, in the order of the values; the last is all of them.
  public let futuresUpTo: [Int]

  init(month: CivilMonth, _ draws: [Int]) {
    self.month = month
    var (values, upTo): ([Int], [Int]) = ([], [])
    for (index, value) in draws.sorted().enumerated() {
      if value == values.last {
        upTo[upTo.count - 1] = index + 1
      } else {
        values.append(value)
        upTo.append(index + 1)
      }
    }
    self.values = values
    futuresUpTo = upTo
  }

  /// The least number of subjects that the share of futures does not pass; the share is 0–1.
  public func quantile(_ share: Rational) -> Int {
    let all = Rational(futuresUpTo.last ?? 0)
    let needed = max(1, (try? all * share)?.ceiling ?? 1)
    let index = futuresUpTo.firstIndex { $0 >= needed }
    return values[index ?? values.count - 1]
  }

  /// As many futures lie below as above.
  public var median: Int { (try? Rational(1, over: 2)).map(quantile) ?? 0 }

  /// Bounds that hold the middle share of the futures (预测区间).
  public func interval(_ level: ForecastLevel) -> ClosedRange<Int> {
    let tail = Int128(100 - level.rawValue)
    let low = (try? Rational(tail, over: 200)) ?? .zero
    let high = (try? Rational(200 - tail, over: 200)) ?? .one
    return quantile(low)...quantile(high)
  }
}

/// How many in a hundred futures an interval holds, at least.
public enum ForecastLevel: Int, Sendable, CaseIterable {
  /// Half of them.
  case half = 50
  /// Eight in ten.
  case eighty = 80
  /// Nineteen in twenty.
  case ninetyFive = 95
}
