import Foundation
import Model
import Register
import Testing

@testable import Planner
@testable import Reporting

@Suite("Corrections")
struct UpdateTests {
  private let story: SampleStory
  private let path: String

  private static let sheet = """
    报名序号,姓名,身份证号,应聘街道代码,学历,学历学位核验
    A,甲,11010519491231002X,110102001,本科,待核
    B,乙,440524199001010018,110102001,本科,待核
    C,丙,110105199001013018,110102001,专科,待核

    """

  init() throws {
    story = try SampleStory()
    path = story.scratch.appendingPathComponent("r.sqlite").path
    var options = ImportOptions(takenAt: SampleStory.moment)
    options.badRows = .takeGoodRows
    _ = try Import.run([file("a.csv", Self.sheet)], intoRegisterAt: path, options)
  }

  private func file(_ name: String, _ text: String) throws -> String {
    try story.file(name, Array(text.utf8))
  }

  private func update(
    _ text: String, of kind: SheetKind = .applicants, by: String? = "李"
  ) throws -> UpdateAnswer {
    try Import.update(
      kind, by: file("\(UUID().uuidString).csv", text), inRegisterAt: path,
      authority: by.map { ChangeAuthority(by: $0, reason: "回函") }, takenAt: SampleStory.moment)
  }

  /// The accepted rows: number, degree of education and its verification.
  private func accepted() throws -> [String] {
    var rows: [String] = []
    try Register(existing: path).forEachAccepted(office: nil) { _, cell in
      rows.append(
        [ApplicantField.applicationNo, .name, .education, .degreeStatus]
          .map { String(decoding: cell($0), as: UTF8.self) }.joined(separator: " "))
    }
    return rows.sorted()
  }

  @Test("show what would change, and keep it only where somebody answers for it")
  func preview() throws {
    let text = "学历学位核验,报名序号\n属实,A\n,B\n"
    let preview = try update(text, by: nil)
    #expect(preview.lines(Wording(.zh)) == ["  第 2 行 A：学历学位核验：待核 → 属实", "将更正 1 行，1 行没有不同"])
    #expect((preview.status, preview.kept) == (.waiting, false))
    #expect(try accepted() == ["A 甲 本科 待核", "B 乙 本科 待核"])
    let kept = try update(text)
    #expect((kept.status, kept.kept) == (.done, true))
    #expect(try accepted() == ["A 甲 本科 属实", "B 乙 本科 待核"])
    let chain = try Register(existing: path).checkAudit()
    #expect(chain.count == 3 && chain.isSound)
  }

  @Test("of several kinds follow each other, and each can be taken back")
  func chain() throws {
    _ = try update("报名序号,学历\nA,专科\n")
    _ = try update("报名序号,学历\nA,硕士\nB,清空\n")
    #expect(try accepted() == ["A 甲 硕士 待核", "B 乙  待核"])
    let register = try Register(existing: path)
    // The one in the middle changes nothing of what counts now.
    _ = try register.undo(2, by: "甲", reason: "乙", moment: SampleStory.moment)
    #expect(try accepted() == ["A 甲 硕士 待核", "B 乙  待核"])
    _ = try register.undo(3, by: "甲", reason: "乙", moment: SampleStory.moment)
    #expect(try accepted() == ["A 甲 本科 待核", "B 乙 本科 待核"])
  }

  @Test("mend a row that was rejected")
  func mend() throws {
    #expect(try accepted().count == 2)
    let answer = try update("报名序号,身份证号\nC,110105199001013019\n")
    #expect(answer.status == .done && answer.changes.count == 1)
    #expect(try accepted().last == "C 丙 专科 待核")
  }

