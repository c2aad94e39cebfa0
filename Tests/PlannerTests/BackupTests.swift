import Foundation
import GRDB
import Model
import Register
import Reporting
import Tabular
import Testing

@testable import Planner

@Suite("A backup")
struct BackupTests {
  @Test("holds all that the register holds, is put back whole, and keeps what stood there")
  func roundTrip() throws {
    let story = try ConsultStory()
    let (backup, path) = (story.path("b.sqlite"), story.asker.path)
    let head = try story.asker.auditHead()
    _ = try story.asker.backUp(to: backup)
    let mode = try FileManager.default.attributesOfItem(atPath: backup)[.posixPermissions] as? Int
    #expect(mode == 0o600)
    #expect(throws: TabularError.exists(path: backup)) { try story.asker.backUp(to: backup) }
    _ = try story.asker.undo(1, by: "甲", reason: "乙", moment: SampleStory.moment)
    #expect(try story.asker.auditHead() != head)
    try story.asker.close()
    _ = try BackupAnswer.restoring(backup, to: path, moment: "2024-06-03T09:00:00Z")
    let restored = try Register(existing: path)
    #expect(try restored.auditHead() == head && restored.checkAudit().isSound)
    #expect(try restored.replay("latest").status == .done)
    #expect(try Register(existing: path + ".2024-06-03T09-00-00Z").checkAudit(anchor: head).isSound)
    let fresh = story.path("new.sqlite")
    let bytes = try Data(contentsOf: URL(fileURLWithPath: backup))
    _ = try BackupAnswer.restoring(backup, to: fresh, moment: SampleStory.moment)
    #expect(try Register(existing: fresh).auditHead() == head)
    #expect(try Data(contentsOf: URL(fileURLWithPath: backup)) == bytes)
  }

  @Test("of an earlier version is brought up to now only where it is put")
  func older() throws {
    let story = try ConsultStory()
    let (backup, path) = (story.path("b.sqlite"), story.path("new.sqlite"))
    _ = try story.asker.backUp(to: backup)
    let queue = try DatabaseQueue(path: backup)
    try queue.write { try $0.execute(sql: "DROP VIEW results") }
    try queue.close()
    let bytes = try Data(contentsOf: URL(fileURLWithPath: backup))
    _ = try BackupAnswer.restoring(backup, to: path, moment: SampleStory.moment)
    #expect(try Data(contentsOf: URL(fileURLWithPath: backup)) == bytes)
    #expect(try Register(existing: path).auditHead() == story.asker.auditHead())
  }

  @Test("that somebody has changed is not put back, and nothing moves")
  func notSound() throws {
    let story = try ConsultStory()
    let (backup, path) = (story.path("b.sqlite"), story.asker.path)
    _ = try story.asker.backUp(to: backup)
    let before = try Data(contentsOf: URL(fileURLWithPath: path))
    try DatabaseQueue(path: backup).write {
      try $0.execute(sql: "UPDATE run SET eligible = eligible + 1")
    }
    #expect(throws: BackupError.notSound(path: backup)) {
      try BackupAnswer.restoring(backup, to: path, moment: SampleStory.moment)
    }
    #expect(try Data(contentsOf: URL(fileURLWithPath: path)) == before)
    let names = try FileManager.default.contentsOfDirectory(atPath: story.sample.scratch.path)
    #expect(!names.contains { $0.hasPrefix(".xieguan") })
  }
}
