import Model
import Testing

@Suite("A civil date")
struct CivilDateTests {
  @Test(
    "exists or is not made",
    arguments: [
      (2024, 2, 29, true), (2023, 2, 29, false), (1900, 2, 29, false), (2000, 2, 29, true),
      (2024, 4, 31, false), (2024, 4, 30, true), (2024, 0, 1, false), (2024, 13, 1, false),
      (2024, 1, 0, false), (1799, 12, 31, false), (1800, 1, 1, true), (2199, 12, 31, true),
      (2200, 1, 1, false),
    ])
  func existence(year: Int, month: Int, day: Int, exists: Bool) {
    #expect((CivilDate(year: year, month: month, day: day) != nil) == exists)
  }

  @Test("reads and writes ISO 8601 and nothing else")
  func iso() {
    #expect(CivilDate(iso: "2024-06-01")?.number == 20_240_601)
    #expect(CivilDate(iso: "2024-06-01")?.iso == "2024-06-01")
    for text in ["2024-6-1", "2024/06/01", "20240601", "2024-06-31", "", "2024-06-0１"] {
      #expect(CivilDate(iso: text) == nil, "\(text)")
    }
  }

  @Test("keeps its day number over every day of four centuries")
  func dayNumbers() {
    var expected: Int?
    for year in 1800...2199 {
      for month in 1...12 {
        for day in 1...CivilDate.days(inMonth: month, of: year) {
          guard let date = CivilDate(year: year, month: month, day: day) else {
            Issue.record("\(year)-\(month)-\(day) was not made")
            return
          }
          if let expected { #expect(date.dayNumber == expected) }
          #expect(CivilDate(dayNumber: date.dayNumber) == date)
          expected = date.dayNumber + 1
        }
      }
    }
  }

  @Test("reads a spreadsheet's serial numbers")
  func serials() {
    #expect(CivilDate(spreadsheetSerial: 45_444)?.iso == "2024-06-01")
    #expect(CivilDate(spreadsheetSerial: 61)?.iso == "1900-03-01")
    #expect(CivilDate(spreadsheetSerial: 60) == nil)
  }
}
