public import Foundation
public import Model
public import Policy
public import Register
public import Staffing

/// The assistants that each office should ask for, by the ratio method.
public struct Headcounts: Sendable {
  /// Changes to the figures of one what-if; nothing keeps what the register holds.
  public struct WhatIf: Sendable {
    /// Officers.
    public var officers: Int?
    /// Subjects; class figures no longer apply.
    public var subjects: Int?
    /// Assistants in post.
    public var assistants: Int?

    /// Changes nothing.
    public init() {}

    func apply(to caseload: Caseload) -> Caseload {
      Caseload(
        officeCode: caseload.officeCode, asOf: caseload.asOf,
        officers: officers ?? caseload.officers, assistants: assistants ?? caseload.assistants,
        subjects: subjects ?? caseload.subjects,
        classes: subjects == nil ? caseload.classes : nil, intakes: caseload.intakes,
        releases: caseload.releases, investigations: caseload.investigations)
    }
  }

  /// The plans, by office code.
  public let plans: [OfficePlan]
  /// The offices.
  public let offices: OfficeTable
  /// The settings that the plans rest on; all are local.
  public let parameters: [Parameter]

  /// The names of the policy's parameters that the ratio method reads.
  static let names = [
    "subjects_per_assistant", "subjects_per_officer", "relief_per_surplus_officer",
    "class_weights", "minimum_assistants", "maximum_assistants", "staffing_rounding",
  ]

  /// Plans every office whose caseload the register holds.
  ///
  /// - Parameters:
  ///   - office: only this office, where one is named; without a caseload it is planned from the
  ///     what-if alone.
  ///   - settings: values of the method by name, in place of the policy's.
  /// - Throws: `PolicyError`, `StaffingError`, `RegisterError`.
  public init(
    over register: Register, rules: RuleSet, office: String? = nil, whatIf: WhatIf? = nil,
    settings: [String: String] = [:]
  ) throws {
    var texts = Self.texts(rules)
    texts.merge(settings) { $1 }
    let method = RatioMethod(settings: try RatioSettings(texts: texts))
    offices = try register.officeTable()
    var caseloads = try register.caseloads(upTo: rules.date)
    if let office { caseloads = caseloads.filter { $0.officeCode == office } }
    if caseloads.isEmpty, whatIf != nil {
      caseloads = [
        Caseload(
          officeCode: office ?? "", asOf: rules.date, officers: nil, assistants: nil, subjects: nil)
      ]
    }
    if let whatIf { caseloads = caseloads.map { whatIf.apply(to: $0) } }
    plans = caseloads.map { method.plan(for: $0) }
    parameters = Self.names.compactMap { rules.parameters[$0] }
  }

  /// The policy's parameters under the names of the method.
  private static func texts(_ rules: RuleSet) -> [String: String] {
    var texts: [String: String] = [:]
    for (name, own) in [
      ("subjects_per_assistant", "subjects_per_assistant"),
      ("subjects_per_officer", "subjects_per_officer"),
      ("relief_per_surplus_officer", "relief_per_officer"),
      ("minimum_assistants", "minimum"), ("maximum_assistants", "maximum"),
      ("staffing_rounding", "rounding"),
    ] {
      texts[own] = rules.parameters[name]?.value.text
    }
    if case .table(let rows) = rules.parameters["class_weights"]?.value {
      for row in rows { texts["weight_" + row.key] = row.value }
    }
    return texts
  }

  /// The name of an office; empty where its code is not known.
  public func name(of officeCode: String) -> String {
    offices.index(ofCode: officeCode).map { offices.offices[$0].name } ?? ""
  }

  /// The plan of an office.
  public func plan(for officeCode: String) -> OfficePlan? {
    plans.first { $0.officeCode == officeCode }
  }
}

extension Rational {
  /// The value with two decimals, half up, as a number for JSON.
  public var twoDecimals: Decimal {
    Decimal(string: decimal(places: 2)) ?? 0
  }
}
