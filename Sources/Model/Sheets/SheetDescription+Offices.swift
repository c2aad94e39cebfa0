extension SheetDescription {
  /// 街道表: street-level offices beside the built-in ones.
  public static let offices = SheetDescription(
    .offices, Bilingual(zh: "街道表", en: "offices"), key: ["office_code"],
    [
      SheetField("office_code", "街道代码", "Office code", .code, .cell, example: "110199001"),
      SheetField("office_name", "街道名称", "Office", .text, .cell, example: "荣华街道"),
      SheetField("district_code", "区代码", "District code", .code, .cell, example: "110199"),
      SheetField("district_name", "区名称", "District", .text, .cell, example: "经开区"),
      SheetField("bureau", "主管单位", "Bureau", .text, example: "经开区社会事业局"),
    ])

  /// 招聘计划: how many each office is to hire.
  public static let posts = SheetDescription(
    .posts, Bilingual(zh: "招聘计划", en: "posts"), key: ["office_code", "post_code"],
    office + [
      SheetField("places", "招聘人数", "Places", people, .column, unit: .people, example: "2"),
      SheetField("post_code", "岗位代码", "Post code", .code, example: "XJ01"),
      SheetField("post_name", "岗位名称", "Post", .text, example: "社区矫正协管员"),
      count("places_assistance", "就业援助名额", "Places reserved for hardship", .optional, "1"),
      SheetField(
        "interview_ratio", "面试比例", "People invited a place", .hundredths(maximum: 100),
        example: "3", wrong: .ratioWrong),
      SheetField(
        "written_minimum", "笔试合格线", "Least written mark", .hundredths(maximum: 100),
        unit: .marks, example: "50", wrong: .scoreWrong),
      SheetField(
        "interview_minimum", "面试合格线", "Least interview mark", .hundredths(maximum: 100),
        unit: .marks, example: "60", wrong: .scoreWrong),
      SheetField("plan_id", "配备方案", "Plan", .code, example: "plan-0123456789ab"),
    ])

  /// 工作量表: an office's officers, assistants and subjects on a day.
  public static let caseload = SheetDescription(
    .caseload, Bilingual(zh: "工作量表", en: "caseload"), key: ["office_code", "as_of"],
    isAboutSubjects: true,
    office + [
      SheetField("as_of", "统计日期", "As of", .date, .cell, example: "2024-05-31"),
      count("officers", "专门国家工作人员数", "Officers", .column, "2"),
      count("assistants", "在岗协管员数", "Assistants in post", .column, "3"),
      count("subjects", "社区矫正对象数", "Subjects", .column, "57"),
      count("subjects_strict", "严管", "Strict class", .optional, "9"),
      count("subjects_general", "普管", "General class", .optional, "37"),
      count("subjects_lenient", "宽管", "Lenient class", .optional, "11"),
      count("intakes", "当期入矫", "Intakes", .optional, "4"),
      count("releases", "当期解矫", "Releases", .optional, "3"),
      count("investigations", "当期调查评估", "Investigations", .optional, "5"),
    ])

  /// 月度历史: an office's subjects month by month.
  public static let history = SheetDescription(
    .history, Bilingual(zh: "月度历史", en: "history"), key: ["office_code", "month"],
    isAboutSubjects: true,
    office + [
      SheetField("month", "月份", "Month", .month, .cell, example: "2024-05"),
      count("subjects", "社区矫正对象数", "Subjects", aliases: ["在矫人数"], .column, "57"),
      count("intakes", "入矫", "Intakes", aliases: ["当月入矫"], .column, "4"),
      count("releases", "解矫", "Releases", aliases: ["当月解矫"], .column, "3"),
    ])

  /// 权重表: the units among which a quota is shared.
  public static let weights = SheetDescription(
    .weights, Bilingual(zh: "权重表", en: "weights"), key: ["name"], mayLackHeader: true,
    [
      SheetField(
        "name", "名称", "Unit", aliases: ["单位", "单位名称", "街道", "街道名称", "office_name"], .text, .cell,
        example: "月坛街道"),
      SheetField(
        "weight", "权重", "Weight", aliases: ["权数", "比重"], .wholeNumber(maximum: .max), .cell,
        example: "57"),
      SheetField(
        "in_post", "在岗", "In post", aliases: ["在岗人数", "在岗协管员数"], people, unit: .people,
        example: "3"),
    ])

  /// 意见表: what a bureau says of each applicant or office.
  public static let opinions = SheetDescription(
    .opinions, Bilingual(zh: "意见表", en: "opinions"), key: [],
    [
      SheetField("application_no", "报名序号", "Application number", .text, example: "XC20240001"),
      SheetField("office_code", "街道代码", "Office code", .text, example: "110102001"),
      SheetField("opinion", "意见", "Opinion", .list(.opinion), .column, example: "同意"),
      SheetField("remark", "意见说明", "Remark", .text, example: "已核实"),
      SheetField("by", "提出人", "By", .text, example: "王主任"),
      SheetField("on", "提出日期", "On", .date, example: "2024-06-10"),
    ])

  /// The office of a row, by its code or by its name.
  static let office = [
    SheetField("office_code", "街道代码", "Office code", .office, .cell, example: "110102001"),
    SheetField("office_name", "街道名称", "Office", .officeName, example: "西长安街街道"),
    SheetField("district_name", "区", "District", aliases: ["区名称"], .districtName, example: "西城区"),
  ]

  private static let people = ValueKind.wholeNumber(maximum: 99_999)

  private static func count(
    _ id: String, _ zh: String, _ en: String, aliases: [String] = [], _ need: SheetField.Need,
    _ example: String
  ) -> SheetField {
    SheetField(id, zh, en, aliases: aliases, people, need, unit: .people, example: example)
  }
}
