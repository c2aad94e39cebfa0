import Model

extension FindingCode {
  /// The sheets about people in post.
  static func oversightWording(_ code: FindingCode) -> (Bilingual, Guidance) {
    switch code {
    case .valueNotListed:
      pair(
        "这一格的内容不在可选的值里", "The value is not one of those to choose from",
        "请照空白表样里的下拉列表填写", "Choose from the list of the empty template")
    case .caseNoWrong:
      pair(
        "案件代号应为 4—24 位大写字母、数字和连字符，不得是姓名、手机号或身份证号那样的 11、18 位数字",
        "A case pseudonym is 4 to 24 capital letters, digits and hyphens; never a name, nor 11 or 18 "
          + "digits as a phone or an identity number has",
        "请改填区里统一编的代号，如 C-1017", "Write the district's own pseudonym, such as C-1017")
    case .personalNumberInText:
      pair(
        "文字里有身份证号或手机号；这一列不需要，可能是社区矫正对象的个人信息",
        "The text holds an identity or phone number, which this column has no need of and which may be "
          + "a subject's",
        "请删去号码；指个案时用案件代号", "Take the number out; name a case by its pseudonym")
    case .subjectNamed:
      pair(
        "文字里像是写了社区矫正对象的姓名；对象的个人信息不得进入本系统",
        "The text seems to name a subject; subjects never appear as persons",
        "请改用案件代号", "Write the pseudonym of the case instead")
    case .hoursZero:
      pair(
        "学时是 0，等于没有培训", "0 hours are no training", "请填实际学时；缺席的填“缺席”",
        "Write the hours; 缺席 where somebody was absent")
    case .hoursMany:
      pair(
        "一天的学时超过 12", "More than 12 hours in a day", "请核对学时和日期",
        "Check the hours and the day")
    case .clauseWrong:
      pair(
        "条款与问题类别不符（职责：一（二）1—9；纪律：二（一）1—6；回避：二（二）1—3；要求、能力：一（二）各项或四（三））",
        "The clause is not one of the kind's (职责 一（二）1–9, 纪律 二（一）1–6, 回避 二（二）1–3, "
          + "要求 and 能力 一（二） or 四（三）)",
        "请核对条款和类别", "Check the clause and the kind")
    case .noteLong:
      pair(
        "说明超过 60 个字；这里只记要点，不写经过", "The note is longer than 60 characters; it holds no narrative",
        "请写短，经过留在督导文书里", "Shorten it; the narrative stays in the papers")
    case .dutyItemDiffers:
      pair(
        "职责条目与工作事项不符", "The item is not the one of the activity",
        "请照意见一（二）核对条目", "Compare the item with 一（二） of the Opinion")
    default: noticeWording(code)
    }
  }
}
