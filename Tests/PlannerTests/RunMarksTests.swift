import Consultation
import Foundation
import Model
import Policy
import Register
import Tabular
import Testing

@testable import Planner
@testable import Reporting

@Suite("Sheets of marks")
struct RunMarksTests {
  private static let day = CivilDate(iso: "2024-06-01")
  private static let sheet = """
    报名序号,姓名,身份证号,应聘街道代码,公道正派,政治素质,组织协调,言语文字表达,计算机操作,笔试成绩
    T1,测试乙,110102198503150036,110102010,是,是,是,是,是,
    T2,测试丙,110102198503150052,110102010,是,是,是,是,是,
    T3,测试丁,110102198503150079,110102010,是,是,是,是,是,70

    """

  private let story: SampleStory
  private let register: Register

  init() throws {
    story = try SampleStory()
    register = try Register()
    try take("a.csv", Self.sheet)
    try take("p.csv", "街道代码,招聘人数\n110102010,1\n")
  }

  private func take(_ name: String, _ text: String) throws {
    _ = try story.take([story.file(name, Array(text.utf8))], into: register) {
      $0.badRows = .takeGoodRows
    }
  }

  private func policy(_ order: String = "tier, total") throws -> PolicyPack {
    let text = """
      policy: half
      extends: beijing-2023
      title: {zh: 一, en: one}
      in_force: {from: 2024-01-01}
      mark:
        parts: [{fact: written_score, percent: 50}, {fact: interview_score, percent: 50}]
        local: {zh: 一, en: one}
      change:
        - {ranking: x, order: [\(order)], reason: {zh: 一, en: one}}
      """
    return try PolicyPack.named("half.yaml") { _ in Array(text.utf8) }
  }

  private func run(_ order: String = "tier, total") throws -> ScoringRun {
    let run = try ScoringRun(over: register, policy: policy(order), asOf: #require(Self.day))
    try run.store(in: register)
    return run
  }

  /// Number, verdict and rank of everybody, as the register keeps them.
  private func lines(_ run: ScoringRun) throws -> [String] {
    var lines: [String] = []
    try register.forEachResult(ofRun: run.id) {
      lines.append(
        "\($0.applicationNo) \($0.result.assessment.verdict.id) "
          + "\($0.result.placement.rank.map(String.init) ?? "-") \($0.result.placement.decider.id)")
    }
    return lines
  }

  private func explanation(_ number: String, _ run: ScoringRun) throws -> String {
    try register.explain(number, inRun: run.id).lines(Wording(.zh)).joined(separator: "\n")
  }

  private static let header = "报名序号,科目,成绩,状态,录入人\n"

  @Test("rank by the marks that they give, tell absent from missing, and hold what differs")
  func states() throws {
    try take(
      "m.csv",
      Self.header + """
        T1,笔试,80.5,有效,甲
        T1,面试,90,有效,甲
        T2,笔试,,缺考,甲
        T2,面试,95,有效,甲
        T3,笔试,71,有效,甲
        T3,面试,60,有效,甲

        """)
    let run = try run()
    #expect(
      try lines(run) == ["T1 eligible 1 ", "T3 pending - ", "T2 ineligible - "])
    let first = try explanation("T1", run)
    #expect(first.contains("笔试成绩 80.50 × 50% + 面试成绩 90.00 × 50% = 85.2500"))
    #expect(first.contains("成绩＝「80.50」　m.csv 第 2 行 C 列"))
    let absent = try explanation("T2", run)
    #expect(absent.contains("状态＝「缺考」　m.csv 第 4 行 D 列") && absent.contains("不符合条件"))
    let held = try explanation("T3", run)
    #expect(held.contains("笔试成绩 两处成绩不一致"))
    #expect(held.contains("另有 笔试成绩＝「70」　a.csv 第 4 行 J 列"))
    #expect(held.contains("如果 笔试成绩＝100.00：符合条件，第 2 顺位，0 分，本街道第 2 名"))
    #expect(try register.replay(run.id).status == .done)
  }

  @Test("leave those without a mark pending, and say whose mark could change who is chosen")
  func missing() throws {
    try take("m.csv", Self.header + "T1,笔试,80,有效,甲\nT1,面试,92,有效,甲\nT2,笔试,99,有效,甲\nT2,面试,,免考,甲\n")
    let run = try run()
    #expect(try lines(run) == ["T1 eligible 1 ", "T2 pending - ", "T3 pending - "])
    let margin = try register.verifyFirst(run.id).lines(Wording(.zh)).joined(separator: "\n")
    #expect(margin.contains("面试成绩＝100.00 → 第 1 名，线上"))
    #expect(margin.contains("1. T2") && margin.contains("面试成绩＝100.00，且 "))
    #expect(try explanation("T2", run).contains("状态＝「免考」"))
  }

