import Foundation
import Intake
import Model
import Policy
import Register
import Reporting
import Scoring
import Testing

@testable import Planner

@Suite("The kinds of sheets")
struct SheetKindsTests {
  /// A good row of each kind by the headers of its template.
  static let rows: [SheetKind: [String: String]] = [
    .applicants: [
      "报名序号": "A1", "姓名": "甲", "身份证号": "11010519491231002X", "应聘街道代码": "110102001",
      "性别": "女", "学历": "本科", "笔试成绩": "85.5", "招聘渠道": "公开招聘",
    ],
    .offices: ["街道代码": "110199001", "街道名称": "荣华街道", "区代码": "110199", "区名称": "经开区"],
    .posts: ["街道代码": "110102001", "招聘人数": "3"],
    .caseload: [
      "街道代码": "110102001", "统计日期": "2024-05-31", "专门国家工作人员数": "2", "在岗协管员数": "1",
      "社区矫正对象数": "57",
    ],
    .history: ["街道代码": "110102001", "月份": "2024-05", "社区矫正对象数": "57", "入矫": "3", "解矫": "2"],
    .assistants: [
      "工号": "X1", "姓名": "乙", "身份证号": "440524199001010018", "街道代码": "110102001",
      "到岗日期": "2020-01-01",
    ],
    .training: ["工号": "X1", "培训日期": "2024-03-01", "学时": "4.5", "培训类别": "岗中", "培训内容": "法规"],
    .findings: [
      "工号": "X1", "发现日期": "2024-03-01", "发现单位": "西城区司法局", "问题类别": "纪律", "程度": "2",
    ],
    .marks: ["报名序号": "A1", "科目": "笔试", "成绩": "76.5", "录入人": "乙"],
    .checks: ["报名序号": "A1", "环节": "体检", "结论": "合格", "完成日期": "2024-06-20", "结论人": "乙"],
    .responses: ["报名序号": "A1", "阶段": "面试", "答复": "接受", "答复日期": "2024-06-12"],
    .trainingSessions: [
      "培训班次": "P1", "培训日期": "2024-03-01", "学时": "4", "培训类别": "岗中", "组织单位": "西城区司法局",
    ],
    .duties: [
      "街道代码": "110102001", "工号": "X1", "职责条目": "2", "工作事项": "实地查访", "承担方式": "参与",
      "起始日期": "2024-01-01", "安排单位": "司法所",
    ],
    .caseAssignments: [
      "工号": "X1", "案件代号": "C-17", "街道代码": "110102001", "分派日期": "2024-03-01",
    ],
    .followUp: ["问题编号": "F1", "处理步骤": "反馈", "处理日期": "2024-03-08", "经办人": "王科长"],
    .feedback: [
      "街道代码": "110102001", "反馈起始日期": "2024-01-01", "反馈截止日期": "2024-06-30",
      "反馈日期": "2024-07-05", "经办人": "王科长",
    ],
    .acknowledgements: ["工号": "X1", "告知书版本": "2024年版", "签收日期": "2024-01-05"],
    .contacts: ["联系日期": "2024-03-28", "联系单位": "司法局、人社局", "议题": "培训"],
    .relations: ["工号": "X1", "案件代号": "C-17", "关系": "近亲属", "申报日期": "2024-03-01"],
  ]

