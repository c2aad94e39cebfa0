extension SheetDescription {
  /// 成绩表: what came of each part of the examination for each applicant, a row a part.
  public static let marks = SheetDescription(
    .marks, Bilingual(zh: "成绩表", en: "marks"), key: ["application_no", "part"],
    [
      applicationNumber,
      SheetField(
        "part", "科目", "Part", aliases: ["考试科目", "项目"], .list(.markPart), .cell, example: "笔试"),
      SheetField(
        "score", "成绩", "Mark", aliases: ["分数", "得分"], .mark, example: "76.5", wrong: .markWrong),
      SheetField(
        "status", "状态", "Status", aliases: ["成绩状态", "考试状态"], .list(.markStatus), .derived,
        example: "有效"),
      SheetField(
        "held_on", "考试日期", "Held on", aliases: ["日期"], .date, example: "2024-06-15"),
      SheetField("panel", "考官组", "Panel", aliases: ["考场", "面试组"], .text, example: "一组"),
      SheetField(
        "entered_by", "录入人", "Entered by", aliases: ["登分人"], .text, .cell, example: "李四"),
    ])
}
