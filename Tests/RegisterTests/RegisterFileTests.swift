import Foundation
import GRDB
import Model
import Testing

@testable import Register

@Suite("A file that is to be a register")
final class RegisterFileTests {
  private let folder: URL
  private var path: String { folder.appendingPathComponent("a b%.sqlite").path }

  init() throws {
    folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(at: folder) }

  /// Files that are no registers of ours.
  enum Stranger: CaseIterable {
    case text, short, headerAlone, withoutTables, otherProgram, otherProgramsLog, otherMigrations
    case otherApplication

    func write(to path: String) throws {
      func make(_ sql: String) throws {
        try DatabaseQueue(path: path).writeWithoutTransaction { try $0.execute(sql: sql) }
      }
      let text = String(repeating: "not a database ", count: 100)
      switch self {
      case .text: try Data(text.utf8).write(to: URL(fileURLWithPath: path))
      case .short: try Data("\n".utf8).write(to: URL(fileURLWithPath: path))
      case .headerAlone:
        try Data("SQLite format 3\0".utf8).write(to: URL(fileURLWithPath: path))
      case .withoutTables: try make("CREATE TABLE a (b); DROP TABLE a; VACUUM")
      case .otherProgram:
        try make("CREATE TABLE customers (id, name); INSERT INTO customers VALUES (1, 'x')")
      case .otherProgramsLog: try make("PRAGMA journal_mode = WAL; CREATE TABLE customers (id)")
      case .otherMigrations:
        try make(
          "CREATE TABLE grdb_migrations (identifier TEXT PRIMARY KEY); CREATE TABLE player (a)")
      case .otherApplication: try make("PRAGMA application_id = 1; CREATE TABLE applicant (broken)")
      }
    }
  }

  /// Every file of the folder with its bytes.
  private func contents() throws -> [String: Data] {
    try FileManager.default.contentsOfDirectory(atPath: folder.path).reduce(into: [:]) {
      $0[$1] = try Data(contentsOf: folder.appendingPathComponent($1))
    }
  }

  /// Every way in which a command comes to a register refuses the file and leaves all as it was.
  private func expectRefusal(
    _ error: RegisterError, sourceLocation: SourceLocation = #_sourceLocation
  )
    throws
  {
    let before = try contents()
    #expect(error.status == .badData)
    #expect(throws: error, sourceLocation: sourceLocation) { try Register(path: path) }
    #expect(throws: error, sourceLocation: sourceLocation) { try Register(existing: path) }
    #expect(throws: error, sourceLocation: sourceLocation) {
      try Register.changing(path: path) { _ in }
    }
    #expect(try contents() == before, sourceLocation: sourceLocation)
  }

  @Test("is refused where it is something else, and stays as it is", arguments: Stranger.allCases)
  func stranger(_ stranger: Stranger) throws {
    try stranger.write(to: path)
    try expectRefusal(.notARegister(path: path))
  }

  @Test("is refused where a program died while it wrote something else, whose journal stays")
  func journal() throws {
    try Stranger.otherProgram.write(to: path)
    try Data(repeating: 7, count: 5000).write(to: URL(fileURLWithPath: path + "-journal"))
    try expectRefusal(.notARegister(path: path))
  }

  @Test(
    "is refused with a word on importing anew where it is from before the first release",
    arguments: [
      "CREATE TABLE applicant (id, broken)", "CREATE VIEW applicant AS SELECT 1 AS broken",
    ])
  func older(applicants: String) throws {
    try DatabaseQueue(path: path).write {
      try $0.execute(
        sql: "CREATE TABLE grdb_migrations (identifier TEXT PRIMARY KEY); \(applicants)")
    }
    let error = RegisterError.older(path: path)
    try expectRefusal(error)
    #expect(error.remedy.zh.contains("重新导入") && error.remedy.en.contains("import the sheets anew"))
  }

  @Test("is refused where it keeps each row by itself, as the version before did")
  func rowByRow() throws {
    _ = try Register(path: path)
    try DatabaseQueue(path: path).writeWithoutTransaction {
      try $0.execute(sql: "PRAGMA user_version = \(RegisterSchema.firstVersion - 1)")
    }
    try expectRefusal(.older(path: path))
  }

  @Test("is refused where a later version has written it")
  func newer() throws {
    _ = try Register(path: path)
    try DatabaseQueue(path: path).writeWithoutTransaction {
      try $0.execute(sql: "PRAGMA user_version = 99")
    }
    try expectRefusal(.newer(path: path))
  }

  @Test("says in its header that it is a register, and of which version")
  func header() throws {
    _ = try Register(path: path)
    let header = try #require(RegisterFile.header(of: path))
    #expect(Array(header[68..<72]) == Array("XIEG".utf8))
    #expect(Array(header[60..<64]) == [0, 0, 0, UInt8(RegisterSchema.version)])
  }

  @Test("is made where there is none or it is empty, but to be read from it must be there")
  func empty() throws {
    #expect(throws: RegisterError.absent(path: path)) { try Register(existing: path) }
    #expect(try contents().isEmpty)
    try Data().write(to: URL(fileURLWithPath: path))
    #expect(throws: RegisterError.notARegister(path: path)) { try Register(existing: path) }
    #expect(try contents().values.map(\.count) == [0])
    _ = try Register(path: path)
    #expect(try Register(existing: path).checkAudit().isSound)
  }

  @Test("that cannot be made or is a folder is said to be so")
  func notMade() throws {
    #expect(throws: RegisterError.cannotOpen(path: "/nowhere/at/all.sqlite")) {
      try Register(path: "/nowhere/at/all.sqlite")
    }
    #expect(throws: RegisterError.cannotOpen(path: folder.path)) { try Register(path: folder.path) }
  }

  @Test("is opened again without a change, and gets views that differ from today's anew")
  func reopened() throws {
    _ = try Register(path: path)
    let before = try contents()
    _ = try Register(path: path)
    #expect(try contents() == before)
    let queue = try DatabaseQueue(path: path)
    try queue.write {
      try $0.execute(
        sql: "DROP VIEW post; CREATE VIEW post AS SELECT 1 AS places; CREATE VIEW mine AS SELECT 2")
    }
    _ = try Register(path: path)
    let columns = try queue.read { try $0.columns(in: "post").map(\.name) }
    #expect(columns.contains("office_code"))
    #expect(try queue.read { try Int.fetchOne($0, sql: "SELECT * FROM mine") } == 2)
  }
}
