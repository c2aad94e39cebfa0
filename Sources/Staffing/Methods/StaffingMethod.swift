public import Model

/// A way to derive the assistants that an office needs from its figures.
///
/// Methods are pure: equal settings and figures give equal plans. Each must be monotone: more
/// subjects never lower the need, and work that only officers may do never raises it.
public protocol StaffingMethod: Sendable {
  /// The name on the command line: `ratio`, `workload` or `points`.
  var id: String { get }
  /// How a need becomes whole people.
  var wholePeople: WholePeople { get }

  /// The need of one office, with the lines that show how it was found.
  ///
  /// - Throws: the named reason why it cannot be computed.
  func need(of caseload: Caseload, working: inout [Bilingual]) throws(PlanObstacle) -> StaffingNeed
}

/// What the work of an office needs, before whole people and limits.
public struct StaffingNeed: Hashable, Sendable {
  /// Assistants, at least 0.
  public let assistants: Rational
  /// Officers for the work that only officers may do, in whole people.
  public let officers: Int
  /// Officers short of that, in whole people; those away for now count as short.
  public let officersShort: Int
  /// Assistants away for now, such as on maternity leave, in full-time people.
  public let assistantsAway: Rational
  /// What a reader must know about it.
  public let remarks: [PlanRemark]

  /// Describes a need.
  public init(
    assistants: Rational, officers: Int, officersShort: Int, assistantsAway: Rational = .zero,
    remarks: [PlanRemark] = []
  ) {
    self.assistants = assistants
    self.officers = officers
    self.officersShort = officersShort
    self.assistantsAway = assistantsAway
    self.remarks = remarks
  }
}

extension StaffingMethod {
  /// Plans one office.
  ///
  /// What cannot be computed is nothing, with a named reason; the plan itself never fails.
  public func plan(for caseload: Caseload) -> OfficePlan {
    var working: [Bilingual] = []
    var remarks: [PlanRemark] = []
    var need: StaffingNeed?
    var proposed: Int?
    var obstacle: PlanObstacle?
    do {
      try caseload.checkFigures()
      let found = try self.need(of: caseload, working: &working)
      need = found
      remarks = caseload.standingRemarks(officersShort: found.officersShort) + found.remarks
      proposed = try wholePeople.proposal(
        for: found.assistants, working: &working, remarks: &remarks)
    } catch {
      obstacle = error
    }
    if caseload.assistants == nil { remarks.append(.inPostUnknown) }
    if let proposed, let inPost = caseload.assistants {
      working.append(
        Bilingual(
          zh: "增减：\(proposed) − \(inPost) = \(proposed - inPost)",
          en: "Difference: \(proposed) − \(inPost) = \(proposed - inPost)",
          basis: .clause("四（一）")))
    }
    return OfficePlan(
      officeCode: caseload.officeCode, officers: caseload.officers, subjects: caseload.subjects,
      inPost: caseload.assistants, assistantsAway: need?.assistantsAway ?? .zero,
      required: need?.assistants, proposed: proposed, officersNeeded: need?.officers,
      officerShortfall: need?.officersShort, obstacle: obstacle,
      remarks: remarks, working: working)
  }
}

extension Caseload {
  /// Refuses figures that no office can have.
  fileprivate func checkFigures() throws(PlanObstacle) {
    for figure in Figure.allCases {
      if let value = figure.value(in: self), value < 0 { throw .negative(figure) }
    }
    if let classes, let subjects {
      let (first, isOver) = classes.strict.addingReportingOverflow(classes.general)
      let (sum, isAbove) = first.addingReportingOverflow(classes.lenient)
      guard !isOver, !isAbove else { throw .outOfRange }
      guard sum == subjects else { throw .classesDisagree(sum: sum, subjects: subjects) }
    }
  }

  fileprivate func standingRemarks(officersShort: Int) -> [PlanRemark] {
    var remarks: [PlanRemark] = []
    if officers == 0 { remarks.append(.noOfficers) }
    if subjects == 0 { remarks.append(.noSubjects) }
    if officersShort > 0 { remarks.append(.officersShort) }
    return remarks
  }
}