  @Test(
    "are recognised by their headers, as a template writes them, and filled in without a finding",
    arguments: SheetKind.imported)
  func templates(kind: SheetKind) throws {
    let story = try SampleStory()
    let day = try #require(CivilDate(iso: "2024-06-01"))
    let values = try #require(Self.rows[kind])
    for language in Language.allCases {
      let sheet = SheetTemplate(kind.description)
      let book = story.scratch.appendingPathComponent("\(language.rawValue).xlsx").path
      try sheet.write(.xlsx, to: book, created: day, language: language)
      #expect(throws: IntakeError.noRows(path: book)) {
        var reader = SheetReader(kind.description, offices: OfficeTable())
        try reader.read(IncomingSheet(path: book)) { $0 }
      }
      #expect(try IncomingSheet(path: book).header.kind == kind)
    }
    let text = story.scratch.appendingPathComponent("t.csv").path
    try SheetTemplate(kind.description).write(.csv, to: text, created: day, language: .zh)
    let header = try String(contentsOfFile: text, encoding: .utf8)
    let titles = header.dropFirst().split(separator: ",")
      .map { $0.trimmingCharacters(in: CharacterSet(charactersIn: "\"\r\n")) }
    #expect(Set(values.keys).isSubset(of: titles))
    let row = titles.map { values[$0] ?? "" }
    let filled = try story.file("f.csv", Array((header + row.joined(separator: ",") + "\n").utf8))
    let book = try story.workbook("f.xlsx", [(kind.title.zh, [titles, row])])
    for path in [filled, book] {
      let report = try story.take([path], into: Register())
      #expect(report.files[0].failure == nil)
      #expect(report.files[0].entry?.kind == kind.rawValue)
      #expect(report.files[0].findings.map(\.finding.code) == [])
      #expect(report.total.accepted == 1)
    }
  }

  @Test(
    "reject what breaks their rules",
    arguments: [
      (.history, "月份", "2024-13", "month_wrong"),
      (.history, "月份", "", "required_blank"),
      (.history, "入矫", "-1", "number_wrong"),
      (.assistants, "到岗日期", "", "required_blank"),
      (.assistants, "离岗日期", "2019-12-31", "dates_reversed"),
      (.assistants, "身份证号", "440524199001010014", "resident_id_wrong"),
      (.training, "学时", "1000.01", "hours_wrong"),
      (.training, "培训类别", "其他", "kind_wrong"),
      (.training, "学时", "0", "hours_zero"),
      (.training, "培训内容", "教育谈话 11010119900605603X 的记录", "personal_number_in_text"),
      (.training, "培训内容", "139 1234 5678", "personal_number_in_text"),
      (.findings, "条款", "一（二）99", "clause_wrong"),
      (.findings, "条款", "一（二）2", "clause_wrong"),
      (.findings, "说明", "未到岗，电话13912345678", "personal_number_in_text"),
      (.findings, "说明", String(repeating: "字", count: 61), "note_long"),
      (.findings, "发现单位", "群众", "value_not_listed"),
      (.relations, "案件代号", "张三", "case_no_wrong"),
      (.relations, "案件代号", "王小二案", "case_no_wrong"),
      (.relations, "案件代号", "c-17", "case_no_wrong"),
      (.relations, "终止日期", "2024-02-29", "dates_reversed"),
      (.caseAssignments, "案件代号", "C-1", "case_no_wrong"),
      (.duties, "职责条目", "3", "duty_item_differs"),
      (.duties, "工作事项", "接待", "value_not_listed"),
      (.duties, "截止日期", "2023-12-31", "dates_reversed"),
      (.followUp, "处理步骤", "处分", "value_not_listed"),
      (.feedback, "反馈截止日期", "2023-12-31", "dates_reversed"),
      (.findings, "程度", "4", "severity_wrong"),
      (.findings, "问题类别", "态度", "kind_wrong"),
      (.relations, "关系", "朋友", "relation_wrong"),
      (.relations, "案件代号", "440524199001010018", "subject_as_person"),
      (.caseload, "统计日期", "", "required_blank"),
      (.caseload, "街道代码", "110199999", "office_unknown"),
      (.posts, "招聘人数", "三", "number_wrong"),
      (.marks, "成绩", "100.01", "mark_wrong"),
      (.marks, "成绩", "优", "mark_wrong"),
      (.marks, "成绩", "", "required_blank"),
      (.marks, "科目", "体能", "mark_part_wrong"),
      (.marks, "状态", "请假", "mark_status_wrong"),
      (.marks, "录入人", "", "required_blank"),
    ] as [(SheetKind, String, String, String)])
  func broken(kind: SheetKind, column: String, value: String, code: String) throws {
    let story = try SampleStory()
    var values = try #require(Self.rows[kind])
    values[column] = value
    let titles = values.keys.sorted()
    let text =
      titles.joined(separator: ",") + "\n"
      + titles.map { values[$0] ?? "" }.joined(separator: ",") + "\n"
    let report = try story.take([story.file("b.csv", Array(text.utf8))], into: Register()) {
      $0.kind = kind
    }
    #expect(report.files[0].findings.map(\.finding.code.rawValue) == [code])
    #expect(report.files[0].findings.first?.columnTitle == column)
    #expect(report.total.rejected == 1)
  }

  @Test(
    "warn of a name after the word for a subject, and of nothing else that follows it",
    arguments: [
      ("未走访矫正对象张小三", true), ("对象：李四未报到", false), ("对象（王五）", true), ("对象教育记录不全", false),
      ("未按时走访对象", false),
    ])
  func subjectNamed(note: String, isFound: Bool) throws {
    let story = try SampleStory()
    let text = "工号,发现日期,问题类别,程度,说明\nX1,2024-03-01,能力,1,\(note)\n"
    let report = try story.take([story.file("f.csv", Array(text.utf8))], into: Register())
    let codes = report.files[0].findings.map(\.finding.code)
    #expect(codes == (isFound ? [.subjectNamed] : []))
    #expect(report.total.accepted == 1)
  }

  @Test(
    "read a clause as clerks write it", arguments: ["二(一)3", "二（一）第3项", "二（一）、3", "二（一）3"])
  func clause(text: String) throws {
    let story = try SampleStory()
    let register = try Register()
    let sheet = "工号,发现日期,问题类别,程度,条款\nX1,2024-03-01,纪律,1,\(text)\n"
    let report = try story.take([story.file("f.csv", Array(sheet.utf8))], into: register)
    #expect(report.files[0].findings.map(\.finding.code) == [])
    #expect(report.total.accepted == 1)
  }

  @Test("take an office by its name within its district, and say where the name is ambiguous")
  func officeByName() throws {
    let story = try SampleStory()
    let register = try Register()
    let text = "街道名称,月份,社区矫正对象数,入矫,解矫\n月坛街道,2024-05,9,1,1\n八里庄街道,2024-05,9,1,1\n"
    let report = try story.take([story.file("h.csv", Array(text.utf8))], into: register)
    #expect(report.files[0].findings.map(\.finding.code) == [.officeAmbiguous])
    #expect(report.files[0].findings.first?.columnTitle == "街道名称")
    #expect(report.files[0].findings.first?.finding.value == "八里庄街道")
    #expect(try register.history().map(\.officeCode) == ["110102007"])
    // The district settles which one is meant, in every sheet that names offices.
    let settled = "区,街道名称,招聘人数\n海淀区,八里庄街道,2\n朝阳,八里庄街道,3\n"
    let posts = try story.take([story.file("p.csv", Array(settled.utf8))], into: register)
    #expect(posts.files[0].findings.isEmpty)
    #expect(try register.places().values.sorted() == [2, 3])
  }

  @Test("keep an office that was taken back from being mistaken for another")
  func officeTakenBack() throws {
    let story = try SampleStory()
    let register = try Register()
    let offices = "街道代码,街道名称,区代码,区名称\n110199001,荣华街道,110199,经开区\n"
    let first = try story.take([story.file("o.csv", Array(offices.utf8))], into: register)
    let applicants = "报名序号,姓名,身份证号,应聘街道代码\nA1,甲,11010519491231002X,110199001\n"
    _ = try story.take([story.file("a.csv", Array(applicants.utf8))], into: register)
    #expect(throws: RegisterError.officesNamed(batch: first.batch, codes: ["110199001"])) {
      _ = try register.withdraw(first.batch, by: "甲", reason: nil, moment: SampleStory.moment)
    }
    let day = try #require(CivilDate(iso: "2024-06-01"))
    let run = try ScoringRun(over: register, policy: .named("beijing-2023"), asOf: day)
    #expect(run.list.offices.map { run.offices.offices[$0.office].name } == ["荣华街道"])
  }

  @Test("give a month's figures from the file that came last, and the earlier ones after an undo")
  func historyAgain() throws {
    let story = try SampleStory()
    let register = try Register()
    let head = "街道代码,月份,社区矫正对象数,入矫,解矫\n"
    _ = try story.take(
      [story.file("1.csv", Array((head + "110102001,2024-05,9,1,1\n").utf8))], into: register)
    let second = try story.take(
      [story.file("2.csv", Array((head + "110102001,202405,11,1,1\n").utf8))], into: register)
    #expect(try register.history().map(\.subjects) == [11])
    _ = try register.withdraw(
      second.batch, by: "甲", reason: nil, moment: SampleStory.moment)
    #expect(try register.history().map(\.subjects) == [9])
  }

  @Test("refuse a sheet that names subjects", arguments: ["对象姓名", "身份证号", "矫正对象名单"])
  func subjects(column: String) throws {
    let story = try SampleStory()
    for kind in [SheetKind.caseload, .history, .relations] {
      let values = try #require(Self.rows[kind])
      let text =
        values.keys.joined(separator: ",") + ",\(column)\n"
        + values.values.joined(separator: ",") + ",x\n"
      let report = try story.take([story.file("\(kind).csv", Array(text.utf8))], into: Register())
      #expect(report.files[0].failure?.code == "subjects_as_persons")
    }
  }

  @Test("choose the worksheet by its header, read all that have it, and refuse two kinds at once")
  func worksheets() throws {
    let story = try SampleStory()
    let rows = [["报名序号", "姓名", "身份证号", "应聘街道代码"], ["A1", "甲", "11010519491231002X", "110101001"]]
    let chosen = try story.workbook(
      "1.xlsx",
      [("封面", [["二〇二四年招聘"]]), ("空表", [rows[0]]), ("报名", [["招聘报名表"], [], rows[0], rows[1]])])
    let report = try story.take([chosen], into: Register())
    #expect(report.files[0].entry?.worksheet == "报名")
    #expect(report.total.accepted == 1)
    let more = [rows[0], ["A2", "乙", "110101199001010031", "110101001"]]
    let two = try story.workbook("2.xlsx", [("德胜", rows), ("月坛", more)])
    let both = try story.take([two], into: Register())
    #expect(both.files[0].entry?.worksheet == "德胜、月坛")
    #expect(both.total.accepted == 2)
    let offices = [["街道代码", "街道名称", "区代码", "区名称"], ["110199001", "荣华街道", "110199", "经开区"]]
    let mixed = try story.workbook("3.xlsx", [("德胜", rows), ("街道", offices)])
    let refused = try story.take([mixed], into: Register())
    #expect(refused.files[0].failure?.code == "worksheets_several")
    #expect(refused.status == .badData)
  }

  @Test("give the same facts as text in every encoding and as a workbook")
  func sameFacts() throws {
    let story = try SampleStory()
    let sheets = try SampleStory.sheets("应聘-德胜")
    let rows = try CSVRows.read(sheets[0])
    let text =
      rows.map { row in
        row.map { "\"\($0.replacing("\"", with: "\"\""))\"" }.joined(separator: ",")
      }.joined(separator: "\n") + "\n"
    var paths = [
      try story.file("1.csv", Array(text.utf8)),
      try story.file(
        "2.csv", [0xEF, 0xBB, 0xBF] + Array(text.replacing("\"\n\"", with: "\"\r\n\"").utf8)),
      try story.file(
        "3.csv", [0xFF, 0xFE] + text.utf16.flatMap { [UInt8($0 & 255), UInt8($0 >> 8)] }),
      try story.file(
        "4.csv", [0xFE, 0xFF] + text.utf16.flatMap { [UInt8($0 >> 8), UInt8($0 & 255)] }),
      try story.workbook("6.xlsx", [("报名", rows)]),
    ]
    let gb = story.scratch.appendingPathComponent("5.csv").path
    let iconv = Process()
    iconv.executableURL = URL(fileURLWithPath: "/usr/bin/iconv")
    iconv.arguments = ["-f", "UTF-8", "-t", "GB18030", "-o", gb, paths[0]]
    try iconv.run()
    iconv.waitUntilExit()
    paths.append(gb)
    var encodings: Set<String> = []
    var digests: Set<String> = []
    var findings: Set<[String]> = []
    for path in paths {
      let report = try story.take([path], into: Register())
      let entry = try #require(report.files[0].entry)
      encodings.insert(entry.encoding)
      digests.insert(try #require(entry.factsSHA256))
      findings.insert(
        report.files[0].findings.map { "\($0.finding.row) \($0.finding.column) \($0.finding.code)" }
      )
    }
    #expect(encodings.count == 6)
    #expect(digests.count == 1)
    #expect(findings.count == 1)
    #expect(findings.first?.isEmpty == false)
  }
}

