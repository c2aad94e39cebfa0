import Foundation
import Model
import Register
import Reporting
import Testing

@testable import Planner

@Suite("Keeping and deleting")
struct RetentionTests {
  private static func holds(_ text: String, _ path: String) -> Bool {
    ["", "-journal", "-wal"].contains { ending in
      FileManager.default.contents(atPath: path + ending)?.range(of: Data(text.utf8)) != nil
    }
  }

  private static func make(_ story: SampleStory, _ sheets: [(String, String)]) throws -> String {
    let path = story.scratch.appendingPathComponent("r.sqlite").path
    let register = try Register(path: path)
    for (name, text) in sheets {
      _ = try story.take([story.file(name, Array(text.utf8))], into: register)
    }
    return path
  }

  @Test("a cell is taken out at once, with its correction, and its bytes are nowhere")
  func redact() throws {
    let story = try SampleStory()
    let secret = "未走访对象李四，住某小区七号楼"
    let text = "工号,发现日期,问题类别,程度,说明\nX1,2024-03-01,能力,1,\(secret)\n"
    let path = try Self.make(story, [("f.csv", text)])
    #expect(Self.holds(secret, path))
    let answer = try Retention.redact(
      file: "f.csv", row: 2, column: "说明", inRegisterAt: path, by: "王科长", reason: "误写对象姓名",
      moment: SampleStory.moment)
    #expect(answer.status == .done)
    #expect(!Self.holds(secret, path))
    #expect(!Self.holds("李四", path))
    let register = try Register(existing: path)
    let row = try #require(try register.rows(of: .findings).first)
    #expect(row.text("note") == nil)
    #expect(row.text("assistant_no") == "X1")
    #expect(try register.checkAudit().isSound)
    #expect(throws: RetentionError.noCell(file: "f.csv", row: 2, column: "说明")) {
      try Retention.redact(
        file: "f.csv", row: 2, column: "说明", inRegisterAt: path, by: "王", reason: "r",
        moment: SampleStory.moment)
    }
  }

  @Test("says that traces are left where the same text stands elsewhere")
  func traces() throws {
    let story = try SampleStory()
    let text = "工号,发现日期,问题类别,程度,说明\nX1,2024-03-01,能力,1,对象李四\nX2,2024-03-01,能力,1,对象李四\n"
    let path = try Self.make(story, [("f.csv", text)])
    let answer = try Retention.redact(
      file: "f.csv", row: 2, column: "note", inRegisterAt: path, by: "王", reason: "r",
      moment: SampleStory.moment)
    #expect(answer.status == .badData)
  }

  @Test("whoever left two years ago goes out of the list, name and number, and nobody else")
  func leavers() throws {
    let story = try SampleStory()
    let text =
      "工号,姓名,身份证号,街道代码,到岗日期,离岗日期\nX1,欧阳甲乙,11010519491231002X,110102001,2018-01-01,2022-06-01\n"
      + "X2,司徒丙丁,440524199001010018,110102001,2018-01-01,2022-06-02\n"
    let path = try Self.make(story, [("a.csv", text)])
    let day = try #require(CivilDate(iso: "2024-06-02"))
    func apply(isDryRun: Bool) throws -> ErasureAnswer {
      try Retention.apply(
        "roster", inRegisterAt: path, by: "王", reason: "到期", moment: SampleStory.moment, asOf: day,
        isDryRun: isDryRun)
    }
    #expect(try Retention.list(in: Register(existing: path), asOf: day).status == .waiting)
    _ = try apply(isDryRun: true)
    #expect(Self.holds("欧阳甲乙", path))
    #expect(try apply(isDryRun: false).status == .done)
    for text in ["欧阳甲乙", "11010519491231002X"] { #expect(!Self.holds(text, path)) }
    #expect(Self.holds("司徒丙丁", path))
    let register = try Register(existing: path)
    #expect(try Retention.list(in: register, asOf: day).status == .done)
    #expect(try register.checkAudit().isSound)
    #expect(throws: RetentionError.unknownRule("x")) {
      try Retention.apply(
        "x", inRegisterAt: path, by: "王", reason: "r", moment: "", asOf: day, isDryRun: false)
    }
  }
}
