public import Model

extension FindingCode {
  /// What is wrong, and why it matters.
  public var wrong: Bilingual { Self.wording(self).0 }

  /// What to do.
  public var remedy: Guidance { Self.wording(self).1 }

  private static func wording(_ code: FindingCode) -> (Bilingual, Guidance) {
    switch code {
    case .applicationNoBlank:
      pair(
        "报名序号空着；没有它就无法指认这个人", "The application number is blank; nobody can refer to this person",
        "请补上报名序号", "Fill in the application number")
    case .nameBlank:
      pair("姓名空着", "The name is blank", "请补上姓名", "Fill in the name")
    case .residentIDBlank:
      pair(
        "身份证号空着", "The identity number is blank", "请照身份证补上 18 位号码",
        "Copy the 18 characters from the card")
    case .residentIDWrong:
      pair(
        "身份证号不是 18 位，或校验码不符（GB 11643）；至少有一位写错了",
        "The identity number is not 18 characters long or its check character is wrong "
          + "(GB 11643); at least one character is mistaken",
        "请照身份证逐位核对", "Compare it with the card, character by character")
    case .idDateWrong:
      pair(
        "身份证号中的出生日期不存在，或不在 1940—2010 年",
        "The date of birth in the identity number does not exist or is not between 1940 and 2010",
        "请照身份证核对第 7—14 位", "Compare characters 7–14 with the card")
    case .sexDiffers:
      pair(
        "性别不是“男”或“女”，或与身份证号第 17 位不一致（奇数为男，偶数为女）",
        "The sex is not 男 or 女, or disagrees with the 17th digit of the identity number "
          + "(odd 男, even 女)",
        "请核对性别和身份证号，改正写错的一个", "Check both and correct the one that is mistaken")
    case .birthDateDiffers:
      pair(
        "出生日期与身份证号第 7—14 位不一致",
        "The birth date disagrees with characters 7–14 of the identity number",
        "请核对出生日期和身份证号，改正写错的一个", "Check both and correct the one that is mistaken")
    case .officeUnknown:
      pair(
        "街道不在街道表中", "The office is not in the table of offices",
        "请填 9 位街道代码，或与街道表一致的名称",
        "Give the nine-digit code, or the name as the table of offices has it")
    case .phoneWrong:
      pair(
        "联系电话不是手机号（1 开头、第二位 3—9、共 11 位）",
        "The phone is not a mobile number (1, then 3–9, then nine digits)",
        "请核对后重填，没有就空着", "Correct it, or leave it blank")
    case .yesNoWrong:
      pair(
        "这一列只能填“是”或“否”", "This column takes 是 or 否 only", "请改为是或否；不清楚就空着",
        "Write 是 or 否; leave it blank if not known")
    case .statusWrong:
      pair(
        "核验情况只能填“待核”“属实”或“不属实”", "The status is 待核, 属实 or 不属实",
        "请改为三者之一；没有核验就空着", "Write one of the three; leave it blank if nothing was checked")
    case .hardshipCategoryWrong:
      pair(
        "就业困难类别不在类别表中", "The hardship category is not in the table",
        "请填：\(list(.hardship, "、"))", "One of \(list(.hardship, " "))")
    case .educationWrong:
      pair(
        "学历不在学历表中", "The education is not in the table",
        "请填：\(list(.education, "、"))，或 GB/T 4658 代码",
        "One of \(list(.education, " ")), or a GB/T 4658 code")
    case .degreeWrong:
      pair(
        "学位不在学位表中", "The degree is not in the table", "请填：\(list(.degree, "、"))",
        "One of \(list(.degree, " "))")
    case .legalQualificationWrong:
      pair(
        "法律职业资格不在表中", "The legal qualification is not in the table",
        "请填：\(list(.legalQualification, "、"))", "One of \(list(.legalQualification, " "))")
    case .monthsWrong:
      pair(
        "月数应为 0—720 的整数", "Months are a whole number from 0 to 720", "请折算成月数后填整数",
        "Convert to months and write a whole number")
    case .scoreWrong:
      pair(
        "成绩应为 0—100，最多两位小数", "A mark is 0–100 with at most two decimals",
        "请核对成绩；缺考就空着", "Correct the mark; leave it blank if there was none")
    case .validUntilWrong:
      pair(
        "认定有效期不是存在的日期", "The date of validity is not a date that exists",
        "请写成 2024-06-01 的样子；没有期限就空着", "Write it like 2024-06-01; leave it blank if there is none")
    default: furtherWording(code)
    }
  }

