import Foundation
import GRDB
import Model
import Policy
import Staffing
import Testing

@testable import Register

@Suite("The page for those who come after")
struct ContributingTests {
  private static func text(_ path: String) throws -> String {
    try String(contentsOf: SampleStory.root.appendingPathComponent(path), encoding: .utf8)
  }

  private static func blocks(_ kind: String) throws -> [String] {
    try text(".github/CONTRIBUTING.md").components(separatedBy: "```\(kind)\n").dropFirst()
      .map { $0.components(separatedBy: "```")[0] }
  }

  @Test("names files that there are, each holding what its step names")
  func steps() throws {
    let lines = try Self.text(".github/CONTRIBUTING.md").split(separator: "\n")
    var checked = 0
    for line in lines {
      let names = line.matches(of: /`([^`]+)`/).map { String($0.1) }
      for name in names where name.contains("/") && !name.contains(" ") {
        let path = SampleStory.root.appendingPathComponent(name).path
        #expect(FileManager.default.fileExists(atPath: path), "\(name)")
        checked += 1
      }
      // A numbered step begins with its file; the names after the colon stand in it.
      guard let step = line.firstMatch(of: /^\d+\. `([^`]+\.swift)`: (.*)/) else { continue }
      let file = try Self.text(String(step.1))
      let sentence = step.2.split(separator: ";")[0].split(separator: ". ")[0]
      for match in sentence.matches(of: /`([A-Za-z]+)`/) {
        #expect(file.contains(match.1), "\(step.1) does not hold \(match.1)")
        checked += 1
      }
    }
    #expect(checked > 30)
  }

  @Test("shows a rule that loads and is proved")
  func rule() throws {
    let rule = try #require(try Self.blocks("yaml").first)
    let pack = try PolicyPack.named("my-district.yaml") { _ in Array(rule.utf8) }
    #expect((pack.check(seed: 1) + pack.checkHeadcounts()).allSatisfy { !$0.finding.isRefuted })
  }

  @Test("shows a migration that a register of today takes")
  func migration() throws {
    let sql = try #require(try Self.blocks("sql").first)
    let register = try Register()
    try register.write { database in
      try database.execute(sql: sql)
      let columns = try database.columns(in: "batch").map(\.name)
      #expect(columns.contains("remark"))
    }
  }

  @Test("and the changelog begins with the version, which stands in one place")
  func version() throws {
    let heading = try Self.text(".github/CHANGELOG.md")
      .firstMatch(of: /\n## (\d+\.\d+\.\d+)/).map { String($0.1) }
    #expect(heading == Version.current)
    let sources = SampleStory.root.appendingPathComponent("Sources")
    let files = try #require(FileManager.default.enumerator(atPath: sources.path))
    for case let file as String in files where file.hasSuffix(".swift") {
      let text = try String(contentsOf: sources.appendingPathComponent(file), encoding: .utf8)
      #expect(
        !text.contains("\"\(Version.current)\"") || file == "Model/Version.swift", "\(file)")
    }
  }
}
