public import Foundation
public import Model
public import Policy
public import Register
public import Staffing

/// The assistants that each office should ask for, by one of the methods.
public struct Headcounts: Sendable {
  /// The method that a person chose.
  public let kind: PlanMethod
  /// The method with its settings.
  public let method: any StaffingMethod
  /// The figures, by office code.
  public let caseloads: [Caseload]
  /// The plans with their totals.
  public let staffing: StaffingPlan
  /// The offices.
  public let offices: OfficeTable
  /// The settings that the plans rest on; all are local.
  public let parameters: [Parameter]
  /// The only office that was planned, where it was only one.
  public let officeCode: String?
  /// How full the assistants are by points; nothing for the other methods and for what-ifs.
  public private(set) var watch: CapacityWatch?

  /// Plans every office whose caseload the register holds.
  ///
  /// - Parameters:
  ///   - office: only this office, where one is named; without a caseload it is planned from the
  ///     what-if alone.
  ///   - changes: a what-if; none keeps what the register and the policy say.
  /// - Throws: `PolicyError`, `StaffingError`, `RegisterError`.
  public init(
    over register: Register, rules: RuleSet, by kind: PlanMethod = .ratio, office: String? = nil,
    changes: [PlanChange] = []
  ) throws {
    var caseloads = try register.caseloads(upTo: rules.date)
    if let office { caseloads = caseloads.filter { $0.officeCode == office } }
    if caseloads.isEmpty, !changes.isEmpty {
      caseloads = [
        Caseload(
          officeCode: office ?? "", asOf: rules.date, officers: nil, assistants: nil, subjects: nil)
      ]
    }
    try self.init(
      caseloads, rules: rules, by: kind, offices: register.officeTable(), office: office,
      changes: changes)
    if kind == .points, changes.isEmpty {
      watch = try CapacityWatch(over: register, rules: rules, headcounts: self)
    }
  }

  /// Plans these figures.
  /// - Throws: `StaffingError`.
  init(
    _ caseloads: [Caseload], rules: RuleSet, by kind: PlanMethod, offices: OfficeTable,
    office: String? = nil, changes: [PlanChange] = []
  ) throws {
    let codes = Set(caseloads.map(\.officeCode))
    if let code = changes.compactMap(\.officeCode).first(where: { !codes.contains($0) }) {
      throw StaffingError.change(.officeUnknown(code))
    }
    let method = try PlanSettings(kind, rules: rules, changes: changes.settings).method(kind)
    self.kind = kind
    self.method = method
    self.caseloads = try caseloads.map { try changes.applied(to: $0) }
    self.offices = offices
    officeCode = office
    staffing = StaffingPlan(self.caseloads, by: method)
    parameters = kind.parameterNames.compactMap { rules.parameters[$0] }
  }

  /// The plans, by office code.
  public var plans: [OfficePlan] { staffing.offices }

  /// The name of an office; empty where its code is not known.
  public func name(of officeCode: String) -> String {
    offices.index(ofCode: officeCode).map { offices.offices[$0].name } ?? ""
  }

  /// The name of an office's district; empty where its code is not known.
  func district(of officeCode: String) -> String {
    offices.index(ofCode: officeCode).map { offices.offices[$0].districtName } ?? ""
  }

  /// The plan of an office.
  public func plan(for officeCode: String) -> OfficePlan? {
    plans.first { $0.officeCode == officeCode }
  }

  /// The figures of an office.
  func caseload(of officeCode: String) -> Caseload? {
    caseloads.first { $0.officeCode == officeCode }
  }

  /// From how many subjects on one more assistant is due, office by office.
  public func nextAssistant(_ officeCode: String) -> BreakEven? {
    caseload(of: officeCode).flatMap { method.breakEvens(for: $0, count: 1).first }
  }
}

extension Rational {
  /// The value with two decimals, half up, as a number for JSON.
  public var twoDecimals: Decimal {
    Decimal(string: decimal(places: 2)) ?? 0
  }
}