  static func list(_ list: ClosedList, _ separator: String) -> String {
    list.values.joined(separator: separator)
  }

  private static func furtherWording(_ code: FindingCode) -> (Bilingual, Guidance) {
    switch code {
    case .channelWrong:
      pair(
        "招聘渠道只能填“公开招聘”或“就业援助”", "The channel is 公开招聘 or 就业援助", "请改为二者之一",
        "Write one of the two")
    case .officeAmbiguous:
      pair(
        "不止一个区有同名街道，无法确定是哪一个", "More than one district has an office of that name",
        "请加填“区”一列，或改填 9 位街道代码", "Name the district (区), or give the nine-digit code")
    case .bytesUndecodable:
      pair(
        "这一行有无法解读的字节，内容可能已损坏", "The row holds bytes that cannot be decoded",
        "请在原表里重新输入这一行的乱码处，另存后再导入", "Type the garbled cells of the row anew and save again")
    case .fieldsTooMany:
      pair(
        "这一行的列数比表头多，多半是某格里有没加引号的逗号",
        "The row has more fields than the header; most likely a comma inside a cell is not quoted",
        "请检查这一行的逗号和引号", "Check the commas and quotation marks of the row")
    case .quoteLone:
      pair(
        "这一行的引号没有配对，几格或几行可能并成了一格",
        "A quotation mark of the row is not paired; cells or whole rows may have run together",
        "请在原表里找到这个引号，删去或写成两个，另存后再导入",
        "Find the mark in the sheet, delete or double it, and save again")
    case .requiredBlank:
      pair("必填的格子空着", "A required cell is blank", "请补填", "Fill it in")
    case .numberWrong:
      pair("应为不小于 0 的整数", "A whole number from 0 is wanted", "请填整数", "Write a whole number")
    case .dateWrong:
      pair(
        "不是存在的日期", "Not a date that exists", "请写成 2024-06-01 的样子", "Write it like 2024-06-01")
    case .classesDoNotSum:
      pair(
        "严管、普管、宽管之和不等于社区矫正对象数，或没有填全",
        "The three management classes do not sum to the subjects, or one is blank",
        "请核对四个数；不分类就把三类都空着", "Check the four numbers; leave all three blank if not told apart")
    case .keyRepeated:
      pair(
        "另一行有同样的街道和日期（工号、名称等），分不清以哪一行为准",
        "Another row has the same office and day, number or name; which one counts is not clear",
        "请只留正确的一行", "Keep the right row only")
    case .applicationNoRepeated:
      pair(
        "报名序号与另一行相同；两行都暂缓，由人决定",
        "Another row has the same application number; both are held for a person to decide",
        "请核对后用 \(.decide) 保留一行", "Check and keep one with \(.decide)")
    case .residentIDRepeated:
      pair(
        "同一个人（身份证号相同）报了不止一次；各行都暂缓，由人决定",
        "The same person (identity number) stands in another row; all are held for a person to decide",
        "请核对后用 \(.decide) 保留一行", "Check and keep one with \(.decide)")
    case .residentIDDamaged:
      pair(
        "身份证号像是被表格软件当成数字改过（末三位成 000，或成 1.1E+17）",
        "The number looks damaged by a spreadsheet (its end turned to 000, or to 1.1E+17)",
        "请照身份证核对；录入前把该列设为“文本”",
        "Compare it with the card; set the column to text before typing")
    case .otherOfficeUnknown:
      pair(
        "第二、第三志愿的街道不在街道表中；照原样保留", "A further office is not in the table; it is kept as it stands",
        "请核对街道代码", "Check the code")
    default: sheetWording(code)
    }
  }

