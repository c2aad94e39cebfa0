extension ClosedList {
  package static let trainingKind = ClosedList(["岗前", "岗中", "综合", "交流"], wrong: .kindWrong)
  package static let organiser = ClosedList(
    ["区司法局", "街道", "其他"], wrong: .valueNotListed,
    synonyms: ["区司法局": bureaus, "街道": streets, "其他": ["其它"]])
  package static let attendance = ClosedList(
    ["参加", "缺席", "补课"], wrong: .valueNotListed,
    synonyms: ["参加": ["已参加", "出勤", "到"], "缺席": ["未参加", "缺勤"], "补课": ["补训"]])
  package static let audience = ClosedList(["全体", "新入职", "街道"], wrong: .valueNotListed)
  package static let findingKind = ClosedList(
    ["职责", "要求", "能力", "纪律", "回避"], wrong: .kindWrong)
  package static let finder = ClosedList(
    ["区司法局", "街道", "司法所", "其他"], wrong: .valueNotListed,
    synonyms: ["区司法局": bureaus, "街道": streets, "司法所": justiceOffices, "其他": ["其它"]])
  package static let severity = ClosedList(["1", "2", "3"], wrong: .severityWrong)
  package static let relation = ClosedList(
    ["近亲属", "利害关系", "其他", "无"], wrong: .relationWrong, synonyms: ["其他": ["其它"]])
  package static let recusalDecision = ClosedList(["回避", "不回避", "待定"], wrong: .valueNotListed)
  package static let dutyActivity = ClosedList(
    DutyActivity.allCases.map(\.rawValue), wrong: .valueNotListed,
    synonyms: [
      "电话报告接听": ["接听电话报告", "电话接听"], "通信联络核查录入": ["通信联络", "信息化核查", "录入", "信息录入"],
      "整理归档": ["归档", "档案整理"], "解矫前准备": ["解矫准备"], "外出请销假": ["请销假"],
    ])
  package static let dutyRole = ClosedList(
    DutyRole.allCases.map(\.rawValue), wrong: .valueNotListed)
  package static let followUpStep = ClosedList(
    ["反馈", "整改", "复查", "调换建议", "街道决定", "移送", "纳入考核"], wrong: .valueNotListed)
  package static let streetDecision = ClosedList(
    ["继续", "培训", "调岗", "调换", "终止", "不采纳"], wrong: .valueNotListed)
  package static let leavingReason = ClosedList(
    ["期满", "辞职", "调换", "解除", "退休", "其他"], wrong: .valueNotListed,
    synonyms: ["其他": ["其它"]])
  package static let contactTopic = ClosedList(
    ["招聘", "配备", "培训", "督导", "待遇", "宣传", "其他"], wrong: .valueNotListed,
    synonyms: ["其他": ["其它"]])

  /// The districts' bureaus by their full names.
  private static let bureaus = Set(Office.beijing.map(\.districtName)).sorted()
    .flatMap { ["\($0)司法局", "北京市\($0)司法局"] }
  /// Street offices by their names, with and without their usual ending.
  private static let streets = Set(Office.beijing.map(\.name)).sorted()
    .flatMap { [$0, "\($0)办事处"] }
  /// Justice offices by the names of their streets.
  private static let justiceOffices = Set(Office.beijing.map(\.name)).sorted().flatMap { name in
    let short = ["街道", "镇", "乡", "地区"].first(where: name.hasSuffix).map {
      String(name.dropLast($0.count))
    }
    return [name, short].compactMap { $0 }.map { "\($0)司法所" }
  }
}
