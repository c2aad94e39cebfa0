import Foundation
import Model
import Testing

@testable import Policy

@Suite("The page on changing the rules")
struct ChangingTheRulesTests {
  /// The fenced blocks of a kind on the page.
  private func blocks(_ kind: String) throws -> [String] {
    let page = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
      .appendingPathComponent("Samples/policies/README.md")
    let text = try String(decoding: Data(contentsOf: page), as: UTF8.self)
    return text.components(separatedBy: "```\(kind)\n").dropFirst().map {
      $0.components(separatedBy: "```")[0]
    }
  }

  private func pack(_ text: String) throws -> PolicyPack {
    let source = PackSource(name: "my-district.yaml", bytes: Array(text.utf8))
    return try PolicyPack.named("beijing-2023").extended(by: PackReader.document(source), source)
  }

  @Test("has steps that each do what they say")
  func steps() throws {
    let steps = try blocks("yaml").dropLast().map(pack)
    try #require(steps.count == 6)
    let day = try #require(CivilDate(iso: "2024-06-01"))
    let base = try rules()
    let changes = try steps.map { try base.changes(to: $0.rules(on: day)) }
    #expect(changes[0].isEmpty)
    #expect(
      changes[1].map(\.id) == [
        "law_degree", "subjects_per_assistant", "change.subjects_per_assistant",
        "change.law_degree",
      ])
    #expect(
      changes[2].map(\.id) == [
        "integrity", "political_quality", "organisation", "expression", "computer_skill", "ranking",
        "change.subjects_per_assistant", "change.ranking", "change.gate_for_all_channels",
        "gate_for_all_channels",
      ])
    #expect(changes[3].isEmpty)
    let july = try steps[3].rules(on: #require(CivilDate(iso: "2024-07-01")))
    #expect(july.parameters["subjects_per_assistant"]?.value.integer == 12)
    #expect(changes[4].map(\.id) == ["age"])
    #expect(changes[5].map(\.id) == ["legal_work_three_years", "legal_work_bonus"])
    for step in steps {
      #expect(step.check(seed: 1).allSatisfy { !$0.finding.isRefuted })
    }
  }

  @Test("shows the message that a forbidden change is met with")
  func forbidden() throws {
    let change = try #require(try blocks("yaml").last)
    let shown = try #require(try blocks("text").last)
    let error = #expect(throws: PolicyError.self) { _ = try pack(change) }
    #expect(error?.message(in: .zh).hasPrefix(shown.trimmingCharacters(in: .newlines)) == true)
  }
}
