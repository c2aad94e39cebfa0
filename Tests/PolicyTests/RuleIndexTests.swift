import Foundation
import Model
import Testing

@testable import Policy

@Suite("The rule index")
struct RuleIndexTests {
  private var file: URL {
    URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appendingPathComponent("Sources/Policy/RULES.md")
  }

  /// Set `REGENERATE` in the environment to write the file anew.
  @Test("is what the default pack says today")
  func isCurrent() throws {
    let pack = try PolicyPack.named("beijing-2023")
    let text = try pack.index(on: pack.inForce.from)
    if ProcessInfo.processInfo.environment["REGENERATE"] != nil {
      try Data(text.utf8).write(to: file)
    }
    let written = try String(decoding: Data(contentsOf: file), as: UTF8.self)
    #expect(
      Array(written.utf8) == Array(text.utf8),
      "RULES.md is stale: run REGENERATE=1 swift test --filter RuleIndexTests")
  }

  @Test("lists every clause, every rule and the reason of every local item")
  func isComplete() throws {
    let pack = try samplePack("points-and-marks")
    let day = try #require(CivilDate(iso: "2024-06-01"))
    let text = try pack.index(on: day)
    for clause in pack.clauses { #expect(text.contains("\n## \(clause.number)\n")) }
    let rules = try pack.rules(on: day)
    for criterion in rules.requirements + rules.preferences {
      #expect(text.contains("| `\(criterion.id)` |"))
      if case .local(let reason) = criterion.basis { #expect(text.contains(reason.zh)) }
    }
    for setting in rules.localSettings { #expect(text.contains(setting.reason.zh)) }
  }
}
