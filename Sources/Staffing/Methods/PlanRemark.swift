public import Model

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
