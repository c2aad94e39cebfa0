import Foundation
import Model
import Reporting
import Testing

@Suite("An office's workbook")
struct OfficeWorkbookTests {
  private func workbook() throws -> OfficeWorkbook {
    let run = try #require(Fixture.run())
    let office = try #require(Office.beijing.first { $0.code == "110102001" })
    return OfficeWorkbook(
      run: run, officeCode: office.code, officeName: office.districtName + office.name,
      ranked: Fixture.applicants(of: office.name, office: 0, count: 45),
      unranked: Fixture.waiting(.pending, office: 0, at: office.name, count: 3)
        + Fixture.waiting(.ineligible, office: 2, at: office.name, count: 2),
      places: 2,
      headcount: Fixture.headcount(code: office.code, officers: 2, subjects: 57, inPost: 1),
      rules: Fixture.rules)
  }

  @Test("The same values give the same bytes, seconds apart")
  func sameBytes() async throws {
    let folder = FileManager.default.temporaryDirectory
    let files = ["a", "b"].map { folder.appending(path: "office-\($0)-\(UUID().uuidString).xlsx") }
    try workbook().write(to: files[0].path)
    try await Task.sleep(for: .milliseconds(2100))
    try workbook().write(to: files[1].path)
    #expect(try Data(contentsOf: files[0]) == Data(contentsOf: files[1]))
    for file in files { try FileManager.default.removeItem(at: file) }
  }
}
