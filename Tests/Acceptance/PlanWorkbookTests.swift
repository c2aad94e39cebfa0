import Foundation
import Model
import Policy
import Reporting
import Staffing
import Testing

/// Recalculates our workbooks in LibreOffice; skipped where it is not installed.
@Suite("The plan's workbook, recalculated", .enabled(if: Spreadsheet.isInstalled), .serialized)
struct PlanWorkbookTests {
  /// The figures of one case: officers, subjects, classes, in post.
  private struct Figures {
    let officers: Int?
    let subjects: Int?
    let classes: (strict: Int, general: Int, lenient: Int)?
    let inPost: Int?
  }

  private static let figures: [Figures] = {
    var figures: [Figures] = []
    for subjects in [19, 20, 21, 49, 50, 51, 0, 1, 10, 109, 110, 111] {
      let third = subjects / 3
      for officers in [0, 2, 5] {
        figures.append(
          Figures(
            officers: officers, subjects: subjects,
            classes: subjects % 2 == 0 ? nil : (third, third, subjects - third * 2),
            inPost: subjects % 5 == 0 ? nil : 2))
      }
    }
    figures.append(Figures(officers: nil, subjects: 5, classes: nil, inPost: 1))
    figures.append(Figures(officers: 1, subjects: nil, classes: nil, inPost: 1))
    figures.append(Figures(officers: 1, subjects: 9, classes: (1, 2, 3), inPost: 1))
    return figures
  }()

  @Test(
    "The formulas come to what whole-number arithmetic gives",
    arguments: ["up", "half-up", "wisn", "none"])
  func formulas(rounding: String) throws {
    let day = try #require(CivilDate(year: 2024, month: 6, day: 1))
    let rules = try PolicyPack.named("beijing-2023").rules(on: day)
    let settings = [
      "subjects_per_assistant=20", "subjects_per_officer=25", "relief_per_officer=0.3",
      "weight_strict=1.6", "weight_general=1", "weight_lenient=0.7", "weight_unclassified=1.1",
      "minimum=1", "maximum=5", "rounding=\(rounding)",
    ]
    let plan = StaffingPlan(
      Self.figures.map { figures in
        Caseload(
          officeCode: "110102001", asOf: day, officers: figures.officers,
          assistants: figures.inPost, subjects: figures.subjects,
          classes: figures.classes.map {
            Caseload.Classes(strict: $0.strict, general: $0.general, lenient: $0.lenient)
          })
      },
      by: try StaffingNorm(
        .ratio, of: rules, assuming: settings.map { try Assumption(text: $0) }))
    let report = PlanReport(plan, rules: rules, offices: OfficeTable(), id: nil, digest: "")
    let rows = try Spreadsheet.recalculated { try PlanWorkbook(report).write(to: $0) }
    for (index, figures) in Self.figures.enumerated() {
      let expected = Self.expected(figures, rounding: rounding)
      #expect(Array(rows[index + 3][10...]) == expected, "row \(index + 4), \(figures)")
    }
  }

  /// The last seven cells of a row, worked out in thousandths of a person.
  private static func expected(_ figures: Figures, rounding: String) -> [String] {
    let none = "无法计算"
    guard let officers = figures.officers, let subjects = figures.subjects else {
      return ["缺少数字", none, none, none, none, none, none]
    }
    var tenths = subjects * 11
    if let classes = figures.classes {
      guard classes.strict + classes.general + classes.lenient == subjects else {
        return ["分类合计不符", none, none, none, none, none, none]
      }
      tenths = classes.strict * 16 + classes.general * 10 + classes.lenient * 7
    }
    let needed = (subjects + 24) / 25
    // Σ w·S ÷ 20 in thousandths is tenths × 5; 0.3 is 300.
    let need = max(0, tenths * 5 - 300 * max(0, officers - needed))
    let whole = need / 1000
    let people: Int? =
      switch rounding {
      case "up": (need + 999) / 1000
      case "half-up": (need + 500) / 1000
      case "none": need % 1000 == 0 ? whole : nil
      default:
        need == 0
          ? 0
          : whole >= 6
            ? (need + 500) / 1000
            : whole > 0 && need * 10 <= whole * 11_000
              ? whole : whole + 1
      }
    let proposed = people.map { max(1, min(5, $0)) }
    let difference = proposed.flatMap { proposed in figures.inPost.map { proposed - $0 } }
    return [
      "", "\(needed)", "\(tenths / 10).\(tenths % 10)0", hundredths(need),
      proposed.map(String.init) ?? none,
      difference.map { $0 > 0 ? "+\($0)" : "\($0)" } ?? none, "\(max(0, needed - officers))",
    ]
  }

  /// Thousandths with two decimals, half up.
  private static func hundredths(_ thousandths: Int) -> String {
    let rounded = (thousandths + 5) / 10
    return "\(rounded / 100)." + String(100 + rounded % 100).dropFirst()
  }
}
