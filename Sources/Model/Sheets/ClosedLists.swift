extension ClosedList {
  package static let sex = ClosedList(
    ["男", "女"], wrong: .sexDiffers, synonyms: ["男": ["1", "男性"], "女": ["2", "女性"]])
  package static let yesNo = ClosedList(
    ["是", "否"], wrong: .yesNoWrong, facts: [.bool(true), .bool(false)],
    synonyms: [
      "是": ["有", "√", "✓", "✔", "Y", "y", "YES", "Yes", "yes", "1", "TRUE", "true"],
      "否": ["无", "×", "✗", "✘", "X", "x", "N", "n", "NO", "No", "no", "0", "FALSE", "false"],
    ])
  package static let status = ClosedList(
    ["待核", "属实", "不属实"], wrong: .statusWrong,
    synonyms: ["待核": ["待核实", "未核实", "未核"], "属实": ["已核实"], "不属实": ["不实"]])
  package static let hardship = ClosedList(
    ["无", "残疾", "大龄", "低保", "零就业家庭", "长期失业", "其他"], wrong: .hardshipCategoryWrong,
    synonyms: [
      "残疾": ["残疾人"], "大龄": ["大龄失业"], "低保": ["低保家庭"], "零就业家庭": ["零就业"],
      "长期失业": ["连续失业一年以上"], "其他": ["其它"],
    ], noticed: [("大龄", ["4050人员", "4050", "“4050”人员", "四〇五〇人员"], .hardshipByAge)])
  /// Education, also by its code (GB/T 4658).
  package static let education = ClosedList(
    ["博士", "硕士", "本科", "专科", "中专", "职高", "技校", "高中", "初中", "小学", "其他"],
    wrong: .educationWrong,
    synonyms: [
      "博士": ["博士研究生", "博士毕业", "11"], "硕士": ["硕士研究生", "硕士毕业", "14"],
      "本科": ["大学本科", "本科毕业", "大学", "21"], "专科": ["大专", "大学专科", "专科毕业", "31"],
      "中专": ["中专毕业", "中等专科", "41"], "职高": ["职高毕业", "职业高中", "44"],
      "技校": ["技校毕业", "技工学校", "47"], "高中": ["高中毕业", "普通高中", "61"],
      "初中": ["初中毕业", "71"], "小学": ["小学毕业", "81"], "其他": ["其它", "90"],
    ])
  /// Degrees, also by their code (GB/T 6864).
  package static let degree = ClosedList(
    ["博士", "硕士", "学士", "无"], wrong: .degreeWrong,
    synonyms: [
      "博士": ["博士学位", "2"], "硕士": ["硕士学位", "3"], "学士": ["学士学位", "4"], "无": ["无学位"],
    ])
  package static let legalQualification = ClosedList(
    ["无", "A", "B", "C"], wrong: .legalQualificationWrong,
    synonyms: ["A": ["a", "A证", "A类"], "B": ["b", "B证", "B类"], "C": ["c", "C证", "C类"]])
  package static let channel = ClosedList(["公开招聘", "就业援助"], wrong: .channelWrong)
  package static let markPart = ClosedList(
    ["笔试", "面试", "加试"], wrong: .markPartWrong,
    synonyms: ["笔试": ["笔试成绩"], "面试": ["面试成绩"], "加试": ["加试成绩"]])
  package static let markStatus = ClosedList(
    ["有效", "缺考", "违纪", "免考"], wrong: .markStatusWrong,
    synonyms: [
      "有效": ["正常"], "缺考": ["缺席", "缺", "弃考", "未参加"], "违纪": ["作弊", "违规"], "免考": ["免试", "免"],
    ])
  package static let check = ClosedList(
    ["资格复审", "体检", "复检", "考察"], wrong: .checkWrong,
    synonyms: ["资格复审": ["复审"], "复检": ["体检复检"], "考察": ["考察政审", "政审"]])
  package static let checkOutcome = ClosedList(
    ["合格", "不合格", "暂缓", "放弃", "未参加"], wrong: .checkOutcomeWrong,
    synonyms: ["合格": ["通过"], "不合格": ["未通过"], "未参加": ["缺席"]])
  package static let stage = ClosedList(
    ["面试", "体检", "聘用"], wrong: .stageWrong, synonyms: ["聘用": ["录用", "拟聘"]])
  package static let answer = ClosedList(
    ["接受", "放弃", "无答复"], wrong: .answerWrong,
    synonyms: ["接受": ["参加", "同意"], "放弃": ["不参加", "拒绝"], "无答复": ["联系不上"]])
  package static let relative = ClosedList(["无", "有", "未申报"], wrong: .relativeWrong)
  package static let opinion = ClosedList(
    Opinion.allCases.map(\.wording.zh), wrong: .opinionWrong,
    synonyms: Dictionary(
      uniqueKeysWithValues: Opinion.allCases.map { ($0.wording.zh, [$0.wording.en]) }))
}
