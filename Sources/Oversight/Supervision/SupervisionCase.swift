public import Model

/// How far one finding has come (督导流程, 四（三）), with the days that each step took.
///
/// Nothing follows from how many or how grave findings are: a proposal is a named person's, and what
/// becomes of it is the street's decision.
public struct SupervisionCase: Hashable, Sendable {
  /// Where it stands.
  public enum State: Int, Hashable, Sendable, CaseIterable {
    /// Found (已发现).
    case found
    /// The street knows (已反馈).
    case reported
    /// Being mended (整改中).
    case correcting
    /// Looked at again (已复查).
    case checked
    /// A replacement is advised (调换建议).
    case proposed
    /// Closed (已结).
    case closed
  }

  /// What is amiss or late.
  public enum Issue: Hashable, Sendable {
    /// The street has not been told within the days of the settings.
    case feedbackLate(due: CivilDate)
    /// The street has not answered within the days of the settings.
    case replyLate(due: CivilDate)
    /// A replacement was advised before the street was told.
    case proposalWithoutFeedback
    /// A replacement was advised without a name.
    case proposalUnsigned
    /// A replacement was advised without a document.
    case proposalUndocumented
    /// An entry in the appraisal does not say of which year.
    case appraisalWithoutPeriod
  }

  /// The finding.
  public let finding: SupervisionFinding
  /// The office at which the assistant was on the day; nil where none is known.
  public let office: String?
  /// The steps by day.
  public let steps: [FollowUpStep]
  /// Where it stands.
  public let state: State
  /// The working days from the finding to the first word to the street.
  public let feedbackDays: Int?
  /// The last day for it.
  public let feedbackDue: CivilDate
  /// What is amiss.
  public let issues: [Issue]

  /// Whether it answers to 四（三）: the district's bureau found it, and it is about the work.
  public var isUnderClause: Bool { Self.isUnderClause(finding) }

  /// Follows a finding up to a date.
  /// - Throws: `WorkingCalendarError.noTable` where a year's days off are not known.
  public init(
    _ finding: SupervisionFinding, steps: [FollowUpStep], roster: Roster, asOf: CivilDate,
    calendar: WorkingCalendar, settings: OversightSettings
  ) throws(WorkingCalendarError) {
    self.finding = finding
    office = roster.office(of: finding.assistant, on: finding.found)
    let known = Set(steps.filter { $0.finding == finding.number && $0.day <= asOf })
      .sorted(by: FollowUpStep.precedes)
    self.steps = known
    func first(_ step: FollowUpStep.Step) -> CivilDate? { known.first { $0.step == step }?.day }
    let feedback = first(.feedback)
    let due = try calendar.workingDay(settings.feedbackDays, after: finding.found)
    feedbackDue = due
    if let feedback {
      feedbackDays = try calendar.workingDays(after: finding.found, through: feedback)
    } else {
      feedbackDays = nil
    }
    var issues: [Issue] = []
    let isBound = Self.isUnderClause(finding)
    if isBound, (feedback ?? asOf) > due, feedback != nil || !Self.isClosed(finding, asOf) {
      issues.append(.feedbackLate(due: due))
    }
    // The street answers the last thing that it was asked.
    let asked = first(.proposal) ?? feedback
    let answered = known.contains { step in
      (step.step == .decision || step.step == .correction) && step.day >= asked ?? step.day
    }
    if isBound, let asked, !answered, !Self.isClosed(finding, asOf),
      let last = asked.advanced(byDays: settings.replyDays), asOf > last
    {
      issues.append(.replyLate(due: last))
    }
    for proposal in known where proposal.step == .proposal {
      if feedback.map({ $0 > proposal.day }) ?? true { issues.append(.proposalWithoutFeedback) }
      if proposal.by?.isEmpty ?? true { issues.append(.proposalUnsigned) }
      if proposal.document?.isEmpty ?? true { issues.append(.proposalUndocumented) }
    }
    if known.contains(where: { $0.step == .appraisal && $0.period?.isEmpty ?? true }) {
      issues.append(.appraisalWithoutPeriod)
    }
    self.issues = issues
    state = Self.state(known, isClosed: Self.isClosed(finding, asOf))
  }

  private static func isUnderClause(_ finding: SupervisionFinding) -> Bool {
    finding.finder == .bureau && finding.kind != .discipline && finding.kind != .recusal
  }

  private static func isClosed(_ finding: SupervisionFinding, _ date: CivilDate) -> Bool {
    finding.closed.map { $0 <= date } ?? false
  }

  private static func state(_ steps: [FollowUpStep], isClosed: Bool) -> State {
    let taken = Set(steps.map(\.step))
    if isClosed || taken.contains(.decision) { return .closed }
    if taken.contains(.proposal) { return .proposed }
    if taken.contains(.check) { return .checked }
    if taken.contains(.correction) { return .correcting }
    return taken.contains(.feedback) ? .reported : .found
  }
}

extension FollowUpStep {
  static func precedes(_ one: FollowUpStep, _ other: FollowUpStep) -> Bool {
    if one.day != other.day { return one.day < other.day }
    let order = Step.allCases
    let places = [one, other].map { order.firstIndex(of: $0.step) ?? order.count }
    if places[0] != places[1] { return places[0] < places[1] }
    let keys = [one, other].map {
      [$0.finding, $0.by ?? "", $0.document ?? "", $0.decision ?? "", $0.period ?? ""]
    }
    return keys[0].lexicographicallyPrecedes(keys[1], by: String.precedes)
  }
}
