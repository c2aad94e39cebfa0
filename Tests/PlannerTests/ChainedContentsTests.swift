import Foundation
import GRDB
import Model
import Policy
import Testing

@testable import Planner
@testable import Register

@Suite("What the chain knows of the tables")
struct ChainedContentsTests {
  /// A register in which something of most kinds has happened.
  private func register(_ story: ConsultStory) throws -> String {
    let register = story.asker
    let moment = SampleStory.moment
    let policy = try PolicyPack.named("beijing-2023")
    let day = try ConsultStory.day("2024-06-01")
    _ = try register.plan(.init(), policy: policy, asOf: day, moment: moment)
    _ = try register.confirm(
      .run, "latest", policy: policy, asOf: day, by: ("甲", "科长"), moment: moment, language: .zh)
    let held = try #require(try register.heldRows().first)
    _ = try register.decide(keeping: [held.id], by: "甲", reason: "乙", moment: moment)
    let request = try story.request()
    _ = try story.receive()
    try story.reply(to: request, opinions: story.fill { _ in ("同意", "") })
    _ = try story.record()
    return register.path
  }

  private func expectSound(_ faults: [String]) { #expect(faults == []) }

  private func faults(_ path: String) throws -> [String] {
    let check = try Register(path: path).checkAudit()
    return check.changed + check.faults + (check.broken.map { ["entry \($0)"] } ?? [])
  }

  @Test("is enough to find any single value that somebody has changed, and says where")
  func everyColumn() throws {
    let story = try ConsultStory()
    let path = try register(story)
    expectSound(try faults(path))
    let tables = try DatabaseQueue(path: path).read { database in
      try ChainedTable.all(in: database).map { table in
        (
          table: table,
          rows: try Int.fetchOne(database, sql: "SELECT count(*) FROM \"\(table.name)\"") ?? 0
        )
      }
    }
    var tried = 0
    for (table, rows) in tables where rows > 0 {
      for column in table.columns {
        let copy = story.path("copy.sqlite")
        try? FileManager.default.removeItem(atPath: copy)
        try FileManager.default.copyItem(atPath: path, toPath: copy)
        let queue = try DatabaseQueue(path: copy)
        let isChanged = try queue.writeWithoutTransaction { database in
          try database.execute(
            sql: "PRAGMA foreign_keys = OFF; PRAGMA ignore_check_constraints = ON")
          let keys = try String.fetchAll(
            database,
            sql: "SELECT name FROM pragma_table_info(?) WHERE pk > 0 ORDER BY pk",
            arguments: [table.name]
          ).map { "\"\($0)\"" }
          let key = keys.joined(separator: ", ")
          let last = keys.map { $0 + " DESC" }.joined(separator: ", ")
          let change = """
            CASE typeof("\(column)") WHEN 'integer' THEN "\(column)" + 1000003
              WHEN 'null' THEN 1 WHEN 'blob' THEN "\(column)" || x'00' ELSE "\(column)" || 'x' END
            """
          let update = """
            UPDATE "\(table.name)" SET "\(column)" = \(change)
            WHERE (\(key)) = (SELECT \(key) FROM "\(table.name)" ORDER BY \(last) LIMIT 1)
            """
          do {
            try database.execute(sql: update)
            return database.changesCount > 0
          } catch {
            // The column cannot hold such a value.
            try? database.execute(
              sql: update.replacing(
                change, with: "CASE WHEN \"\(column)\" IS NULL THEN 'x' ELSE '7' END"))
            return database.changesCount > 0
          }
        }
        try queue.close()
        guard isChanged else { continue }
        tried += 1
        let found = try faults(copy)
        #expect(
          found.contains { $0.hasPrefix("\(table.name): ") || $0.hasPrefix("entry ") },
          "\(table.name).\(column): \(found)")
      }
    }
    #expect(tried > 120)
  }

  @Test(
    "tells of rows that were added, removed or swapped, and of strange tables, views and triggers",
    arguments: [
      ("DELETE FROM decision", "decision: 0 rows in place of"),
      ("INSERT INTO applicant_change VALUES (99, 1)", "applicant_change: "),
      ("DELETE FROM finding WHERE id = 3", "finding: "),
      ("UPDATE finding SET id = -id WHERE id = 3", "finding: "),
      ("DELETE FROM row_digest WHERE table_name = 'run'", "run: the digests of its rows"),
      (
        "UPDATE row_digest SET digests = zeroblob(length(digests)) WHERE table_name = 'run'",
        "run: "
      ),
      ("INSERT INTO row_digest VALUES ('run', '7', x'00')", "row_digest: run 7"),
      ("CREATE TABLE stranger (a)", "table stranger"),
      ("CREATE VIEW stranger AS SELECT 1", "view stranger"),
      (
        "CREATE TRIGGER stranger AFTER INSERT ON run BEGIN DELETE FROM decision; END",
        "trigger stranger"
      ),
      ("DROP INDEX decision_by_row", "index decision_by_row: gone"),
      (
        "UPDATE confirmation SET confirmed_by = '乙'; UPDATE confirmation SET role = '局长'",
        "confirmation: row 1 is not what was stored"
      ),
    ])
  func rows(change: String, expected: String) throws {
    let story = try ConsultStory()
    let path = try register(story)
    let queue = try DatabaseQueue(path: path)
    try queue.writeWithoutTransaction {
      try $0.execute(sql: "PRAGMA foreign_keys = OFF")
      try $0.execute(sql: change)
    }
    try queue.close()
    let found = try faults(path)
    #expect(found.contains { $0.hasPrefix(expected) }, "\(found)")
    let fast = try Register(path: path).checkAudit(skipsRows: true)
    #expect(fast.isSound == !(expected.contains("stranger") || expected.contains("index")))
  }

  @Test("holds what stays where a part of the work was rolled back")
  func rolledBack() throws {
    let story = try ConsultStory()
    let path = try register(story)
    var options = ImportOptions(takenAt: SampleStory.moment)
    options.badRows = .takeGoodRows
    let sheets = try SampleStory.sheets("应聘-德胜")
    _ = try Import.run(sheets + ["nowhere.csv"] + sheets, intoRegisterAt: path, options)
    expectSound(try faults(path))
    options.badRows = .refuseFile
    _ = try Import.run(SampleStory.sheets("应聘"), intoRegisterAt: path, options)
    expectSound(try faults(path))
  }

  @Test("stays true while work goes on: what is decided, taken back and taken in again")
  func goesOn() throws {
    let story = try ConsultStory()
    let path = try register(story)
    let again = try Register(path: path)
    _ = try again.undo(1, by: "甲", reason: "乙", moment: SampleStory.moment)
    expectSound(try faults(path))
    var options = ImportOptions(takenAt: SampleStory.moment)
    options.badRows = .takeGoodRows
    _ = try Import.run(SampleStory.sheets("应聘", "社矫"), intoRegisterAt: path, options)
    expectSound(try faults(path))
    let check = try Register(path: path).checkAudit()
    #expect(check.count >= 6)
  }
}
