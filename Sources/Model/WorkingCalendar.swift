/// Which days are worked (工作日): Monday to Friday, but for the State Council's yearly notices.
///
/// A year counts as known where the table says something of its 1 January, which every notice does.
/// A notice may also move the last days of the year before, so 29–31 December are known only with
/// the notice of the year that follows.
public struct WorkingCalendar: Hashable, Sendable {
  /// What a notice says of a day.
  public enum Day: String, Hashable, Sendable {
    /// No work, a weekday included.
    case off
    /// Work, a weekend included.
    case work
  }

  /// The years whose notice is known.
  public let years: Set<Int>
  private let notices: [CivilDate: Day]

  /// Makes a calendar from the days that the notices name.
  public init(_ notices: [CivilDate: Day]) {
    self.notices = notices
    years = Set(notices.keys.filter { $0.month == 1 && $0.day == 1 }.map(\.year))
  }

  /// Whether a day is worked.
  ///
  /// - Throws: `WorkingCalendarError.noTable` where the year's notice is not known.
  public func isWorkingDay(_ day: CivilDate) throws(WorkingCalendarError) -> Bool {
    guard years.contains(day.year) else { throw .noTable(year: day.year) }
    if let notice = notices[day] { return notice == .work }
    if day.month == 12, day.day >= 29, !years.contains(day.year + 1) {
      throw .noTable(year: day.year + 1)
    }
    return !day.isWeekend
  }

  /// The last of so many working days after a day, which itself does not count.
  ///
  /// Source: Civil Code, article 201.
  ///
  /// - Parameter count: at least 1.
  /// - Throws: `WorkingCalendarError.noTable`.
  public func workingDay(
    _ count: Int, after day: CivilDate
  ) throws(WorkingCalendarError) -> CivilDate {
    precondition(count >= 1)
    var (current, left) = (day, count)
    while left > 0 {
      current = try next(current)
      if try isWorkingDay(current) { left -= 1 }
    }
    return current
  }

  /// The day itself where it is worked, else the next working day.
  ///
  /// Source: Civil Code, article 203: a period that would end on a day off runs on.
  ///
  /// - Throws: `WorkingCalendarError.noTable`.
  public func workingDay(onOrAfter day: CivilDate) throws(WorkingCalendarError) -> CivilDate {
    var current = day
    while try !isWorkingDay(current) { current = try next(current) }
    return current
  }

  /// How many working days lie after the first day and not after the last; 0 where none do.
  ///
  /// - Throws: `WorkingCalendarError.noTable`.
  public func workingDays(
    after first: CivilDate, through last: CivilDate
  ) throws(WorkingCalendarError) -> Int {
    var (current, count) = (first, 0)
    while current < last {
      current = try next(current)
      if try isWorkingDay(current) { count += 1 }
    }
    return count
  }

  private func next(_ day: CivilDate) throws(WorkingCalendarError) -> CivilDate {
    guard let next = day.advanced(byDays: 1) else { throw .noTable(year: day.year + 1) }
    return next
  }
}

/// Why working days cannot be counted.
public enum WorkingCalendarError: Error, Hashable, Sendable {
  /// The year's notice of days off is not known.
  case noTable(year: Int)
}

extension WorkingCalendarError: ExplainedError {
  /// What the error says.
  public var explanation: ErrorExplanation {
    switch self {
    case .noTable(let year):
      .init(
        "calendar_year_missing", .badPolicy, "工作日历里没有 \(year) 年的放假调休安排。",
        "The working calendar has no days off for \(year).",
        why: "节假日和调休每年由国务院办公厅公布，只按周末推算会算错期限。",
        "The State Council announces them year by year; weekends alone give wrong dates.",
        toDo: "请把 \(year) 年的放假调休安排补进日历表再算。",
        "Add the notice for \(year) to the calendar's table.")
    }
  }
}
