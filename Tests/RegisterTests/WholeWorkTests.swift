import Foundation
import GRDB
import Model
import Testing

@testable import Register

@Suite("Work that is kept as a whole or not at all")
struct WholeWorkTests {
  private let folder: URL
  private var path: String { folder.appendingPathComponent("register.sqlite").path }

  init() throws {
    folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  }

  /// Statements that take minutes unless they are stopped.
  private static let endless = """
    WITH RECURSIVE n (x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n WHERE x < 4000000000)
    """

  private static func note(_ subject: String) -> AuditNote {
    AuditNote(at: "2024-06-01T09:00:00Z", actor: "王主任", action: "tested", subject: subject)
  }

  @Test("keeps what several writes did, each seen by the reads that follow")
  func kept() throws {
    try Register.changing(path: path) { register in
      try register.record(Self.note("first"))
      #expect(try register.checkAudit().count == 1)
      try register.record(Self.note("second"))
      let other = try DatabaseQueue(path: path)
      #expect(try other.read { try Int.fetchOne($0, sql: "SELECT COUNT(*) FROM audit") } == 0)
    }
    #expect(try Register(path: path).checkAudit().count == 2)
  }

  @Test("undoes everything where a later part fails, and takes a new register away")
  func undone() throws {
    #expect(throws: CancellationError.self) {
      try Register.changing(path: path) { register in
        try register.record(Self.note("first"))
        throw CancellationError()
      }
    }
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path).isEmpty)
  }

  @Test(
    "stops a statement within, whether it reads or writes, and says why",
    .timeLimit(.minutes(1)),
    arguments: [
      endless + "SELECT SUM(x) FROM n",
      endless
        + "INSERT INTO audit (id, at, actor, action, subject, detail, previous, hash)"
        + " SELECT x + 9, '', '', '', '', '', '', CAST(x AS TEXT) FROM n",
    ])
  func stopped(sql: String) throws {
    try Register(path: path).record(Self.note("before"))
    let before = try Data(contentsOf: folder.appendingPathComponent("register.sqlite"))
    var checks = 0
    #expect(throws: Interruption.terminated) {
      try Register.changing(
        path: path,
        checking: {
          checks += 1
          if checks == 3 { throw Interruption.terminated }
        }
      ) { register in
        try register.record(Self.note("within"))
        try register.write { try $0.execute(sql: sql) }
      }
    }
    #expect(checks == 3)
    #expect(try Data(contentsOf: folder.appendingPathComponent("register.sqlite")) == before)
    #expect(try Register(path: path).checkAudit().isSound)
  }

  @Test("keeps nothing where work did not notice that a statement was stopped")
  func unnoticed() throws {
    var checks = 0
    #expect(throws: Interruption.interrupted) {
      try Register.changing(
        path: path,
        checking: {
          checks += 1
          if checks == 2 { throw Interruption.interrupted }
        }
      ) { register in
        try register.record(Self.note("within"))
        try? register.read { try $0.execute(sql: Self.endless + "SELECT SUM(x) FROM n") }
      }
    }
    #expect(!FileManager.default.fileExists(atPath: path))
  }
}
