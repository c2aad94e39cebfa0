import Foundation
import Model
import Staffing
import Testing

@testable import Reporting

@Suite("The plan's page")
struct PlanPageTests {
  @Test("Looks as it did", arguments: Language.allCases)
  func golden(language: Language) throws {
    try expectGolden(PlanPage(Fixture.plan(), language: language).html, "plan.\(language.rawValue).html")
  }

  @Test("Every chart has a title, a description and a table beside it")
  func accessibleCharts() throws {
    let html = PlanPage(try Fixture.plan()).html
    let charts = html.components(separatedBy: "<svg").dropFirst()
    #expect(charts.count == 5)
    for chart in charts {
      let drawing = try #require(chart.components(separatedBy: "</svg>").first)
      let labels = try #require(drawing.firstMatch(of: /aria-labelledby="([^"]+)"/))
      for label in labels.1.split(separator: " ") { #expect(drawing.contains("id=\"\(label)\"")) }
      #expect(chart.contains("<table"))
    }
    #expect(!html.contains("<script"))
  }

  @Test(
    "An axis ends at or above the largest value, in round steps",
    arguments: [
      (0, 1, 1), (1, 1, 1), (8, 1, 8), (9, 2, 10), (16, 2, 16), (17, 5, 20), (579, 100, 600),
    ])
  func axis(largest: Int, step: Int, end: Int) {
    let axis = Axis(largest: largest, ticks: 8)
    #expect(axis.step == step)
    #expect(axis.end == end)
  }

  @Test("The same report gives the same workbook and table, whatever the method")
  func sameBytes() throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    for method in StaffingMethod.allCases {
      let files = try ["a", "b"].map { name in
        let report = try Fixture.plan(method)
        let path = folder.appending(path: "\(method)-\(name)").path
        try PlanWorkbook(report).write(to: path + ".xlsx")
        try PlanTable(report.plan, offices: report.offices).write(
          to: path + ".csv", language: .zh)
        return try ["xlsx", "csv"].map { try Data(contentsOf: URL(filePath: "\(path).\($0)")) }
      }
      #expect(files[0] == files[1])
    }
  }
}
