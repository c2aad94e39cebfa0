import Foundation
import Model
import Reporting
import Testing

@Suite("An office's workbook")
struct OfficeWorkbookTests {
  private func workbook() throws -> OfficeWorkbook {
    let report = try Fixture.report()
    return OfficeWorkbook(report, report.scored.list.offices[0], sources: Fixture.sources)
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
