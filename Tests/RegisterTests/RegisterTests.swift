import Foundation
import GRDB
import Model
import Testing

@testable import Register

@Suite("The register")
struct RegisterTests {
  /// A batch of rows with application number, identity number and name.
  private func batch(_ rows: [(number: String, person: String, name: String)]) -> SheetBatch {
    .invented(rows.map { [.applicationNo: $0.number, .residentID: $0.person, .name: $0.name] })
  }

  private func file(_ name: String) -> FileEntry {
    FileEntry(
      kind: "applicants", name: name, bytes: 1, sha256: name, encoding: "UTF-8", separator: ",",
      worksheet: nil,
      columns: [("报名序号", "application_no"), ("身份证号", "resident_id"), ("姓名", "name")])
  }

  private func take(
    _ rows: [(number: String, person: String, name: String)], _ name: String,
    into register: Register, dryRun: Bool = false
  ) throws -> [FileEntry] {
    try register.importing(
      command: "test", takenAt: "2024-06-01T00:00:00Z", keeping: { _ in !dryRun }
    ) { session in
      try session.file {
        let id = try session.add(file(name))
        let first = try session.nextApplicantID()
        let next = try session.store(batch(rows), fileID: id, firstID: first)
        #expect(next == first + Int64(rows.count))
        var sums = Reconciliation()
        sums.read = rows.count
        sums.accepted = rows.count
        try session.settle(sums, fileID: id)
        _ = try session.settleCollisions(ofFile: id)
      }
      try session.indexApplicants()
      return try session.files()
    }
  }

  @Test("shows rows as they were read, blanks as NULL")
  func rows() throws {
    let register = try Register()
    let rows = (0..<16).map { ("N\($0)", "P\($0)", $0 % 2 == 0 ? "" : "姓名\($0)") }
    _ = try take(rows, "a", into: register)
    try register.read { database in
      let stored = try String.fetchAll(
        database,
        sql: """
          SELECT id || ' ' || row || ' ' || application_no || ' ' || COALESCE(name, 'NULL')
          FROM applicant ORDER BY id
          """)
      #expect(stored.count == 16)
      #expect(stored[0] == "1 2 N0 NULL")
      #expect(stored[15] == "16 17 N15 姓名15")
    }
  }

  @Test("holds the later row of a collision between batches, and calls an equal one unchanged")
  func duplicates() throws {
    let register = try Register()
    _ = try take([("N1", "P1", "甲"), ("N2", "P2", "乙")], "a", into: register)
    // Row 3 equals row 1; row 4 has row 2's person under another number.
    let files = try take(
      [("N1", "P1", "甲"), ("N9", "P2", "乙")], "b", into: register)
    #expect(files[0].reconciliation.duplicate == 2)
    #expect(files[0].reconciliation.addsUp)
    try register.read { database in
      let outcomes = try Int.fetchAll(database, sql: "SELECT outcome FROM applicant ORDER BY id")
      #expect(
        outcomes.map { RowOutcome(rawValue: UInt8($0)) } == [
          .accepted, .accepted, .unchanged, .held,
        ])
      let sums = try Int.fetchAll(database, sql: "SELECT accepted FROM file ORDER BY id")
      #expect(sums == [2, 0])
    }
  }

  @Test("is as before after a dry run, and after an error in the middle")
  func rollback() throws {
    struct Interrupted: Error {}
    let register = try Register()
    _ = try take([("N1", "P1", "甲")], "a", into: register, dryRun: true)
    #expect(throws: Interrupted.self) {
      try register.importing(command: "test", takenAt: "") { session in
        let id = try session.add(file("b"))
        _ = try session.store(batch([("N1", "P1", "甲")]), fileID: id, firstID: 1)
        throw Interrupted()
      }
    }
    try register.read { database in
      for table in ["applicant", "file", "batch", "file_column"] {
        let count = try Int.fetchOne(database, sql: "SELECT COUNT(*) FROM \(table)")
        #expect(count == 0)
      }
    }
  }

  @Test("is readable by its owner alone, strict, and never unsynchronised")
  func settings() throws {
    let path = FileManager.default.temporaryDirectory
      .appendingPathComponent("\(UUID().uuidString).sqlite").path
    defer { try? FileManager.default.removeItem(atPath: path) }
    let register = try Register(path: path)
    let mode = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
    #expect(mode == 0o600)
    try register.read { database in
      #expect(try Int.fetchOne(database, sql: "PRAGMA synchronous") == 2)
      #expect(try Int.fetchOne(database, sql: "PRAGMA foreign_keys") == 1)
      #expect(try String.fetchOne(database, sql: "PRAGMA journal_mode") == "delete")
      let loose = try String.fetchAll(
        database,
        sql: "SELECT name FROM pragma_table_list WHERE type = 'table' AND strict = 0 "
          + "AND name NOT LIKE 'sqlite_%'")
      #expect(loose == [])
    }
  }
}
