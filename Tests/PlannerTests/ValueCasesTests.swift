import Foundation
import Intake
import Model
import Register
import Reporting
import Testing

@testable import Planner

@Suite("A sheet whose values were damaged or hidden on their way")
struct ValueCasesTests {
  private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .appendingPathComponent("Cases")

  /// `expected.csv` without its header: file, exit, the sums, and one finding a line.
  private static func expectations() throws -> [[String]] {
    Array(try CSVRows.read(folder.appendingPathComponent("expected.csv").path).dropFirst())
  }

  private static func files() throws -> [String] {
    var files: [String] = []
    for line in try expectations() where files.last != line[0] { files.append(line[0]) }
    return files
  }

  @Test("gives exactly the findings and figures expected of it", arguments: try files())
  func givesWhatIsExpected(file: String) throws {
    let report = try SampleStory().take(
      [Self.folder.appendingPathComponent(file).path], into: Register()
    ) { $0.kind = file.hasPrefix("caseload") ? .caseload : .applicants }
    let came = try #require(report.files.first)
    let sums = came.entry?.reconciliation ?? Reconciliation()
    let figures =
      [file, "\(report.status.rawValue)"]
      + [sums.read, sums.accepted, sums.rejected, sums.duplicate].map { String($0) }
    var findings = came.findings.map { entry in
      [
        entry.finding.code.rawValue, "\(entry.finding.row)",
        Finding.letters(ofColumn: entry.finding.column), entry.finding.value,
      ]
    }
    if let failure = came.failure { findings.append([failure.code, "0", "", ""]) }
    if findings.isEmpty { findings.append(["", "0", "", ""]) }
    #expect(try findings.map { figures + $0 } == Self.expectations().filter { $0[0] == file })
  }

  private static let header = "报名序号,姓名,身份证号,应聘街道代码\n"

  @Test(
    "waits for a person where a personal number is its application number",
    arguments: [
      "11010519491231002X", "110105194912310021", "110105491231002", "13800001234",
      "１３８００００１２３４", "\u{200B}13800001234",
    ])
  func personalNumberHolds(number: String) throws {
    let story = try SampleStory()
    let register = try Register()
    let text = Self.header + "\(number),甲,11010519491231002X,110102010\n"
    let report = try story.take(
      [story.file("a.csv", Array((text + "A2,乙,110102198102111036,110102010\n").utf8))],
      into: register)
    #expect(report.status == .waiting && report.heldCount == 1)
    #expect(report.total.accepted == 1 && report.total.duplicate == 1 && report.total.addsUp)
    let codes = report.files[0].findings.map(\.finding)
    #expect(codes.contains { $0.code == .applicationNoPersonal && $0.value.contains("*") })
    // A person keeps it; the sheet sent again changes nothing.
    let held = try #require(try register.heldRows().first)
    _ = try register.decide(keeping: [held.id], by: "丙", reason: "确是编号", moment: "m")
    #expect(try register.heldRows().isEmpty)
    let again = try story.take([story.file("b.csv", Array((text + "\n").utf8))], into: register)
    #expect(again.heldCount == 0 && again.total.duplicate == 1)
    #expect(try register.heldRows().isEmpty)
  }

  @Test(
    "does not wait for a number that only looks long",
    arguments: ["110102202406010001", "202406010000001", "12800001234", "20240000001"])
  func otherNumbers(number: String) throws {
    let story = try SampleStory()
    let text = Self.header + "\(number),甲,11010519491231002X,110102010\n"
    let report = try story.take([story.file("a.csv", Array(text.utf8))], into: Register())
    #expect(report.total.accepted == 1 && report.files[0].findings.isEmpty)
  }

  @Test("keeps waiting for its own sake when what it collided with is taken back")
  func waitsOn() throws {
    let story = try SampleStory()
    let register = try Register()
    func take(_ name: String, _ row: String) throws -> ImportReport {
      try story.take([story.file(name, Array((Self.header + row).utf8))], into: register)
    }
    _ = try take("a.csv", "13800001234,甲,11010519491231002X,110102010\n")
    let second = try take("b.csv", "B2,甲,11010519491231002X,110102010\n")
    #expect(try register.heldRows().count == 2)
    _ = try register.withdraw(second.batch, by: "丙", reason: nil, moment: "m")
    #expect(try register.heldRows().map { $0.applicationNo } == ["13800001234"])
  }

  @Test("shows an identity or telephone number in no finding, whatever column it stands in")
  func masked() throws {
    let story = try SampleStory()
    let columns = SheetDescription.applicants.fields.map(\.header.zh)
    let numbers = ["110102198102111036", "13800000101", "110102 19810211 1036", "１３８０００００１０１"]
    for number in numbers {
      for place in columns.indices {
        // Every other cell breaks its rule, so that all rows are spoken of.
        var cells = Array(repeating: "#N/A", count: columns.count)
        cells[place] = number
        let text = columns.joined(separator: ",") + "\n" + cells.joined(separator: ",") + "\n"
        let report = try story.take(
          [story.file("\(place).csv", Array(text.utf8))], into: Register())
        let said = report.files[0].findings.map(\.finding.value).joined(separator: " ")
        #expect(!said.contains(number), "\(columns[place])")
        let lines = report.answer.lines(Wording(.zh)).joined()
        #expect(!lines.contains(number), "\(columns[place])")
      }
    }
  }
}
