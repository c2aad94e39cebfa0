import Foundation
import GRDB
import Testing

@Suite("An import that is killed")
struct InterruptionTests {
  /// SQLite's own check, the rows, the sum of what was read, and how many files add up.
  private static func state(of path: String) throws -> String {
    try DatabaseQueue(path: path).read { database in
      let integrity = try String.fetchOne(database, sql: "PRAGMA integrity_check") ?? ""
      let sums = try String.fetchOne(
        database,
        sql: """
          SELECT (SELECT COUNT(*) FROM applicant) || ' ' || SUM(read) || ' '
            || SUM(read = accepted + rejected + duplicate)
          FROM file WHERE state = 'taken'
          """)
      return integrity + " " + (sums ?? "")
    }
  }

  @Test(
    "leaves the register as it was before or after, and its sums right", .timeLimit(.minutes(3)))
  func killed() throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    try Data(InventedSheet.text(rows: 3).utf8).write(to: folder.appendingPathComponent("small.csv"))
    try Data(InventedSheet.text(rows: 20_000).replacing("\nA", with: "\nB").utf8)
      .write(to: folder.appendingPathComponent("large.csv"))
    #expect(try Command("xieguan import applicants small.csv", in: folder).status == 0)
    var interrupted = 0
    for delay in ["0.2", "0.4", "0.7", "1.1"] {
      let kill = try Command(
        "xieguan import applicants large.csv --partial & sleep \(delay); kill -9 $!; wait $!",
        in: folder)
      if kill.status == 137 { interrupted += 1 }
      let state = try Self.state(of: folder.appendingPathComponent("xieguan.sqlite").path)
      #expect(state == "ok 3 3 1" || state == "ok 20003 20003 2")
      if state.hasSuffix("2") { break }
    }
    #expect(interrupted > 0, "no import was still running when it was killed")
    // Three people stand in both sheets under other numbers: all six rows wait.
    let whole = try Command("xieguan import applicants large.csv --json", in: folder)
    #expect(
      whole.output.contains("\"accepted\":19997") || whole.output.contains("already_in_batch"))
    #expect(
      try Self.state(of: folder.appendingPathComponent("xieguan.sqlite").path)
        == "ok 20003 20003 2")
  }
}