  /// The further sheets, and what only a workbook has.
  private static func sheetWording(_ code: FindingCode) -> (Bilingual, Guidance) {
    switch code {
    case .monthWrong:
      pair("不是存在的月份", "Not a month that exists", "请写成 2024-06 的样子", "Write it like 2024-06")
    case .hoursWrong:
      pair(
        "学时应为 0—1000，最多两位小数", "Hours are 0–1000 with at most two decimals", "请核对学时",
        "Correct the hours")
    case .kindWrong:
      pair(
        "类别不在表中（培训：\(list(.trainingKind, "、"))；问题：\(list(.findingKind, "、"))）",
        "The kind is not in the table (training: \(list(.trainingKind, " ")); "
          + "findings: \(list(.findingKind, " ")))",
        "请改为表中的一个", "Write one of them")
    case .severityWrong:
      pair("程度只能填 1、2 或 3", "The severity is 1, 2 or 3", "请改为三者之一", "Write one of the three")
    case .relationWrong:
      pair(
        "关系只能填“近亲属”“利害关系”“其他”或“无”", "The relation is 近亲属, 利害关系, 其他 or 无",
        "请改为四者之一", "Write one of the four")
    case .markWrong:
      pair(
        "成绩应为 0—100，最多两位小数；没有成绩的只能写缺考、违纪或免考",
        "A mark is 0–100 with at most two decimals; where there is none, 缺考, 违纪 or 免考 says why",
        "请核对成绩", "Correct the mark")
    case .markPartWrong:
      pair("科目只能填“笔试”“面试”或“加试”", "The part is 笔试, 面试 or 加试", "请改为三者之一", "Write one of the three")
    case .markStatusWrong:
      pair(
        "状态只能填“有效”“缺考”“违纪”或“免考”", "The status is 有效, 缺考, 违纪 or 免考", "请改为四者之一",
        "Write one of the four")
    case .markStatusDiffers:
      pair(
        "成绩与状态不符（缺考、违纪、免考没有成绩，有效的要有成绩）",
        "Mark and status disagree (缺考, 违纪 and 免考 have no mark, 有效 has one)", "请核对两格",
        "Check both cells")
    case .checkWrong:
      pair(
        "环节只能填“资格复审”“体检”“复检”或“考察”", "The check is 资格复审, 体检, 复检 or 考察", "请改为四者之一",
        "Write one of the four")
    case .checkOutcomeWrong:
      pair(
        "结论只能填“合格”“不合格”“暂缓”“放弃”或“未参加”，不写病情和事实",
        "The outcome is 合格, 不合格, 暂缓, 放弃 or 未参加, without a diagnosis or facts", "请改为五者之一",
        "Write one of the five")
    case .stageWrong:
      pair("阶段只能填“面试”“体检”或“聘用”", "The stage is 面试, 体检 or 聘用", "请改为三者之一", "Write one of the three")
    case .answerWrong:
      pair(
        "答复只能填“接受”“放弃”或“无答复”", "The answer is 接受, 放弃 or 无答复", "请改为三者之一",
        "Write one of the three")
    case .relativeWrong:
      pair("亲属关系只能填“无”“有”或“未申报”", "Relatives are 无, 有 or 未申报", "请改为三者之一", "Write one of the three")
    case .ratioWrong:
      pair(
        "面试比例应大于 0、不超过 100，最多两位小数", "A ratio is above 0, up to 100, with at most two decimals",
        "请写成 3 或 2.5 的样子", "Write it like 3 or 2.5")
    case .datesReversed:
      pair(
        "结束的日期早于开始的日期", "The last day is before the first day", "请核对两个日期",
        "Check both days")
    case .subjectAsPerson:
      pair(
        "这一格像是社区矫正对象的身份证号；对象的个人信息不得进入本系统",
        "The cell looks like a subject's identity number; subjects never appear as persons",
        "请改填案件代号", "Write a pseudonym of the case instead")
    case .opinionWrong:
      pair(
        "意见只能填“同意”“不同意”或“说明”", "The opinion is 同意, 不同意 or 说明", "请改为三者之一；没有意见就空着",
        "Write one of the three; leave it blank if there is none")
    case .formulaWithoutResult:
      pair(
        "公式没有保存结果，按空白读取", "The formula has no stored result; the cell was read as blank",
        "请用表格软件打开并保存一次，或粘贴为数值", "Open and save it once, or paste the value")
    case .errorValueInCell:
      pair(
        "单元格里是公式出错的结果（如 #N/A）", "The cell holds a formula's error, such as #N/A",
        "请改成真正的内容，没有就空着", "Write the real value, or leave it blank")
    case .cellsMerged:
      pair(
        "合并的单元格：值只算第一格，其余按空白读取",
        "Merged cells: the value counts for the first of them, the others are blank",
        "请取消合并，每格各填一次", "Unmerge them and fill each cell in")
    case .cellOutsideTable:
      pair(
        "表头以右还有内容，未使用", "There is something right of the table; it was left alone",
        "如应使用，请给这一列加表头", "If it should count, give its column a header")
    case .worksheetLeftOut:
      pair(
        "还有一张隐藏的工作表也有同样的表头，未读", "A hidden worksheet has such a header too and was not read",
        "如应导入，请另存为单独的文件", "If it should count, save it as a file of its own")
    default: oversightWording(code)
    }
  }

