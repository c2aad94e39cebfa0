import Foundation
import Intake
import Model
import Register
import Tabular
import Testing

@testable import Planner

@Suite("A sheet that goes back to its sender")
struct ReturnedSheetsTests {
  private static let lines = [
    "西城区报名表", "",
    "报名序号,姓名,身份证号,应聘街道代码,备注",
    "A1,欧阳·娜,11010519491231002X,110101001,\"甲,乙\"",
    "", "A2,何,440524188001010015,110101001,=cmd|' /C calc'!A0",
    "A3,任,110105199001013019,110101003,",
  ]

  /// How the sample is written, and read back in the test.
  enum Form: CaseIterable {
    case utf8, utf8WithMark, utf16LittleEndian, utf16BigEndian, gb18030, semicolon

    var bytes: (String) throws -> [UInt8] {
      switch self {
      case .utf8, .semicolon: { Array($0.utf8) }
      case .utf8WithMark: { [0xEF, 0xBB, 0xBF] + Array($0.utf8) }
      case .utf16LittleEndian:
        { [0xFF, 0xFE] + $0.utf16.flatMap { [UInt8($0 & 255), UInt8($0 >> 8)] } }
      case .utf16BigEndian:
        { [0xFE, 0xFF] + $0.utf16.flatMap { [UInt8($0 >> 8), UInt8($0 & 255)] } }
      case .gb18030: { try [UInt8](iconv($0, "gb18030")) }
      }
    }

    var name: String {
      switch self {
      case .utf8, .semicolon: "UTF-8"
      case .utf8WithMark: "UTF-8 BOM"
      case .utf16LittleEndian: "UTF-16LE"
      case .utf16BigEndian: "UTF-16BE"
      case .gb18030: "GB18030"
      }
    }
  }

  /// Converts text with the system's own tool, so that our converter is not checked by itself.
  private static func iconv(_ text: String, _ target: String) throws -> Data {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/iconv")
    process.arguments = ["-f", "utf-8", "-t", target]
    let (input, output) = (Pipe(), Pipe())
    process.standardInput = input
    process.standardOutput = output
    try process.run()
    input.fileHandleForWriting.write(Data(text.utf8))
    try input.fileHandleForWriting.close()
    let data = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return data
  }

