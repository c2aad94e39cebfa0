extension SheetDescription {
  /// 协管员名册: those in post, and those who were.
  public static let assistants = SheetDescription(
    .assistants, Bilingual(zh: "协管员名册", en: "assistants"), key: ["assistant_no"],
    [
      number,
      SheetField("name", "姓名", "Name", .name, .cell, example: "李四", privacy: .personal),
      SheetField(
        "resident_id", "身份证号", "Resident identity number", aliases: ["身份证号码", "公民身份号码"],
        .residentID, .cell, example: "11010519491231002X", privacy: .sensitive),
    ] + office + [
      SheetField("on_duty_from", "到岗日期", "On duty from", .date, .cell, example: "2020-01-01"),
      SheetField("on_duty_until", "离岗日期", "On duty until", .date, example: "2024-05-31"),
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
    ])

  /// 监督记录: what a bureau found in an assistant's work.
  public static let findings = SheetDescription(
    .findings, Bilingual(zh: "监督记录", en: "findings"),
    key: ["assistant_no", "found_on", "kind", "duty"],
    [
      number,
      SheetField(
        "found_on", "发现日期", "Found on", aliases: ["日期"], .date, .cell, example: "2024-03-01"),
      SheetField("found_by", "发现单位", "Found by", aliases: ["单位"], .text, example: "西城区司法局"),
      SheetField(
        "kind", "问题类别", "Kind of finding", aliases: ["类别"], .list(.findingKind), .cell,
        example: "纪律"),
      SheetField("duty", "条款", "Clause", aliases: ["职责条款"], .text, example: "一（二）2"),
      SheetField(
        "severity", "程度", "Severity", aliases: ["严重程度"], .list(.severity), .cell, example: "1"),
      SheetField("note", "说明", "Note", aliases: ["备注"], .text, example: "未按时走访"),
    ])

  /// 回避申报: which cases an assistant must keep out of.
  public static let relations = SheetDescription(
    .relations, Bilingual(zh: "回避申报", en: "relations"),
    key: ["assistant_no", "case_no", "relation"],
    isAboutSubjects: true,
    [
      number,
      SheetField(
        "case_no", "案件代号", "Case pseudonym", .pseudonym, .cell, example: "C-17", privacy: .personal),
      SheetField("relation", "关系", "Relation", .list(.relation), .cell, example: "近亲属"),
      SheetField("declared_on", "申报日期", "Declared on", .date, .cell, example: "2024-03-01"),
    ])

  private static let number = SheetField(
    "assistant_no", "工号", "Assistant number", .code, .cell, example: "XZ001")
}