  @Test("that are corrected give a new run, and the old one is made again with the old marks")
  func corrected() throws {
    try take(
      "m.csv", Self.header + "T1,笔试,80,有效,甲\nT1,面试,90,有效,甲\nT2,笔试,80,有效,甲\nT2,面试,91,有效,甲\n")
    let old = try run()
    #expect(try lines(old).prefix(2) == ["T2 eligible 1 total", "T1 eligible 2 total"])
    try take("n.csv", Self.header + "T2,面试,60,有效,甲\n")
    let new = try run()
    #expect(try lines(new).prefix(2) == ["T1 eligible 1 total", "T2 eligible 2 total"])
    #expect(new.id != old.id)
    for run in [old, new] { #expect(try register.replay(run.id).status == .done) }
    #expect(try explanation("T2", old).contains("m.csv 第 5 行"))
    #expect(try explanation("T2", new).contains("n.csv 第 2 行"))
    // Taken back, the earlier mark counts again, and both runs stand as they were.
    _ = try register.undo(4, by: "甲", reason: "错", moment: SampleStory.moment)
    #expect(try run().id == old.id)
    #expect(try register.replay(new.id).status == .done)
  }

  @Test(
    "break a tie of the whole by a part where the district says so",
    arguments: [
      ("tier, total", "T1 eligible 1 |T2 eligible 1 "),
      ("tier, total, written", "T2 eligible 1 written|T1 eligible 2 written"),
      ("tier, total, interview", "T1 eligible 1 interview|T2 eligible 2 interview"),
    ])
  func ties(order: String, expected: String) throws {
    try take(
      "m.csv", Self.header + "T1,笔试,80,有效,甲\nT1,面试,90,有效,甲\nT2,笔试,90,有效,甲\nT2,面试,80,有效,甲\n")
    #expect(try lines(run(order)).prefix(2).joined(separator: "|") == expected)
  }

  @Test("count in a batch in which they come with the applicants, in any order")
  func batch() throws {
    let sheets = try [
      story.file("甲.csv", Array(Self.sheet.utf8)),
      story.file("乙.csv", Array((Self.header + "T1,笔试,80,有效,甲\nT1,面试,90,有效,甲\n").utf8)),
    ]
    var ids: Set<String> = []
    for paths in [sheets, sheets.reversed()] {
      var options = try story.options()
      options.policy = try policy()
      let report = try Batch(options).run(paths)
      let run = try #require(report.run)
      #expect(run.totals[.eligible] == 1 && run.totals[.pending] == 2)
      ids.insert(run.id)
      let register = try Register(path: options.output + "/xieguan.sqlite")
      #expect(try register.replay(run.id).status == .done)
    }
    #expect(ids.count == 1)
  }

  @Test("go with a package, whose list comes out of it alone")
  func package() throws {
    try take("m.csv", Self.header + "T1,笔试,80,有效,甲\nT1,面试,90,有效,甲\nT2,笔试,,缺考,甲\nT2,面试,70,有效,甲\n")
    let run = try run()
    let key = story.scratch.appendingPathComponent("k").path
    _ = try OutgoingPackage.makeKey(of: "甲局", output: key)
    var package = try OutgoingPackage(
      number: "甲〔2024〕1号", date: #require(Self.day), keyFile: key,
      output: story.scratch.appendingPathComponent("req").path, moment: SampleStory.moment)
    (package.from, package.to) = ("甲局", "乙局")
    _ = try package.request(
      .ranking(run: run.id), office: nil, disclosure: Disclosure(), from: register)
    let incoming = try IncomingPackage(
      path: package.output, signers: nil, at: Date(timeIntervalSince1970: 1_717_200_000))
    #expect(try incoming.verify(unpackingTo: nil).digest == run.digestHex)
    let list = try WorkbookReader(path: package.output + "/applicants.xlsx")
      .firstRows(10, of: 0).joined()
    #expect(list.contains { $0.contains("笔试成绩 80.00 × 50% + 面试成绩 90.00 × 50% = 85.0000") })
    #expect(list.contains { $0.contains("笔试成绩 缺考 × 50%") })
    let marks = try #require(incoming.package.files["marks.csv"])
    #expect(String(decoding: marks, as: UTF8.self).contains(#""T2","笔试","","缺考""#))
  }
}
