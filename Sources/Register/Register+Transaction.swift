import Foundation
import GRDB
import GRDBSQLite

extension Register {
  /// Opens a register for a piece of work that is kept as a whole or not at all.
  ///
  /// Where the work fails or is not to be kept, the register is as it was; one that did not exist
  /// before is gone again, unless another process has written to it.
  /// - Parameters:
  ///   - moment: that of acts which have none of their own, ISO 8601, for the chain.
  ///   - isKept: whether the work is to be kept, by what came of it.
  ///   - check: asked now and then while a statement runs, and before the work is kept; ends the work
  ///     by throwing.
  ///   - body: the work; all that it changes in the register is one transaction.
  /// - Throws: `RegisterError`, or whatever `check` or `body` throws.
  public static func changing<Result>(
    path: String, at moment: String = "", keeping isKept: (Result) -> Bool = { _ in true },
    checking check: @escaping () throws -> Void = {}, _ body: (Register) throws -> Result
  ) throws -> Result {
    let register = try Register(path: path, at: moment)
    do {
      let result = try register.asOne(keeping: isKept, checking: check) { try body(register) }
      if !isKept(result) { register.removeIfUntouched() }
      try Self.explaining(path) { try register.writer.close() }
      return result
    } catch {
      register.removeIfUntouched()
      try? register.writer.close()
      throw error
    }
  }

  /// Does something while nobody can write to a register, if there is one at a path.
  /// - Throws: `RegisterError.busy`, or what `body` throws.
  public static func holding(_ path: String, _ body: () throws -> Void) throws {
    try RegisterFile.holding(path, body)
  }

  /// Does a piece of work as one transaction; see `changing`.
  /// - Throws: `RegisterError`, or whatever `check` or `body` throws.
  public func asOne<Result>(
    keeping isKept: (Result) -> Bool = { _ in true }, checking check: @escaping () throws -> Void,
    _ body: () throws -> Result
  ) throws -> Result {
    // Within a larger piece of work it is a part of that.
    if writer.writeWithoutTransaction({ $0.isInsideTransaction }) { return try body() }
    let checkpoint = Checkpoint(check)
    return try Self.explaining(path) {
      try writer.writeWithoutTransaction { database in
        try log.begin(database)
        try database.beginTransaction()
        checkpoint.watch(database)
      }
      do {
        let result = try body()
        try check()
        // Where the check has stopped a statement that reads, the work may not have noticed.
        if let failure = checkpoint.failure { throw failure }
        try writer.writeWithoutTransaction { database in
          checkpoint.leave(database)
          if isKept(result) {
            try seal(database)
            try database.commit()
          } else {
            try database.rollback()
          }
        }
        return result
      } catch {
        try? writer.writeWithoutTransaction { database in
          checkpoint.leave(database)
          // SQLite has rolled back already where a statement that writes was stopped.
          if database.isInsideTransaction { try database.rollback() }
        }
        throw checkpoint.failure ?? error
      }
    }
  }
}

extension Database {
  /// The rows that a query gives; values within it are arguments.
  func rows(_ query: SQL) throws -> [Row] { try SQLRequest<Row>(literal: query).fetchAll(self) }

  /// The first column of the rows that a query gives.
  func values<Value: DatabaseValueConvertible>(_ query: SQL) throws -> [Value] {
    try SQLRequest<Value>(literal: query).fetchAll(self)
  }

  /// The first value that a query gives; `nil` where it gives none or NULL.
  func value<Value: DatabaseValueConvertible>(_ query: SQL) throws -> Value? {
    try SQLRequest<Value>(literal: query).fetchOne(self)
  }

  /// Does a piece of work within a savepoint: all of it stays, or nothing where it throws or is not
  /// to be kept.
  /// - Parameter log: forgets with the savepoint.
  func savepoint<Result>(
    _ log: ChangeLog, keeping isKept: (Result) -> Bool = { _ in true }, _ body: () throws -> Result
  ) throws -> Result {
    var result: Result?
    let mark = log.mark
    var stays = false
    defer { if !stays { log.rollBack(to: mark) } }
    try inSavepoint {
      let value = try body()
      result = value
      stays = isKept(value)
      return stays ? .commit : .rollback
    }
    guard let result else { throw DatabaseError(resultCode: .SQLITE_ABORT) }
    return result
  }
}

/// Lets a check be asked while SQLite works on a statement.
private final class Checkpoint {
  /// How many steps of SQLite's machine lie between two checks; a block of rows takes about ten.
  private static let steps: Int32 = 1000

  private let check: () throws -> Void
  /// What the check threw, which comes out of SQLite only as `SQLITE_INTERRUPT`.
  private(set) var failure: (any Error)?

  init(_ check: @escaping () throws -> Void) {
    self.check = check
  }

  func watch(_ database: Database) {
    sqlite3_progress_handler(
      database.sqliteConnection, Self.steps,
      { context in
        guard let context else { return 0 }
        return Unmanaged<Checkpoint>.fromOpaque(context)._withUnsafeGuaranteedRef { $0.goesOn() }
          ? 0 : 1
      }, Unmanaged.passUnretained(self).toOpaque())
  }

  func leave(_ database: Database) {
    sqlite3_progress_handler(database.sqliteConnection, 0, nil, nil)
  }

  private func goesOn() -> Bool {
    do {
      try check()
      return true
    } catch {
      failure = error
      return false
    }
  }
}
