import Model
import Policy
import Reporting
import Staffing
import Testing

extension Fixture {
  /// A plan of a district by the ratio method with what-ifs and a look ahead at two offices.
  static func plan(_ method: StaffingMethod = .ratio) throws -> PlanReport {
    let rules = try PolicyPack.named("beijing-2023").rules(on: day())
    let norm = method == .ratio ? norm : try StaffingNorm(method, of: rules)
    let plan = StaffingPlan(try caseloads(), by: try #require(norm))
    let scenarios = try ScenarioFile(
      name: "scenarios.yaml",
      bytes: Array(
        """
        scenarios:
          - {name: {zh: 对象增加两成, en: a fifth more subjects}, set: {subjects: +20%}}
          - {name: {zh: 每街道增一名专门人员, en: one more officer each}, set: {officers: +1}}
          - {name: {zh: 每名协管员 30 名对象, en: 30 subjects each}, set: {subjects_per_assistant: 30}}
        """.utf8))
    let names = OfficeTable()
    return PlanReport(
      plan, rules: rules, offices: names, id: "plan-c41d7730a2b9", digest: "",
      scenarios: method == .ratio
        ? try ScenarioPlan.all(
          in: scenarios, beside: plan, rules: rules, naming: names.name) : [],
      forecast: method == .ratio
        ? try HeadcountForecast(
          plan, history: history(of: offices.prefix(2).map(\.code)), rules: rules,
          choices: HeadcountForecast.Choices(months: 6, seed: 2024)) : nil)
  }

  private static func history(of codes: [String]) throws -> [MonthlyFigures] {
    let first = try #require(CivilMonth(iso: "2022-06"))
    return codes.enumerated().flatMap { office, code in
      (0..<24).map { month in
        MonthlyFigures(
          officeCode: code, month: first.advanced(by: month),
          subjects: 20 + office * 15 + month * 7 % 5 + month / 6, intakes: 1 + month % 3,
          releases: 1 + (month + office) % 2)
      }
    }
  }
}
