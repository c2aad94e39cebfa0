import Foundation
public import Model
public import Register
public import Reporting
import Tabular

extension Register {
  /// Copies the register into a new file and checks the copy; others may go on writing.
  ///
  /// - Throws: `BackupError.notSound` where the copy is not as the chain says; `RegisterError`,
  ///   `TabularError`; nothing stays then.
  public func backUp(to path: String) throws -> BackupAnswer {
    guard !OutputFile.isTaken(path) else { throw TabularError.exists(path: path) }
    let draft = try DraftFolder(beside: path)
    let check = try Self.checkedCopy(of: self.path, in: draft)
    try draft.publish(Self.copyName, as: path)
    return BackupAnswer(written: path, kept: nil, entries: check.count, chainHead: check.head)
  }

  fileprivate static let copyName = "register.sqlite"

  fileprivate static func checkedCopy(of path: String, in draft: DraftFolder) throws -> AuditCheck {
    let copy = draft.path + "/" + copyName
    try Self.copy(path, to: copy)
    let made = try Register(existing: copy)
    let check = try made.checkAudit()
    try made.close()
    guard check.isSound else { throw BackupError.notSound(path: path) }
    return check
  }
}

extension BackupAnswer {
  /// Puts a backup in a register's place once it was found sound; what stood there is kept beside it
  /// under a dated name.
  ///
  /// - Parameter moment: in ISO 8601, for the name.
  /// - Throws: `BackupError.notSound`; `RegisterError`, `TabularError`; all is as it was then.
  public static func restoring(
    _ backup: String, to path: String, moment: String
  ) throws -> BackupAnswer {
    let draft = try DraftFolder(beside: path)
    let check = try Register.checkedCopy(of: backup, in: draft)
    guard OutputFile.isTaken(path) else {
      try draft.publish(Register.copyName, as: path)
      return BackupAnswer(written: path, kept: nil, entries: check.count, chainHead: check.head)
    }
    // Opening it brings to an end what was cut short there; nobody may be writing.
    try Register(existing: path).close()
    let kept = path + "." + moment.replacing(":", with: "-")
    guard !OutputFile.isTaken(kept) else { throw TabularError.exists(path: kept) }
    try Register.holding(path) {
      guard rename(path, kept) == 0 else { throw TabularError.unwritable(path: path, errno: errno) }
      do {
        try draft.publish(Register.copyName, as: path)
      } catch {
        _ = rename(kept, path)
        throw error
      }
    }
    return BackupAnswer(written: path, kept: kept, entries: check.count, chainHead: check.head)
  }
}

/// Why there is no backup, or none was put back.
public enum BackupError: ExplainedError, Hashable {
  /// The copy is not what the chain says.
  case notSound(path: String)

  /// What the error says.
  public var explanation: ErrorExplanation {
    switch self {
    case .notSound(let path):
      .init(
        "backup_not_sound", .badData, "登记库与审计链不符：\(path)",
        "The register is not what its chain says: \(path)",
        why: "这样的备份恢复出来，谁也说不清哪些内容被改过。",
        "Nobody could tell what in it was changed.",
        toDo: "请先用 \(.verifyAudit) 查看哪张表、哪一行不符，或换一份备份。",
        "See which table and row differ with \(.verifyAudit), or take another backup.")
    }
  }
}
