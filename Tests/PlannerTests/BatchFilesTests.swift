import Foundation
import Model
import Register
import Reporting
import Testing

@testable import Planner

@Suite("The files of a batch")
struct BatchFilesTests {
  private static let head = "报名序号,姓名,身份证号,应聘街道代码\n"
  private static let good = "A1,甲,11010519491231002X,110101001\n"

  private func contents(of folder: String) throws -> [String: Data] {
    try FileManager.default.subpathsOfDirectory(atPath: folder).reduce(into: [:]) {
      $0[$1] = try? Data(contentsOf: URL(fileURLWithPath: folder + "/" + $1))
    }
  }

  private func text(_ path: String) throws -> String {
    try String(contentsOfFile: path, encoding: .utf8)
  }

  /// Two offices' sheets of one name, a sheet of offices that they need, and one that cannot be read.
  private func sheets(_ story: SampleStory) throws -> [String] {
    for name in ["东", "西", "z"] {
      try FileManager.default.createDirectory(
        at: story.scratch.appendingPathComponent(name), withIntermediateDirectories: true)
    }
    return [
      try story.file("东/报名.csv", Array((Self.head + Self.good + "A2,乙,1,110101001\n").utf8)),
      try story.file(
        "西/报名.csv",
        Array((Self.head + "A1,丙,440524199001010018,990101001\nA4,丁,2,990101001\n").utf8)),
      try story.file(
        "z/街道.csv",
        Array("街道代码,街道名称,区代码,区名称\n990101001,新/街,990101000,新区\n".utf8)),
      try story.file("坏.csv", Array("甲,乙\n1,2\n".utf8)),
    ]
  }

  private func batch(
    _ story: SampleStory, _ paths: [String], _ output: String = "out"
  ) throws -> (report: Batch.Report, folder: String) {
    var options = try story.options(output)
    options.returnFolder = options.output + "/returned"
    options.reportsFindings = true
    return (try Batch(options).run(paths), options.output)
  }

  @Test("do not depend on the order in which the sheets were named; offices come first")
  func order() throws {
    let story = try SampleStory()
    let paths = try sheets(story)
    let first = try batch(story, paths)
    var expected = try contents(of: first.folder)
    expected["xieguan.sqlite"] = nil
    let said = try first.report.answer.json(Wording(.zh))
    #expect(first.report.intake.total.accepted == 1)
    for (number, order) in [paths.reversed(), [paths[2], paths[0], paths[3], paths[1]]].enumerated()
    {
      let again = try batch(story, Array(order), "out-\(number)")
      var contents = try contents(of: again.folder)
      contents["xieguan.sqlite"] = nil
      #expect(contents.keys.sorted() == expected.keys.sorted())
      for (name, data) in contents where name.hasSuffix("csv") || name.hasSuffix("json") {
        #expect(data == expected[name], "\(name)")
      }
      let text = String(decoding: try again.report.answer.json(Wording(.zh)), as: UTF8.self)
      #expect(
        text.replacing("out-\(number)", with: "out") == String(decoding: said, as: UTF8.self))
    }
  }

  @Test("tell two sheets of one name apart, in findings and in what goes back")
  func sameName() throws {
    let story = try SampleStory()
    let (report, folder) = try batch(story, sheets(story))
    let findings = try CSVRows.read(folder + "/findings.csv")
    #expect(Set(findings.dropFirst().map(\.[0])).isSuperset(of: ["东/报名.csv", "西/报名.csv"]))
    #expect(
      report.intake.returned
        == [
          "东-报名.csv", "西-报名.csv", "坏.csv", "坏.csv.退回原因.txt",
        ].sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }.map { "\(folder)/returned/\($0)" })
    // One says nothing of the other office's sheet but that it exists.
    let east = try text(folder + "/returned/东-报名.csv")
    #expect(east.contains("另一份表里也有") && !east.contains("西") && !east.contains("xieguan"))
    #expect(report.answer.lines(Wording(.zh)).contains { $0.hasPrefix("西/报名.csv（") })
  }

  @Test("name a sheet that could not be taken, and why, and give it back with a note")
  func refused() throws {
    let story = try SampleStory()
    let (report, folder) = try batch(story, sheets(story))
    #expect(report.intake.status == .waiting)
    for name in ["summary.html", "findings.csv", "run.json"] {
      #expect(try text(folder + "/" + name).contains("坏.csv"), "\(name)")
    }
    #expect(try text(folder + "/findings.csv").contains("\"header_not_found\""))
    #expect(try text(folder + "/run.json").contains("header_not_found"))
    #expect(
      try contents(of: folder)["returned/坏.csv"]
        == Data(contentsOf: story.scratch.appendingPathComponent("坏.csv")))
    #expect(try text(folder + "/returned/坏.csv.退回原因.txt").contains("没有找到表头"))
  }

  @Test("change nothing where no sheet can be taken, but for the copies to mend")
  func nothingTaken() throws {
    let story = try SampleStory()
    let bad = try sheets(story)[3]
    let first = try batch(story, [bad])
    #expect(first.report.intake.status == .badData && first.report.answer.status == .badData)
    #expect(
      try contents(of: first.folder).keys.sorted()
        == ["returned/坏.csv", "returned/坏.csv.退回原因.txt"])
    var options = try story.options("strict")
    options.isStrict = true
    options.database = story.scratch.appendingPathComponent("kept.sqlite").path
    let strict = try Batch(options).run(SampleStory.sheets("应聘-德胜"))
    #expect(strict.intake.status == .badData)
    #expect(!FileManager.default.fileExists(atPath: options.output))
    #expect(!FileManager.default.fileExists(atPath: options.database ?? ""))
    let register = try Register()
    _ = try story.take([bad], into: register)
    #expect(try register.batches().isEmpty)
  }

  @Test("are the same when the batch comes again to the same register, and so is what it says")
  func again() throws {
    let story = try SampleStory()
    let paths = try sheets(story) + SampleStory.sheets("应聘", "招聘")
    func run(_ output: String) throws -> (folder: [String: Data], said: String, batches: Int) {
      var options = try story.options(output)
      options.database = story.scratch.appendingPathComponent("kept.sqlite").path
      options.returnFolder = options.output + "/returned"
      options.reportsFindings = true
      let report = try Batch(options).run(paths)
      let said = String(decoding: try report.answer.json(Wording(.zh)), as: UTF8.self)
      return (
        try contents(of: options.output), said.replacing(output, with: "out"),
        try Register(path: options.database ?? "").batches().count
      )
    }
    let (first, second) = (try run("第一次"), try run("第二次"))
    #expect(first.said == second.said)
    #expect(first.batches == second.batches)
    #expect(first.folder.keys.sorted() == second.folder.keys.sorted())
    for (name, data) in second.folder where !name.hasSuffix("xlsx") {
      #expect(data == first.folder[name], "\(name)")
    }
  }

  @Test("take an office's name with a slash, and of any length")
  func officeNames() throws {
    let story = try SampleStory()
    for (number, name) in ["新/街", String(repeating: "长", count: 300), "a\\b:*?", "．．／"].enumerated()
    {
      let offices = try story.file(
        "街道\(number).csv",
        Array("街道代码,街道名称,区代码,区名称\n990101001,\(name),990101000,新区\n".utf8))
      let people = try story.file(
        "报名\(number).csv",
        Array((Self.head + Self.good.replacing("110101001", with: "990101001")).utf8))
      let folder = try batch(story, [people, offices], "out\(number)").folder
      #expect(
        try contents(of: folder).keys.count { $0.hasPrefix("offices/990101001-") } == 1, "\(name)")
    }
  }
}
