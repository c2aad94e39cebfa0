import Foundation
import Model
import Register
import Testing

@testable import Planner

/// Sheets whose cells have moved, judged by what comes out: an accepted row that says something else
/// than the sheet before it was spoilt must have been warned of, and most must not come in at all.
@Suite("Rows that moved")
struct ShiftedRowsTests {
  private static let header =
    "报名序号,姓名,身份证号,性别,出生日期,联系电话,应聘街道代码,第二志愿,本市户籍,就业困难类别,就业困难认定编号,认定有效期至,就业困难核验,学历,学位,专业,学历学位核验,公道正派,政治素质,笔试成绩,面试成绩"
  private static let rows = [
    "A1,余玉柱,11010519491231002X,,1949-12-31,13800138000,110102003,110102001,是,大龄,京01,2025-01-01,属实,本科,学士,法学,属实,是,是,77,81.5",
    "A2,蔡广林,440524199001010018,男,1990-01-01,,110102010,,否,无,,,,专科,,,待核,是,,61.5,",
    "A3,胡可心,110105199001013019,,,13600136000,110102010,110102003,是,低保,,2024-12-01,待核,本科,,社会工作,属实,,是,,70",
    "A4,何长安,440524199001010034,男,1990-01-01,13700137000,110102001,,是,无,,,,硕士,硕士,法学,待核,是,是,88,",
  ]

  /// A sheet that was spoilt in some way.
  struct Spoilt: CustomTestStringConvertible {
    let testDescription: String
    let text: String

    fileprivate init(_ name: String, _ lines: [String], end: String = "\n") {
      testDescription = name
      text = lines.joined(separator: "\n") + end
    }
  }

  private static func spoilt() -> [Spoilt] {
    let titles = header.split(separator: ",").map(String.init)
    var all: [Spoilt] = []
    for place in titles.indices {
      var (shorter, blank, titled) = (titles, titles, titles)
      shorter.remove(at: place)
      blank.insert("", at: place)
      titled.insert("审核人", at: place)
      for (name, titles) in [("lost", shorter), ("blank", blank), ("titled", titled)] {
        all.append(Spoilt("header \(name) \(place)", [titles.joined(separator: ",")] + rows))
      }
    }
    for (row, line) in rows.enumerated() {
      let cells = line.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
      func with(_ name: String, _ changed: String, dropping next: Int = 0) {
        var lines = rows
        lines.replaceSubrange(row...min(row + next, rows.count - 1), with: [changed])
        all.append(Spoilt("\(name), row \(row)", [header] + lines))
      }
      for place in cells.indices {
        with(
          "separator more at \(place)",
          (cells[..<place] + [""] + cells[place...]).joined(separator: ","))
        if cells[place].isEmpty {
          with(
            "separator less at \(place)",
            (cells[..<place] + cells[(place + 1)...]).joined(separator: ","))
        }
        with(
          "quote opens at \(place)",
          (cells[..<place] + ["\"" + cells[place]] + cells[(place + 1)...]).joined(separator: ","))
        guard row + 1 < rows.count else { continue }
        let next = rows[row + 1].split(separator: ",", omittingEmptySubsequences: false)
        let swallowed =
          cells[place...].joined(separator: ",") + "\n" + next[...place].joined(separator: ",")
        with(
          "merged at \(place)",
          (cells[..<place].map { $0 } + ["\"\(swallowed)\""] + next[(place + 1)...].map(String.init))
            .joined(separator: ","), dropping: 1)
      }
    }
    let whole = ([header] + rows).joined(separator: "\n")
    for count in 1...rows[3].count {
      all.append(Spoilt("\(count) characters cut", [String(whole.dropLast(count))], end: ""))
    }
    return all
  }

  private typealias Taken = [String: [ApplicantField: String]]

  /// The accepted rows by application number, and the rows of which something was said.
  private static func take(_ text: String) throws -> (rows: Taken, warned: Bool) {
    let story = try SampleStory()
    let register = try Register()
    let report = try story.take([story.file("a.csv", Array(text.utf8))], into: register)
    var rows: Taken = [:]
    try register.forEachAccepted(office: nil) { _, cell in
      let texts = Dictionary(
        uniqueKeysWithValues: ApplicantField.allCases.map {
          ($0, String(decoding: cell($0), as: UTF8.self))
        })
      rows[texts[.applicationNo] ?? ""] = texts
    }
    let warned = report.files.flatMap(\.findings).contains {
      $0.finding.code.severity != .notice
    }
    return (rows, warned)
  }

