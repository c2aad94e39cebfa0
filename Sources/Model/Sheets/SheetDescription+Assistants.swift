extension SheetDescription {
  /// 协管员名册: those in post, and those who were.
  public static let assistants = SheetDescription(
    .assistants, Bilingual(zh: "协管员名册", en: "assistants"),
    key: ["assistant_no", "on_duty_from"],
    [
      number,
      SheetField("name", "姓名", "Name", .name, .cell, example: "李四", privacy: .personal),
      SheetField(
        "resident_id", "身份证号", "Resident identity number", aliases: ["身份证号码", "公民身份号码"],
        .residentID, .cell, example: "11010519491231002X", privacy: .sensitive),
    ] + office + [
      SheetField("on_duty_from", "到岗日期", "On duty from", .date, .cell, example: "2020-01-01"),
      SheetField("on_duty_until", "离岗日期", "On duty until", .date, example: "2024-05-31"),
      SheetField("application_no", "报名序号", "Application number", .code, example: "XC20240001"),
      SheetField("post_code", "岗位代码", "Post code", .code, example: "G01"),
      SheetField("sex", "性别", "Sex", .list(.sex), example: "女"),
      SheetField(
        "phone", "联系电话", "Mobile phone", aliases: ["手机号"], .phone, example: "13800000000",
        privacy: .sensitive),
      SheetField("address", "住址", "Address", .text, example: "西城区某街某号", privacy: .sensitive),
      SheetField("employment_form", "用工形式", "Form of employment", .text, example: "劳动合同"),
      SheetField("contract_from", "合同起始日期", "Contract from", .date, example: "2020-01-01"),
      SheetField("contract_until", "合同终止日期", "Contract until", .date, example: "2025-12-31"),
      SheetField("probation_until", "试用期至", "Probation until", .date, example: "2020-03-31"),
      SheetField("left_reason", "离岗原因", "Reason of leaving", .list(.leavingReason), example: "期满"),
      SheetField("replaces", "接替工号", "Replaces", .code, example: "XZ000"),
    ])

  /// 培训记录: what an assistant attended on a day.
  public static let training = SheetDescription(
    .training, Bilingual(zh: "培训记录", en: "training"),
    key: ["assistant_no", "held_on", "kind", "topic"],
    [
      number,
      SheetField("held_on", "培训日期", "Held on", .date, .cell, example: "2024-03-01"),
      SheetField(
        "hours", "学时", "Hours", .hundredths(maximum: 1000), .cell, unit: .hours, example: "4.5",
        wrong: .hoursWrong),
      SheetField(
        "kind", "培训类别", "Kind of training", aliases: ["类别"], .list(.trainingKind), .cell,
        example: "岗中"),
      SheetField("topic", "培训内容", "Topic", aliases: ["内容"], .text, example: "社区矫正法"),
      session(.optional),
      organiser(.optional),
      SheetField("status", "参加情况", "Attendance", .list(.attendance), example: "参加"),
    ])

  /// 监督记录: what a bureau found in an assistant's work.
  public static let findings = SheetDescription(
    .findings, Bilingual(zh: "监督记录", en: "findings"),
    key: ["assistant_no", "found_on", "kind", "duty"],
    [
      number,
      SheetField(
        "found_on", "发现日期", "Found on", aliases: ["日期"], .date, .cell, example: "2024-03-01"),
      SheetField(
        "found_by", "发现单位", "Found by", aliases: ["单位"], .list(.finder),
        example: "区司法局"),
      SheetField(
        "kind", "问题类别", "Kind of finding", aliases: ["类别"], .list(.findingKind), .cell,
        example: "纪律"),
      SheetField("duty", "条款", "Clause", aliases: ["职责条款"], .text, example: "一（二）2"),
      SheetField(
        "severity", "程度", "Severity", aliases: ["严重程度"], .list(.severity), .cell, example: "1"),
      SheetField("note", "说明", "Note", aliases: ["备注"], .text, example: "未按时走访"),
      SheetField("finding_no", "问题编号", "Finding number", .code, example: "DD2024-001"),
      SheetField("basis", "检查方式", "Basis", .text, example: "督导检查"),
      SheetField("closed_on", "办结日期", "Closed on", .date, example: "2024-05-31"),
    ])

  /// 回避申报: which cases an assistant must keep out of.
  public static let relations = SheetDescription(
    .relations, Bilingual(zh: "回避申报", en: "relations"),
    key: ["assistant_no", "case_no", "relation"],
    isAboutSubjects: true,
    [
      number,
      caseNumber,
      SheetField("relation", "关系", "Relation", .list(.relation), .cell, example: "近亲属"),
      SheetField("declared_on", "申报日期", "Declared on", .date, .cell, example: "2024-03-01"),
      SheetField("ended_on", "终止日期", "Ended on", .date, example: "2024-05-31"),
      SheetField("decision", "回避决定", "Decision", .list(.recusalDecision), example: "回避"),
      SheetField(
        "decided_by", "决定人", "Decided by", .text, example: "王所长", privacy: .personal),
      SheetField("decided_on", "决定日期", "Decided on", .date, example: "2024-03-05"),
    ])
}
