extension CivilDate {
  /// The day that many days later, or earlier where below 0; nil past the calendar's years.
  public func advanced(byDays days: Int) -> CivilDate? {
    CivilDate(dayNumber: dayNumber + days)
  }

  /// The same day of the month that many months later, or the month's last day where it has none.
  ///
  /// Source: Civil Code, article 202. Nil past the calendar's years.
  public func advanced(byMonths months: Int) -> CivilDate? {
    let month = year * 12 + self.month - 1 + months
    let (year, index) = (month / 12, month % 12)
    let last = CivilDate.days(inMonth: index + 1, of: year)
    return CivilDate(year: year, month: index + 1, day: min(day, last))
  }

  /// Whether it is a Saturday or a Sunday.
  public var isWeekend: Bool {
    // 1 March of the year 0 is a Wednesday; Monday counts 0.
    (dayNumber + 2) % 7 >= 5
  }
}
