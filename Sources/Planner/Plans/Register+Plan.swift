import Foundation
public import Model
import Oversight
public import Policy
public import Register
public import Reporting
public import Staffing
import Tabular

/// What is asked of a headcount plan.
public struct PlanRequest: Sendable {
  /// The method.
  public var method: StaffingMethod
  /// The only office that is planned; every office where nil.
  public var office: String?
  /// What a what-if puts otherwise; a plan with none is kept.
  public var assumptions: [Assumption] = []
  /// A file of named what-ifs to stand beside the plan.
  public var scenarios: String?
  /// How to look ahead; nil where nobody asks for it.
  public var ahead: HeadcountForecast.Choices?

  /// Asks for every office by one method.
  public init(_ method: StaffingMethod = .ratio, office: String? = nil) {
    self.method = method
    self.office = office
  }
}

extension Register {
  /// Proposes assistants office by office, and keeps the plan unless it is a what-if.
  ///
  /// - Parameter moment: the moment in ISO 8601, for the record.
  /// - Throws: `PolicyError`, `StaffingError`, `RegisterError`, and `TabularError` where there is no
  ///   such file of what-ifs.
  public func plan(
    _ request: PlanRequest, policy: PolicyPack, asOf day: CivilDate, moment: String
  ) throws -> PlanReport {
    let rules = try policy.rules(on: day)
    let offices = try officeTable()
    let plan = try plan(
      rules, by: request.method, office: request.office, assuming: request.assumptions)
    let stored = StoredPlan(plan, policy: policy, asOf: day, madeAt: moment)
    let isKept = request.assumptions.isEmpty && !plan.offices.isEmpty
    if isKept { try store(stored) }
    return PlanReport(
      plan, rules: rules, offices: offices, id: isKept ? stored.id : nil, digest: stored.digest,
      confirmation: try isKept ? confirmationState(ofPlan: stored.id) : .none,
      scenarios: try request.scenarios.map { path in
        try ScenarioPlan.all(
          in: Self.scenarios(path), beside: plan, rules: rules, naming: offices.name)
      } ?? [],
      forecast: try request.ahead.flatMap { choices in
        let history = try history()
        return try history.isEmpty
          ? nil : HeadcountForecast(plan, history: history, rules: rules, choices: choices)
      },
      watch: request.method == .points && request.assumptions.isEmpty
        ? try CapacityWatch(plan, of: rules, sheets: caseloadSheets(upTo: day)) : nil,
      warnings: try laterSheets(than: plan, on: day),
      comparisons: comparisons(of: plan, rules, request.assumptions),
      stoppedAtZero: try stoppedAtZero(request, rules, offices))
  }

  /// The plan's offices by every method whose settings can be used.
  private func comparisons(
    of plan: StaffingPlan, _ rules: RuleSet, _ assumptions: [Assumption]
  ) -> [String: MethodComparison] {
    let norms = StaffingMethod.allCases.compactMap { method in
      method == plan.norm.method
        ? plan.norm
        : try? StaffingNorm(method, of: rules, assuming: assumptions.filter { !$0.isSetting })
    }
    return Dictionary(
      plan.caseloads.map { caseload in
        (
          caseload.officeCode,
          MethodComparison(of: caseload, by: norms)
        )
      }, uniquingKeysWith: { first, _ in first })
  }

  /// The offices that are not in a plan because all their caseload sheets are of later days.
  private func laterSheets(than plan: StaffingPlan, on day: CivilDate) throws
    -> [String: PlanWarning]
  {
    let planned = Set(plan.caseloads.map(\.officeCode))
    let others = try caseloads(upTo: .latest).filter {
      !planned.contains($0.officeCode) && (plan.onlyOffice ?? $0.officeCode) == $0.officeCode
    }
    return Dictionary(
      others.filter { $0.asOf > day }.map { ($0.officeCode, .sheetsLater(asOf: $0.asOf)) },
      uniquingKeysWith: { first, _ in first })
  }

