import Foundation
import Model
import Policy
import Register
import Reporting
import Testing

@testable import Planner

@Suite("Oversight of people in post")
struct OverseeTests {
  private static let sheets: [(SheetKind, String)] = [
    (.assistants, "协管员"), (.trainingSessions, "培训班次"), (.training, "培训记录"), (.feedback, "培训反馈"),
    (.duties, "职责分工"), (.caseAssignments, "个案分派"), (.relations, "回避申报"), (.findings, "督导问题"),
    (.followUp, "督导后续"), (.acknowledgements, "纪律告知"), (.contacts, "工作联系"),
  ]

  private static func register(
    _ story: SampleStory, _ sheets: [(SheetKind, String)] = sheets
  ) throws -> Register {
    let register = try Register()
    for (kind, name) in sheets {
      let path = SampleStory.root.appendingPathComponent("Samples/xicheng-service-2024/\(name).csv")
      let report = try story.take([path.path], into: register) { $0.kind = kind }
      #expect(report.total.rejected == 0)
      #expect(report.files[0].findings.isEmpty)
    }
    return register
  }

  /// A report as its JSON, for looking into.
  private static func json(_ report: OversightReport) throws -> [String: Any] {
    let data = try OversightAnswer(report, written: []).json(Wording(.zh))
    return try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
  }

  private static func rows(_ report: OversightReport, _ table: String) throws -> [[String: Any]] {
    try #require(try json(report)[table] as? [[String: Any]])
  }

  private static let policy = try? PolicyPack.named("beijing-2023")
  private static let day = CivilDate(iso: "2025-01-10")

