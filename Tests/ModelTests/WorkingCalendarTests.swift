import Model
import Testing

@Suite("A working calendar")
struct WorkingCalendarTests {
  static func day(_ text: String) throws -> CivilDate { try #require(CivilDate(iso: text)) }

  /// The spring of 2024: 1–5 May off, 28 April and 11 May worked.
  static func spring() throws -> WorkingCalendar {
    var days: [CivilDate: WorkingCalendar.Day] = [try day("2024-01-01"): .off]
    for number in 1...5 { days[try day("2024-05-0\(number)")] = .off }
    for text in ["2024-04-28", "2024-05-11"] { days[try day(text)] = .work }
    return WorkingCalendar(days)
  }

  @Test(
    "follows the notice where it names a day, and the week elsewhere",
    arguments: [
      ("2024-04-26", true), ("2024-04-27", false), ("2024-04-28", true), ("2024-05-01", false),
      ("2024-05-05", false), ("2024-05-06", true), ("2024-05-11", true), ("2024-05-12", false),
    ])
  func days(text: String, isWorked: Bool) throws {
    #expect(try Self.spring().isWorkingDay(try Self.day(text)) == isWorked)
  }

  @Test("counts the days taken between two days, the first not counted")
  func between() throws {
    let calendar = try Self.spring()
    func count(_ first: String, _ last: String) throws -> Int {
      try calendar.workingDays(after: try Self.day(first), through: try Self.day(last))
    }
    #expect(try count("2024-03-01", "2024-03-20") == 13)
    #expect(try count("2024-04-26", "2024-05-10") == 8)
    #expect(try count("2024-04-26", "2024-04-26") == 0)
    #expect(try count("2024-04-26", "2024-04-01") == 0)
    #expect(
      try calendar.workingDay(10, after: try Self.day("2024-03-01")) == Self.day("2024-03-15"))
    #expect(
      try calendar.workingDay(10, after: try Self.day("2024-04-26")) == Self.day("2024-05-13"))
  }

  @Test("does not guess a year whose notice is not known, nor the days that it may move")
  func unknown() throws {
    let calendar = try Self.spring()
    #expect(calendar.years == [2024])
    #expect(try calendar.isWorkingDay(try Self.day("2024-12-27")))
    for (text, year) in [("2024-12-31", 2025), ("2025-01-02", 2025), ("2023-12-29", 2023)] {
      let day = try Self.day(text)
      #expect(throws: WorkingCalendarError.noTable(year: year)) {
        try calendar.isWorkingDay(day)
      }
    }
    // A day of 2022 in the notice for 2023 does not make 2022 known.
    let day = try Self.day("2022-12-30")
    let next = WorkingCalendar([try Self.day("2022-12-31"): .off, try Self.day("2023-01-01"): .off])
    #expect(next.years == [2023])
    #expect(throws: WorkingCalendarError.noTable(year: 2022)) { try next.isWorkingDay(day) }
  }

  @Test("knows the days of the week and adds days and months")
  func arithmetic() throws {
    let saturday = try Self.day("2024-06-01")
    #expect(saturday.isWeekend)
    #expect(try Self.day("2024-06-02").isWeekend && !Self.day("2024-06-03").isWeekend)
    #expect(saturday.advanced(byDays: -1)?.iso == "2024-05-31")
    #expect(saturday.advanced(byDays: 30)?.iso == "2024-07-01")
    #expect(try Self.day("2024-08-31").advanced(byMonths: 6)?.iso == "2025-02-28")
    #expect(try Self.day("2023-08-31").advanced(byMonths: 6)?.iso == "2024-02-29")
    #expect(try Self.day("2024-12-15").advanced(byMonths: 1)?.iso == "2025-01-15")
    #expect(try Self.day("2199-12-31").advanced(byDays: 1) == nil)
    #expect(try Self.day("2199-12-31").advanced(byMonths: 1) == nil)
  }
}
