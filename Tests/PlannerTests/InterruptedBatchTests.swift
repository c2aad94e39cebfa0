import Foundation
import Model
import Reporting
import Tabular
import Testing

@testable import Planner

@Suite("A batch that is interrupted")
struct InterruptedBatchTests {
  /// Every file below a folder with its bytes, and every folder without any.
  private static func contents(of folder: URL) throws -> [String: Data] {
    try FileManager.default.subpathsOfDirectory(atPath: folder.path)
      .reduce(into: [:]) { contents, name in
        contents[name] = (try? Data(contentsOf: folder.appendingPathComponent(name))) ?? Data()
      }
  }

  /// Ends the work at a step of one kind.
  private static func interrupting(at wanted: WorkStep) -> WorkListener {
    { step in
      switch (step, wanted) {
      case (.sheet, .sheet), (.rows, .rows): throw Interruption.interrupted
      case (let step, let wanted) where step == wanted: throw Interruption.interrupted
      default: break
      }
    }
  }

  static let steps: [WorkStep] = [
    .sheet(bytes: 0), .rows(0, end: 0), .indexing, .scoring, .keeping, .reporting, .goingOn,
  ]

  @Test("leaves an output folder to the byte as it was", arguments: steps)
  func folder(step: WorkStep) throws {
    let story = try SampleStory()
    let output = story.scratch.appendingPathComponent("out")
    _ = try Batch(story.options()).run(SampleStory.sheets("应聘"))
    let before = try Self.contents(of: output)
    #expect(before.keys.contains("xieguan.sqlite"))
    var options = try story.options()
    options.listener = Self.interrupting(at: step)
    let batch = Batch(options)
    #expect(throws: Interruption.interrupted) {
      _ = try batch.run(SampleStory.sheets("应聘", "社矫", "招聘"))
    }
    #expect(try Self.contents(of: output) == before)
  }

  @Test("leaves no folder where there was none, and a register as it was", arguments: steps)
  func register(step: WorkStep) throws {
    let story = try SampleStory()
    let database = story.scratch.appendingPathComponent("kept.sqlite")
    var options = try story.options("new")
    options.database = database.path
    options.listener = Self.interrupting(at: step)
    let batch = Batch(options)
    #expect(throws: Interruption.interrupted) {
      _ = try batch.run(SampleStory.sheets("应聘", "社矫"))
    }
    #expect(try FileManager.default.contentsOfDirectory(atPath: story.scratch.path).isEmpty)

    var first = try story.options("first")
    first.database = database.path
    _ = try Batch(first).run(SampleStory.sheets("应聘-广内"))
    let before = try Data(contentsOf: database)
    #expect(throws: Interruption.interrupted) {
      _ = try batch.run(SampleStory.sheets("应聘", "社矫"))
    }
    #expect(try Data(contentsOf: database) == before)
    #expect(
      try FileManager.default.contentsOfDirectory(atPath: story.scratch.path).sorted()
        == ["first", "kept.sqlite"])
  }

  @Test("can end while it evaluates, while it ranks, and while it writes the list")
  func scoring() throws {
    let story = try SampleStory()
    let output = story.scratch.appendingPathComponent("out")
    let options = try story.options()
    let run = try #require(try Batch(options).run(SampleStory.sheets("应聘-广内")).run)
    for last in 1...2 {
      var asked = 0
      #expect(throws: Interruption.interrupted) {
        _ = try ScoringRun(
          policy: run.policy, rules: run.rules, columns: run.columns, offices: run.offices
        ) {
          asked += 1
          if asked == last { throw Interruption.interrupted }
        }
      }
      #expect(asked == last)
    }
    let list = output.appendingPathComponent("again.csv").path
    #expect(throws: Interruption.interrupted) {
      try RankingSheet.write(run, to: list) { throw Interruption.interrupted }
    }
    #expect(!FileManager.default.fileExists(atPath: list))
  }

  /// Notes which thread says what; it keeps the threads, so that none takes another's place.
  private final class Heard: @unchecked Sendable {
    private let lock = NSLock()
    private(set) var steps: [(thread: Thread, step: WorkStep)] = []

    func note(_ step: WorkStep) { lock.withLock { steps.append((.current, step)) } }
  }

  @Test("asks while it scores, and on the thread that writes the list")
  func asking() throws {
    let story = try SampleStory()
    var options = try story.options()
    let heard = Heard()
    options.listener = { heard.note($0) }
    _ = try Batch(options).run(SampleStory.sheets("应聘-广内"))
    let scoring = try #require(heard.steps.first { $0.step == .scoring }).thread
    let own = heard.steps.filter { $0.thread === scoring }.map(\.step)
    let from = try #require(own.firstIndex(of: .scoring))
    let to = try #require(own.firstIndex(of: .keeping))
    #expect(own[from + 1..<to] == [.goingOn, .goingOn])
    let threads = Dictionary(grouping: heard.steps) { ObjectIdentifier($0.thread) }.values
    #expect(threads.count { $0.allSatisfy { $0.step == .goingOn } } == 1)
  }

  @Test("replaces the whole of a folder, and keeps what stood there, its register and journal too")
  func previous() throws {
    let story = try SampleStory()
    let output = story.scratch.appendingPathComponent("out")
    _ = try Batch(story.options()).run(SampleStory.sheets("应聘-广内"))
    let journal = Data("of a program that was killed".utf8)
    try journal.write(to: output.appendingPathComponent("xieguan.sqlite-journal"))
    try journal.write(to: output.appendingPathComponent("mine.txt"))
    let first = try Self.contents(of: output)
    let second = try Batch(story.options()).run(SampleStory.sheets("应聘-德胜"))
    let contents = try Self.contents(of: output)
    #expect(contents["xieguan.sqlite"] != nil && contents["xieguan.sqlite-journal"] == nil)
    #expect(contents["mine.txt"] == nil)
    #expect(contents.keys.allSatisfy { !$0.contains("广安门") && !$0.contains("牛街") })
    let kept = output.path + ".2024-06-01T09-00-00Z"
    #expect(second.answer.kept == kept)
    #expect(try Self.contents(of: URL(fileURLWithPath: kept)) == first)
    // A third one of the same moment gets a number.
    let third = try Batch(story.options()).run(SampleStory.sheets("应聘-德胜"))
    #expect(third.answer.kept == kept + "-2")
    #expect(try Self.contents(of: URL(fileURLWithPath: kept)) == first)
    #expect(
      try FileManager.default.contentsOfDirectory(atPath: story.scratch.path).sorted()
        == ["out", "out.2024-06-01T09-00-00Z", "out.2024-06-01T09-00-00Z-2"])
  }

  @Test("is refused where somebody writes to the register that would move, or to the same place")
  func busy() throws {
    let story = try SampleStory()
    let output = story.scratch.appendingPathComponent("out")
    _ = try Batch(story.options()).run(SampleStory.sheets("应聘-广内"))
    let before = try Self.contents(of: output)
    do {
      let other = try DraftFolder(for: output.path)
      defer { withExtendedLifetime(other) {} }
      #expect(throws: TabularError.folderBusy(path: output.path)) {
        try Batch(story.options()).run(SampleStory.sheets("应聘-德胜"))
      }
    }
    #expect(try Self.contents(of: output) == before)
  }

  @Test("is refused where its register or the person at work would move with the folder")
  func inUse() throws {
    let story = try SampleStory()
    var options = try story.options()
    _ = try Batch(options).run(SampleStory.sheets("应聘-广内"))
    options.database = options.output + "/xieguan.sqlite"
    let batch = Batch(options)
    #expect(throws: BatchError.registerInside(path: options.output)) {
      try batch.run(SampleStory.sheets("应聘-德胜"))
    }
    var here = try story.options()
    here.output = FileManager.default.currentDirectoryPath
    #expect(throws: BatchError.folderInUse(path: here.output)) {
      try Batch(here).run(SampleStory.sheets("应聘-德胜"))
    }
  }

  @Test("changes nothing that nobody could be told")
  func untold() throws {
    let story = try SampleStory()
    let database = story.scratch.appendingPathComponent("kept.sqlite").path
    for register in [nil, database] {
      var options = try story.options()
      options.database = register
      let batch = Batch(options)
      #expect(throws: Interruption.interrupted) {
        try batch.run(SampleStory.sheets("应聘-德胜")) { _ in throw Interruption.interrupted }
      }
      #expect(try FileManager.default.contentsOfDirectory(atPath: story.scratch.path).isEmpty)
    }
  }
}
