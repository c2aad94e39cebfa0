public import Model

/// How long a notice hangs (公示期): local settings.
public struct NoticeSettings: Hashable, Sendable {
  /// How many days.
  public let days: Int
  /// Which days count.
  public let unit: Unit
  /// Whether the day on which it is published counts.
  public let countsFirstDay: Bool

  /// Which days count.
  public enum Unit: String, Hashable, Sendable, CaseIterable {
    /// Working days (工作日).
    case workingDays = "working_days"
    /// All days; a last day without work runs on (自然日).
    case calendarDays = "calendar_days"
  }

  /// Puts the settings together.
  public init(days: Int = 5, unit: Unit = .workingDays, countsFirstDay: Bool = false) {
    precondition(days >= 1)
    self.days = days
    self.unit = unit
    self.countsFirstDay = countsFirstDay
  }
}

/// The days on which a notice hangs.
public struct NoticePeriod: Hashable, Sendable {
  /// The day on which it is published.
  public let published: CivilDate
  /// The last day, the whole of which still counts.
  public let last: CivilDate
  /// What it was counted by.
  public let settings: NoticeSettings

  /// Counts the days.
  ///
  /// Source: Civil Code, articles 201 and 203.
  ///
  /// - Throws: `WorkingCalendarError.noTable` where a year's days off are not known.
  public init(
    published: CivilDate, settings: NoticeSettings = NoticeSettings(), calendar: WorkingCalendar
  ) throws(WorkingCalendarError) {
    self.published = published
    self.settings = settings
    let before = settings.countsFirstDay ? published.advanced(byDays: -1) : published
    guard let before else { throw .noTable(year: published.year) }
    switch settings.unit {
    case .workingDays:
      last = try calendar.workingDay(settings.days, after: before)
    case .calendarDays:
      guard let end = before.advanced(byDays: settings.days) else {
        throw .noTable(year: before.year + 1)
      }
      last = try calendar.workingDay(onOrAfter: end)
    }
  }
}
