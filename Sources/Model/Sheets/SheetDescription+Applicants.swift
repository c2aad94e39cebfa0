extension SheetDescription {
  /// 报名表: those who apply; `ApplicantField` are its kept columns.
  public static let applicants = SheetDescription(
    .applicants, Bilingual(zh: "报名表", en: "applicants"), key: ["application_no"],
    [
      SheetField(
        "application_no", "报名序号", "Application number", aliases: ["报名号"], standIns: ["序号"],
        .code, .cell, example: "XC20240001", blank: .applicationNoBlank,
        damaged: .applicationNoDamaged),
      SheetField("name", "姓名", "Name", .name, .cell, example: "张三", privacy: .personal),
      SheetField(
        "resident_id", "身份证号", "Resident identity number", aliases: ["身份证号码", "公民身份号码"],
        .residentID, .cell, example: "11010519491231002X", privacy: .sensitive),
      SheetField("sex", "性别", "Sex", .list(.sex), example: "女"),
      SheetField(
        "birth_date", "出生日期", "Date of birth", aliases: ["出生年月"], .birthDate,
        example: "1949-12-31", privacy: .sensitive),
      SheetField(
        "phone", "联系电话", "Mobile phone", aliases: ["手机号", "手机"], standIns: ["联系方式"], .phone,
        example: "13800000000", privacy: .sensitive),
      SheetField("office_code", "应聘街道代码", "Office code", .office, .cell, example: "110102001"),
      SheetField("second_office", "第二志愿", "Second choice", .otherOffice, example: "110102003"),
      SheetField("third_office", "第三志愿", "Third choice", .otherOffice, example: "110102007"),
      SheetField(
        "local_household", "本市户籍", "Local household", standIns: ["户籍"], .list(.yesNo),
        example: "是"),
      SheetField(
        "hardship_category", "就业困难类别", "Hardship category", .list(.hardship), example: "大龄"),
      SheetField(
        "hardship_certificate", "就业困难认定编号", "Hardship certificate", .certificate,
        example: "西就援2023第0001号", privacy: .sensitive),
      SheetField(
        "hardship_valid_until", "认定有效期至", "Hardship recognised until", .expiry,
        example: "2025-06-30", wrong: .validUntilWrong),
      SheetField("hardship_status", "就业困难核验", "Hardship verified", .list(.status), example: "属实"),
      SheetField(
        "education", "学历", "Education", standIns: ["文化程度"], .list(.education), example: "本科"),
      SheetField("degree", "学位", "Degree", .list(.degree), example: "学士"),
      SheetField("major", "专业", "Major", .text, example: "法学"),
      SheetField("major_code", "专业代码", "Major code", .majorCode, example: "030101K"),
      SheetField("degree_status", "学历学位核验", "Degree verified", .list(.status), example: "属实"),
      SheetField(
        "legal_qualification", "法律职业资格", "Legal qualification", .list(.legalQualification),
        example: "A"),
      SheetField(
        "legal_work_months", "法律工作月数", "Months of legal work", .months(maximum: 720),
        unit: .months, example: "24", wrong: .monthsWrong),
      SheetField(
        "legal_work_status", "法律经历核验", "Legal work verified", .list(.status), example: "属实"),
      SheetField(
        "correction_work_months", "矫正帮教工作月数", "Months of correction work",
        .months(maximum: 720), unit: .months, example: "12", wrong: .monthsWrong),
      SheetField(
        "correction_work_status", "矫正经历核验", "Correction work verified", .list(.status),
        example: "待核"),
      SheetField("integrity", "公道正派", "Integrity", .list(.yesNo), example: "是"),
      SheetField("political_quality", "政治素质", "Political quality", .list(.yesNo), example: "是"),
      SheetField("organisation", "组织协调", "Organisation", .list(.yesNo), example: "是"),
      SheetField("expression", "言语文字表达", "Expression", .list(.yesNo), example: "是"),
      SheetField("computer_skill", "计算机操作", "Computer skill", .list(.yesNo), example: "是"),
      SheetField(
        "written_score", "笔试成绩", "Written score", .hundredths(maximum: 100), unit: .marks,
        example: "85.5", wrong: .scoreWrong),
      SheetField(
        "interview_score", "面试成绩", "Interview score", .hundredths(maximum: 100), unit: .marks,
        example: "80", wrong: .scoreWrong),
      SheetField("channel", "招聘渠道", "Channel", .list(.channel), example: "公开招聘"),
      SheetField(
        "exam_no", "准考证号", "Examination number", .code, example: "2024010101", privacy: .personal),
      SheetField(
        "relative_declared", "与招录单位人员亲属关系", "Relatives in the bureau", aliases: ["亲属关系"],
        .list(.relative), example: "无"),
      SheetField("adjust", "服从调剂", "Takes any office", .list(.yesNo), example: "否"),
      SheetField("consent_on", "告知同意日期", "Told and agreed on", .date, example: "2024-04-01"),
      SheetField("office_name", "应聘街道", "Office", .officeName, example: "西长安街街道"),
      SheetField("district_name", "区", "District", aliases: ["应聘区"], .districtName, example: "西城区"),
    ])
}

extension Bilingual {
  static let months = Bilingual(zh: "月", en: "months")
  static let marks = Bilingual(zh: "分", en: "marks")
  static let hours = Bilingual(zh: "学时", en: "hours")
  static let people = Bilingual(zh: "人", en: "people")
}
