import Model
import Policy
import Testing

@testable import Staffing

@Suite("What is doubtful about an office's figures")
struct PlanWarningTests {
  private func day(_ iso: String) throws -> CivilDate { try #require(CivilDate(iso: iso)) }

  @Test(
    "tells where the list of assistants counts those in post otherwise",
    arguments: [(1, true), (2, false), (3, true), (nil, false)] as [(Int?, Bool)])
  func headcount(listed: Int?, isTold: Bool) throws {
    let asOf = try day("2024-05-31")
    let caseload = Caseload(
      officeCode: "110102001", asOf: asOf, officers: 2, assistants: 2, subjects: 30)
    let found = PlanWarning.warnings(
      of: caseload, on: asOf, validMonths: 3, history: [], listed: listed)
    #expect(
      found == (isTold ? [.headcountDiffers(asOf, listed: listed ?? 0, caseload: 2)] : []))
  }

  private func caseload(_ iso: String, subjects: Int = 30) throws -> Caseload {
    Caseload(
      officeCode: "110102020", asOf: try day(iso), officers: 2, assistants: 3, subjects: subjects)
  }

  /// Months from January 2024 on, each with subjects, intakes and releases.
  private func history(_ months: [(Int, Int, Int)?]) throws -> [MonthlyFigures] {
    try months.enumerated().compactMap { index, figures in
      guard let figures else { return nil }
      return MonthlyFigures(
        officeCode: "110102020", month: try #require(CivilMonth(year: 2024, month: index + 1)),
        subjects: figures.0, intakes: figures.1, releases: figures.2)
    }
  }

  private func warnings(
    _ asOf: String, on iso: String = "2024-06-01", _ months: [(Int, Int, Int)?] = []
  ) throws -> [PlanWarning] {
    PlanWarning.warnings(
      of: try caseload(asOf), on: try day(iso), validMonths: 3, history: try history(months))
  }

  @Test(
    "a sheet holds for three months to the day",
    arguments: [
      ("2024-03-01", "2024-06-01", false), ("2024-02-29", "2024-06-01", true),
      ("2024-02-29", "2024-05-29", false), ("2024-02-29", "2024-05-30", true),
      ("2023-11-30", "2024-02-29", false), ("2023-11-30", "2024-03-01", true),
    ])
  func age(asOf: String, iso: String, isOld: Bool) throws {
    #expect(
      try warnings(asOf, on: iso) == (isOld ? [.sheetOld(asOf: try day(asOf), months: 3)] : []))
  }

  @Test("months that add up are no matter, and the first that do not is told with the number due")
  func flows() throws {
    #expect(try warnings("2024-05-01", [(28, 1, 1), (29, 2, 1), (30, 2, 1)]) == [])
    let march = try #require(CivilMonth(year: 2024, month: 3))
    #expect(
      try warnings("2024-05-01", [(28, 1, 1), (29, 2, 1), (33, 2, 1), (40, 0, 0)])
        == [.flowsDisagree(months: 2, first: march, expected: 30, reported: 33)])
    let february = try #require(CivilMonth(year: 2024, month: 2))
    #expect(
      try warnings("2024-05-01", [(3, 0, 9), (3, 0, 9)])
        == [.releasesExceed(february, releases: 9, available: 3)])
  }

  @Test("months that are left out are counted, and nothing is concluded across them")
  func gaps() throws {
    let february = try #require(CivilMonth(year: 2024, month: 2))
    #expect(
      try warnings("2024-05-01", [(28, 1, 1), nil, nil, (60, 1, 1)])
        == [.monthsMissing(first: february, count: 2)])
  }

  @Test(
    "the history and the sheet agree at a month's end, and within a month up to its flows",
    arguments: [
      ("2024-04-30", (30, 0, 0), false), ("2024-04-30", (31, 4, 4), true),
      ("2024-04-15", (33, 2, 1), false), ("2024-04-15", (34, 2, 1), true),
    ])
  func differs(asOf: String, figures: (Int, Int, Int), isTold: Bool) throws {
    let found = try warnings(asOf, [nil, nil, nil, figures])
    let april = try #require(CivilMonth(year: 2024, month: 4))
    #expect(
      found == (isTold ? [.historyDiffers(april, history: figures.0, caseload: 30)] : []))
  }

  @Test("months after the plan's day do not count")
  func later() throws {
    let plan = StaffingPlan(
      [try caseload("2024-02-29")],
      by: try StaffingNorm(
        .ratio, of: PolicyPack.named("beijing-2023").rules(on: day("2024-03-01"))))
    let history = try history([(28, 1, 1), (30, 3, 1), (99, 0, 0)])
    #expect(
      plan.warned(on: try day("2024-02-29"), validMonths: 3, history: history).offices[0].warnings
        == [])
    #expect(
      plan.warned(on: try day("2024-03-31"), validMonths: 3, history: history).offices[0].warnings
        .count == 1)
  }

  @Test("methods that differ by more than a head say why, and by one do not")
  func disagreement() throws {
    let rules = try PolicyPack.named("beijing-2023").rules(on: day("2024-06-01"))
    func compare(_ subjects: Int) throws -> MethodComparison {
      let caseload = Caseload(
        officeCode: "110102020", asOf: rules.date, officers: 2, assistants: 3, subjects: subjects,
        classes: .init(strict: 0, general: subjects, lenient: 0), intakes: 0, releases: 0,
        investigations: 0)
      return MethodComparison(
        of: caseload,
        by: try StaffingMethod.allCases.map { try StaffingNorm($0, of: rules) })
    }
    for subjects in 0..<120 {
      let comparison = try compare(subjects)
      let heads = comparison.plans.compactMap(\.plan.proposed)
      let gap = (heads.max() ?? 0) - (heads.min() ?? 0)
      #expect((comparison.disagreement != nil) == (gap > 1), "\(subjects): \(heads)")
      if gap > 1 { #expect(comparison.disagreement?.zh.contains("相差 \(gap) 人") == true) }
    }
  }
}

@Suite("The settings of headcount, checked with the policy")
struct HeadcountCheckTests {
  @Test(
    "are refuted where no number can come of them",
    arguments: [
      ("{parameter: subjects_per_assistant, value: -5", ["ratio"]),
      ("{parameter: subjects_per_assistant, value: 0", ["ratio"]),
      ("{parameter: minimum_assistants, value: 13", ["ratio", "workload", "points"]),
      ("{parameter: minimum_assistants, value: 1.5", ["ratio", "workload", "points"]),
      ("{parameter: public_holidays, value: 400", ["workload"]),
      ("{parameter: staffing_rounding, value: none", []),
      ("{parameter: maximum_assistants, value: 0", []),
    ])
  func refuted(change: String, methods: [String]) throws {
    let text = """
      policy: my-district
      extends: beijing-2023
      title: {zh: 一, en: one}
      in_force: {from: 2024-01-01, until: 2024-06-30}
      change:
        - \(change), reason: {zh: 一, en: one}}
      """
    let pack = try PolicyPack.named("x.yaml") { _ in Array(text.utf8) }
    let refuted = pack.checkHeadcounts().filter(\.finding.isRefuted)
    #expect(refuted.map(\.subject) == methods)
    #expect(pack.checkHeadcounts().count == 3)
  }
}
