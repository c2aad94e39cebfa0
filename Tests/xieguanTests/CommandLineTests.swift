import Foundation
import Testing

/// The built command, run as an operator runs it.
struct Command {
  let status: Int32
  let output: String
  let errors: String

  /// The folder of the built products, which the test bundle lies in.
  static let products = URL(fileURLWithPath: CommandLine.arguments[0]).deletingLastPathComponent()
  static let root = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  /// Runs a line of shell in a folder, with the command on the path and Chinese as its language.
  init(_ line: String, in folder: URL) throws {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/bin/bash")
    process.arguments = ["-c", line]
    process.currentDirectoryURL = folder
    process.environment = ProcessInfo.processInfo.environment.merging(
      [
        "PATH": "\(Self.products.path):/usr/bin:/bin", "LANG": "zh_CN.UTF-8", "LC_ALL": "C.UTF-8",
      ]) { $1 }
    let (output, errors) = (Pipe(), Pipe())
    process.standardOutput = output
    process.standardError = errors
    try process.run()
    let text = output.fileHandleForReading.readDataToEndOfFile()
    let complaint = errors.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    status = process.terminationStatus
    self.output = String(decoding: text, as: UTF8.self)
    self.errors = String(decoding: complaint, as: UTF8.self)
  }
}

@Suite("The command line")
struct CommandLineTests {
  private let folder: URL

  init() throws {
    folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    try FileManager.default.createSymbolicLink(
      at: folder.appendingPathComponent("Samples"),
      withDestinationURL: Command.root.appendingPathComponent("Samples"))
  }

  @Test(
    "ends with the contract's exit codes",
    arguments: [
      ("xieguan --version", 0),
      ("xieguan import applicants", 64),
      ("xieguan import nonsense a.csv", 64),
      ("xieguan import applicants nowhere.csv", 66),
      ("mkdir -p d; xieguan import applicants d", 66),
      (": >e.csv; xieguan import applicants e.csv", 65),
      // A thread that is still at work when the command ends once took it down.
      (
        ": >f.csv; for i in $(seq 40); do xieguan import applicants f.csv >/dev/null 2>&1; "
          + "[ $? = 65 ] || exit 9; done", 0
      ),
      ("xieguan batch Samples/xicheng-2024/应聘*.csv --output o --as-of 2024-06-01", 1),
      ("xieguan batch Samples/xicheng-2024/社矫*.csv --output o2 --as-of 2024-06-01", 0),
      ("xieguan batch Samples/xicheng-2024/应聘*.csv --output o3 --as-of 2023-12-24", 78),
      ("xieguan batch Samples/xicheng-2024/应聘*.csv --output o4 --policy none", 66),
      ("xieguan batch Samples/xicheng-2024/应聘*.csv --output o5 --strict --as-of 2024-06-01", 65),
      ("xieguan batch Samples/xicheng-2024/应聘*.csv --output /proc/no/where", 73),
      ("xieguan explain 123 A1 --database none.sqlite", 66),
      ("xieguan consult verify nowhere", 66),
      ("xieguan consult verify Samples", 65),
      (
        "xieguan consult key --bureau a --output k && xieguan consult key --bureau a --output k", 73
      ),
      ("xieguan consult request --from a --to b --number 1 --key k --output p", 64),
      ("xieguan scale export --engine spark --output j --database none.sqlite", 66),
      ("xieguan scale export --engine spark --output j --lot 1", 64),
      ("xieguan scale export --engine none --output j", 64),
      (
        "xieguan import applicants Samples/xicheng-2024/应聘*.csv --partial; "
          + "xieguan scale export --engine spark --output j --as-of 2024-06-01 && "
          + "xieguan scale export --engine spark --output j --as-of 2024-06-01", 73
      ),
      (
        "xieguan import applicants Samples/xicheng-2024/应聘*.csv --partial; "
          + "xieguan scale export --engine postgresql --output j --as-of 2024-06-01 && "
          + "xieguan scale collect j", 66
      ),
      ("mkdir d; xieguan scale collect d --database none.sqlite", 66),
      ("xieguan audit verify --database none.sqlite", 66),
      ("xieguan policy eval '1 + 1'", 0),
      ("xieguan policy eval '1 / 0'", 65),
      ("test $(xieguan policy eval '-42 - (-12)') = -30", 0),
      ("test $(xieguan policy eval --set x=-5 '-x' --lang en) = 5", 0),
      ("test $(xieguan policy eval '-x' --set x=-5) = 5", 0),
      ("test $(xieguan policy eval -- '-1') = -1", 0),
      ("xieguan policy eval '--9223372036854775808'", 65),
      ("xieguan policy eval --help", 0),
      ("xieguan policy eval -1 -2", 64),
      ("xieguan plan --set officers=x", 64),
      ("xieguan policy check", 0),
      ("xieguan import applicant x.csv 2>&1 | grep -q 'Did you mean applicants?'; exit $?", 0),
      ("xieguan import applicant x.csv", 64), ("xieguan template zzzzzz", 64),
      ("xieguan policy sql --dialect duckdb", 0),
      ("xieguan policy sql --run latest", 64),
      ("xieguan policy diff beijing-2023 Samples/policies/tiers-then-order.yaml", 0),
      ("xieguan compare a b --database none.sqlite", 66),
      ("xieguan monitor latest --withhold-below 0", 64),
      ("xieguan monitor latest --ages 40,30", 64),
      (
        "xieguan batch Samples/xicheng-2024/*.csv --output r --as-of 2024-06-01; "
          + "for c in 'compare latest' 'policy diff beijing-2023 Samples/policies/tiers-then-order.yaml --run'"
          + " sensitivity verify-first monitor replay 'policy sql --output job --run'; do "
          + "xieguan $c latest --database r/xieguan.sqlite || exit 9; done", 0
      ),
      (
        "xieguan batch Samples/xicheng-2024/应聘*.csv --output s --as-of 2024-06-01; "
          + "xieguan verify-first latest --database s/xieguan.sqlite", 66
      ),
      (
        "xieguan batch Samples/xicheng-2024/*.csv --output t --as-of 2024-06-01; "
          + "xieguan sensitivity latest --office 110101001 --database t/xieguan.sqlite", 64
      ),
      ("printf 'a,11\nb,11\nc,11\n' >t.csv; xieguan allocate --total 4 --weights t.csv", 1),
      ("printf 'a,11\nb,11\n' >u.csv; xieguan allocate --total 4 --weights u.csv", 0),
      (
        "printf 'a,1\nb,1\nc,1\n' >v.csv; xieguan allocate --total 2 --method adams --weights v.csv",
        65
      ),
      ("printf 'a,1.5\n' >w.csv; xieguan allocate --total 2 --weights w.csv", 65),
    ] as [(String, Int32)])
  func exitCodes(line: String, status: Int32) throws {
    let command = try Command(line, in: folder)
    #expect(command.status == status, "\(line)\n\(command.output)\n\(command.errors)")
    try? FileManager.default.removeItem(at: folder)
  }