  @Test("never come in with other facts unless a warning says so")
  func neverInSilence() throws {
    let whole = ([Self.header] + Self.rows).joined(separator: "\n") + "\n"
    let (truth, isWarned) = try Self.take(whole)
    try #require(truth.count == 4 && !isWarned)
    let spoilt = Self.spoilt()
    #expect(spoilt.count > 350)
    var moved = 0
    for sheet in spoilt {
      let (rows, warned) = try Self.take(sheet.text)
      let isOther = rows.contains { truth[$0] != $1 }
      if isOther { moved += 1 }
      #expect(!isOther || warned, "\(sheet.testDescription)")
    }
    // A cut at the end of the file is known by the missing line end alone.
    #expect(moved < 30)
  }

  @Test(
    "with a number where the name or another number should be do not count, and nobody reads it",
    arguments: [
      ("A,440524199001010018", "name_is_number"), ("A,BM202404771487", "name_is_number"),
      ("A,139 8765 4321", "name_is_number"), ("139-8765-4321,甲", "application_no_personal"),
      ("440524 19900101 0018,甲", "application_no_personal"),
    ])
  func numbers(cells: String, code: String) throws {
    let story = try SampleStory()
    let text = "报名序号,姓名,身份证号,应聘街道代码\n\(cells),11010519491231002X,110102003\n"
    let register = try Register()
    let report = try story.take([story.file("a.csv", Array(text.utf8))], into: register)
    let findings = report.files.flatMap(\.findings)
    #expect(findings.contains { $0.finding.code.rawValue == code })
    #expect(findings.allSatisfy { !cells.contains($0.finding.value) || $0.finding.value.count < 8 })
    #expect(report.files.first?.entry?.reconciliation.accepted == 0)
  }

  @Test("are refused as a whole where the header has a title more than all rows")
  func headerLong() throws {
    let titles = Self.header.replacing("姓名,", with: "姓名,审核人,")
    let story = try SampleStory()
    let file = try story.file("a.csv", Array(([titles] + Self.rows).joined(separator: "\n").utf8))
    let report = try story.take([file], into: Register())
    #expect(report.files.first?.failure?.explanation.code == "header_long")
    // A total below is none of the rows.
    let total = "合计,4" + String(repeating: ",", count: 19)
    let summed = try story.file(
      "b.csv", Array(([titles] + Self.rows + [total]).joined(separator: "\n").utf8))
    let other = try story.take([summed], into: Register())
    #expect(other.files.first?.failure?.explanation.code == "header_long")
  }

  @Test("are not meant where all rows leave a blank last column away and one is wrong besides")
  func blankLastColumn() throws {
    let story = try SampleStory()
    let text = """
      报名序号,姓名,身份证号,应聘街道代码,专业
      A,甲,11010519491231002X,110102001
      B,乙,440524199001010018,999999999
      C,丙,110105199001013019,110102001
      合计,3,,

      """
    let report = try story.take([story.file("a.csv", Array(text.utf8))], into: Register())
    let file = try #require(report.files.first)
    #expect(file.failure == nil)
    #expect(file.entry?.reconciliation.accepted == 2 && file.entry?.reconciliation.rejected == 1)
  }

  @Test("end the reading where not one of very many fits")
  func nothingFits() throws {
    let story = try SampleStory()
    let register = try Register()
    let many = Self.header + "\n" + String(repeating: "x\n", count: 30_000)
    let report = try story.take([story.file("a.csv", Array(many.utf8))], into: register)
    #expect(report.files.first?.failure?.explanation.code == "nothing_fits")
    #expect(try register.heldRows().isEmpty)
    // One that fits is enough to go on.
    let some = Self.header + "\n" + Self.rows[0] + "\n" + String(repeating: "x\n", count: 30_000)
    let taken = try story.take([story.file("b.csv", Array(some.utf8))], into: register)
    #expect(taken.files.first?.entry?.reconciliation.accepted == 1)
  }
}
