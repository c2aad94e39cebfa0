import Foundation
import Intake
import Model
import Register
import Testing

@testable import Planner

@Suite("The structure of a sheet")
struct StructureTests {
  private static let header = InventedPeople.header
  private static func people(_ range: Range<Int>) -> [[String]] { range.map(InventedPeople.row) }
  private static let blank = Array(repeating: "", count: 6)

  /// A row whose first cells are given.
  private static func row(_ cells: String...) -> [String] {
    cells + Array(repeating: "", count: max(0, 6 - cells.count))
  }

  private func outcome(_ rows: [[String]], kind: SheetKind = .applicants) throws
    -> StructureOutcome
  {
    let story = try SampleStory()
    let path = try story.file("a.csv", InventedPeople.text(rows))
    let file = try story.take([path], into: Register()) { $0.kind = kind }.files[0]
    if let sums = file.entry?.reconciliation {
      #expect(sums.filledRows == rows.count { $0.contains { !$0.isEmpty } })
    }
    return StructureOutcome(file)
  }

  private func outcome(_ sheets: [(name: String, rows: [[String]])]) throws -> StructureOutcome {
    let story = try SampleStory()
    let path = try story.workbook("a.xlsx", sheets)
    let file = try story.take([path], into: Register()) { $0.kind = .applicants }.files[0]
    return StructureOutcome(file)
  }

  @Test(
    "leaves out what is no person and stands below the people",
    arguments: [
      (row("制表人：", "", "审核人：", "", "2024年5月"), "footer"), (row("审核人 甲某"), "footer"),
      (row("填报单位（盖章）：德胜街道"), "footer"), (row("", "", "", "", "年 月 日"), "footer"),
      (row("注：1. 本表一式两份"), "footer"), (row("备注：无"), "footer"), (row("说明:请核对"), "footer"),
      (row("※本表不得外传"), "footer"), (row("第1页 共2页"), "footer"), (row("以下空白"), "footer"),
      (row("请各街道于五月二十日前报送，逾期不再受理；联系电话另行通知。"), "footer"),
      (row("合 计", "3"), "total"), (row("本页小计：", "", "3"), "total"), (row("全区合计"), "total"),
      (row("", "汇总", "3人"), "total"), (row("共 3 人"), "total"), (row("德胜街道小计", "3"), "total"),
      (row("总人数：3"), "total"), (row("　", " ", "　"), "blank"), (row("\u{1A}"), "blank"),
      (row("\u{200B}"), "blank"), (row("4"), "blank_numbered"), (row("12、"), "blank_numbered"),
      (row("什刹海街道"), "title"), (row("二、月坛街道"), "title"),
      (row("示例", "张三", InventedPeople.residentID(7), "男", "13800000109", "110102010"), "sample"),
      (row("HT-0", "李四（示例）", InventedPeople.residentID(8), "", "", "110102010"), "sample"),
      (row("样例1", "王五", "", "男"), "sample"), (header, "repeated_header"),
    ])
  func noPerson(below: [String], reason: String) throws {
    let outcome = try outcome([Self.header] + Self.people(0..<3) + [below])
    #expect(outcome == StructureOutcome(accepted: 3, leftOut: ["header": 1, reason: 1]))
  }

  @Test(
    "never leaves out a row that could be a person",
    arguments: [
      row("制表人：", "赵一宁", InventedPeople.residentID(9)),
      row("合计", "", InventedPeople.residentID(9)),
      row("备注：补报", "赵一宁", "11010219900310", "男", "13800000009", "110102010"),
      row("", "赵一宁"), row("HT-9"), row("HT-9", "赵一宁", "", "", "", ""),
      row("联系人：赵一宁 \(InventedPeople.residentID(9))"),
      row("示范", "赵一宁", "1", "男", "13800000009", "110102010"),
    ])
  func couldBePerson(below: [String]) throws {
    let outcome = try outcome([Self.header] + Self.people(0..<3) + [below])
    #expect(outcome == StructureOutcome(accepted: 3, rejected: 1, leftOut: ["header": 1]))
  }

  @Test("keeps people called 范例 and 合小计, and numbers that begin with words")
  func nobodyIsTakenForASample() throws {
    var people = Self.people(0..<4)
    people[0][1] = "范例"
    people[1][0] = "京招（2024）001"
    people[2][0] = "例会2024-1"
    people[3][1] = "何小计"
    #expect(try outcome([Self.header] + people).accepted == 4)
  }

