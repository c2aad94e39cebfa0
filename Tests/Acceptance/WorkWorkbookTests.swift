import Foundation
import Model
import Policy
import Reporting
import Staffing
import Testing

/// Recalculates the workbooks of all methods in LibreOffice; skipped where it is not installed.
@Suite("The plans' workbooks, recalculated", .enabled(if: Spreadsheet.isInstalled), .serialized)
struct WorkWorkbookTests {
  /// Offices with and without classes, with figures missing, and at the edges.
  private static func caseloads(seed: UInt64) throws -> [Caseload] {
    var state = seed
    func next(_ limit: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % limit
    }
    let day = try #require(CivilDate(iso: "2024-06-01"))
    return (0..<40).map { index in
      let classes = Caseload.Classes(strict: next(20), general: next(60), lenient: next(30))
      let sum = classes.strict + classes.general + classes.lenient
      return Caseload(
        officeCode: Office.beijing[index].code, asOf: day,
        officers: index == 7 ? nil : next(6), assistants: index % 9 == 4 ? nil : next(8),
        subjects: index == 8 ? nil : index == 9 ? sum + 1 : sum,
        classes: index == 8 || index % 3 == 1 ? nil : classes,
        intakes: index == 10 ? nil : next(9), releases: next(9),
        investigations: index == 11 ? nil : next(9))
    }
  }

  @Test(
    "come to the plan's own results",
    arguments: [
      (.ratio, "up", 1), (.workload, "half-up", 2), (.workload, "wisn", 3), (.workload, "none", 4),
      (.points, "up", 5), (.points, "wisn", 6),
    ] as [(StaffingMethod, String, UInt64)])
  func results(method: StaffingMethod, rounding: String, seed: UInt64) throws {
    let pack = try PolicyPack.named("beijing-2023")
    let rules = try pack.rules(on: #require(CivilDate(iso: "2024-06-01")))
    let plan = StaffingPlan(
      try Self.caseloads(seed: seed),
      by: try StaffingNorm(
        method, of: rules, assuming: [Assumption(text: "rounding=\(rounding)")]))
    let report = PlanReport(plan, rules: rules, offices: OfficeTable(), id: nil, digest: "")
    let rows = try Spreadsheet.recalculated { try PlanWorkbook(report).write(to: $0) }
    let none = "无法计算"
    #expect(rows.count >= plan.offices.count + 3)
    for (index, office) in plan.offices.enumerated() {
      let expected = [
        office.required?.decimal(places: 2) ?? none, office.proposed.map(String.init) ?? none,
        office.difference.map { $0 > 0 ? "+\($0)" : "\($0)" } ?? none,
        office.officerShortfall.map(String.init) ?? none,
      ]
      #expect(
        Array(rows[index + 3].suffix(4)) == expected,
        "seed \(seed), row \(index + 4): \(rows[index + 3])")
    }
    let computed = plan.offices.count { $0.required != nil }
    #expect((30...37).contains(computed), "some rows can and some cannot be computed")
  }
}