  @Test("tells a year of training: what was held, who is short, who was not told")
  func training() throws {
    let register = try Self.register(SampleStory())
    let report = try register.overseeTraining(
      year: 2024, policy: #require(Self.policy), asOf: #require(Self.day))
    let bureau = try #require(try Self.rows(report, "bureau").first)
    #expect(bureau["organised"] as? Double == 44)
    #expect(bureau["open_to_all"] as? Double == 28)
    #expect(bureau["status"] as? String == "met")
    let people = try Self.rows(report, "people")
    #expect(people.count == 30)
    func short(_ status: String) -> [String] {
      people.filter { $0["status"] as? String == status }.compactMap {
        $0["assistant_no"] as? String
      }
    }
    #expect(short("short") == ["XF007", "XF014", "XF018"])
    #expect(short("part_of_year") == ["XF010", "XF029", "XF030"])
    let late = people.filter { ["late", "missing"].contains($0["pre_service"] as? String) }
    #expect(late.compactMap { $0["assistant_no"] as? String } == ["XF029", "XF030"])
    let unreported = try Self.rows(report, "offices").filter { $0["reported"] as? String == "no" }
    #expect(unreported.map { $0["office_name"] as? String } == ["月坛街道", "广安门内街道"])
    #expect(OversightAnswer(report, written: []).status == .waiting)
  }

  @Test("tells work beyond the text, items that nobody has, and an office without a sheet")
  func duties() throws {
    let register = try Self.register(SampleStory())
    let report = try register.overseeDuties(
      policy: #require(Self.policy), asOf: #require(Self.day))
    #expect(
      try Self.rows(report, "faults").map { $0["fault"] as? String }
        == ["barred", "beyond_verb", "not_arranged"])
    let uncovered = try Self.rows(report, "uncovered")
    #expect(uncovered.map { $0["state"] as? String } == ["uncovered", "unknown"])
    #expect(uncovered.first?["items"] as? String == "一（二）6")
  }

  @Test("masks whose relative it is in every file and in JSON, and tells it to whoever asks")
  func recusal() throws {
    let story = try SampleStory()
    let register = try Self.register(story)
    let report = try register.overseeRecusal(
      policy: #require(Self.policy), asOf: #require(Self.day))
    let rows = try Self.rows(report, "assignments")
    #expect(
      rows.map { $0["state"] as? String } == ["must_step_aside", "to_decide", "undeclared"])
    #expect(rows.first?["days"] as? Int == 307)
    let said = OversightAnswer(report, written: []).lines(Wording(.zh)).joined()
    #expect(said.contains("XF005"))
    let folder = story.scratch.appendingPathComponent("out").path
    let files = try report.write(to: folder, language: .zh)
    #expect(files.count == 4)
    var texts = [
      String(decoding: try OversightAnswer(report, written: []).json(Wording(.zh)), as: UTF8.self)
    ]
    for file in files where !file.hasSuffix("xlsx") {
      texts.append(try String(contentsOfFile: file, encoding: .utf8))
    }
    for text in texts {
      #expect(text.contains("C-1009") || !text.contains("case_no"))
      #expect(!text.contains("XF0"))
    }
    let trial = try register.tryAssignment(
      of: "XF005", to: "C-1009", policy: #require(Self.policy), asOf: #require(Self.day))
    #expect(trial.status == .waiting)
  }

  @Test("follows findings, those of others and of discipline apart")
  func supervision() throws {
    let register = try Self.register(SampleStory())
    let policy = try #require(Self.policy)
    let day = try #require(Self.day)
    let supervision = try register.overseeSupervision(policy: policy, asOf: day)
    let found = try Self.rows(supervision, "findings")
    #expect(
      found.map { $0["finding_no"] as? String } == [
        "DD2024-01", "DD2024-02", "DD2024-03", "DD2024-06",
      ])
    #expect(found.map { $0["state"] as? String } == ["closed", "closed", "closed", "found"])
    #expect(found.map { $0["feedback_days"] as? Int } == [13, 3, 8, nil])
    #expect(
      found.map { $0["issues"] as? String } == ["feedback_late", nil, nil, "feedback_late"])
    #expect(
      try Self.rows(supervision, "others").map { $0["finding_no"] as? String } == ["DD2024-04"])
    let discipline = try register.overseeDiscipline(policy: policy, asOf: day)
    #expect(try Self.rows(discipline, "findings").map { $0["handed_to"] as? String } == ["区纪检监察机关"])
    #expect(
      try Self.rows(discipline, "unsigned").map { $0["assistant_no"] as? String }
        == ["XF024", "XF030"])
  }

  @Test("says the same whatever the order in which the sheets came")
  func anyOrder() throws {
    let policy = try #require(Self.policy)
    let day = try #require(Self.day)
    func all(_ register: Register) throws -> [Data] {
      try [
        register.overseeTraining(year: 2024, policy: policy, asOf: day),
        register.overseeDuties(policy: policy, asOf: day),
        register.overseeRecusal(policy: policy, asOf: day),
        register.overseeDiscipline(policy: policy, asOf: day),
        register.overseeSupervision(policy: policy, asOf: day),
      ].map { try OversightAnswer($0, written: []).json(Wording(.zh)) }
    }
    let story = try SampleStory()
    let expected = try all(Self.register(story))
    #expect(try all(Self.register(story, Self.sheets.reversed())) == expected)
  }

  @Test("does not take a missing sheet for nothing amiss")
  func missing() throws {
    let register = try Register()
    #expect(throws: OversightError.noSheet(.findings)) {
      try register.overseeSupervision(policy: #require(Self.policy), asOf: #require(Self.day))
    }
  }

  @Test("finds rows that do not fit the list of assistants, whichever came first")
  func crossCheck() throws {
    let story = try SampleStory()
    let policy = try #require(Self.policy)
    let day = try #require(Self.day)
    let list =
      "工号,姓名,身份证号,街道代码,到岗日期,离岗日期\n"
      + "X1,王建国,11010519491231002X,110102001,2024-02-01,2024-05-31\n"
      + "X2,王建国,11010519491231002X,110102003,2024-05-31,\n"
    let training =
      "工号,培训日期,学时,培训类别,培训内容\nX1,2024-01-15,8,岗前,a\nX1,2024-01-16,4,岗中,b\n"
      + "X1,2024-03-01,8,岗中,c\nX1,2024-03-01,4.01,岗中,d\nX1,2024-06-01,4,岗中,e\nX9,2024-03-01,4,岗中,f\n"
      + "X2,2025-01-11,4,岗中,g\n"
    let caseload = "街道代码,统计日期,专门国家工作人员数,在岗协管员数,社区矫正对象数\n110102003,2024-12-31,2,2,30\n"
    let sheets: [(SheetKind, String)] = [
      (.assistants, list), (.training, training), (.caseload, caseload),
    ]
    for sheets in [sheets, sheets.reversed()] {
      let register = try Register()
      for (kind, text) in sheets {
        let path = try story.file("\(kind.rawValue).csv", Array(text.utf8))
        _ = try story.take([path], into: register) { $0.kind = kind }
      }
      let report = try register.crossCheck(policy: policy, asOf: day)
      let faults = try Self.rows(report, "rows").map {
        "\($0["row"] as? Int ?? 0) \($0["fault"] as? String ?? "")"
      }
      #expect(
        faults == [
          "3 before_joining", "4 hours_of_day", "5 hours_of_day", "6 after_leaving",
          "7 unknown_assistant", "8 in_future",
        ])
      #expect(
        try Self.rows(report, "overlaps").map { $0["other_assistant_no"] as? String } == ["X2"])
      let headcount = try #require(try Self.rows(report, "headcounts").first)
      #expect(headcount["listed"] as? Int == 1)
      #expect(headcount["reported"] as? Int == 2)
    }
  }

  @Test("writes a letter on a finding, and no proposal before the street was told")
  func letters() throws {
    let story = try SampleStory()
    let register = try Self.register(story)
    let policy = try #require(Self.policy)
    let day = try #require(Self.day)
    func write(_ kind: SupervisionLetter.Kind, _ finding: String) throws -> String {
      let folder = story.scratch.appendingPathComponent("\(kind) \(finding)").path
      _ = try register.write(
        SupervisionLetter(
          kind, finding: finding, from: "西城区司法局", to: "德胜街道办事处", number: "西司函〔2025〕4号",
          by: "赵局长"), to: folder, policy: policy, asOf: day)
      return try String(contentsOfFile: folder + "/letter.html", encoding: .utf8)
    }
    let proposal = try write(.replacement, "DD2024-02")
    for text in ["XF010", "赵局长", "2024年6月6日", "由你单位决定", "2025年2月9日"] {
      #expect(proposal.contains(text), "\(text)")
    }
    #expect(try write(.feedback, "DD2024-06").contains("2024年12月2日"))
    #expect(throws: OversightError.proposalBeforeFeedback("DD2024-06")) {
      try write(.replacement, "DD2024-06")
    }
    for number in ["DD2024-04", "DD2024-05"] {
      #expect(throws: OversightError.notUnderClause(number)) { try write(.feedback, number) }
    }
    #expect(throws: OversightError.unknownFinding("F")) { try write(.feedback, "F") }
  }

  @Test("gives one person's facts for an appraisal: no case, no other person, no score")
  func appraisal() throws {
    let story = try SampleStory()
    let register = try Self.register(story)
    let report = try register.appraise(
      "XF010", year: 2024, policy: #require(Self.policy), asOf: #require(Self.day))
    let files = try report.write(
      to: story.scratch.appendingPathComponent("a").path, language: .zh)
    let page = try String(
      contentsOfFile: #require(files.first { $0.hasSuffix("html") }), encoding: .utf8)
    #expect(page.contains("DD2024-01"))
    #expect(page.contains("本人意见"))
    #expect(!page.contains("C-10"))
    #expect(page.matches(of: /XF0\d\d/).allSatisfy { $0.output == "XF010" })
    #expect(throws: OversightError.unknownAssistant("X")) {
      try register.appraise("X", policy: #require(Self.policy), asOf: #require(Self.day))
    }
  }

  /// A district's policy with some parameters more.
  private static func overlay(_ story: SampleStory, _ parameters: [(String, String)]) throws
    -> PolicyPack
  {
    let items = parameters.map { name, value in
      "  - {name: \(name), title: {zh: 甲, en: a}, unit: {zh: 乙, en: b}, "
        + "local: {zh: 本区规定, en: ours}, value: \(value)}"
    }
    let text =
      "policy: x\nextends: beijing-2023\ntitle: {zh: 本区办法, en: ours}\n"
      + "in_force: {from: 2024-03-01}\nparameters:\n" + items.joined(separator: "\n") + "\n"
    return try PolicyPack.opened(story.file("\(parameters.count).yaml", Array(text.utf8)))
  }

  @Test("a district sets what counts and how many days; its own beginning is not the Opinion's")
  func settings() throws {
    let story = try SampleStory()
    let register = try Self.register(story)
    let day = try #require(Self.day)
    let policy = try Self.overlay(
      story, [("training_counts", "[岗前, 岗中, 交流]"), ("feedback_days", "14")])
    let training = try register.overseeTraining(year: 2024, policy: policy, asOf: day)
    let people = try Self.rows(training, "people")
    // Three hours of exchange make up for the two that were lacking.
    #expect(
      people.first { $0["assistant_no"] as? String == "XF007" }?["status"] as? String == "met")
    let found = try Self.rows(register.overseeSupervision(policy: policy, asOf: day), "findings")
    #expect(found.first?["issues"] is NSNull)
    for (name, value) in [("training_counts", "[岗后]"), ("feedback_days", "0"), ("reply_days", "x")]
    {
      let wrong = try Self.overlay(story, [(name, value)])
      #expect(throws: OversightError.badSetting(name, value: value == "[岗后]" ? "岗后" : value)) {
        try register.overseeSupervision(policy: wrong, asOf: day)
      }
      try FileManager.default.removeItem(at: story.scratch.appendingPathComponent("1.yaml"))
    }
  }
}
