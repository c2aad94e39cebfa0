import Foundation
import GRDB
import Model
import Policy
import Testing

@testable import Planner
@testable import Register

@Suite("What the chain knows of the tables")
struct ChainedContentsTests {
  /// A register in which something of every kind has happened, so that every table has rows.
  private func register(_ story: ConsultStory) throws -> String {
    let register = story.asker
    let moment = SampleStory.moment
    let policy = try PolicyPack.named("beijing-2023")
    let day = try ConsultStory.day("2024-06-01")
    _ = try register.plan(.init(), policy: policy, asOf: day, moment: moment)
    _ = try register.confirm(
      .run, "latest", policy: policy, asOf: day, by: ("甲", "科长"), moment: moment, language: .zh)
    for held in try register.heldRows().suffix(2).reversed() {
      _ = try? register.decide(keeping: [held.id], by: "甲", reason: "乙", moment: moment)
    }
    let request = try story.request()
    _ = try story.receive()
    let alone = try story.fill { _ in ("同意", "") }
    _ = try ReturnedOpinions(
      path: alone, by: "李科员", on: ConsultStory.day("2024-06-11"), at: "2024-06-11T09:00:00Z"
    ).record(into: register)
    try story.reply(to: request, opinions: alone)
    _ = try story.record()
    let other = try story.request("withdrawn")
    _ = try register.withdrawRequest(
      other.id, Withdrawal(at: moment, by: "甲", reason: "重发"))
    func update(_ kind: SheetKind, _ text: String) throws {
      _ = try Import.update(
        kind, by: story.sample.file("\(UUID().uuidString).csv", Array(text.utf8)),
        inRegisterAt: register.path, authority: ChangeAuthority(by: "李", reason: "回函"),
        takenAt: moment)
    }
    try update(.applicants, "报名序号,联系电话\nXC20241018,13900000000\n")
    let marks = "报名序号,科目,成绩,录入人\nXC20241018,笔试,77.5,李四\n"
    _ = try story.sample.take([story.sample.file("m.csv", Array(marks.utf8))], into: register)
    try update(.marks, marks.replacing("77.5", with: "78.5"))
    let authority = Retention.Authority(by: "王", reason: "到期", moment: moment)
    _ = try Retention.hold("XC20241018", in: register, by: authority)
    _ = try Retention.apply(
      "rejected", inRegisterAt: register.path,
      Retention.Recruitment(batches: [], ended: ConsultStory.day("2024-06-30")), by: authority,
      asOf: ConsultStory.day("2024-09-01"), isDryRun: false)
    return register.path
  }

  private func expectSound(_ path: String, _ comment: Comment? = nil) throws {
    #expect(try faults(path) == [], comment)
  }

  private func faults(_ path: String) throws -> [String] {
    let check = try Register(path: path).checkAudit()
    return check.changed.map(\.en) + check.faults + (check.broken.map { ["entry \($0)"] } ?? [])
  }

  private func tamper(_ path: String, _ change: String) throws {
    let queue = try DatabaseQueue(path: path)
    try queue.writeWithoutTransaction {
      try $0.execute(sql: "PRAGMA foreign_keys = OFF")
      try $0.execute(sql: change)
    }
    try queue.close()
  }

  /// Changes one value of a column in the table's last row; false where that cannot be.
  private func change(_ column: String, of table: ChainedTable, in path: String) throws -> Bool {
    let queue = try DatabaseQueue(path: path)
    defer { try? queue.close() }
    return try queue.writeWithoutTransaction { database in
      try database.execute(sql: "PRAGMA foreign_keys = OFF; PRAGMA ignore_check_constraints = ON")
      let keys = table.keys.map { table.expressions[$0] }
      let key = keys.joined(separator: ", ")
      let last = keys.map { $0 + " DESC" }.joined(separator: ", ")
      let change = """
        CASE typeof(\(column)) WHEN 'integer' THEN \(column) + 1000003
          WHEN 'null' THEN 1 WHEN 'blob' THEN CAST(\(column) || x'00' AS BLOB) ELSE \(column) || 'x' END
        """
      let update = """
        UPDATE "\(table.name)" SET \(column) = \(change)
        WHERE (\(key)) = (SELECT \(key) FROM "\(table.name)" ORDER BY \(last) LIMIT 1)
        """
      do {
        try database.execute(sql: update)
      } catch {
        // The column cannot hold such a value.
        try? database.execute(
          sql: update.replacing(change, with: "CASE WHEN \(column) IS NULL THEN 'x' ELSE '7' END"))
      }
      return database.changesCount > 0
    }
  }

