import Foundation
import GRDB
import Model
import Register
import Testing

@testable import Planner
@testable import Reporting

@Suite("Keeping and deleting")
struct RetentionTests {
  private static func holds(_ text: String, _ path: String) -> Bool {
    ["", "-journal", "-wal"].contains { ending in
      FileManager.default.contents(atPath: path + ending)?.range(of: Data(text.utf8)) != nil
    }
  }

  private static func authority(_ by: String = "王", _ reason: String = "到期") -> Retention.Authority
  {
    Retention.Authority(by: by, reason: reason, moment: SampleStory.moment)
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
      file: "f.csv", row: 2, column: "说明", inRegisterAt: path, by: Self.authority("王科长", "误写对象姓名"))
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
        file: "f.csv", row: 2, column: "说明", inRegisterAt: path, by: Self.authority("王", "r"))
    }
  }

  @Test("says that traces are left where the same text stands elsewhere")
  func traces() throws {
    let story = try SampleStory()
    let text = "工号,发现日期,问题类别,程度,说明\nX1,2024-03-01,能力,1,对象李四\nX2,2024-03-01,能力,1,对象李四\n"
    let path = try Self.make(story, [("f.csv", text)])
    let answer = try Retention.redact(
      file: "f.csv", row: 2, column: "note", inRegisterAt: path, by: Self.authority("王", "r"))
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
        "roster", inRegisterAt: path, by: Self.authority("王", "到期"), asOf: day,
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
        "x", inRegisterAt: path, by: Self.authority("王", "r"), asOf: day, isDryRun: false)
    }
  }

  /// A register with the sample applicants and a run, and what the applicants are called.
  private static func scored(_ story: SampleStory) throws -> (
    path: String, run: String, personal: Set<String>
  ) {
    let options = try story.options()
    let report = try Batch(options).run(SampleStory.sheets("应聘", "招聘"))
    let path = options.output + "/xieguan.sqlite"
    var personal: Set<String> = []
    try Register(existing: path).forEachAccepted(office: nil) { _, cell in
      for field: ApplicantField in [.name, .residentID, .phone] {
        personal.insert(String(decoding: cell(field), as: UTF8.self))
      }
    }
    return (path, try #require(report.run).id, personal.subtracting([""]))
  }

  private static func recruitment(_ day: String, batches: [Int64] = [])
    -> Retention.Recruitment
  {
    Retention.Recruitment(batches: batches, ended: CivilDate(iso: day))
  }

  @Test("the person goes out of applicants six months after the end, and the run can be made again")
  func levelOne() throws {
    let story = try SampleStory()
    let (path, run, personal) = try Self.scored(story)
    #expect(personal.count > 300)
    let day = try #require(CivilDate(iso: "2025-01-01"))
    func apply(_ ended: String) throws -> ErasureAnswer {
      try Retention.apply(
        "applications", inRegisterAt: path, Self.recruitment(ended), by: Self.authority(),
        asOf: day, isDryRun: false)
    }
    #expect(throws: RetentionError.endUnknown(rule: "applications")) {
      try Retention.apply(
        "applications", inRegisterAt: path, by: Self.authority(), asOf: day, isDryRun: false)
    }
    // On the last day it is kept still.
    #expect(try apply("2024-07-01").count == 0)
    let answer = try apply("2024-06-30")
    #expect(answer.count == 160)
    #expect(answer.traces == 0 && answer.stillKept == 0 && answer.status == .done)
    #expect(answer.copies.contains("run \(run)"))
    #expect(Register.traces(of: personal, inFilesOf: path).isEmpty)
    let register = try Register(existing: path)
    #expect(try register.replay(run).same)
    #expect(try register.checkAudit().isSound)
    #expect(try register.explain("XC20241018", inRun: run).status == .done)
    #expect(try apply("2024-06-30").count == 0)
    // Not even the keys by which people are looked up.
    let person = try #require(personal.first { $0.utf8.count == 18 })
    #expect(try register.find(person, limit: 1).isEmpty)
    #expect(try register.find(String(person.suffix(4)), limit: 1).isEmpty)
    #expect(try register.find("XC20241018", limit: 1).count == 1)
    let keys = try DatabaseQueue(path: path).read {
      try Int.fetchOne($0, sql: "SELECT COUNT(*) FROM applicant_search_keys")
    }
    #expect(keys == 0)
  }

  @Test("the row goes later; replay and explain say by which rule, and nobody is scored any more")
  func levelTwo() throws {
    let story = try SampleStory()
    let (path, run, personal) = try Self.scored(story)
    let marks = "报名序号,科目,成绩,录入人\nXC20241018,笔试,77.5,李四\nXC99999999,笔试,66.5,李四\n"
    _ = try story.take([story.file("m.csv", Array(marks.utf8))], into: Register(existing: path))
    let day = try #require(CivilDate(iso: "2027-01-01"))
    let answer = try Retention.apply(
      "application_rows", inRegisterAt: path, Self.recruitment("2024-06-30"),
      by: Self.authority(), asOf: day, isDryRun: false)
    #expect(answer.status == .done && answer.traces == 0)
    #expect(Register.traces(of: personal, inFilesOf: path).isEmpty)
    #expect(!Self.holds("XC20241018", path))
    let register = try Register(existing: path)
    let erasure = ErasureEntry(
      rule: "application_rows", level: 2, at: SampleStory.moment, by: "王")
    let error = StoredRunError.erased(run: run, erasure)
    #expect(error.status == .badData)
    #expect(throws: error) { try register.replay(run) }
    #expect(throws: error) { try register.explain("XC20241018", inRun: run) }
    #expect(try register.acceptedNumbers().isEmpty)
    #expect(try register.rows(of: .marks).map { $0.text("application_no") } == ["XC99999999"])
    #expect(try register.checkAudit().isSound)
    let log = try String(
      decoding: #require(FileManager.default.contents(atPath: path)), as: UTF8.self)
    #expect(log.contains("rule application_rows level 2"))
  }

  @Test("rows that were sent back go after thirty days, others stay, and who is held stays whole")
  func rejectedAndHeld() throws {
    let story = try SampleStory()
    let (path, run, _) = try Self.scored(story)
    let register = try Register(existing: path)
    let day = try #require(CivilDate(iso: "2024-08-01"))
    let rejected = try register.erasableRows(ofBatches: []).filter(\.isRejected)
    let held = try #require(rejected.first { !$0.number.isEmpty }).number
    let count = rejected.count { $0.number == held }
    let accepted = try register.acceptedNumbers()
    _ = try Retention.hold(held, in: register, by: Self.authority("张", "复核申请"))
    #expect(throws: RetentionError.nobody("X")) {
      try Retention.hold("X", in: register, by: Self.authority())
    }
    func apply() throws -> ErasureAnswer {
      try Retention.apply(
        "rejected", inRegisterAt: path, Self.recruitment("2024-06-30"), by: Self.authority(),
        asOf: day, isDryRun: false)
    }
    let first = try apply()
    #expect(first.count == rejected.count - count && first.held == count && first.traces == 0)
    #expect(Self.holds(held, path))
    #expect(try register.acceptedNumbers() == accepted)
    #expect(try register.replay(run).same)
    _ = try Retention.release(held, in: register, by: Self.authority("张", "已答复"))
    #expect(throws: RetentionError.notHeld(held)) {
      try Retention.release(held, in: register, by: Self.authority())
    }
    #expect(try apply().count == count)
  }

  @Test(
    "an applicant's cell goes at once; a run that read it says so, and no rule of keeping is needed"
  )
  func redactApplicant() throws {
    let story = try SampleStory()
    let (path, run, _) = try Self.scored(story)
    let row = try #require(try Register(existing: path).find("XC20241018", limit: 1).first)
    func redact(_ column: String) throws -> ErasureAnswer {
      try Retention.redact(
        file: row.entry.fileName, row: row.entry.row, column: column, inRegisterAt: path,
        by: Self.authority("王", "误写对象"))
    }
    let phone = try #require(row.entry.texts[.phone])
    #expect(try redact("联系电话").status == .done)
    #expect(!Self.holds(phone, path))
    let register = try Register(existing: path)
    #expect(try register.replay(run).same)
    #expect(throws: RetentionError.self) { try redact("报名序号") }
    _ = try redact("学历")
    #expect(throws: StoredRunError.self) { try register.replay(run) }
    _ = try Retention.hold("XC20241018", in: register, by: Self.authority())
    #expect(throws: RetentionError.held("XC20241018")) { try redact("姓名") }
  }

  @Test("a person whose application number is a personal number goes as a whole at once")
  func personalNumber() throws {
    let story = try SampleStory()
    let text = "报名序号,姓名,身份证号,应聘街道代码\n13912345678,欧阳甲乙,11010519491231002X,110102001\n"
    let path = try Self.make(story, [("a.csv", text)])
    #expect(Self.holds("13912345678", path))
    let day = try #require(CivilDate(iso: "2025-01-01"))
    _ = try Retention.apply(
      "applications", inRegisterAt: path, Self.recruitment("2024-06-30"), by: Self.authority(),
      asOf: day, isDryRun: false)
    for text in ["13912345678", "欧阳甲乙", "11010519491231002X"] {
      #expect(!Self.holds(text, path))
    }
  }
}
