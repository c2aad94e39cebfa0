public import Model

/// Support work that everyone of a category does (共同性工作).
public struct CategoryAllowance: Hashable, Sendable {
  /// What it is.
  public let title: Bilingual
  /// Hours each time.
  public let hours: Rational
  /// How often.
  public let period: Period

  /// How often an allowance comes.
  public enum Period: String, Sendable, CaseIterable {
    /// Every day at work.
    case day
    /// Every week at work.
    case week
    /// Twelve times a year.
    case month
    /// Once a year.
    case year
  }

  /// Describes an allowance.
  public init(title: Bilingual, hours: Rational, per period: Period) {
    self.title = title
    self.hours = hours
    self.period = period
  }

  /// The share of the available time that it takes.
  func share(of time: AvailableTime) throws(PlanObstacle) -> Rational {
    guard time.daysPerWeek > .zero else { throw .notPositive(.daysPerWeek) }
    let (days, available) = (try time.days(), try time.hours())
    return try exactly { () throws(RationalError) in
      let times =
        switch period {
        case .day: days
        case .week: try days / time.daysPerWeek
        case .month: Rational(12)
        case .year: Rational.one
        }
      return try hours * times / available
    }
  }
}

/// Work that only some people of a category do (个别性工作).
public struct IndividualAllowance: Hashable, Sendable {
  /// What it is.
  public let title: Bilingual
  /// Hours a year and person.
  public let hoursPerYear: Rational
  /// How many people do it.
  public let people: Int

  /// Describes an allowance.
  public init(title: Bilingual, hoursPerYear: Rational, people: Int) {
    self.title = title
    self.hoursPerYear = hoursPerYear
    self.people = people
  }
}
