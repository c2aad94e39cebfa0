import Foundation
import Testing

@Suite("Output that fails")
final class OutputStreamTests {
  private let folder: URL

  init() throws {
    folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    try FileManager.default.createSymbolicLink(
      at: folder.appendingPathComponent("Samples"),
      withDestinationURL: Command.root.appendingPathComponent("Samples"))
    let made = try Command(
      "xieguan batch Samples/xicheng-2024/*.csv --output r --as-of 2024-06-01 >/dev/null 2>&1; "
        + "mv r/xieguan.sqlite . && xieguan consult key --bureau 甲 --output k >/dev/null",
      in: folder)
    #expect(made.status == 0, Comment(rawValue: made.errors))
  }

  deinit { try? FileManager.default.removeItem(at: folder) }

  /// A line for every command that says something; those that change the register come first.
  static let lines = [
    "import applicants Samples/bad/column-unknown.csv --partial", "undo 1 --by 王 --reason 误收",
    "decide 16 --keep --by 王 --reason 核实", "score --as-of 2024-06-01 --lot 7",
    "plan --as-of 2024-06-02", "batch Samples/xicheng-2024/应聘*.csv --output o --as-of 2024-06-01",
    "batch Samples/xicheng-2024/应聘*.csv --output o --as-of 2024-06-01 --database xieguan.sqlite",
    "consult request latest --office 110102010 --from 甲 --to 乙 --number 1 --key k --output p",
    "decide", "ranking latest", "ranking latest --json", "explain latest XC20241003",
    "compare latest latest", "replay latest", "sensitivity latest", "verify-first latest",
    "monitor latest", "batches", "plans", "plan --set officers=3", "forecast",
    "allocate --total 30 --as-of 2024-06-01", "policy show", "policy check", "policy eval 1",
    "policy sql", "policy diff beijing-2023 Samples/policies/tiers-then-order.yaml",
    "template applicants --format csv", "audit verify", "--help", "--version",
    "consult request --help", "--generate-completion-script bash",
  ]

  @Test("ends with 74 and changes nothing, whatever is asked", .timeLimit(.minutes(3)))
  func full() throws {
    let before = try Data(contentsOf: folder.appendingPathComponent("xieguan.sqlite"))
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
    for line in Self.lines {
      for stream in [">/dev/full", ">&-"] {
        let command = try Command("xieguan \(line) \(stream)", in: folder)
        #expect(command.status == 74, "\(line) \(stream): \(command.errors)")
      }
    }
    #expect(try Data(contentsOf: folder.appendingPathComponent("xieguan.sqlite")) == before)
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted() == names)
  }

  @Test("ends with 74 where an error or a note cannot be told", arguments: ["2>/dev/full", "2>&-"])
  func errors(stream: String) throws {
    for line in [
      "import nonsense a.csv", "import applicants nowhere.csv", "ranking none",
      "batch Samples/xicheng-2024/应聘*.csv --output o --as-of 2024-06-01",
    ] {
      let command = try Command("xieguan \(line) \(stream)", in: folder)
      #expect(command.status == 74, "\(line)")
    }
    #expect(!FileManager.default.fileExists(atPath: folder.appendingPathComponent("o").path))
  }

  @Test("ends quietly where nobody reads on")
  func closedPipe() throws {
    let command = try Command(
      "(trap '' PIPE; sleep 0.3; xieguan ranking latest; echo $? >status) | true; cat status",
      in: folder)
    #expect(command.output == "74\n")
    #expect(command.errors == "")
  }

  @Test("keeps nothing where files may grow no further", arguments: [8, 200, 600])
  func fileSize(blocks: Int) throws {
    let command = try Command(
      "ulimit -f \(blocks); "
        + "xieguan batch Samples/xicheng-2024/*.csv --output o --as-of 2024-06-01 >/dev/null",
      in: folder)
    #expect(command.status == 74, Comment(rawValue: command.errors))
    #expect(try !FileManager.default.contentsOfDirectory(atPath: folder.path).contains("o"))
  }

  #if os(Linux)
    @Test("is told from input that cannot be read")
    func unreadable() throws {
      for line in [
        "import applicants /proc/self/mem", "policy show --policy /proc/self/mem",
        "consult request latest --from 甲 --to 乙 --number 1 --key /proc/self/mem --output p",
      ] {
        let command = try Command("xieguan \(line)", in: folder)
        #expect(command.status == 74, "\(line): \(command.errors)")
        #expect(command.errors.contains("Input/output error"), "\(line): \(command.errors)")
      }
    }
  #endif
}
