public import Model

/// The name of a local setting, with the reason for its default.
public enum PlacementSetting: String, Hashable, Sendable, CaseIterable {
  /// People invited to interviews a place.
  case interviewRatio = "interview_ratio"
  /// What happens to a part of a person.
  case ratioRounding = "ratio_rounding"
  /// What the list for interviews is ordered by.
  case shortlistOrder = "shortlist_order"
  /// What happens to those who tie for the last invitation.
  case lastPlaceTies = "last_place_ties"
  /// People a place below which fewer places are proposed.
  case openingRatio = "opening_ratio"
  /// The parts of the total and their weights.
  case markParts = "mark_parts"
  /// Where the total is rounded.
  case markRounding = "mark_rounding"
  /// The least written mark.
  case writtenMinimum = "written_minimum"
  /// The least interview mark.
  case interviewMinimum = "interview_minimum"
  /// The least total.
  case totalMinimum = "total_minimum"
  /// What tells equal totals apart.
  case markTies = "mark_ties"
  /// What is asked where too few compete.
  case noCompetition = "no_competition"
  /// Whether somebody may be exempt from a part.
  case markExemption = "mark_exemption"
  /// People called to checks a place.
  case checkRatio = "check_ratio"
  /// Days within which a second medical examination may be asked for.
  case recheck
  /// How often a place may go to a next person.
  case replacementRounds = "replacement_rounds"
  /// The losses that are replaced.
  case replacedAfter = "replaced_after"
  /// How many wishes count.
  case wishesUsed = "wishes_used"
  /// Whether those without a place are placed where room is left.
  case adjustRound = "adjust_round"
  /// How many days a notice hangs.
  case noticeDays = "notice_days"
  /// Whether the day of publication counts.
  case noticeFirstDay = "notice_first_day"
  /// How many months the reserve list is good for.
  case reserveMonths = "reserve_months"

  /// The name for people.
  public var title: Bilingual {
    switch self {
    case .interviewRatio: Bilingual(zh: "面试比例", en: "people invited a place")
    case .ratioRounding: Bilingual(zh: "比例取整", en: "rounding of the ratio")
    case .shortlistOrder: Bilingual(zh: "入围排序依据", en: "order of the list")
    case .lastPlaceTies: Bilingual(zh: "末位并列", en: "ties for the last invitation")
    case .openingRatio: Bilingual(zh: "开考比例", en: "opening ratio")
    case .markParts: Bilingual(zh: "成绩构成", en: "weights of the marks")
    case .markRounding: Bilingual(zh: "成绩取舍", en: "rounding of the total")
    case .writtenMinimum: Bilingual(zh: "笔试合格线", en: "least written mark")
    case .interviewMinimum: Bilingual(zh: "面试合格线", en: "least interview mark")
    case .totalMinimum: Bilingual(zh: "综合成绩合格线", en: "least total")
    case .markTies: Bilingual(zh: "同分排序", en: "what tells equal totals apart")
    case .noCompetition: Bilingual(zh: "不形成竞争时的要求", en: "rule without competition")
    case .markExemption: Bilingual(zh: "是否允许免考", en: "exemption from a part")
    case .checkRatio: Bilingual(zh: "体检考察比例", en: "people checked a place")
    case .recheck: Bilingual(zh: "可申请复检的天数", en: "days to ask for a second examination")
    case .replacementRounds: Bilingual(zh: "递补次数", en: "rounds of replacement")
    case .replacedAfter: Bilingual(zh: "可递补的情形", en: "losses that are replaced")
    case .wishesUsed: Bilingual(zh: "有效志愿数", en: "wishes that count")
    case .adjustRound: Bilingual(zh: "是否调剂", en: "placing where room is left")
    case .noticeDays: Bilingual(zh: "公示天数", en: "days of a notice")
    case .noticeFirstDay: Bilingual(zh: "公示首日是否计入", en: "day of publication counts")
    case .reserveMonths: Bilingual(zh: "递补名单有效月数", en: "months of the reserve list")
    }
  }

  /// Why the default is what it is.
  public var reason: Bilingual {
    switch self {
    case .interviewRatio:
      Bilingual(zh: "北京社区工作者招聘多用 3:1", en: "3:1 is usual for Beijing's community workers")
    case .ratioRounding: Bilingual(zh: "不足一人的按一人", en: "a part of a person is one person")
    case .shortlistOrder:
      Bilingual(zh: "没有笔试时只有名次可用", en: "without a written mark there is only the rank")
    case .lastPlaceTies:
      Bilingual(zh: "末位并列的一并进入，不由程序取舍", en: "equals are invited together, not picked")
    case .openingRatio:
      Bilingual(zh: "是否核减名额由人决定", en: "whether places are cut is for people to decide")
    case .markParts: Bilingual(zh: "笔试 40%、面试 60% 最常见", en: "40 and 60 percent are most usual")
    case .markRounding: Bilingual(zh: "合成后四舍五入一次，误差最小", en: "one rounding errs least")
    case .writtenMinimum, .totalMinimum:
      Bilingual(zh: "各地不一，公告写明才有", en: "practice differs; only an announced line counts")
    case .interviewMinimum: Bilingual(zh: "面试多以 60 分为合格", en: "an interview is mostly passed at 60")
    case .markTies:
      Bilingual(zh: "各地先后不一，留给人决定", en: "practice differs, so equals are left to people")
    case .noCompetition: Bilingual(zh: "公告写明才有", en: "only where it is announced")
    case .markExemption: Bilingual(zh: "公告写明才有", en: "only where it is announced")
    case .checkRatio: Bilingual(zh: "多为等额", en: "mostly one person a place")
    case .recheck: Bilingual(zh: "复检一次，以复检为准", en: "one second examination, which stands")
    case .replacementRounds:
      Bilingual(zh: "多为不超过两次，之后空缺", en: "mostly at most twice, then the place stays open")
    case .replacedAfter:
      Bilingual(zh: "办理聘用手续后不再递补", en: "nobody follows after the hiring formalities")
    case .wishesUsed: Bilingual(zh: "报名表有三个志愿", en: "the sheet has three wishes")
    case .adjustRound: Bilingual(zh: "没有人报的先后可依", en: "nobody wished for that order")
    case .noticeDays:
      Bilingual(zh: "参照公务员不少于 5 个工作日", en: "civil servants: at least 5 working days")
    case .noticeFirstDay: Bilingual(zh: "民法典第二百零一条", en: "Civil Code, article 201")
    case .reserveMonths: Bilingual(zh: "没有依据可循，取半年", en: "no source; half a year")
    }
  }
}
