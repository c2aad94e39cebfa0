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
    for name in ["ranking.csv", "summary.html", "plan.csv", "findings.csv", "counts.json"] {
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
