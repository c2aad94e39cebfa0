import Foundation
import Model
import Policy
import Register
import Testing

@testable import Planner

@Suite("A batch over the sample sheets")
struct BatchTests {
  @Test("gives the committed reports to the byte, whatever the order of the sheets")
  func goldenReports() throws {
    let story = try SampleStory()
    let sheets = try SampleStory.sheets("应聘", "社矫", "招聘")
    _ = try Batch(story.options()).run(sheets)
    for name in [
      "ranking.csv", "summary.html", "plan.csv", "findings.csv", "counts.json", "run.json",
      "verify-first.csv",
    ] {
      let golden = try Data(contentsOf: SampleStory.reports.appendingPathComponent(name))
      let made = try Data(contentsOf: story.scratch.appendingPathComponent("out/\(name)"))
      #expect(made == golden, "\(name) differs from Reports/xicheng-2024")
    }
    _ = try Batch(story.options("reversed")).run(sheets.reversed())
    for name in ["ranking.csv", "summary.html", "findings.csv", "run.json"] {
      let one = try Data(contentsOf: story.scratch.appendingPathComponent("out/\(name)"))
      let other = try Data(contentsOf: story.scratch.appendingPathComponent("reversed/\(name)"))
      #expect(one == other, "\(name)")
    }
  }

  @Test("keeps its plan, which comes out the same again")
  func plan() throws {
    let story = try SampleStory()
    _ = try Batch(story.options()).run(SampleStory.sheets("应聘", "社矫"))
    let register = try Register(
      path: story.scratch.appendingPathComponent("out/xieguan.sqlite").path)
    let entry = try register.plan("plan-latest")
    #expect(entry.offices.count == 15)
    #expect(try entry.replayed().digest == entry.digest)
  }

  @Test("adds up: read is accepted and rejected and duplicate, in every file")
  func reconciliation() throws {
    let story = try SampleStory()
    let report = try Batch(story.options()).run(SampleStory.sheets("应聘"))
    let sums = report.intake.files.compactMap(\.entry?.reconciliation)
    #expect(sums.map(\.read) == [53, 58, 49])
    #expect(sums.map(\.accepted) == [41, 45, 39])
    #expect(sums.map(\.rejected) == [8, 10, 9])
    #expect(sums.map(\.duplicate) == [4, 3, 1])
    #expect(sums.allSatisfy { $0.addsUp })
    #expect(report.intake.status == .waiting)
    #expect(report.run?.totals == [.eligible: 114, .pending: 6, .ineligible: 5])
  }

  @Test("scores the register as it scored the sheets, and replays to the same digest")
  func sameDigest() throws {
    let story = try SampleStory()
    let options = try story.options()
    let report = try Batch(options).run(SampleStory.sheets("应聘"))
    let register = try Register(path: options.output + "/xieguan.sqlite")
    let again = try ScoringRun(over: register, policy: options.policy, asOf: options.asOf)
    #expect(again.digestHex == report.run?.digestHex)
    let stored = try register.run("latest")
    #expect(try ScoringRun(replaying: stored, of: register).digestHex == stored.digest)
  }

  @Test("writes a stored run's list again to the byte, in every form")
  func writtenAgain() throws {
    let story = try SampleStory()
    let options = try story.options()
    _ = try Batch(options).run(SampleStory.sheets("应聘", "社矫", "招聘"))
    let register = try Register(path: options.output + "/xieguan.sqlite")
    func again(_ format: RankingFormat, _ office: String?) throws -> Data {
      let path = story.scratch.appendingPathComponent("again.\(format)").path
      try register.writeRanking(
        "latest", office: office, as: format, to: path, masksNames: false, language: .zh)
      return try Data(contentsOf: URL(fileURLWithPath: path))
    }
    func first(_ name: String) throws -> Data {
      try Data(contentsOf: URL(fileURLWithPath: options.output + "/" + name))
    }
    #expect(try again(.csv, nil) == first("ranking.csv"))
    #expect(try again(.html, nil) == first("summary.html"))
    #expect(try again(.xlsx, "110102010") == first("offices/110102010-德胜街道.xlsx"))
    #expect(throws: RankingError.oneOffice(9)) { try again(.xlsx, nil) }
    #expect(throws: RankingError.notMasked(.html)) {
      try register.writeRanking(
        "latest", office: nil, as: .html, to: "-", masksNames: true, language: .zh)
    }
  }

  @Test("gives the same run when the same files come again to the same register")
  func sameFilesAgain() throws {
    let story = try SampleStory()
    var options = try story.options()
    options.database = story.scratch.appendingPathComponent("kept.sqlite").path
    let first = try Batch(options).run(SampleStory.sheets("应聘"))
    let twice = try SampleStory.sheets("应聘") + SampleStory.sheets("应聘")
    let second = try Batch(options).run(twice)
    #expect(second.intake.files.allSatisfy { $0.alreadyIn == 1 })
    #expect(second.run?.digestHex == first.run?.digestHex)
  }

  @Test("says where a tie decides who gets a place: at the line, and not beside it")
  func tiesAtTheLine() throws {
    let story = try SampleStory()
    let report = try Batch(story.options()).run(SampleStory.sheets("应聘"))
    let run = try #require(report.run)
    // 德胜街道: rank 1, then two who share rank 2, then rank 4.
    #expect(run.tiesAtTheLine(["110102010": 1]) == 0)
    #expect(run.tiesAtTheLine(["110102010": 2]) == 1)
    #expect(run.tiesAtTheLine(["110102010": 3]) == 0)
    #expect(run.tiesAtTheLine(["110102010": 999]) == 0)
  }

  @Test("settles every tie by lot, and the seed stands in the run")
  func lot() throws {
    let story = try SampleStory()
    var options = try story.options()
    options.seed = "2024-西城"
    let report = try Batch(options).run(SampleStory.sheets("应聘"))
    #expect(report.run?.tiedCount == 0)
    let register = try Register(path: options.output + "/xieguan.sqlite")
    #expect(try register.run(report.run?.id ?? "").seed == "2024-西城")
  }

  @Test("never writes an identity number or a telephone number into a report")
  func noPersonalNumbers() throws {
    let story = try SampleStory()
    _ = try Batch(story.options()).run(SampleStory.sheets("应聘", "社矫", "招聘"))
    for name in ["ranking.csv", "summary.html", "plan.csv", "findings.csv", "run.json"] {
      let text = try String(
        contentsOf: story.scratch.appendingPathComponent("out/\(name)"), encoding: .utf8)
      // Seventeen digits and a check character, or a whole mobile number.
      #expect(text.firstMatch(of: /[^0-9a-f][1-9][0-9]{16}[0-9X][^0-9a-f]/) == nil, "\(name)")
      #expect(text.firstMatch(of: /[^0-9a-f]1[3-9][0-9]{9}[^0-9a-f]/) == nil, "\(name)")
    }
  }
}
