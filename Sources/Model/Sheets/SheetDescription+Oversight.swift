extension SheetDescription {
  /// 培训班次: the trainings that were held, whoever came.
  public static let trainingSessions = SheetDescription(
    .trainingSessions, Bilingual(zh: "培训班次", en: "training sessions"), key: ["session_no"],
    [
      session(.cell),
      SheetField("held_on", "培训日期", "Held on", .date, .cell, example: "2024-03-01"),
      SheetField(
        "hours", "学时", "Hours", .hundredths(maximum: 1000), .cell, unit: .hours, example: "4",
        wrong: .hoursWrong),
      SheetField(
        "kind", "培训类别", "Kind of training", aliases: ["类别"], .list(.trainingKind), .cell,
        example: "岗中"),
      organiser(.cell),
      SheetField("audience", "参训对象", "Audience", .list(.audience), example: "全体"),
      SheetField("office_code", "街道代码", "Office code", .otherOffice, example: "110102001"),
    ])

  /// 职责分工: who does what at an office, with which part in it.
  public static let duties = SheetDescription(
    .duties, Bilingual(zh: "职责分工", en: "duties"),
    key: ["office_code", "assistant_no", "activity", "from"],
    office + [
      SheetField("assistant_no", "工号", "Assistant number", .code, example: "XZ001"),
      SheetField("item", "职责条目", "Item", .wholeNumber(maximum: 9), .cell, example: "2"),
      SheetField(
        "activity", "工作事项", "Activity", .list(.dutyActivity), .cell, example: "实地查访"),
      SheetField("role", "承担方式", "Role", .list(.dutyRole), .cell, example: "参与"),
      SheetField(
        "from", "起始日期", "From", aliases: ["开始日期"], .date, .cell, example: "2024-01-01"),
      SheetField("until", "截止日期", "Until", aliases: ["结束日期"], .date, example: "2024-12-31"),
      SheetField("assigned_by", "安排单位", "Assigned by", .text, example: "司法所"),
    ])

  /// 个案分派: which assistant helps with which case.
  public static let caseAssignments = SheetDescription(
    .caseAssignments, Bilingual(zh: "个案分派", en: "case assignments"),
    key: ["assistant_no", "case_no", "from"], isAboutSubjects: true,
    [
      number,
      caseNumber,
    ] + office + [
      SheetField("role", "承担方式", "Role", .list(.dutyRole), example: "参与"),
      SheetField(
        "from", "分派日期", "From", aliases: ["起始日期"], .date, .cell, example: "2024-03-01"),
      SheetField("until", "结束日期", "Until", aliases: ["截止日期"], .date, example: "2024-06-30"),
    ])

  /// 后续处理: what followed on a finding.
  public static let followUp = SheetDescription(
    .followUp, Bilingual(zh: "督导后续处理", en: "follow-up"), key: ["finding_no", "step", "on"],
    [
      SheetField("finding_no", "问题编号", "Finding number", .code, .cell, example: "DD2024-001"),
      SheetField("step", "处理步骤", "Step", .list(.followUpStep), .cell, example: "反馈"),
      SheetField("on", "处理日期", "On", .date, .cell, example: "2024-03-08"),
      SheetField("by", "经办人", "By", .text, .cell, example: "王科长", privacy: .personal),
      document,
      SheetField("decision", "街道意见", "Decision", .list(.streetDecision), example: "培训"),
      SheetField("handed_to", "移送单位", "Handed to", .text, example: "纪检监察"),
      SheetField(
        "period", "考核年度", "Appraisal year", .wholeNumber(maximum: 2199), example: "2024"),
    ])

  /// 培训情况反馈: the reports of training that went to a street office (三).
  public static let feedback = SheetDescription(
    .feedback, Bilingual(zh: "培训情况反馈", en: "training feedback"),
    key: ["office_code", "period_from", "period_until"],
    office + [
      SheetField("period_from", "反馈起始日期", "Period from", .date, .cell, example: "2024-01-01"),
      SheetField("period_until", "反馈截止日期", "Period until", .date, .cell, example: "2024-06-30"),
      SheetField("sent_on", "反馈日期", "Sent on", .date, .cell, example: "2024-07-05"),
      SheetField("by", "经办人", "By", .text, .cell, example: "王科长", privacy: .personal),
      document,
    ])

  /// 纪律告知书: who signed the rules of the work (二（一）).
  public static let acknowledgements = SheetDescription(
    .acknowledgements, Bilingual(zh: "纪律告知书签收", en: "acknowledgements"),
    key: ["assistant_no", "text_version"],
    [
      number,
      SheetField("text_version", "告知书版本", "Version", .text, .cell, example: "2024年版"),
      SheetField("signed_on", "签收日期", "Signed on", .date, .cell, example: "2024-01-05"),
    ])

  /// 工作联系: the meetings of the two bureaus (五).
  public static let contacts = SheetDescription(
    .contacts, Bilingual(zh: "工作联系记录", en: "contacts"), key: ["held_on", "topic"],
    [
      SheetField("held_on", "联系日期", "Held on", .date, .cell, example: "2024-03-28"),
      SheetField("between", "联系单位", "Between", .text, .cell, example: "区司法局、区人力社保局"),
      SheetField("topic", "议题", "Topic", .list(.contactTopic), .cell, example: "培训"),
      document,
    ])

  static let number = SheetField(
    "assistant_no", "工号", "Assistant number", .code, .cell, example: "XZ001")
  static let caseNumber = SheetField(
    "case_no", "案件代号", "Case pseudonym", .pseudonym, .cell, example: "C-17", privacy: .personal)
  static let document = SheetField("document_no", "文号", "Document", .text, example: "西司函〔2024〕3号")

  static func session(_ need: SheetField.Need) -> SheetField {
    SheetField("session_no", "培训班次", "Session number", .code, need, example: "PX2024-01")
  }

  static func organiser(_ need: SheetField.Need) -> SheetField {
    SheetField("organised_by", "组织单位", "Organised by", .list(.organiser), need, example: "区司法局")
  }
}
