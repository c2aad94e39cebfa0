import Model
import Placement
import Testing

@Suite struct NoticePeriodTests {
  /// The State Council's notices for 2024 and 2025.
  static let off = """
    2024-01-01 2024-02-10..2024-02-17 2024-04-04..2024-04-06 2024-05-01..2024-05-05 2024-06-10 \
    2024-09-15..2024-09-17 2024-10-01..2024-10-07 2025-01-01 2025-01-28..2025-02-04 \
    2025-04-04..2025-04-06 2025-05-01..2025-05-05 2025-05-31..2025-06-02 2025-10-01..2025-10-08
    """
  static let work = """
    2024-02-04 2024-02-18 2024-04-07 2024-04-28 2024-05-11 2024-09-14 2024-09-29 2024-10-12 \
    2025-01-26 2025-02-08 2025-04-27 2025-09-28 2025-10-11
    """

  static func calendar() throws -> WorkingCalendar {
    var days: [CivilDate: WorkingCalendar.Day] = [:]
    for (text, kind) in [(off, WorkingCalendar.Day.off), (work, .work)] {
      for range in text.split(separator: " ") {
        let ends = try range.split(separator: ".").map { try #require(CivilDate(iso: $0)) }
        var day = ends[0]
        while day <= ends[ends.count - 1] {
          days[day] = kind
          day = try #require(day.advanced(byDays: 1))
        }
      }
    }
    return WorkingCalendar(days)
  }

  static func end(
    _ published: String, _ days: Int, _ unit: NoticeSettings.Unit, countsFirstDay: Bool = false
  ) throws -> String {
    let settings = NoticeSettings(days: days, unit: unit, countsFirstDay: countsFirstDay)
    let day = try #require(CivilDate(iso: published))
    return try NoticePeriod(published: day, settings: settings, calendar: calendar()).last.iso
  }

  @Test(
    "A notice ends on the day that the State Council's calendar gives",
    arguments: [
      ("2024-06-03", "2024-06-11", "2024-06-13", "2024-06-11"),
      ("2024-06-07", "2024-06-17", "2024-06-19", "2024-06-14"),
      ("2024-09-12", "2024-09-20", "2024-09-24", "2024-09-19"),
      ("2024-09-30", "2024-10-12", "2024-10-15", "2024-10-08"),
      ("2024-04-26", "2024-05-07", "2024-05-09", "2024-05-06"),
      ("2025-01-24", "2025-02-07", "2025-02-10", "2025-02-05"),
    ])
  func worked(published: String, five: String, seven: String, rolled: String) throws {
    #expect(try Self.end(published, 5, .workingDays) == five)
    #expect(try Self.end(published, 7, .workingDays) == seven)
    #expect(try Self.end(published, 7, .calendarDays) == rolled)
  }

  @Test("The day of publication counts only where it is set so")
  func firstDay() throws {
    #expect(try Self.end("2024-06-03", 5, .workingDays, countsFirstDay: true) == "2024-06-07")
    #expect(try Self.end("2024-06-08", 1, .workingDays, countsFirstDay: true) == "2024-06-11")
    #expect(try Self.end("2024-06-03", 5, .calendarDays, countsFirstDay: true) == "2024-06-07")
  }

  @Test("A year without a table is refused, never counted by weekends")
  func missingYear() throws {
    let error = #expect(throws: WorkingCalendarError.noTable(year: 2026)) {
      try Self.end("2025-12-26", 5, .workingDays)
    }
    #expect(error?.status == .badPolicy)
    #expect(throws: WorkingCalendarError.noTable(year: 2023)) {
      try Self.end("2023-06-05", 5, .workingDays)
    }
  }
}
