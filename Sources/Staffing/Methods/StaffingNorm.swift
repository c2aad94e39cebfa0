public import Model
public import Policy

/// A method with the settings that a district chose (配备标准), ready to plan any office.
///
/// It is pure: equal settings and figures give equal plans. More subjects never lower the need, and
/// work that only officers may do never raises it.
public struct StaffingNorm: Hashable, Sendable {
  /// The method.
  public let method: StaffingMethod
  /// The local settings.
  public let settings: StaffingSettings
  let calculation: Calculation

  /// A method with settings.
  public init(_ method: StaffingMethod, _ settings: StaffingSettings) {
    self.method = method
    self.settings = settings
    var calculation: Calculation =
      switch method {
      case .ratio: .ratio(settings)
      case .workload: .workload(settings)
      case .points: .points(settings)
      }
    calculation.definitions[.proposed] = .people(.quantity(.required))
    calculation.definitions[.difference] = .quantity(.proposed) - .figure(.assistants)
    self.calculation = calculation
  }

  /// A method with the settings of the rules, and with what a what-if puts otherwise.
  ///
  /// - Throws: `StaffingError.setting`.
  public init(
    _ method: StaffingMethod, of rules: RuleSet, assuming assumptions: [Assumption] = []
  ) throws(StaffingError) {
    self.init(
      method, try StaffingSettings(method, of: rules, assuming: assumptions.settings))
  }

  /// How a quantity is worked out; nil for one that the method has not.
  public func definition(of quantity: Quantity) -> Expression? {
    calculation.definitions[quantity]
  }

  /// What an expression comes to at an office, or apart from any.
  ///
  /// - Throws: the named reason why it cannot be computed.
  public func value(
    of expression: Expression, at caseload: Caseload? = nil
  ) throws(PlanObstacle) -> Rational {
    var working = Working(self, at: caseload)
    return try working.value(of: expression)
  }

  /// Plans one office.
  ///
  /// What cannot be computed is nil, with a named reason; the plan itself never fails.
  public func plan(for caseload: Caseload) -> OfficePlan {
    var working = Working(self, at: caseload)
    var remarks: [PlanRemark] = []
    var need: [Quantity: Rational] = [:]
    var obstacle: PlanObstacle?
    do {
      try check(caseload)
      try working.tell()
      _ = try working.value(of: .officersNeeded)
      _ = try working.value(of: .required)
      need = working.values
      remarks = self.remarks(at: caseload, need)
      if let limit = try working.propose() { remarks.append(limit) }
    } catch {
      obstacle = error
    }
    if caseload.assistants == nil { remarks.append(.inPostUnknown) }
    let proposed = working.values[.proposed]?.whole
    if proposed != nil, caseload.assistants != nil { working.tellDifference() }
    return OfficePlan(
      officeCode: caseload.officeCode, asOf: caseload.asOf, officers: caseload.officers,
      subjects: caseload.subjects,
      inPost: caseload.assistants, assistantsAway: need[.away(.assistant)] ?? .zero,
      required: need[.required], proposed: proposed, officersNeeded: need[.officersNeeded]?.whole,
      officerShortfall: need[.officersShort]?.whole, obstacle: obstacle, remarks: remarks,
      working: working.lines, quantities: need)
  }

  /// Refuses figures and settings from which nothing can come.
  private func check(_ caseload: Caseload) throws(PlanObstacle) {
    for figure in Figure.allCases {
      if let value = figure.value(in: caseload), value < 0 { throw .negative(figure) }
    }
    if let classes = caseload.classes, let subjects = caseload.subjects {
      let (first, isOver) = classes.strict.addingReportingOverflow(classes.general)
      let (sum, isAbove) = first.addingReportingOverflow(classes.lenient)
      guard !isOver, !isAbove else { throw .outOfRange }
      guard sum == subjects else { throw .classesDisagree(sum: sum, subjects: subjects) }
    }
    let missing = Figure.allCases.filter {
      calculation.figures.contains($0) && $0.value(in: caseload) == nil
    }
    guard missing.isEmpty else { throw .missing(missing) }
    for parameter in calculation.positive
    where settings.numbers[parameter] ?? .zero <= .zero { throw .notPositive(parameter) }
  }

  private func remarks(at caseload: Caseload, _ need: [Quantity: Rational]) -> [PlanRemark] {
    var remarks: [PlanRemark] = []
    if caseload.officers == 0 { remarks.append(.noOfficers) }
    if caseload.subjects == 0 { remarks.append(.noSubjects) }
    if need[.officersShort] ?? .zero > .zero { remarks.append(.officersShort) }
    if caseload.classes == nil, calculation.tellsClassesApart {
      remarks.append(.classesNotReported)
    }
    if let balance = need[.balance], balance < .zero { remarks.append(.needStopsAtZero) }
    return remarks
  }
}

extension StaffingSettings {
  func rows(of table: SettingTable?) -> [any SettingRow] {
    switch table {
    case .activities: activities
    case .allowances: allowances
    case nil: []
    }
  }

  /// The people of a role who are away from an office on the day of its figures.
  func reductions(of role: StaffRole, at caseload: Caseload) -> [StaffReduction] {
    reductions.filter {
      $0.role == role && $0.officeCode == caseload.officeCode && $0.from <= caseload.asOf
        && caseload.asOf <= $0.until
    }
  }
}
