public import Model

/// Warns when people stay overfull for weeks on end (超负荷预警): a local setting.
///
/// Source: the Probation Service of England and Wales alarms above 110 % for four weeks running.
public struct CapacityAlarm: Hashable, Sendable {
  /// The percentage that must be passed.
  public let percentage: Rational
  /// For how many weeks running, at least 1.
  public let weeks: Int

  /// Sets the values.
  public init(percentage: Rational = Rational(110), weeks: Int = 4) {
    self.percentage = percentage
    self.weeks = max(1, weeks)
  }

  /// One week's percentage; nothing where it could not be computed.
  public struct Week: Hashable, Sendable {
    /// The week's first day.
    public let begins: CivilDate
    /// How full the person or office was, in per cent.
    public let percentage: Rational?

    /// Describes a week.
    public init(begins: CivilDate, percentage: Rational?) {
      self.begins = begins
      self.percentage = percentage
    }
  }

  /// The weeks in which the alarm sounds: those that end a long enough run above the percentage.
  ///
  /// A week that is missing or could not be computed ends a run, because nothing is known of it.
  public func sounding(in weeks: [Week]) -> [CivilDate] {
    var (run, last, result): (Int, Int?, [CivilDate]) = (0, nil, [])
    for week in weeks.sorted(by: { $0.begins < $1.begins }) {
      let isNext = last.map { week.begins.dayNumber - $0 == 7 } ?? true
      let isAbove = week.percentage.map { $0 > percentage } ?? false
      run = isAbove ? (isNext ? run + 1 : 1) : 0
      last = week.begins.dayNumber
      if run >= self.weeks { result.append(week.begins) }
    }
    return result
  }
}