@Suite("A sheet of marks")
struct MarkSheetTests {
  @Test(
    "reads what stands for a mark, with a word where it was read kindly",
    arguments: [
      ("成绩", "76.5,", "76.50 有效", ""), ("成绩", "缺考,", " 缺考", "mark_status_in_score"),
      ("成绩", "免考,", " 免考", "mark_status_in_score"),
      ("成绩", "作弊,", " 违纪", "mark_status_in_score"),
      ("成绩,状态", "0,缺考,", " 缺考", "mark_zero_uncounted"), ("成绩,状态", "0,,", "0.00 有效", ""),
      ("成绩,状态", ",缺席,", " 缺考", ""),
      ("成绩,状态", "缺考,违纪,", "", "mark_status_differs mark_status_in_score"),
      ("成绩,状态", "60,违纪,", "", "mark_status_differs"), ("成绩,状态", ",有效,", "", "mark_status_differs"),
    ])
  func words(columns: String, cells: String, kept: String, codes: String) throws {
    let story = try SampleStory()
    let text = "报名序号,科目,\(columns),录入人\nA1,面试,\(cells)乙\n"
    let register = try Register()
    let report = try story.take([story.file("m.csv", Array(text.utf8))], into: register)
    #expect(report.files[0].entry?.kind == "marks")
    #expect(
      report.files[0].findings.map(\.finding.code.rawValue).joined(separator: " ") == codes)
    let rows = try register.marks()
    #expect(
      rows.map {
        "\($0.hundredths.map { "\($0 / 100).\($0 % 100 / 10)\($0 % 10)" } ?? "") \($0.status)"
      }
        == (kept.isEmpty ? [] : [kept]))
  }

  @Test("takes such words nowhere else: an applicant's mark stays a number")
  func applicants() throws {
    let story = try SampleStory()
    let text =
      "报名序号,姓名,身份证号,应聘街道代码,笔试成绩\nA1,甲,11010519491231002X,110102001,缺考\n"
    let report = try story.take([story.file("a.csv", Array(text.utf8))], into: Register())
    #expect(report.files[0].findings.map(\.finding.code.rawValue) == ["score_wrong"])
  }
}
