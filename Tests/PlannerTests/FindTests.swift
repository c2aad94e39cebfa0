import Foundation
import Model
import Register
import Testing

@testable import Planner
@testable import Reporting

@Suite("Where somebody stands")
struct FindTests {
  private static let sheet = """
    报名序号,姓名,身份证号,联系电话,应聘街道代码,学历,学历学位核验
    A,甲,11010519491231002X,13800138000,110102001,本科,待核
    B,乙,440524199001010018,13900139000,110102001,本科,属实
    B,丙,110105199001013019,13700137000,110102001,专科,待核
    D,丁,110105199001013018,13600136000,,专科,待核

    """

  private func register() throws -> Register {
    let story = try SampleStory()
    let register = try Register()
    _ = try story.take([story.file("a.csv", Array(Self.sheet.utf8))], into: register)
    return register
  }

  @Test(
    "is found by number, name, identity number, its last four, and telephone",
    arguments: [
      ("A", "A accepted"), ("11010519491231002X", "A accepted"), ("002X", "A accepted"),
      ("甲", "A accepted"), ("13800138000", "A accepted"), ("B", "B held, B held"),
      ("丁", "D rejected"), ("D", "D rejected"), ("13600136000", "D rejected"), ("戊", ""),
      ("1380013800", ""),
    ])
  func found(text: String, rows: String) throws {
    let answer = try register().findPerson(text)
    #expect(
      answer.found.map { "\($0.applicationNo) \($0.outcome)" }.joined(separator: ", ") == rows)
    #expect(answer.status == (rows.isEmpty ? .waiting : .done))
  }

  @Test("names the first rows, and says that there are more")
  func limited() throws {
    let answer = try register().findPerson("B", limit: 1)
    #expect(answer.found.map(\.name) == ["乙"] && answer.hasMore)
    #expect(answer.lines(Wording(.zh)).last?.contains("只列出前 1 行") == true)
    #expect(try register().findPerson("B", limit: 2).hasMore == false)
  }

  @Test("is told with what holds a row, and with the rank of the latest list")
  func reasons() throws {
    let register = try register()
    #expect(
      try register.findPerson("D").found[0].reasons.map(\.code) == [
        "resident_id_wrong", "office_unknown",
      ])
    #expect(
      try register.findPerson("B").found[0].reasons.map(\.code) == ["application_no_repeated"])
    #expect(try register.findPerson("A").found[0].rank == nil)
    let story = try SampleStory()
    let day = try #require(CivilDate(iso: "2024-06-01"))
    _ = try register.score(by: try story.options().policy, asOf: day)
    let found = try register.findPerson("甲").found[0]
    #expect(try found.verdict != nil && found.run == register.run("latest").id)
    #expect(try register.applicationNumber(of: "甲", inRun: "latest") == "A")
    #expect(try register.applicationNumber(of: "乙", inRun: "latest") == nil)
    #expect(throws: RegisterError.applicantUnknown(number: "戊")) {
      try register.applicationNumber(of: "戊", inRun: "latest")
    }
  }

  @Test("is counted office by office, with claims that nobody has verified")
  func status() throws {
    let day = try #require(CivilDate(iso: "2024-06-01"))
    let answer = try register().status(asOf: day)
    #expect(answer.offices.map(\.officeCode) == ["", "110102001"])
    let office = answer.offices[1]
    #expect((office.applicants, office.held, office.unverified) == (1, 2, 1))
    #expect(answer.offices[0].rejected == 1)
    #expect(answer.status == .waiting)
  }

  @Test("tells no number whole that stands in a wrong column of a rejected row")
  func misplaced() throws {
    let number = "11010519491231002X"
    let register = try Register()
    let text = """
      报名序号,姓名,身份证号,联系电话,应聘街道代码
      A,甲,440524199001010018,13900139000,110102001
      E,\(number),110105199001013018,13600136000,\(number)

      """
    let story = try SampleStory()
    _ = try story.take([story.file("a.csv", Array(text.utf8))], into: register)
    let day = try #require(CivilDate(iso: "2024-06-01"))
    let (found, status) = (try register.findPerson("E"), try register.status(asOf: day))
    #expect(found.found.count == 1 && status.offices.map(\.rejected) == [1, 0])
    for said in [found.lines(Wording(.zh)), status.lines(Wording(.zh))] {
      #expect(!said.joined().contains(number))
    }
    let json = try JSONEncoder().encode(status.offices) + JSONEncoder().encode(found.found)
    #expect(!String(decoding: json, as: UTF8.self).contains(number))
  }
}
