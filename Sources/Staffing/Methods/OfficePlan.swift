public import Model

/// The assistants that one office should ask for (拟配协管员), with the working.
public struct OfficePlan: Hashable, Sendable {
  /// The office's nine-digit code.
  public let officeCode: String
  /// The day of the caseload sheet on which the plan rests (统计日期).
  public let asOf: CivilDate
  /// Officers; unknown where nil.
  public let officers: Int?
  /// Subjects; unknown where nil.
  public let subjects: Int?
  /// Assistants in post; unknown where nil.
  public let inPost: Int?
  /// Assistants in post who are away for now, in full-time people.
  public let assistantsAway: Rational
  /// Assistants needed, exact; shown with two decimals, half up.
  public let required: Rational?
  /// Assistants proposed, in whole people, within the limits.
  public let proposed: Int?
  /// Officers needed for the work that only officers may do, in whole people.
  public let officersNeeded: Int?
  /// Officers short of that; reported apart and never turned into assistants (一（二）8).
  public let officerShortfall: Int?
  /// Why `required` or `proposed` is nil.
  public let obstacle: PlanObstacle?
  /// What a reader must know besides the numbers.
  public let remarks: [PlanRemark]
  /// What makes the office's figures doubtful.
  public internal(set) var warnings: [PlanWarning] = []
  /// The arithmetic, line by line, each with the clause or "local setting".
  public let working: [Bilingual]
  /// What was worked out on the way; empty where something stood in the way of the need.
  public let quantities: [Quantity: Rational]

  /// Whether the caseload sheet is older than it may be.
  public var isOutdated: Bool {
    warnings.contains { if case .sheetOld = $0 { true } else { false } }
  }

  /// The remarks and the warnings, for people.
  public var notes: [Bilingual] { remarks.map(\.wording) + warnings.map(\.wording) }

  /// Assistants proposed less those in post; below 0 where there are more than proposed.
  public var difference: Int? {
    guard let proposed, let inPost else { return nil }
    return proposed - inPost
  }

  /// Those in post and not away against those needed (WISN ratio); below 1 is short.
  ///
  /// Nil where nobody is needed: no need is not no pressure.
  public var coverage: Rational? {
    guard let inPost, let required else { return nil }
    return try? (Rational(inPost) - assistantsAway) / required
  }

  /// What rounding and the limits add to the need, or take from it where below 0, in people.
  public var roundingCost: Rational? {
    guard let proposed, let required else { return nil }
    return try? Rational(proposed) - required
  }

  /// Why something is nil, in words: the obstacle, or the unknown number in post.
  public var reason: Bilingual? {
    obstacle?.wording ?? (difference == nil ? PlanRemark.inPostUnknown.wording : nil)
  }
}

/// What a reader of a computed plan must know besides the numbers.
public enum PlanRemark: String, Hashable, Sendable {
  /// The office has no officer, so nobody may do the enforcement work.
  case noOfficers = "no_officers"
  /// The office has no subject; the need is 0 and only the minimum acts.
  case noSubjects = "no_subjects"
  /// Fewer officers than needed; more assistants do not mend that.
  case officersShort = "officers_short"
  /// The spare officers' help exceeds the need, which stops at 0.
  case needStopsAtZero = "need_stops_at_zero"
  /// The minimum raised the proposal.
  case raisedToMinimum = "raised_to_minimum"
  /// The maximum cut the proposal.
  case cutToMaximum = "cut_to_maximum"
  /// The figure of assistants in post is unknown, so no difference is given.
  case inPostUnknown = "in_post_unknown"
  /// Subjects are not told apart by class; the value for no class was used.
  case classesNotReported = "classes_not_reported"

  /// The wording for people.
  public var wording: Bilingual {
    switch self {
    case .noOfficers:
      Bilingual(
        zh: "没有专门国家工作人员：执法工作无人可做，协管员不得代替〔意见一（二）8〕。",
        en: "No officer: nobody may do the enforcement work, and assistants must not "
          + "[Opinion 一（二）8].")
    case .noSubjects:
      Bilingual(
        zh: "没有社区矫正对象：按对象数的需要为 0，只有最少人数起作用。",
        en: "No subjects: the need from subjects is 0, and only the minimum acts.")
    case .officersShort:
      Bilingual(
        zh: "专门国家工作人员不足，单独报告，不折算为协管员〔意见一（二）8〕。",
        en: "Officers are short; this is reported apart and never becomes assistants "
          + "[Opinion 一（二）8].")
    case .needStopsAtZero:
      Bilingual(zh: "富余力量超过需要，需要以 0 计。", en: "Spare officers exceed the need, which stops at 0.")
    case .raisedToMinimum: Bilingual(zh: "按最少人数提高。", en: "Raised to the minimum.")
    case .cutToMaximum: Bilingual(zh: "按最多人数减少。", en: "Cut to the maximum.")
    case .inPostUnknown:
      Bilingual(zh: "在岗协管员数未填，无法计算增减。", en: "Assistants in post are unknown: no difference.")
    case .classesNotReported:
      Bilingual(
        zh: "未分管理类别，按“未分类”取值计算。", en: "Classes not reported; the value for no class was used.")
    }
  }
}
