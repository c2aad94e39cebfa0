import Foundation
import Model
import Testing

@testable import Policy

/// Loads an overlay on `beijing-2023` whose items are given.
func overlay(_ items: String, from: String = "2024-01-01") throws -> PolicyPack {
  let text = """
    policy: xicheng-2024
    extends: beijing-2023
    title: {zh: 西城区招聘办法, en: Xicheng's rules}
    in_force: {from: \(from)}
    \(items)
    """
  let source = PackSource(name: "xicheng.yaml", bytes: Array(text.utf8))
  return try PolicyPack.named("beijing-2023").extended(by: PackReader.document(source), source)
}

@Suite("An overlay")
struct OverlayTests {
  @Test("changes points and parameters from its day on, and says that it did")
  func changes() throws {
    let pack = try overlay(
      """
      change:
        - {preference: law_degree, points: 3, from: 2024-03-01, reason: {zh: 本区缺法律专业人员, en: lawyers are scarce}}
        - {parameter: subjects_per_assistant, value: "12", reason: {zh: 本区测算, en: our survey}}
        - {parameter: legal_work_minimum, value: 12, reason: {zh: 满一年, en: a year}}
      """)
    let before = try pack.rules(on: #require(CivilDate(iso: "2024-02-29")))
    let after = try pack.rules(on: #require(CivilDate(iso: "2024-03-01")))
    #expect(before.preferences.map(\.points) == [1, 1, 1])
    #expect(after.preferences.map(\.id) == before.preferences.map(\.id))
    #expect(after.preferences.first { $0.id == "law_degree" }?.points == 3)
    let parameter = try #require(after.parameters["subjects_per_assistant"])
    #expect(parameter.value.integer == 12)
    #expect(!parameter.isExample)
    #expect(after.localSettings.contains { $0.id == "change.law_degree" })
    #expect(!before.localSettings.contains { $0.id == "change.law_degree" })
    let legalWork = try #require(after.preferences.first { $0.id == "legal_work" })
    for (months, expected) in [(11, false), (12, true), (13, true)] as [(Int64, Bool)] {
      let facts: [String: Value] = ["legal_work_months": .int(months)]
      #expect(try value(legalWork.condition, facts, in: after) == .bool(expected))
    }
  }
}