  static func noticeWording(_ code: FindingCode) -> (Bilingual, Guidance) {
    switch code {
    case .residentIDConverted:
      pair(
        "15 位身份证号已换算成 18 位", "A 15-digit number was converted to 18 characters", "请核对换算结果",
        "Check the result")
    case .dateMonthOnly:
      pair(
        "只写到月；按该月理解，有效期算到月末", "Only a month is given; a validity runs to the month's end",
        "如有确切日期请补上", "Give the day if it is known")
    case .dateFromSerial:
      pair(
        "日期是表格软件的序列号，已换算", "The date was a spreadsheet's serial number and was converted",
        "请核对换算结果", "Check the result")
    case .widthFolded:
      pair("全角字符已按半角读取", "Full-width characters were read as ASCII", "不必处理", "Nothing to do")
    case .rowUnchanged:
      pair(
        "与已收的一行完全相同，未作改动", "The row equals one that was already accepted; nothing changes",
        "不必处理", "Nothing to do")
    case .columnUnknown:
      pair(
        "不认识这一列，未使用", "The column is not known and was left alone", "如应使用，请对照表样改列名",
        "If it should count, name it as the template does")
    case .totalRowLeftOut:
      pair("这是合计行，未计入", "A row of totals was left out", "不必处理", "Nothing to do")
    case .fieldsTooFew:
      pair(
        "这一行的列数比表头少，缺的按空白处理", "The row has fewer fields than the header; the rest is blank",
        "请核对这一行是否完整", "Check that the row is complete")
    case .cellsHidden:
      pair(
        "有隐藏的行或列，照常读取", "Hidden rows or columns were read like all others", "如不应计入，请删除后再导入",
        "Delete them if they should not count")
    case .formulaInCell:
      pair(
        "单元格里是公式，按其结果或原文读取", "The cell holds a formula; its result or text was read",
        "请粘贴为数值", "Paste it as a value")
    default: structureWording(code)
    }
  }

  static func pair(_ zh: String, _ en: String, _ todoZh: Phrase, _ todoEn: Phrase)
    -> (Bilingual, Guidance)
  {
    (Bilingual(zh: zh, en: en), Guidance(todoZh, todoEn))
  }
}
