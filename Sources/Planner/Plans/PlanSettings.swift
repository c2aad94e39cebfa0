import Model
import Policy
import Staffing

/// The local settings of the methods as the policy states them, with what a what-if puts otherwise.
struct PlanSettings {
  private let rules: RuleSet
  private var scalars: [String: String]
  private var activities: [[String: String]]

  /// Takes the settings of one method.
  ///
  /// - Parameter changes: names of settings, or `activity.column`, with other values.
  /// - Throws: `StaffingError.setting` for an activity or a column that there is not.
  init(_ kind: PlanMethod, rules: RuleSet, changes: [(name: String, value: String)]) throws {
    self.rules = rules
    activities = rules.rows("workload_activities")
    scalars =
      switch kind {
      case .ratio: Self.ratio(rules)
      case .workload: Self.workload(rules)
      case .points: Self.points(rules)
      }
    for (own, name) in [
      ("minimum", "minimum_assistants"), ("maximum", "maximum_assistants"),
      ("rounding", "staffing_rounding"),
    ] { scalars[own] = rules.parameters[name]?.value.text }
    for (name, value) in changes {
      guard kind == .workload, name.contains(".") else {
        scalars[name] = value
        continue
      }
      let parts = name.split(separator: ".", maxSplits: 1).map(String.init)
      let ids = activities.compactMap { $0["id"] }
      guard let row = activities.firstIndex(where: { $0["id"] == parts.first }), parts.count == 2
      else { throw StaffingError.setting(.unknown(name: name, known: ids.map { $0 + ".minutes" })) }
      activities[row][parts[1]] = value
    }
  }

  /// The method with these settings.
  ///
  /// - Throws: `StaffingError.setting`.
  func method(_ kind: PlanMethod) throws -> any StaffingMethod {
    let reductions = rules.rows("staff_reductions")
    return switch kind {
    case .ratio: RatioMethod(settings: try RatioSettings(texts: scalars))
    case .workload:
      WorkloadMethod(
        settings: try WorkloadSettings(
          texts: scalars, activities: activities, allowances: rules.rows("workload_allowances"),
          reductions: reductions))
    case .points:
      PointsMethod(settings: try PointsSettings(texts: scalars, reductions: reductions))
    }
  }

  private static func ratio(_ rules: RuleSet) -> [String: String] {
    var texts = rules.cells("class_weights", prefix: "weight_")
    texts["subjects_per_assistant"] = rules.parameters["subjects_per_assistant"]?.value.text
    texts["subjects_per_officer"] = rules.parameters["subjects_per_officer"]?.value.text
    texts["relief_per_officer"] = rules.parameters["relief_per_surplus_officer"]?.value.text
    return texts
  }

  /// Assistants' training is what clause 三 asks for.
  private static func workload(_ rules: RuleSet) -> [String: String] {
    var texts = rules.cells("assistant_working_time", prefix: "assistant_")
    texts.merge(rules.cells("officer_working_time", prefix: "officer_")) { $1 }
    texts["assistant_training_hours"] = rules.parameters["training_hours"]?.value.text
    texts["assistant_public_holidays"] = rules.parameters["public_holidays"]?.value.text
    texts["officer_public_holidays"] = rules.parameters["public_holidays"]?.value.text
    texts["periods_per_year"] = rules.parameters["caseload_periods_per_year"]?.value.text
    texts["shared_per_officer"] = rules.parameters["shared_hours_per_officer"]?.value.text
    return texts
  }

  private static func points(_ rules: RuleSet) -> [String: String] {
    var texts: [String: String] = [:]
    for row in rules.rows("points_per_case") {
      guard let doer = row["done_by"] else { continue }
      for (name, value) in row where name != "done_by" { texts["\(doer)_\(name)"] = value }
    }
    let capacity = rules.cells("points_capacity", prefix: "")
    texts["assistant_capacity"] = capacity["assistant"]
    texts["officer_capacity"] = capacity["officer"]
    texts["shared_per_officer"] = capacity["shared_per_officer"]
    texts["investigation_points"] = capacity["investigation"]
    return texts
  }
}

extension RuleSet {
  /// The rows of a parameter, each as texts by column; none where it has none.
  func rows(_ name: String) -> [[String: String]] {
    guard case .rows(let records) = parameters[name]?.value else { return [] }
    return records.map(\.texts)
  }

  /// The cells of a parameter that is one table, by name after a prefix.
  func cells(_ name: String, prefix: String) -> [String: String] {
    guard case .table(let cells) = parameters[name]?.value else { return [:] }
    return Dictionary(cells.map { (prefix + $0.key, $0.value) }, uniquingKeysWith: { $1 })
  }
}
