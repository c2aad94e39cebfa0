import Model
import Testing

@Suite struct CivilMonthTests {
  @Test("A month is read, counted on over a year's end, and written")
  func months() throws {
    let month = try #require(CivilMonth(iso: "2023-11"))
    #expect(month.advanced(by: 2).iso == "2024-01")
    #expect(month.advanced(by: -11).iso == "2022-12")
    #expect(month < month.advanced(by: 1))
    #expect(CivilMonth(year: 2023, month: 11) == month)
  }

  @Test(
    "Text that is no month is nothing",
    arguments: ["2023-13", "2023-00", "2023-1", "2023/01", "1799-12", "2200-01", ""])
  func refuses(text: String) {
    #expect(CivilMonth(iso: text) == nil)
  }
}