  @Test(
    "are kept as a whole or not at all",
    arguments: [
      ("报名序号,学历\nA,硕士\nB,大本科\n", "education_wrong"),
      ("报名序号,学历\nA,硕士\nX,本科\n", "update_key_unknown"),
      // B's number becomes that of A.
      ("报名序号,身份证号\nB,11010519491231002X\n", "update_collides"),
    ])
  func whole(text: String, code: String) throws {
    let answer = try update(text)
    #expect(answer.status == .badData && !answer.kept)
    let codes = answer.files.flatMap { $0.findings.map { Array($0.map(\.code)) } ?? [] }
    #expect(codes.contains(code))
    #expect(try accepted() == ["A 甲 本科 待核", "B 乙 本科 待核"])
    #expect(try Register(existing: path).batches().count == 1)
  }

  @Test("change what a later run sees, and an older one is made again with what it saw")
  func runs() throws {
    let register = try Register(existing: path)
    let story = try SampleStory()
    let policy = try story.options().policy
    let day = try #require(CivilDate(iso: "2024-06-01"))
    _ = try register.score(by: policy, asOf: day)
    let before = try register.run("latest").id
    _ = try update("报名序号,学历,学历学位核验\nA,硕士,属实\n")
    _ = try register.score(by: policy, asOf: day)
    let after = try register.run("latest").id
    #expect(before != after)
    for run in [before, after] { #expect(try register.replay(run).status == .done) }
    let told = try [before, after].map { run in
      try register.explain("A", inRun: run).lines(Wording(.zh)).joined(separator: "\n")
    }
    #expect(told[0].contains("学历＝「本科」") && !told[0].contains("更正前"))
    #expect(told[1].contains("学历＝「硕士」") && told[1].contains("更正前 学历＝「本科」"))
  }

  @Test("correct small sheets by their own keys")
  func small() throws {
    var options = ImportOptions(takenAt: SampleStory.moment)
    options.badRows = .takeGoodRows
    _ = try Import.run(
      [file("m.csv", "报名序号,科目,成绩,录入人\nA,笔试,70,李\nA,面试,缺考,李\n")],
      intoRegisterAt: path, options)
    let answer = try update(
      "报名序号,科目,成绩,状态\nA,笔试,71.5,\nA,面试,80,有效\n", of: .marks)
    #expect(answer.changes.count == 2 && answer.status == .done)
    func marks() throws -> [String] {
      try Register(existing: path).marks().map { "\($0.part) \($0.hundredths ?? -1) \($0.status)" }
    }
    #expect(try marks() == ["笔试 7150 有效", "面试 8000 有效"])
    _ = try Register(existing: path).undo(3, by: "甲", reason: "乙", moment: SampleStory.moment)
    #expect(try marks() == ["笔试 7000 有效", "面试 -1 缺考"])
  }

  @Test("that come as a whole sheet wait until somebody answers for them, also later")
  func changed() throws {
    let text = Self.sheet.replacing("A,甲", with: "A,甲甲").replacing(
      "C,丙,110105199001013018", with: "D,丁,110105199001013019")
    let path = try file("b.csv", text)
    var options = ImportOptions(takenAt: SampleStory.moment)
    options.badRows = .takeGoodRows
    let first = try Import.run([path], intoRegisterAt: self.path, options)
    #expect(first.status == .waiting)
    #expect(first.files[0].findings?.map(\.code) == ["row_changed", "row_unchanged"])
    #expect(try accepted() == ["A 甲 本科 待核", "B 乙 本科 待核", "D 丁 专科 待核"])
    options.authority = ChangeAuthority(by: "李", reason: "本人更名")
    let second = try Import.run([path], intoRegisterAt: self.path, options)
    #expect(try accepted() == ["A 甲甲 本科 待核", "B 乙 本科 待核", "D 丁 专科 待核"])
    let register = try Register(existing: self.path)
    _ = try register.undo(3, by: "甲", reason: "乙", moment: SampleStory.moment)
    #expect(try accepted() == ["A 甲 本科 待核", "B 乙 本科 待核", "D 丁 专科 待核"])
    #expect(second.status == .done)
  }
}
