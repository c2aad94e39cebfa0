public import Model

/// A kind of sheet that is taken in.
public enum SheetKind: String, Sendable, CaseIterable {
  /// People who apply (报名表).
  case applicants
  /// Street-level offices (街道表).
  case offices
  /// How many are to be hired (招聘计划).
  case posts
  /// Counts of officers, assistants and subjects (工作量表).
  case caseload
  /// Subjects, intakes and releases by month (月度历史).
  case history
  /// Who works as an assistant (协管员名册).
  case assistants
  /// Training that assistants attended (培训记录).
  case training
  /// What a bureau found in an assistant's work (监督记录).
  case findings
  /// Which assistant must not handle which case (回避申报).
  case relations
}

extension SheetKind {
  /// The name for people.
  public var title: Bilingual {
    switch self {
    case .applicants: Bilingual(zh: "报名表", en: "applicants")
    case .offices: Bilingual(zh: "街道表", en: "offices")
    case .posts: Bilingual(zh: "招聘计划", en: "posts")
    case .caseload: Bilingual(zh: "工作量表", en: "caseload")
    case .history: Bilingual(zh: "月度历史", en: "history")
    case .assistants: Bilingual(zh: "协管员名册", en: "assistants")
    case .training: Bilingual(zh: "培训记录", en: "training")
    case .findings: Bilingual(zh: "监督记录", en: "findings")
    case .relations: Bilingual(zh: "回避申报", en: "relations")
    }
  }

  /// Whether the sheet speaks of subjects, who must not appear in it as persons.
  var holdsCountsOfSubjects: Bool {
    switch self {
    case .caseload, .history, .relations: true
    default: false
    }
  }

  /// The columns by which a row of a small sheet is known; two rows with the same are an error.
  var keyColumns: [String] {
    switch self {
    case .applicants: ["application_no"]
    case .offices, .posts: ["office_code"]
    case .caseload: ["office_code", "as_of"]
    case .history: ["office_code", "month"]
    case .assistants: ["assistant_no"]
    case .training: ["assistant_no", "held_on", "kind", "topic"]
    case .findings: ["assistant_no", "found_on", "kind", "duty"]
    case .relations: ["assistant_no", "case_no", "relation"]
    }
  }
}

/// One column of a sheet as the contract names it.
struct SheetColumn: Sendable {
  /// The field's name in programs.
  let id: String
  /// The Chinese header.
  let header: String
  /// Other headers under which clerks write it.
  let aliases: [String]
  /// Whether the sheet cannot do without it.
  let isRequired: Bool
  /// How its cells are read.
  let kind: CellKind

  init(
    _ id: String, _ header: String, aliases: [String] = [], required: Bool = false, _ kind: CellKind
  ) {
    self.id = id
    self.header = header
    self.aliases = aliases
    isRequired = required
    self.kind = kind
  }
}

extension SheetKind {
  /// The columns that the sheet may have, in their usual order.
  ///
  /// The first columns of the applicants sheet are those of `ApplicantField`, in its order; the two
  /// after them say the office by name.
  var columns: [SheetColumn] {
    switch self {
    case .applicants: Self.applicantColumns
    case .offices:
      [
        SheetColumn("office_code", "街道代码", required: true, .requiredText(.requiredBlank)),
        SheetColumn("office_name", "街道名称", required: true, .requiredText(.requiredBlank)),
        SheetColumn("district_code", "区代码", required: true, .requiredText(.requiredBlank)),
        SheetColumn("district_name", "区名称", required: true, .requiredText(.requiredBlank)),
        SheetColumn("bureau", "主管单位", .text),
      ]
    case .posts:
      [
        SheetColumn("office_code", "街道代码", required: true, .office),
        SheetColumn("office_name", "街道名称", .text),
        SheetColumn("places", "招聘人数", required: true, Self.count),
      ]
    case .caseload:
      [
        SheetColumn("office_code", "街道代码", required: true, .office),
        SheetColumn("office_name", "街道名称", .text),
        SheetColumn("as_of", "统计日期", required: true, .date(.dateWrong)),
        SheetColumn("officers", "专门国家工作人员数", required: true, Self.count),
        SheetColumn("assistants", "在岗协管员数", required: true, Self.count),
        SheetColumn("subjects", "社区矫正对象数", required: true, Self.count),
        SheetColumn("subjects_strict", "严管", Self.count),
        SheetColumn("subjects_general", "普管", Self.count),
        SheetColumn("subjects_lenient", "宽管", Self.count),
        SheetColumn("intakes", "当期入矫", Self.count),
        SheetColumn("releases", "当期解矫", Self.count),
        SheetColumn("investigations", "当期调查评估", Self.count),
      ]
    case .history:
      [
        SheetColumn("office_code", "街道代码", required: true, .office),
        SheetColumn("office_name", "街道名称", .text),
        SheetColumn("month", "月份", required: true, .month(.monthWrong)),
        SheetColumn(
          "subjects", "社区矫正对象数", aliases: ["在矫人数"], required: true, Self.count),
        SheetColumn("intakes", "入矫", aliases: ["当月入矫"], required: true, Self.count),
        SheetColumn("releases", "解矫", aliases: ["当月解矫"], required: true, Self.count),
      ]
    case .assistants:
      [
        SheetColumn("assistant_no", "工号", required: true, Self.number),
        SheetColumn("name", "姓名", required: true, .name),
        SheetColumn(
          "resident_id", "身份证号", aliases: ["身份证号码", "公民身份号码"], required: true,
          .residentID),
        SheetColumn("office_code", "街道代码", required: true, .office),
        SheetColumn("office_name", "街道名称", .text),
        SheetColumn("on_duty_from", "到岗日期", required: true, Self.requiredDate),
        SheetColumn("on_duty_until", "离岗日期", .date(.dateWrong)),
      ]
    case .training:
      [
        SheetColumn("assistant_no", "工号", required: true, Self.number),
        SheetColumn("held_on", "培训日期", required: true, Self.requiredDate),
        SheetColumn("hours", "学时", required: true, .hundredths(maximum: 1000, .hoursWrong)),
        SheetColumn(
          "kind", "培训类别", aliases: ["类别"], required: true, .list(.trainingKind, .kindWrong)),
        SheetColumn("topic", "培训内容", aliases: ["内容"], .text),
      ]
    case .findings:
      [
        SheetColumn("assistant_no", "工号", required: true, Self.number),
        SheetColumn("found_on", "发现日期", aliases: ["日期"], required: true, Self.requiredDate),
        SheetColumn("found_by", "发现单位", aliases: ["单位"], .text),
        SheetColumn(
          "kind", "问题类别", aliases: ["类别"], required: true, .list(.findingKind, .kindWrong)),
        SheetColumn("duty", "条款", aliases: ["职责条款"], .text),
        SheetColumn(
          "severity", "程度", aliases: ["严重程度"], required: true, .list(.severity, .severityWrong)),
        SheetColumn("note", "说明", aliases: ["备注"], .text),
      ]
    case .relations:
      [
        SheetColumn("assistant_no", "工号", required: true, Self.number),
        SheetColumn("case_no", "案件代号", required: true, .pseudonym),
        SheetColumn("relation", "关系", required: true, .list(.relation, .relationWrong)),
        SheetColumn("declared_on", "申报日期", required: true, Self.requiredDate),
      ]
    }
  }

