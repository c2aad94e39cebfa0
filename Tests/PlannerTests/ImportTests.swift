import Foundation
import Intake
import Model
import Register
import Testing

@testable import Planner

@Suite("An import")
struct ImportTests {
  private static let head = "报名序号,姓名,身份证号,应聘街道代码\n"
  private static let good = "A1,甲,11010519491231002X,110101001\n"
  private static let bad = "A2,乙,440524188001010015,110101001\n"

  private func run(
    _ paths: [String], into register: Register, _ change: (inout ImportOptions) -> Void = { _ in }
  ) throws -> ImportReport {
    var options = ImportOptions(takenAt: SampleStory.moment)
    change(&options)
    return try Import(into: register, options: options).run(paths)
  }

  @Test("takes a file whole or not at all, unless good rows are asked for")
  func allOrNothing() throws {
    let story = try SampleStory()
    let register = try Register()
    let path = try story.file("a.csv", Array((Self.head + Self.good + Self.bad).utf8))
    let refused = try run([path], into: register)
    #expect(refused.status == .badData)
    #expect(refused.files[0].isRefused)
    #expect(refused.files[0].entry?.reconciliation.accepted == 0)
    #expect(refused.files[0].entry?.reconciliation.addsUp == true)
    #expect(refused.files[0].findings.map(\.finding.code) == [.residentIDWrong])
    let partial = try run([path], into: register) { $0.badRows = .takeGoodRows }
    #expect(partial.status == .waiting)
    #expect(partial.files[0].entry?.reconciliation.accepted == 1)
  }

  @Test("recognises the same file and the same rows, and changes nothing")
  func sameAgain() throws {
    let story = try SampleStory()
    let register = try Register()
    let path = try story.file("a.csv", Array((Self.head + Self.good).utf8))
    let first = try run([path], into: register)
    #expect(first.status == .done)
    let again = try run([path], into: register)
    #expect(again.files[0].alreadyIn == 1)
    // Other bytes, the same fact: the row is unchanged and demotes nobody.
    let other = try story.file(
      "b.csv", Array((Self.head + Self.good).replacing("\n", with: "\r\n").utf8))
    let unchanged = try run([other], into: register)
    #expect(unchanged.files[0].entry?.reconciliation.duplicate == 1)
    #expect(unchanged.files[0].findings.map(\.finding.code) == [.rowUnchanged])
    #expect(unchanged.status == .done)
  }

  @Test("holds equal rows that come in together: nobody has accepted either of them yet")
  func equalRowsInOneBatch() throws {
    let story = try SampleStory()
    let one = try story.file("one.csv", Array((Self.head + Self.good).utf8))
    let two = try story.file("two.csv", Array((Self.head + Self.good + "\n").utf8))
    let report = try run([one, two], into: Register())
    #expect(report.heldCount == 2)
    #expect(report.total.accepted == 0)
  }

  @Test("gives the same digest of facts in every encoding and order")
  func factsDigest() throws {
    let story = try SampleStory()
    let rows = [Self.good, "B1,丁,110105199001013000,110101002\n"]
    var digests: Set<String> = []
    let forward = Self.head + rows.joined()
    let backward = Self.head + rows.reversed().joined()
    let encodings: [[UInt8]] = [
      Array(forward.utf8), [0xEF, 0xBB, 0xBF] + Array(backward.utf8),
      [0xFF, 0xFE] + forward.utf16.flatMap { [UInt8($0 & 255), UInt8($0 >> 8)] },
    ]
    for (index, bytes) in encodings.enumerated() {
      let report = try run([story.file("\(index).csv", bytes)], into: Register())
      digests.insert(try #require(report.files[0].entry?.factsSHA256))
    }
    #expect(digests.count == 1)
  }

  @Test(
    "ends bad files with a clear error, and leaves the register as it was",
    arguments: [
      ("empty", [], "file_empty", Model.ExitStatus.badData),
      ("header", Array("报名序号,姓名,身份证号,应聘街道代码\n".utf8), "no_rows", .badData),
      ("delimiter", Array("报名序号|姓名|身份证号|应聘街道代码\n1|2|3|4\n".utf8), "header_not_found", .badData),
      ("binary", [0x7F, 0x45, 0x4C, 0x46, 0, 0, 1], "file_binary", .badData),
      ("quote", Array("报名序号,姓名,身份证号,应聘街道代码\n1,\"2,3,4\n".utf8), "quote_unterminated", .badData),
      ("column", Array("报名序号,姓名,应聘街道代码\n1,2,3\n".utf8), "column_missing", .badData),
    ] as [(String, [UInt8], String, Model.ExitStatus)])
  func badFiles(name: String, bytes: [UInt8], code: String, status: Model.ExitStatus) throws {
    let story = try SampleStory()
    let register = try Register()
    let report = try run([story.file("\(name).csv", bytes)], into: register)
    #expect(report.files[0].failure?.code == code)
    #expect(report.status == status)
    #expect(report.total.read == 0)
  }

  @Test("says what is absent and what is a folder, and still takes the others")
  func placesThatAreNoFiles() throws {
    let story = try SampleStory()
    let register = try Register()
    let good = try story.file("good.csv", Array((Self.head + Self.good).utf8))
    let report = try run(
      [story.scratch.path, "/nowhere.csv", good], into: register)
    #expect(
      Set(report.files.map { $0.failure?.code }) == ["file_is_directory", "file_absent", nil])
    #expect(report.status == .waiting)
    #expect(report.total.accepted == 1)
    let absent = try run(["/nowhere.csv"], into: register)
    #expect(absent.status == .noInput)
  }

  @Test("holds a person who stands in two files, both rows, and says where the other one is")
  func heldAcrossFiles() throws {
    let story = try SampleStory()
    let one = try story.file("one.csv", Array((Self.head + Self.good).utf8))
    let two = try story.file(
      "two.csv", Array((Self.head + Self.good.replacing("A1", with: "A9")).utf8))
    let report = try run([one, two], into: Register())
    #expect(report.files.map { $0.entry?.reconciliation.duplicate } == [1, 1])
    #expect(report.heldCount == 2)
    #expect(report.status == .waiting)
    #expect(report.files[0].findings.first?.other?.file == "two.csv")
    #expect(report.files[1].findings.first?.other?.file == "one.csv")
  }
}
