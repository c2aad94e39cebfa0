import Foundation
import GRDB
import Model
import Testing

@Suite("Work that is stopped", .serialized)
final class StopTests {
  /// Rows of the sheet whose import is stopped; they take some seconds.
  private static let rows = 200_000
  private let folder: URL

  /// Makes a register with three applicants and a large sheet that waits to come in.
  init() throws {
    folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    try write(InventedSheet.text(rows: 3), to: "small.csv")
    try write(
      InventedSheet.text(rows: Self.rows).replacing("\nA", with: "\nB"), to: "large.csv")
    try write(InventedSheet.text(rows: 40_000), to: "medium.csv")
    #expect(try Command("xieguan import applicants small.csv", in: folder).status == 0)
  }

  deinit { try? FileManager.default.removeItem(at: folder) }

  private func write(_ text: String, to name: String) throws {
    try Data(text.utf8).write(to: folder.appendingPathComponent(name))
  }

  /// SQLite's own check, and every row of every table that an import or a run adds to.
  private func contents() throws -> [String] {
    try DatabaseQueue(path: folder.appendingPathComponent("xieguan.sqlite").path).read { database in
      let tables = ["batch", "file", "applicant", "finding", "run", "result"]
      return try String.fetchAll(database, sql: "PRAGMA integrity_check")
        + tables.map { try String(Int.fetchOne(database, sql: "SELECT COUNT(*) FROM \($0)") ?? -1) }
    }
  }

  private func names() throws -> [String] {
    try FileManager.default.subpathsOfDirectory(atPath: folder.path).sorted()
  }

  /// Runs a command in a process of its own, sends it signals after some times, and waits for it.
  private func run(
    _ arguments: String, signals: [(after: Double, number: Int32)]
  ) throws -> (status: Int32, errors: String, seconds: Double) {
    let process = Process()
    process.executableURL = Command.products.appendingPathComponent("xieguan")
    process.arguments = arguments.split(separator: " ").map(String.init)
    process.currentDirectoryURL = folder
    process.environment = ProcessInfo.processInfo.environment.merging(["LANG": "zh"]) { $1 }
    let errors = Pipe()
    process.standardError = errors
    process.standardOutput = FileHandle.nullDevice
    try process.run()
    var last = ContinuousClock.now
    for signal in signals {
      Thread.sleep(forTimeInterval: signal.after)
      last = .now
      kill(process.processIdentifier, signal.number)
    }
    let text = errors.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    let wait = ContinuousClock.now - last
    return (
      process.terminationStatus, String(decoding: text, as: UTF8.self),
      Double(wait / .milliseconds(1)) / 1000
    )
  }

  @Test("leaves everything as it was, at any moment", .timeLimit(.minutes(5)))
  func anyMoment() throws {
    let (before, files) = (try contents(), try names())
    let register = try Data(contentsOf: folder.appendingPathComponent("xieguan.sqlite"))
    let seed = UInt64.random(in: 0...999_999)
    var random = SplitMix64(seed: seed)
    for command in [
      "import applicants large.csv", "batch large.csv --output out --as-of 2024-06-01",
    ] {
      var (longest, stopped) = (4.0, 0)
      for number in [SIGINT, SIGTERM, SIGINT] {
        let moment = 0.15 + Double.random(in: 0..<longest, using: &random)
        let comment: Comment = "seed \(seed): \(command), signal \(number) after \(moment) s"
        let end = try run(command + " --database xieguan.sqlite", signals: [(moment, number)])
        guard end.status > 1 else {
          // The work was done before the signal: it is taken away, and the next one comes sooner.
          longest /= 4
          try? FileManager.default.removeItem(at: folder.appendingPathComponent("out"))
          try register.write(to: folder.appendingPathComponent("xieguan.sqlite"))
          continue
        }
        stopped += 1
        #expect(end.status == 128 + number, comment)
        #expect(end.errors.contains("没有任何改动"), comment)
        #expect(end.seconds < 5, comment)
        #expect(try names() == files, comment)
        #expect(try contents() == before, comment)
      }
      #expect(stopped > 0, "seed \(seed): no signal stopped \(command)")
    }
  }

  @Test("says so in English too, and a second signal ends it at once", .timeLimit(.minutes(2)))
  func twice() throws {
    let before = try contents()
    let english = try run("import applicants large.csv --lang en", signals: [(1, SIGINT)])
    #expect(english.status == 130)
    #expect(
      english.errors
        == "Interrupted: the register and the results are as they were, nothing was changed\n")
    let twice = try run(
      "import applicants large.csv", signals: [(1, SIGINT), (0.02, SIGINT)])
    #expect(twice.status == 130)
    #expect(try contents() == before)
  }

  @Test("shows a line on a terminal, and takes it away", .timeLimit(.minutes(2)))
  func line() throws {
    let shown = try Command(
      "TERM=xterm script -qec 'xieguan import applicants large.csv --partial' /dev/null",
      in: folder
    ).output
    let lines = shown.split(separator: "\r").map(String.init)
    #expect(lines.contains { $0.contains(" MB/秒，还要约 ") && $0.contains(" 行，") })
    // Only the text of the result stands after the line was erased for the last time.
    let last = try #require(shown.ranges(of: "\r\u{1B}[K").last)
    #expect(!shown[..<last.lowerBound].contains("读入"))
    #expect(shown[last.upperBound...].contains("large.csv（UTF-8）：读入 \(Self.rows)"))
    #expect(!shown[last.upperBound...].contains("\u{1B}"))
  }

  @Test(
    "shows no line where no terminal, a dumb one, or a quiet person looks on",
    .timeLimit(.minutes(2)),
    arguments: [
      "xieguan import applicants medium.csv --dry-run",
      "TERM=dumb script -qec 'xieguan import applicants medium.csv --dry-run' /dev/null",
      "TERM=xterm script -qec 'xieguan import applicants medium.csv --dry-run --quiet' /dev/null",
    ])
  func noLine(command: String) throws {
    let result = try Command(command, in: folder)
    #expect(result.output.contains("读入 40000"))
    #expect(!(result.output + result.errors).contains("\u{1B}"))
  }
}
