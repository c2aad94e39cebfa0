import Foundation
import Intake
import Model
import Register
import Testing

@testable import Planner

@Suite("Every filled row of any sheet")
struct AccountingPropertyTests {
  /// A sheet made at random: its rows, and what a counter that knows no reader says of it.
  private struct Sheets {
    var sheets: [(name: String, rows: [[String]])] = []
    var people = 0
    var filled: Int {
      sheets.reduce(0) { $0 + $1.rows.count { $0.contains { !$0.isEmpty } } }
    }
  }

  private struct Maker {
    var random: SplitMix64
    var made = Sheets()
    let optional = ["学历", "本市户籍", "笔试成绩", "民族"]
    let values = ["本科", "是", "80", "汉族"]

    init(seed: UInt64) { random = SplitMix64(seed: seed) }

    mutating func chance(_ percent: Int) -> Bool {
      Int.random(in: 0..<100, using: &random) < percent
    }
    mutating func pick(_ texts: [[String]]) -> [String] {
      texts[Int.random(in: 0..<texts.count, using: &random)]
    }

    mutating func table(_ name: String, blocks: Int) {
      var rows: [[String]] = []
      for _ in 0..<Int.random(in: 0..<3, using: &random) {
        rows.append(pick([["西城区招聘报名表"], ["填报单位：德胜街道", "", "填报日期：2024-05-20"], [], [""]]))
      }
      for block in 0..<blocks {
        var columns = Array(0..<6 + Int.random(in: 0..<5, using: &random))
        if block > 0 || chance(30) { columns.shuffle(using: &random) }
        let header = columns.map { $0 < 6 ? InventedPeople.header[$0] : optional[$0 - 6] }
        rows.append(header)
        for _ in 0..<Int.random(in: 1..<8, using: &random) {
          let person = InventedPeople.row(made.people)
          rows.append(columns.map { $0 < 6 ? person[$0] : values[$0 - 6] })
          made.people += 1
          if chance(8) { rows.append(header) }
          if chance(8) { rows.append(pick([[], ["", ""], ["小计", "3"], ["\u{3000}"]])) }
        }
        if chance(40) { rows.append(pick([["合计", "", "5"], ["共 5 人"], ["", "总计：5"]])) }
        for number in 0..<(chance(20) ? 3 : 0) {
          let place = columns.firstIndex(of: 0) ?? 0
          rows.append(Array(repeating: "", count: place) + ["\(190 + number)"])
        }
        if chance(40) { rows.append(pick([["制表人：甲", "", "审核人：乙"], ["注：请核对"], ["年 月 日"]])) }
      }
      made.sheets.append((name, rows))
    }

    mutating func workbook() -> Sheets {
      for sheet in 0..<Int.random(in: 1..<4, using: &random) {
        if chance(25) {
          made.sheets.append(("说明\(sheet)", [["填表说明"], [], ["请用文本格式"], ["一式两份", "谢谢"]]))
        }
        table("街道\(sheet)", blocks: chance(25) ? 2 : 1)
      }
      return made
    }

    mutating func text() -> Sheets {
      table("", blocks: chance(40) ? 3 : 1)
      return made
    }
  }

  private func check(_ made: Sheets, _ path: String, _ story: SampleStory) throws {
    let file = try story.take([path], into: Register()) { $0.kind = .applicants }.files[0]
    let sums = try #require(file.entry?.reconciliation, "\(file.failure?.code ?? "")")
    #expect(sums.filledRows == made.filled)
    #expect(sums.addsUp)
    #expect(
      sums.read == made.people && sums.accepted == made.people,
      "\(sums) \(file.findings.map { ($0.finding.code, $0.finding.row) })")
    let worksheets = Set(sums.leftOut.map(\.worksheet))
    #expect(worksheets.isSubset(of: made.sheets.map { $0.name.isEmpty ? nil : $0.name }))
  }

  @Test("of a workbook is read or named as left out", arguments: UInt64(1)...40)
  func workbooks(seed: UInt64) throws {
    let story = try SampleStory()
    var maker = Maker(seed: seed)
    let made = maker.workbook()
    try check(made, story.workbook("a.xlsx", made.sheets), story)
  }

  @Test("of a text is read or named as left out", arguments: UInt64(1)...60)
  func texts(seed: UInt64) throws {
    let story = try SampleStory()
    var maker = Maker(seed: seed)
    let made = maker.text()
    let rows = made.sheets[0].rows
    let width = rows.map(\.count).max() ?? 0
    let padded = rows.map { $0 + Array(repeating: "", count: width - $0.count) }
    try check(made, story.file("a.csv", InventedPeople.text(padded)), story)
  }
}