  @Test("gives the published shares as JSON")
  func allocation() throws {
    let command = try Command(
      "printf 'a,9061\nb,7179\nc,5259\nd,3319\ne,1182\n' >s.csv; "
        + "xieguan allocate --total 26 --method dean --weights s.csv --json "
        + "| grep -o '\"share\":[0-9]*' | cut -d: -f2 | tr '\n' ' '", in: folder)
    #expect(command.output == "9 7 5 4 1 ")
    try? FileManager.default.removeItem(at: folder)
  }

  @Test("does in the README what the README shows")
  func readme() throws {
    let text = try String(
      contentsOf: Command.root.appendingPathComponent("README.md"), encoding: .utf8)
    #expect(try run(consoleOf: text) >= 6)
    try? FileManager.default.removeItem(at: folder)
  }

  @Test("does on the page about changing the rules what the page shows")
  func changingTheRules() throws {
    let text = try String(
      contentsOf: Command.root.appendingPathComponent("Samples/policies/README.md"),
      encoding: .utf8)
    // The reader has the file of the last step but the forbidden one, and a register with a run.
    let steps = text.components(separatedBy: "```yaml\n").dropFirst().dropLast()
    let policy = try #require(steps.last?.components(separatedBy: "```").first)
    try Data(policy.utf8).write(to: folder.appendingPathComponent("my-district.yaml"))
    let batch = try Command(
      "xieguan batch Samples/xicheng-2024/*.csv --output out --as-of 2024-06-01 "
        + "--database xieguan.sqlite", in: folder)
    #expect(batch.status == 1, Comment(rawValue: batch.errors))
    #expect(try run(consoleOf: text) == 4)
    try? FileManager.default.removeItem(at: folder)
  }

  /// Runs what a page shows in its console blocks, and compares; returns how many commands.
  private func run(consoleOf text: String) throws -> Int {
    var shown: [(command: String, output: [String])] = []
    var isConsole = false
    for line in text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init) {
      if line.hasPrefix("```") {
        isConsole = line == "```console"
      } else if isConsole, line.hasPrefix("$ ") {
        shown.append((String(line.dropFirst(2)), []))
      } else if isConsole, !shown.isEmpty {
        shown[shown.count - 1].output.append(line)
      }
    }
    for (command, expected) in shown {
      let result = try Command(command, in: folder)
      let lines = result.output.split(separator: "\n", omittingEmptySubsequences: false)
        .map(String.init)
      // A line of three dots stands for lines that are not shown.
      var position = 0
      var mayskip = false
      for line in expected {
        if line == "…" {
          mayskip = true
          continue
        }
        let found = lines[min(position, lines.count)...].firstIndex(of: line)
        #expect(found != nil, "\(command)\nshould print: \(line)\nprinted:\n\(result.output)")
        guard let found else { break }
        #expect(mayskip || found == position, "\(command): unexpected lines before: \(line)")
        position = found + 1
        mayskip = false
      }
    }
    return shown.count
  }
}
