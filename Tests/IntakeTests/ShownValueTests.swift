import Model
import Testing

@testable import Intake

@Suite("A cell that shows something else than it holds")
struct ShownValueTests {
  private func number(_ held: String, _ shown: String, _ field: String, isSame: Bool = false)
    -> (kept: String?, said: [FindingCode], damaged: Bool)
  {
    CellReaderTests.read(held, field, showing: ShownText(shown, of: .number, isSame: isSame))
  }

  private func day(_ held: String, _ shown: String, _ field: String, isSame: Bool = false)
    -> (kept: String?, said: [FindingCode], damaged: Bool)
  {
    CellReaderTests.read(held, field, showing: ShownText(shown, of: .day, isSame: isSame))
  }

  @Test(
    "is what it shows, where it is a text or a code",
    arguments: [
      ("12", "BM0012", "application_no"), ("20240001", "2024-0001", "application_no"),
      ("30101", "030101", "major_code"),
      ("1", "法学1班", "major"), ("7", "西就援第7号", "hardship_certificate"),
    ])
  func texts(held: String, shown: String, field: String) {
    #expect(number(held, shown, field).kept == shown)
  }

  @Test(
    "is the number as it is shown, where that is a percentage or rounded",
    arguments: [
      ("0.85", "85%", "85", "written_score"), ("0.925", "92.5%", "92.5", "written_score"),
      ("85.6666666", "85.67", "85.67", "written_score"),
      ("14.4", "14", "14", "legal_work_months"), ("84.5", "85", "85", "interview_score"),
      ("0.8567", "85.67%", "85.67", "written_score"),
    ])
  func quantities(held: String, shown: String, kept: String, field: String) {
    let reading = number(held, shown, field)
    #expect(reading.kept == kept)
    #expect(reading.said == [.readAsShown])
  }

  @Test(
    "is the number that it holds, where only the notation differs",
    arguments: [
      ("85", "85 分", "written_score"), ("24", "24个月", "legal_work_months"),
      ("13800000101", "138-0000-0101", "phone"),
      ("110102010", "110 102 010", "office_code"), ("1", "1.", "legal_work_months"),
    ])
  func notations(held: String, shown: String, field: String) {
    let reading = number(held, shown, field, isSame: true)
    #expect(reading.kept == held)
    #expect(reading.said == [])
  }

  @Test(
    "is wrong, with both readings, where nothing settles which is meant",
    arguments: [
      ("85", "", "written_score"), ("12", "", "application_no"), ("85000", "85", "written_score"),
      ("0.354", "8:30", "legal_work_months"),
      ("85", "90", "written_score"), ("85", "8.5", "written_score"), ("1", "否", "local_household"),
    ])
  func unsettled(held: String, shown: String, field: String) {
    let reading = number(held, shown, field)
    #expect(reading.kept == nil)
    #expect(reading.said == [.shownOtherwise])
  }

  @Test("is damaged where a spreadsheet has lost digits, however it shows the rest")
  func lostDigits() {
    let reading = number(
      "2.02406010000000E+16", "20240601000000000", "application_no", isSame: true)
    #expect(reading.kept == "20240601000000000")
    #expect(reading.damaged)
    #expect(
      number("1.10101199001011E+17", "110101199001011000", "resident_id", isSame: true).damaged)
  }

  @Test(
    "is no number or code where it holds a day",
    arguments: [
      "application_no", "major_code", "hardship_certificate", "phone", "office_code",
      "legal_work_months", "education", "written_score",
    ])
  func days(field: String) {
    let reading = day("2024-01-01", "1月1日", field)
    #expect(reading.kept == nil)
    #expect(reading.said == [.numberBecameDate])
  }

  @Test("is the day that it holds, where it shows the whole of it")
  func wholeDays() {
    #expect(
      day("2024-06-01", "2024年6月1日", "hardship_valid_until", isSame: true).kept == "2024-06-01")
    #expect(day("2024-06-01", "2024/6/1", "hardship_valid_until", isSame: true).said == [])
    #expect(day("2024-06-15", "6月15日", "hardship_valid_until").said == [.shownOtherwise])
    #expect(day("2024-06-15", "2024年6月", "hardship_valid_until").said == [.shownOtherwise])
    // The identity number says which day is meant.
    #expect(day("1990-03-07", "3月7日", "birth_date").kept == "1990-03-07")
  }
}