  @Test(
    "keeps its encoding, separator and rows; mended, only the mended row is new",
    arguments: Form.allCases)
  func roundTrip(form: Form) throws {
    let story = try SampleStory()
    let register = try Register()
    var text = Self.lines.joined(separator: "\r\n") + "\r\n"
    if form == .semicolon {
      text = text.replacing(",", with: ";").replacing("甲;乙", with: "甲,乙")
    }
    let path = try story.file("报名.csv", form.bytes(text))
    let report = try story.take([path], into: register)
    #expect(report.files[0].entry?.encoding == form.name)
    #expect(report.total.accepted == 2 && report.total.rejected == 1)

    let folder = story.scratch.appendingPathComponent("back").path
    let back = try #require(try ReturnedSheets(report, language: .zh).write(to: folder).first)
    let source = try CSVSource(path: back)
    #expect(source.encoding.rawValue == form.name)
    let separator: CSVReader.Separator = form == .semicolon ? .semicolon : .comma
    let rows = try CSVReader(source, separator: separator).firstRows(10, columns: 20)
    #expect(rows.map(\.place.row) == [1, 3, 4, 6, 7])
    #expect(rows[0].texts == ["西城区报名表"])
    #expect(rows[1].texts == ["报名序号", "姓名", "身份证号", "应聘街道代码", "备注", "退回原因", "怎么改"])
    #expect(rows[2].texts == ["A1", "欧阳·娜", "11010519491231002X", "110101001", "甲,乙", "", ""])
    #expect(rows[3].texts[4] == "'=cmd|' /C calc'!A0")
    #expect(rows[3].texts[5].hasPrefix("身份证号（C）：身份证号不是 18 位"))
    #expect(rows[3].texts[6] == "请照身份证逐位核对")
    #expect(rows[4].texts.suffix(3) == ["", "", ""])

    // The clerk mends one cell and sends the file back as it is.
    let mended = try story.file(
      "改.csv",
      form.bytes(
        rows.map { row in
          row.texts.map { "\"\($0.replacing("440524188001010015", with: "440524199001010018"))\"" }
            .joined(separator: String(UnicodeScalar(separator.rawValue)))
        }.joined(separator: "\r\n") + "\r\n"))
    let again = try story.take([mended], into: register)
    #expect(again.files[0].failure?.happened.zh == nil)
    let sums = try #require(again.files[0].entry?.reconciliation)
    #expect((sums.read, sums.accepted, sums.duplicate) == (3, 1, 2))
    #expect(
      again.files[0].findings.map(\.finding.code.rawValue)
        == ["column_unknown", "row_unchanged", "row_unchanged"])
  }

  @Test("marks a workbook's cells and leaves the rest as it was")
  func workbook() throws {
    let story = try SampleStory()
    let register = try Register()
    let rows = Self.lines.map { line in
      line.replacing("\"甲,乙\"", with: "甲").split(separator: ",", omittingEmptySubsequences: false)
        .map(String.init)
    }
    let path = try story.workbook("报名.xlsx", [("说明", [["请填第二张表"]]), ("报名", rows)])
    let report = try story.take([path], into: register)
    let entry = try #require(report.files[0].entry)
    #expect((entry.encoding, entry.worksheet) == ("XLSX", "报名"))
    #expect(report.total.accepted == 2 && report.total.rejected == 1)
    let folder = story.scratch.appendingPathComponent("back").path
    let back = try #require(try ReturnedSheets(report, language: .zh).write(to: folder).first)
    let reader = try WorkbookReader(path: back)
    #expect(reader.worksheets.map(\.name) == ["说明", "报名"])
    let kept = try reader.firstRows(10, of: 1)
    #expect(kept.count == 7)
    #expect(Array(kept[5].prefix(5)) == rows[5])
    #expect(kept[5].dropFirst(5).first?.hasPrefix("身份证号（C）：身份证号不是 18 位") == true)
    #expect(kept[5].last == "请照身份证逐位核对")
    // The copy goes in again as it is: the two good rows are unchanged, the bad one is still bad.
    let again = try story.take([back], into: register)
    let sums = try #require(again.files[0].entry?.reconciliation)
    #expect((sums.read, sums.accepted, sums.rejected, sums.duplicate) == (3, 0, 1, 2))
  }

  @Test("is not written where nothing is wrong, and names its folder where two have one name")
  func names() throws {
    let story = try SampleStory()
    let good = Self.lines[2] + "\nA1,甲,11010519491231002X,110101001,\n"
    let bad = Self.lines[2] + "\nA2,乙,1,110101001,\n"
    let folders = ["x", "y"].map { story.scratch.appendingPathComponent($0) }
    for folder in folders {
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    }
    let paths = [
      try story.file("good.csv", Array(good.utf8)), try story.file("x/表.csv", Array(bad.utf8)),
      try story.file("y/表.csv", Array(bad.replacing("A2", with: "A3").utf8)),
    ]
    let report = try story.take(paths, into: Register())
    let back = story.scratch.appendingPathComponent("back").path
    let written = try ReturnedSheets(report, language: .en).write(to: back)
    #expect(written == ["\(back)/x-表.csv", "\(back)/y-表.csv"])
    // The same copy is not written twice; another one of that name gets a number.
    #expect(try ReturnedSheets(report, language: .en).write(to: back) == written)
    #expect(
      try ReturnedSheets(report, language: .zh).write(to: back)
        == ["\(back)/x-表-2.csv", "\(back)/y-表-2.csv"])
    let text = try String(contentsOfFile: written[0], encoding: .utf8)
    #expect(text.contains("\"what_is_wrong\",\"what_to_do\"\r\n"))
  }
}