  private static let number = CellKind.requiredText(.requiredBlank)
  private static let requiredDate = CellKind.date(.dateWrong)
  private static let count = CellKind.wholeNumber(maximum: 99_999, .numberWrong)

  /// The columns of the applicants sheet that are facts, in the order of `ApplicantField`.
  static let applicantFields = Array(applicantColumns.prefix(ApplicantField.allCases.count))

  private static let applicantColumns: [SheetColumn] = {
    let yesNo = CellKind.list(.yesNo, .yesNoWrong)
    let status = CellKind.list(.status, .statusWrong)
    let months = CellKind.wholeNumber(maximum: 720, .monthsWrong)
    let score = CellKind.hundredths(maximum: 100, .scoreWrong)
    return [
      SheetColumn(
        "application_no", "报名序号", aliases: ["报名号"], required: true,
        .requiredText(.applicationNoBlank)),
      SheetColumn("name", "姓名", required: true, .name),
      SheetColumn(
        "resident_id", "身份证号", aliases: ["身份证号码", "公民身份号码"], required: true,
        .residentID),
      SheetColumn("sex", "性别", .list(.sex, .sexDiffers)),
      SheetColumn("birth_date", "出生日期", aliases: ["出生年月"], .birthDate),
      SheetColumn("phone", "联系电话", aliases: ["手机号", "手机"], .phone),
      SheetColumn("office_code", "应聘街道代码", .office),
      SheetColumn("second_office", "第二志愿", .otherOffice),
      SheetColumn("third_office", "第三志愿", .otherOffice),
      SheetColumn("local_household", "本市户籍", yesNo),
      SheetColumn("hardship_category", "就业困难类别", .list(.hardship, .hardshipCategoryWrong)),
      SheetColumn("hardship_certificate", "就业困难认定编号", .text),
      SheetColumn("hardship_valid_until", "认定有效期至", .date(.validUntilWrong)),
      SheetColumn("hardship_status", "就业困难核验", status),
      SheetColumn("education", "学历", .list(.education, .educationWrong)),
      SheetColumn("degree", "学位", .list(.degree, .degreeWrong)),
      SheetColumn("major", "专业", .text),
      SheetColumn("major_code", "专业代码", .text),
      SheetColumn("degree_status", "学历学位核验", status),
      SheetColumn(
        "legal_qualification", "法律职业资格", .list(.legalQualification, .legalQualificationWrong)),
      SheetColumn("legal_work_months", "法律工作月数", months),
      SheetColumn("legal_work_status", "法律经历核验", status),
      SheetColumn("correction_work_months", "矫正帮教工作月数", months),
      SheetColumn("correction_work_status", "矫正经历核验", status),
      SheetColumn("integrity", "公道正派", yesNo),
      SheetColumn("political_quality", "政治素质", yesNo),
      SheetColumn("organisation", "组织协调", yesNo),
      SheetColumn("expression", "言语文字表达", yesNo),
      SheetColumn("computer_skill", "计算机操作", yesNo),
      SheetColumn("written_score", "笔试成绩", score),
      SheetColumn("interview_score", "面试成绩", score),
      SheetColumn("channel", "招聘渠道", .list(.channel, .channelWrong)),
      SheetColumn("office_name", "应聘街道", .text),
      SheetColumn("district_name", "区", aliases: ["应聘区"], .text),
    ]
  }()
}
