import Foundation
import Model
import Testing

@testable import Reporting

@Suite("The plan's page")
struct PlanViewTests {
  @Test("Looks as it did", arguments: Language.allCases)
  func golden(language: Language) throws {
    let page = try #require(Fixture.plan())
    try expectGolden(PlanView(page, language: language).html, "plan.\(language.rawValue).html")
  }

  @Test("Every chart has a title, a description and a table beside it")
  func accessibleCharts() throws {
    let html = PlanView(try #require(Fixture.plan())).html
    let charts = html.components(separatedBy: "<svg").dropFirst()
    #expect(charts.count == 4)
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

  @Test(
    "The load is rounded half up and has no value without an assistant",
    arguments: [
      (57, 2, 2850), (57, 0, nil), (10, 3, 333), (20, 3, 667), (0, 1, 0), (1, 8, 13), (nil, 1, nil),
    ] as [(Int?, Int, Int?)])
  func load(subjects: Int?, assistants: Int, hundredths: Int?) {
    let headcount = Headcount(
      officers: nil, subjects: subjects, inPost: nil, requiredHundredths: nil, proposed: nil,
      officerShortfall: nil, working: [])
    let office = PlanPage.Office(
      district: "", name: "", headcount: headcount, subjectsToNext: nil)
    #expect(office.loadHundredths(assistants) == hundredths)
  }
}
