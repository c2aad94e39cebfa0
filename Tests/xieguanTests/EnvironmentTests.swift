import Foundation
import Model
import Testing

@testable import xieguan

@Suite("The environment")
struct EnvironmentTests {
  @Test(
    "says which language is spoken: Chinese unless it names another",
    arguments: [
      ("", "zh"), ("LANG=C.UTF-8", "zh"), ("LANG=POSIX", "zh"), ("LANG=zh_CN.UTF-8", "zh"),
      ("LANG=en_GB.UTF-8", "en"), ("LANG=de_DE", "en"), ("LC_ALL=zh_CN LANG=en_US", "zh"),
      ("LC_ALL= LANG=en_US", "en"), ("LC_MESSAGES=en_US LANG=zh_CN", "en"),
      ("LC_ALL=C LC_MESSAGES=en_US", "zh"),
    ])
  func locale(settings: String, language: String) {
    let pairs = settings.split(separator: " ").map {
      $0.split(separator: "=", omittingEmptySubsequences: false).map(String.init)
    }
    let environment = Dictionary(uniqueKeysWithValues: pairs.map { ($0[0], $0[1]) })
    #expect(Language.ofLocale(environment).rawValue == language)
  }

  @Test("stands in for the register and the policy that no option names")
  func standIns() throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    try "街道代码,招聘人数\n110102010,2\n".write(
      to: folder.appending(path: "p.csv"), atomically: true, encoding: .utf8)
    let command = try Command(
      "xieguan import posts p.csv --database e.sqlite >/dev/null; "
        + "XIEGUAN_DATABASE=e.sqlite xieguan batches; XIEGUAN_POLICY=none.yaml xieguan policy show",
      in: folder)
    #expect(command.output.contains("p.csv"))
    #expect(command.status == 66)
  }

  @Test("and nothing asked: the commonest tasks")
  func tasks() throws {
    let tasks = try Command("LC_ALL=C xieguan", in: Command.root)
    #expect(tasks.status == 0)
    #expect(tasks.output.count { $0 == "\n" } == 11 && tasks.output.contains("空白表样"))
    #expect(try Command("LC_ALL=en_US xieguan", in: Command.root).output.contains("All commands"))
    #expect(try Command("xieguan >/dev/full", in: Command.root).status == 74)
  }
}