  @Test("reads each block by its own header, whatever the order of its columns")
  func blocks() throws {
    let order = [2, 0, 5, 1, 4, 3]
    func turned(_ row: [String]) -> [String] { order.map { row[$0] } }
    let rows =
      [Self.header] + Self.people(0..<3) + [Self.blank, turned(Self.header)]
      + Self.people(3..<6).map(turned) + [turned(Self.header)]
      + Self.people(6..<8).map(turned)
    #expect(
      try outcome(rows)
        == StructureOutcome(accepted: 8, leftOut: ["header": 2, "repeated_header": 1]))
    // A header that is not whole, with its columns elsewhere, cannot be read by.
    var lacking = rows
    lacking[5][0] = "号码"
    #expect(try outcome(lacking).failure == "header_unclear")
  }

  @Test("reads people above the header, also one whose number is mistyped")
  func sortedDown() throws {
    var above = Self.people(0..<3)
    let rows = [["西城区报名表"] + Self.blank.dropFirst()] + above + [Self.header] + Self.people(3..<5)
    #expect(
      try outcome(rows) == StructureOutcome(accepted: 5, leftOut: ["title": 1, "header": 1]))
    above[1][2] = String(above[1][2].dropLast()) + "Y"
    let mistyped = above + [Self.header] + Self.people(3..<5)
    #expect(
      try outcome(mistyped) == StructureOutcome(accepted: 4, rejected: 1, leftOut: ["header": 1]))
  }

  @Test(
    "understands headers in two rows",
    arguments: [
      (["报名序号", "姓名", "身份证号", "应聘街道代码", "成绩", ""], ["", "", "", "", "笔试成绩", "面试成绩"]),
      (["报名序号", "姓名", "身份证号", "应聘街道代码", "成绩", ""], ["", "", "", "", "笔试", "面试"]),
      (["", "个人信息", "", "应聘街道代码", "成绩（分）", ""], ["报名序号", "姓名", "身份证号", "", "笔试成绩", "面试成绩"]),
    ])
  func twoRows(upper: [String], lower: [String]) throws {
    let story = try SampleStory()
    let register = try Register()
    let person = InventedPeople.row(1)
    let rows = [upper, lower, [person[0], person[1], person[2], person[5], "81", "92"]]
    let path = try story.file("a.csv", InventedPeople.text(rows))
    let report = try story.take([path], into: register) { $0.kind = .applicants }
    #expect(
      StructureOutcome(report.files[0]) == StructureOutcome(accepted: 1, leftOut: ["header": 2]))
    try register.forEachAccepted(office: nil) { _, cell in
      #expect(String(decoding: cell(.writtenScore), as: UTF8.self) == "81")
      #expect(String(decoding: cell(.interviewScore), as: UTF8.self) == "92")
    }
  }

  @Test("takes 序号 for the number where nothing else is, and says so")
  func standIn() throws {
    let story = try SampleStory()
    func codes(_ header: [String]) throws -> [String] {
      let path = try story.file(
        "\(header.count).csv", InventedPeople.text([header] + Self.people(0..<2)))
      let file = try story.take([path], into: Register()) { $0.kind = .applicants }.files[0]
      return file.failure.map { [$0.code] } ?? file.findings.map(\.finding.code.rawValue)
    }
    #expect(try codes(["序号"] + Self.header.dropFirst()) == ["header_understood"])
    #expect(try codes(["编号"] + Self.header.dropFirst()) == ["column_missing"])
  }

  @Test("names the worksheet of a finding where several are read")
  func worksheetOfFinding() throws {
    let story = try SampleStory()
    var second = Self.people(3..<5)
    second[1][4] = "12"
    let path = try story.workbook(
      "a.xlsx", [("德胜", [Self.header] + Self.people(0..<3)), ("月坛", [Self.header] + second)])
    let file = try story.take([path], into: Register()) { $0.kind = .applicants }.files[0]
    let finding = try #require(file.findings.first)
    #expect(finding.file == "a.xlsx［月坛］")
    #expect((finding.worksheet, finding.finding.row) == ("月坛", 3))
    #expect(finding.columnTitle == "联系电话")
    #expect((file.entry?.name, file.entry?.worksheet) == ("a.xlsx", "德胜、月坛"))
    let whole = try story.take([path], into: Register()) {
      $0.kind = .applicants
      $0.badRows = .refuseFile
    }
    #expect(whole.files[0].isRefused)
    #expect(whole.total.accepted == 0 && whole.total.rejected == 5)
  }

  @Test("holds the same person on two worksheets, and digests them like one")
  func acrossWorksheets() throws {
    let story = try SampleStory()
    let people = Self.people(0..<4)
    let twice = try story.workbook(
      "a.xlsx", [("德胜", [Self.header] + people), ("月坛", [Self.header, people[2]])])
    let report = try story.take([twice], into: Register()) { $0.kind = .applicants }
    #expect(report.total.accepted == 3 && report.total.duplicate == 2)
    let parts = try story.workbook(
      "b.xlsx", [("德胜", [Self.header] + people[2...]), ("月坛", [Self.header] + people[..<2])])
    let one = try story.file("c.csv", InventedPeople.text([Self.header] + people))
    let digests = try [parts, one].map {
      try story.take([$0], into: Register()) { $0.kind = .applicants }.files[0].entry?.factsSHA256
    }
    #expect(digests[0] != nil && digests[0] == digests[1])
  }

  @Test("stops where a worksheet that is not read could hold people")
  func unreadWorksheets() throws {
    let first = ("德胜", [Self.header] + Self.people(0..<3))
    func failure(_ name: String, _ rows: [[String]]) throws -> String? {
      try outcome([first, (name, rows)]).failure
    }
    let people = Self.people(3..<6)
    var other = Self.header
    (other[0], other[2]) = ("编号", "证件")
    // Two required columns are missing, and what stands there fits: the columns are those above.
    #expect(try failure("月坛", [other] + people) == nil)
    #expect(
      try failure("月坛", [Array(other.reversed())] + people.map { $0.reversed() })
        == "worksheet_unread")
    #expect(
      try failure("名单", [["姓名", "证件"], [people[0][1], people[0][2]]]) == "worksheet_unread")
    #expect(try failure("填写示例", [Self.header] + people) == "worksheet_unread")
    var mixed = people + people
    for row in 1..<6 { mixed[row][2] = "无" }
    #expect(try failure("续", mixed) == "worksheet_unread")
    let notes = [["填写说明"], ["身份证号按文本填写，如 11010519491231002X"], ["示例", people[0][2]]]
    #expect(
      try outcome([first, ("说明", notes)])
        == StructureOutcome(accepted: 3, leftOut: ["header": 1, "worksheet": 3]))
  }

  @Test("tells rows whose values moved into the next column")
  func movedValues() throws {
    let header = Self.header + ["本市户籍", "学历", "笔试成绩", "面试成绩"]
    func rows(_ change: (inout [[String]]) -> Void) throws -> StructureOutcome {
      var rows = (0..<5).map { InventedPeople.row($0) + ["是", "本科", $0 == 2 ? "" : "80", "90"] }
      rows[2][9] = ""
      change(&rows)
      return try outcome([header] + rows)
    }
    // A separator too many before a mark, the last cell blank.
    var shifted = try rows {
      $0[2].insert("", at: 8)
      $0[2][9] = "80"
    }
    #expect((shifted.accepted, shifted.rejected) == (4, 1))
    // One too few, where a blank cell was.
    shifted = try rows { $0[1] = Array($0[1][..<8]) + ["90"] }
    #expect((shifted.accepted, shifted.rejected) == (4, 1))
    // The header lacks a column that rows have.
    let short = (0..<4).map { InventedPeople.row($0) + ["是", "80", $0 == 1 ? "" : "90"] }
    #expect(
      try outcome([Self.header + ["本市户籍", "面试成绩"]] + short).failure == "header_short")
  }

  @Test("warns where a text breaks off in its last row")
  func cutOff() throws {
    let story = try SampleStory()
    let rows = [Self.header + ["学历"]] + (0..<3).map { InventedPeople.row($0) + ["本科"] }
    let bytes = InventedPeople.text(rows)
    for (dropped, codes) in [(0, []), (1, []), (7, ["row_cut"])] {
      let path = try story.file("\(dropped).csv", Array(bytes.dropLast(dropped)))
      let file = try story.take([path], into: Register()) { $0.kind = .applicants }.files[0]
      #expect(file.findings.map(\.finding.code.rawValue) == codes)
    }
  }

  @Test("rejects a row beside which another person stands without a header")
  func besidePerson() throws {
    var rows = [Self.header] + Self.people(0..<3)
    rows[2] += ["", InventedPeople.residentID(9)]
    let outcome = try outcome([("报名", rows)])
    #expect((outcome.accepted, outcome.rejected) == (2, 1))
  }
}