  /// The changes of a what-if that stop at 0, office by office.
  private func stoppedAtZero(
    _ request: PlanRequest, _ rules: RuleSet, _ offices: OfficeTable
  ) throws -> [Bilingual] {
    guard !request.assumptions.isEmpty else { return [] }
    return try caseloads(upTo: rules.date)
      .filter { (request.office ?? $0.officeCode) == $0.officeCode }
      .flatMap { caseload in
        request.assumptions.stoppedAtZero(at: caseload).map { change in
          let name = "\(caseload.officeCode) \(offices.name(of: caseload.officeCode))"
          return Bilingual(
            zh: "\(name)：假设“\(change.wording.zh)”会低于 0，按 0 计算。",
            en: "\(name): the assumption “\(change.wording.en)” would go below 0 and is taken as 0."
          )
        }
      }
  }

  /// Plans every office whose caseload the register holds, and keeps nothing.
  ///
  /// - Parameters:
  ///   - office: only this office, where one is named; without a caseload it is planned from the
  ///     what-if alone.
  ///   - assumptions: a what-if; none plans from what the register and the rules say.
  /// - Throws: `StaffingError`, `RegisterError`.
  func plan(
    _ rules: RuleSet, by method: StaffingMethod = .ratio, office: String? = nil,
    assuming assumptions: [Assumption] = []
  ) throws -> StaffingPlan {
    var caseloads = try caseloads(upTo: rules.date)
    if let office { caseloads = caseloads.filter { $0.officeCode == office } }
    if caseloads.isEmpty, !assumptions.isEmpty {
      caseloads = [
        Caseload(
          officeCode: office ?? "", asOf: rules.date, officers: nil, assistants: nil, subjects: nil)
      ]
    }
    // A what-if is about figures that no list has.
    let roster = assumptions.isEmpty ? try OversightFacts.roster(of: self) : Roster([])
    return StaffingPlan(
      try assumptions.applied(to: caseloads),
      by: try StaffingNorm(method, of: rules, assuming: assumptions), onlyOffice: office
    ).warned(
      on: rules.date,
      validMonths: Int(rules.parameters["caseload_valid_months"]?.value.integer ?? 3),
      history: try history(),
      listed: { caseload in
        roster.spells.isEmpty
          ? nil : roster.headcounts(on: caseload.asOf)[caseload.officeCode] ?? 0
      })
  }

  /// The caseloads that were reported on each of the last days.
  private func caseloadSheets(upTo day: CivilDate) throws -> [CivilDate: [Caseload]] {
    var sheets: [CivilDate: [Caseload]] = [:]
    for day in try caseloadDays(upTo: day) {
      sheets[day] = try caseloads(upTo: day).filter { $0.asOf == day }
    }
    return sheets
  }

  private static func scenarios(_ path: String) throws -> ScenarioFile {
    try ScenarioFile(
      name: URL(fileURLWithPath: path).lastPathComponent, bytes: InputFile.bytes(of: path))
  }

  /// Looks ahead at subjects, and at the headcount that they imply by a method.
  ///
  /// - Throws: `StaffingError`, `RegisterError`.
  public func forecast(
    _ rules: RuleSet, by method: StaffingMethod, office: String?,
    choices: HeadcountForecast.Choices
  ) throws -> ForecastAnswer {
    ForecastAnswer(
      try HeadcountForecast(
        plan(rules, by: method, office: office), history: history(), rules: rules,
        choices: choices),
      names: try officeTable())
  }
}

extension PlanReport {
  /// Writes `plan.html`, `plan.xlsx` and `plan.csv` into a folder that has none of them.
  ///
  /// - Returns: the paths, in the order in which a person should open them.
  /// - Throws: `TabularError`.
  public func write(to folder: String, language: Language) throws -> [String] {
    try OutputFolder.make(folder)
    let names = ["plan.html", "plan.xlsx", "plan.csv"]
    let paths = names.map { "\(folder)/\($0)" }
    for path in paths where OutputFile.isTaken(path) { throw TabularError.exists(path: path) }
    let draft = try DraftFolder(beside: paths[0])
    try OutputFile.write(
      Array(PlanPage(self, language: language).html.utf8), to: draft.path + "/plan.html")
    try PlanWorkbook(self, language: language).write(to: draft.path + "/plan.xlsx")
    try PlanTable(plan, offices: offices, confirmation: confirmation)
      .write(to: draft.path + "/plan.csv", language: language)
    for (name, path) in zip(names, paths) { try draft.publish(name, as: path) }
    return paths
  }
}
