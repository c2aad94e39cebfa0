import Foundation
import GRDB
import Model
import Policy
import Register
import Testing

@testable import Planner

@Suite("A run as a job for another engine")
struct PortableJobFilesTests {
  /// The records of a file of facts: quoted texts, bare numbers, nothing for NULL.
  private func records(_ text: String) -> [[String?]] {
    var records: [[String?]] = [[]]
    var field: String?
    var isQuoted = false
    var rest = Substring(text)
    while let character = rest.unicodeScalars.popFirst() {
      switch character {
      case "\"" where isQuoted && rest.unicodeScalars.first == "\"":
        rest.unicodeScalars.removeFirst()
        field?.unicodeScalars.append(character)
      case "\"":
        isQuoted.toggle()
        field = field ?? ""
      case "," where !isQuoted, "\n" where !isQuoted:
        records[records.count - 1].append(field)
        field = nil
        if character == "\n" { records.append([]) }
      default:
        field = field ?? ""
        field?.unicodeScalars.append(character)
      }
    }
    return records.dropLast()
  }

  @Test(
    "gives in SQLite what stands beside it, byte for byte",
    arguments: ["beijing-2023", "tiers-then-order", "points-and-marks"])
  func sqlite(name: String) throws {
    let story = try SampleStory()
    var options = try story.options()
    if name != "beijing-2023" {
      options.policy = try PolicyPack.opened(
        SampleStory.root.appendingPathComponent("Samples/policies/\(name).yaml").path)
    }
    _ = try Batch(options).run(SampleStory.sheets("应聘"))
    let register = try Register(path: options.output + "/xieguan.sqlite")
    let folder = story.scratch.appendingPathComponent("job")
    try PortableJob("latest", of: register).write(to: folder.path, for: .sqlite)
    func text(_ name: String) throws -> String {
      String(decoding: try Data(contentsOf: folder.appendingPathComponent(name)), as: UTF8.self)
    }
    let facts = try records(text("facts.csv"))
    let queue = try DatabaseQueue()
    let found = try queue.write { database in
      try database.execute(sql: text("table.sql"))
      let marks = facts[0].map { _ in "?" }.joined(separator: ", ")
      for record in facts.dropFirst() {
        try database.execute(
          sql: "INSERT INTO facts VALUES (\(marks))", arguments: StatementArguments(record))
      }
      return try Row.fetchAll(database, sql: text("query.sql")).map { row in
        row.map { _, value in
          value.isNull ? "\\N" : String.fromDatabaseValue(value) ?? "\(value)"
        }.joined(separator: "\t")
      }
    }
    #expect(facts.count == 126)
    #expect(
      Array((found.joined(separator: "\n") + "\n").utf8) == Array(try text("results.tsv").utf8))
  }

  @Test("is refused for a run that drew a lot")
  func lot() throws {
    let story = try SampleStory()
    var options = try story.options()
    options.seed = "1"
    let report = try Batch(options).run(SampleStory.sheets("应聘"))
    let run = try #require(report.run).id
    let register = try Register(path: options.output + "/xieguan.sqlite")
    #expect(throws: PortableJobError.lot(run: run)) { try PortableJob(run, of: register) }
  }
}
