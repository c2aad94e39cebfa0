extension SheetDescription {
  /// 体检考察表: what a check before an offer came to; never a diagnosis, never a fact behind it.
  public static let checks = SheetDescription(
    .checks, Bilingual(zh: "体检考察表", en: "checks"), key: ["application_no", "check"],
    [
      applicationNumber,
      SheetField("check", "环节", "Check", aliases: ["检查环节"], .list(.check), .cell, example: "体检"),
      SheetField(
        "outcome", "结论", "Outcome", aliases: ["结果"], .list(.checkOutcome), .cell, example: "合格",
        privacy: .sensitive),
      SheetField(
        "done_on", "完成日期", "Done on", aliases: ["日期"], .date, .cell, example: "2024-06-20"),
      SheetField("by", "结论人", "Decided by", aliases: ["负责人"], .text, .cell, example: "王五"),
      SheetField("clause", "依据条款编号", "Clause", aliases: ["条款"], .code, example: "公告六（三）"),
    ])

  /// 应答表: what people said to an invitation, a medical examination or an offer.
  public static let responses = SheetDescription(
    .responses, Bilingual(zh: "应答表", en: "responses"), key: ["application_no", "stage"],
    [
      applicationNumber,
      SheetField("stage", "阶段", "Stage", .list(.stage), .cell, example: "面试"),
      SheetField("answer", "答复", "Answer", .list(.answer), .cell, example: "接受"),
      SheetField("on", "答复日期", "Answered on", aliases: ["日期"], .date, .cell, example: "2024-06-12"),
    ])

  /// The number by which the sheets that follow an application know the person.
  static let applicationNumber = SheetField(
    "application_no", "报名序号", "Application number", aliases: ["报名号", "报名编号"], .code, .cell,
    example: "BM20240001", privacy: .personal)
}
