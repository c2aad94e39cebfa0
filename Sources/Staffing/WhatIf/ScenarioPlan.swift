public import Model
public import Policy

/// A named what-if beside a plan (情景).
public struct ScenarioPlan: Sendable {
  /// The name.
  public let name: Bilingual
  /// What it changes.
  public let change: Bilingual
  /// What would be.
  public let plan: StaffingPlan

  /// The plan itself first, then the what-ifs of a file in their order.
  ///
  /// - Parameter name: The name of an office by its code.
  /// - Throws: `StaffingError` for a method, an office, a figure or a setting that there is not.
  public static func all(
    in file: ScenarioFile, beside plan: StaffingPlan, rules: RuleSet, naming name: (String) -> String
  ) throws(StaffingError) -> [ScenarioPlan] {
    var all = [
      ScenarioPlan(
        name: Bilingual(zh: "方案本身", en: "the plan itself"),
        change: Bilingual(zh: "不改动", en: "nothing"), plan: plan)
    ]
    for scenario in file.scenarios {
      let method = try scenario.method.map { name throws(StaffingError) in
        try StaffingMethod(named: name)
      }
      let assumptions = try scenario.changes.map { change throws(StaffingError) in
        try Assumption(officeCode: change.officeCode, name: change.name, value: change.value)
      }
      let changes =
        (method.map { [$0.title] } ?? [])
        + assumptions.map { assumption in
          let office = assumption.officeCode.map { name($0) + " " } ?? ""
          return Bilingual(
            zh: office + assumption.wording.zh, en: office + assumption.wording.en)
        }
      let norm = try StaffingNorm(
        method ?? plan.norm.method, of: rules, assuming: assumptions)
      all.append(
        ScenarioPlan(
          name: scenario.name,
          change: Bilingual(
            zh: changes.map(\.zh).joined(separator: "；"),
            en: changes.map(\.en).joined(separator: "; ")),
          plan: StaffingPlan(
            try assumptions.applied(to: plan.caseloads), by: norm, onlyOffice: plan.onlyOffice)))
    }
    return all
  }
}
