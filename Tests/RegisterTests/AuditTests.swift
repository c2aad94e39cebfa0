import Foundation
import GRDB
import Testing

@testable import Register

@Suite("The audit chain")
struct AuditTests {
  private func register(_ count: Int) throws -> Register {
    let register = try Register()
    for index in 0..<count {
      try register.record(
        AuditNote(at: "2024-06-01T0\(index):00:00Z", actor: "甲", action: "a", subject: "\(index)"))
    }
    return register
  }

  @Test("follows from its start to its end, and holds every hash that it ever ended with")
  func sound() throws {
    let register = try register(3)
    let head = try register.auditHead()
    try register.record(AuditNote(at: "t", actor: "乙", action: "b", subject: "s", detail: "d"))
    let check = try register.checkAudit(anchor: head)
    #expect(check.isSound)
    #expect(check.count == 4)
    #expect(check.head != head)
    #expect(try register.checkAudit(anchor: String(repeating: "0", count: 64)).isSound == false)
    #expect(try Register().checkAudit().isSound)
  }

  @Test(
    "shows the first entry that was changed, removed or put in",
    arguments: [
      ("UPDATE audit SET detail = 'x' WHERE id = 2", 2),
      ("UPDATE audit SET actor = '乙' WHERE id = 1", 1),
      ("DELETE FROM audit WHERE id = 2", 2),
      ("UPDATE audit SET id = 9 WHERE id = 3", 3),
      (
        "INSERT INTO audit SELECT 4, at, actor, action, subject, detail, hash, 'f', '' FROM audit WHERE id = 3",
        4
      ),
    ])
  func broken(change: String, entry: Int) throws {
    let register = try register(3)
    try register.writer.write { try $0.execute(sql: change) }
    let check = try register.checkAudit()
    #expect(check.broken == entry)
    #expect(!check.isSound)
  }

  @Test("shows a change whose own hash was worked out anew, at the entry after it")
  func rehashed() throws {
    let register = try register(3)
    let note = AuditNote(at: "t", actor: "乙", action: "a", subject: "0")
    let contents: String? = try register.read {
      try $0.value("SELECT contents FROM audit WHERE id = 1")
    }
    let hash = Register.hash(note, number: 1, after: "", contents: contents ?? "")
    try register.writer.write { database in
      try database.execute(
        sql: "UPDATE audit SET at = 't', actor = '乙', hash = :hash WHERE id = 1",
        arguments: ["hash": hash])
      try database.execute(
        sql: "UPDATE audit SET previous = :hash WHERE id = 2", arguments: ["hash": hash])
    }
    #expect(try register.checkAudit().broken == 2)
  }

  @Test("shows by a kept hash that its end was cut off")
  func cut() throws {
    let register = try register(3)
    let head = try register.auditHead()
    try register.writer.write { try $0.execute(sql: "DELETE FROM audit WHERE id = 3") }
    #expect(try register.checkAudit().isSound)
    #expect(try register.checkAudit(anchor: head).holdsAnchor == false)
  }
}
