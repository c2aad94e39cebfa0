/// Work that the Opinion names (一（二）), with the verb that it uses of assistants.
public enum DutyActivity: String, Hashable, Sendable, CaseIterable {
  case investigation = "调查评估"
  case talk = "谈话教育记录"
  case search = "查找"
  case lifeInquiry = "生活就业情况调查"
  case visit = "实地查访"
  case phoneReport = "电话报告接听"
  case analysis = "综合分析"
  case liaison = "通信联络核查录入"
  case emergency = "突发事件处置"
  case support = "帮教"
  case correctionGroup = "矫正小组"
  case correctionPlan = "矫正方案"
  case caseEvaluation = "个案矫正效果评估"
  case education = "教育活动"
  case communityService = "公益活动"
  case serviceProof = "收集公益活动证明"
  case releasePreparation = "解矫前准备"
  case releaseProcedure = "解除矫正程序"
  case filing = "整理归档"
  case publicity = "法规政策宣传"
  case opinions = "收集意见建议"
  case admission = "接收"
  case announcement = "宣告"
  case appraisal = "考核"
  case rewardsAndPenalties = "奖惩"
  case release = "解矫"
  case otherEnforcement = "其他执法工作"
  case leave = "外出请销假"
  case move = "迁居"
  case visitors = "会客"
  case appeal = "申诉"
  case accusation = "控告"
  case report = "检举"
  case otherHandling = "其他接处工作"
  case other = "其他工作"

  /// The part that the text leaves to assistants.
  public enum Verb: Hashable, Sendable {
    /// To help (协助) or to take part (参与).
    case helps
    /// To do it: 负责, or named without another verb.
    case does
    /// Never (一（二）8).
    case never
    /// Whatever the justice office arranges (一（二）9).
    case arranged
  }

  /// The item of 一（二）, 1–9.
  public var item: Int {
    switch self {
    case .investigation, .talk, .search: 1
    case .lifeInquiry, .visit, .phoneReport, .analysis, .liaison, .emergency: 2
    case .support, .correctionGroup, .correctionPlan, .caseEvaluation, .education: 3
    case .communityService, .serviceProof: 4
    case .releasePreparation, .releaseProcedure: 5
    case .filing: 6
    case .publicity, .opinions: 7
    case .admission, .announcement, .appraisal, .rewardsAndPenalties, .release, .otherEnforcement,
      .leave, .move, .visitors, .appeal, .accusation, .report, .otherHandling:
      8
    case .other: 9
    }
  }

  /// What the text lets assistants do of it.
  public var verb: Verb {
    switch self {
    case .phoneReport, .liaison, .serviceProof, .opinions: .does
    case .other: .arranged
    case _ where item == 8: .never
    default: .helps
    }
  }

  /// The clause.
  public var clause: String { "一（二）\(item)" }
}

/// The part that somebody has in a piece of work (承担方式).
public enum DutyRole: String, Hashable, Sendable, CaseIterable {
  /// Helps (协助).
  case helps = "协助"
  /// Takes part (参与).
  case takesPart = "参与"
  /// Is responsible for it (负责).
  case responsible = "负责"
  /// Does it alone, in place of an officer (独立办理).
  case alone = "独立办理"
}
