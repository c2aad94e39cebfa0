import Model
import Policy
import Reporting
import Staffing
import Testing

extension Fixture {
  /// A plan of a district by the ratio method with what-ifs and a look ahead at two offices.
  static func plan(_ method: StaffingMethod = .ratio) throws -> PlanReport {
    let run = try #require(Fixture.run())
    let rules = try PolicyPack.named("beijing-2023").rules(on: run.asOf)
    let norm = method == .ratio ? norm : try StaffingNorm(method, of: rules)
    let offices = Model.Office.beijing.filter { $0.districtCode == "110102" }
    let plan = StaffingPlan(
      offices.enumerated().map { index, office in
        let subjects = index == 7 ? nil : index * 23 % 61
        return Caseload(
          officeCode: office.code, asOf: run.asOf, officers: 1 + index % 4, assistants: index % 3,
          subjects: subjects,
          classes: index % 3 == 0
            ? nil
            : subjects.map {
              Caseload.Classes(strict: $0 / 5, general: $0 - $0 / 5 - $0 / 3, lenient: $0 / 3)
            },
          intakes: 1 + index % 3, releases: index % 2, investigations: index % 4)
      }, by: try #require(norm))
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
