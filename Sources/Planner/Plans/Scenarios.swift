import Foundation
public import Model
public import Policy
public import Staffing
import Tabular

/// Several what-ifs beside a plan (情景比较).
public struct Scenarios: Sendable {
  /// The plan itself first, then the what-ifs in the order of their file.
  public let items: [Item]

  /// One of them.
  public struct Item: Sendable {
    /// The name.
    public let name: Bilingual
    /// What it changes.
    public let change: Bilingual
    /// What would be.
    public let headcounts: Headcounts
  }

  /// Reads a file of what-ifs and makes their plans.
  ///
  /// - Throws: `TabularError` where there is no such file; `PolicyError` with the place of what is
  ///   wrong in it; `StaffingError` for a figure or a setting that there is not.
  public init(file path: String, beside headcounts: Headcounts, rules: RuleSet) throws {
    guard let data = FileManager.default.contents(atPath: path) else {
      throw TabularError.absent(path: path)
    }
    let file = try ScenarioFile(
      name: URL(fileURLWithPath: path).lastPathComponent, bytes: Array(data))
    var items = [
      Item(
        name: Bilingual(zh: "方案本身", en: "the plan itself"),
        change: Bilingual(zh: "不改动", en: "nothing"), headcounts: headcounts)
    ]
    for scenario in file.scenarios {
      let kind = try scenario.method.map { name throws(StaffingError) in
        try PlanMethod(named: name)
      }
      var changes: [PlanChange] = []
      for change in scenario.changes {
        changes.append(
          try PlanChange(officeCode: change.officeCode, name: change.name, value: change.value))
      }
      items.append(
        Item(
          name: scenario.name, change: Self.wording(kind, changes, headcounts),
          headcounts: try Headcounts(
            headcounts.caseloads, rules: rules, by: kind ?? headcounts.kind,
            offices: headcounts.offices, office: headcounts.officeCode, changes: changes)))
    }
    self.items = items
  }

  private static func wording(
    _ kind: PlanMethod?, _ changes: [PlanChange], _ headcounts: Headcounts
  ) -> Bilingual {
    var parts = kind.map { [$0.title] } ?? []
    for change in changes {
      let name = change.officeCode.map { headcounts.name(of: $0) + " " } ?? ""
      parts.append(
        Bilingual(zh: name + change.wording.zh, en: name + change.wording.en))
    }
    return Bilingual(
      zh: parts.map(\.zh).joined(separator: "；"), en: parts.map(\.en).joined(separator: "; "))
  }
}

extension PlanMethod {
  /// Reads a method's name.
  ///
  /// - Throws: `StaffingError.setting` with the names that there are.
  public init(named name: String) throws(StaffingError) {
    guard let method = Self(rawValue: name) else {
      throw .setting(
        .notOneOf(name: "method", text: name, known: Self.allCases.map(\.rawValue)))
    }
    self = method
  }
}

extension PlanChange {
  /// The change in words.
  var wording: Bilingual {
    switch target {
    case .setting: Bilingual(zh: text, en: text)
    case .figure(let figure, let value):
      switch value {
      case .number(let number):
        Bilingual(
          zh: "\(figure.wording.zh) = \(number.map(String.init) ?? "未知")",
          en: "\(figure.wording.en) = \(number.map(String.init) ?? "unknown")")
      case .more(let number):
        Bilingual(
          zh: "\(figure.wording.zh) \(number < 0 ? "−" : "+")\(abs(number))",
          en: "\(figure.wording.en) \(number < 0 ? "−" : "+")\(abs(number))")
      case .percent(let share):
        Bilingual(
          zh: "\(figure.wording.zh) \(share < 0 ? "−" : "+")\(abs(share))%",
          en: "\(figure.wording.en) \(share < 0 ? "−" : "+")\(abs(share)) %")
      }
    }
  }
}