  @Test("is enough to find any single value that somebody has changed, and says where")
  func everyColumn() throws {
    let story = try ConsultStory()
    let path = try register(story)
    try expectSound(path)
    try story.asker.close()
    let tables = try DatabaseQueue(path: path).read { database in
      try ChainedTable.all(in: database).map { table in
        (
          table: table,
          rows: try Int.fetchOne(database, sql: "SELECT count(*) FROM \"\(table.name)\"") ?? 0
        )
      }
    }
    #expect(tables.filter { $0.rows == 0 }.map(\.table.name) == [])
    let copy = story.path("copy.sqlite")
    for (table, _) in tables {
      for column in table.expressions.dropFirst(table.hasRowIDs ? 1 : 0) {
        try? FileManager.default.removeItem(atPath: copy)
        try FileManager.default.copyItem(atPath: path, toPath: copy)
        #expect(try change(column, of: table, in: copy), "\(table.name).\(column)")
        let found = try faults(copy)
        #expect(
          found.contains { $0.hasPrefix("\(table.name): rows") },
          "\(table.name).\(column): \(found)")
      }
    }
  }

  @Test(
    "tells of rows that were added, removed or swapped, and of strange tables, views and triggers",
    arguments: [
      ("DELETE FROM decision", "decision: rows that are gone: 4 (1, 2, 3…)"),
      ("INSERT INTO applicant_change VALUES (99, 1)", "applicant_change: rows that were never"),
      ("DELETE FROM finding WHERE id = 3", "finding: rows that are gone: 1 (3)"),
      ("UPDATE finding SET id = -id WHERE id = 3", "finding: rows that were never stored: 1 (-3)"),
      ("UPDATE finding SET value = 'x'", "…)"),
      ("DELETE FROM row_digest WHERE table_name = 'run'", "run: the digests of its rows were"),
      (
        "UPDATE row_digest SET digests = zeroblob(length(digests)) WHERE table_name = 'run'",
        "run: the digests of its rows were"
      ),
      (
        "UPDATE row_digest SET digests = CAST(digests || x'00' AS BLOB) WHERE table_name = 'run'",
        "run: the digests of its rows were"
      ),
      ("INSERT INTO row_digest VALUES ('stranger', x'00')", "row_digest: stranger is not in"),
      ("CREATE TABLE stranger (a)", "table stranger: not of this program"),
      (
        "CREATE TABLE stranger (a); INSERT INTO stranger VALUES (1)",
        "stranger: rows that were never stored: 1 (1)"
      ),
      ("CREATE VIEW stranger AS SELECT 1", "view stranger: not of this program"),
      (
        "CREATE TRIGGER stranger AFTER INSERT ON run BEGIN DELETE FROM decision; END",
        "trigger stranger: not of this program"
      ),
      ("DROP INDEX decision_by_row", "index decision_by_row: gone"),
      (
        "UPDATE confirmation SET confirmed_by = '乙'; UPDATE confirmation SET role = '局长'",
        "confirmation: rows not what was stored: 1 (1)"
      ),
    ])
  func rows(change: String, expected: String) throws {
    let story = try ConsultStory()
    let path = try register(story)
    try tamper(path, change)
    let found = try faults(path)
    #expect(found.contains { $0.hasPrefix(expected) || $0.hasSuffix(expected) }, "\(found)")
    let fast = try Register(path: path).checkAudit(skipsRows: true)
    let touchesSchema = change.contains("CREATE") || change.contains("DROP")
    #expect(fast.isSound == !touchesSchema)
  }

  @Test(
    "remembers what was changed when an act comes over it, whatever is done afterwards",
    arguments: [
      // Another row of the table is written by the act.
      ("UPDATE run_reasons SET reasons = reasons || 'x'", "run_reasons: rows not what was stored"),
      (
        "UPDATE batch SET command = 'x'",
        "batch: row 1 was not what was stored when the act of entry"
      ),
      ("DELETE FROM file WHERE id = 1", "file: row"),
      ("DELETE FROM row_digest; UPDATE run SET eligible = 0", "run: rows that were never stored"),
      (
        "DELETE FROM row_digest",
        "batch: the digests of its rows were not what was stored when the act of entry"
      ),
      (
        "UPDATE row_digest SET digests = x'' WHERE table_name = 'batch'",
        "batch: the digests of its rows were not what was stored when the act of entry"
      ),
    ])
  func laundered(change: String, expected: String) throws {
    let story = try ConsultStory()
    let path = try register(story)
    try tamper(path, change)
    let register = try Register(path: path, at: SampleStory.moment)
    for day in ["2024-06-02", "2024-06-03"] {
      try ScoringRun(
        over: register, policy: PolicyPack.named("beijing-2023"), asOf: ConsultStory.day(day)
      ).store(in: register)
    }
    _ = try? register.undo(1, by: "甲", reason: "乙", moment: SampleStory.moment)
    let found = try faults(path)
    #expect(found.contains { $0.hasPrefix(expected) }, "\(found)")
  }

  @Test("holds what stays where a part of the work was rolled back")
  func rolledBack() throws {
    let story = try ConsultStory()
    let path = try register(story)
    var options = ImportOptions(takenAt: SampleStory.moment)
    options.badRows = .takeGoodRows
    let sheets = try SampleStory.sheets("应聘-德胜")
    _ = try Import.run(sheets + ["nowhere.csv"] + sheets, intoRegisterAt: path, options)
    try expectSound(path)
    options.badRows = .refuseFile
    _ = try Import.run(SampleStory.sheets("应聘"), intoRegisterAt: path, options)
    try expectSound(path)
    // A run that is there already leaves nothing.
    try ScoringRun(
      over: Register(path: path), policy: PolicyPack.named("beijing-2023"),
      asOf: ConsultStory.day("2024-06-01")
    ).store(in: Register(path: path))
    try expectSound(path)
  }

  @Test("stays true while work goes on: what is decided, taken back and taken in again")
  func goesOn() throws {
    let story = try ConsultStory()
    let path = try register(story)
    let again = try Register(path: path)
    for batch in try again.batches().map(\.id).reversed() {
      _ = try? again.undo(batch, by: "甲", reason: "乙", moment: SampleStory.moment)
      try expectSound(path, "batch \(batch)")
    }
    var options = ImportOptions(takenAt: SampleStory.moment)
    options.badRows = .takeGoodRows
    _ = try Import.run(SampleStory.sheets("应聘", "社矫"), intoRegisterAt: path, options)
    try expectSound(path)
    #expect(try Register(path: path).checkAudit().count >= 15)
  }

  @Test("takes the rows of a register from before in with the first act, and not again")
  func older() throws {
    let story = try ConsultStory()
    let path = story.asker.path
    try tamper(
      path,
      """
      DELETE FROM row_digest; DELETE FROM audit;
      UPDATE run SET eligible = eligible + 1;
      """)
    let register = try Register(path: path, at: SampleStory.moment)
    try register.record(AuditNote(at: "t", actor: "甲", action: "a", subject: "s"))
    #expect(try faults(path) == [], "an act without rows knows of none")
    _ = try register.undo(1, by: "甲", reason: "乙", moment: SampleStory.moment)
    try expectSound(path)
    try tamper(path, "UPDATE run SET eligible = eligible + 1")
    var options = ImportOptions(takenAt: SampleStory.moment)
    options.badRows = .takeGoodRows
    _ = try Import.run(SampleStory.sheets("应聘"), intoRegisterAt: path, options)
    #expect(try faults(path).contains { $0.hasPrefix("run: rows not what") })
  }
}
