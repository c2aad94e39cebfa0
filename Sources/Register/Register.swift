import Foundation
import GRDB
public import Model

/// The register: what came in, what was decided, which runs were made.
///
/// One SQLite file, written by one process at a time. Every change is one transaction that survives
/// a power cut once it is reported (`synchronous=FULL` with a rollback journal). What goes in and
/// comes out are entries (`FileEntry`, `RunEntry`, …), values without a connection to the file.
public final class Register: Sendable {
  /// Where the register lies; `:memory:` for tests.
  public let path: String
  let writer: DatabaseQueue
  /// The moment of acts that have none of their own, ISO 8601.
  let moment: String
  let log = ChangeLog()
  /// SQLite's count of other connections' changes, where this one has made the file.
  private let versionWhenNew: Int?

  /// Opens a register, or makes a new one that only its owner can read.
  ///
  /// A file that is no register of ours stays as it is.
  /// - Parameters:
  ///   - sheets: what the rows of small sheets show to other programs.
  ///   - moment: that of acts which have none of their own, ISO 8601, for the chain.
  /// - Throws: `RegisterError`.
  public init(path: String, sheets: SheetCatalog = .standard, at moment: String = "") throws {
    self.path = path
    self.moment = moment
    let isNew = try RegisterFile.make(path)
    try RegisterFile.check(path)
    // What SQLite spills lies beside the register, not where others may have filled the disk.
    setenv("SQLITE_TMPDIR", URL(fileURLWithPath: path).deletingLastPathComponent().path, 0)
    let writer = try Self.explaining(path) {
      try DatabaseQueue(path: path, configuration: Self.configuration())
    }
    self.writer = writer
    versionWhenNew = isNew ? try? writer.read { try $0.value(Self.version) } : nil
    do {
      try migrate(sheets)
    } catch {
      removeIfUntouched()
      throw error
    }
  }

  /// Opens a register from which something is to be read, so that it must be there.
  /// - Throws: `RegisterError`; `.absent` where there is none.
  public convenience init(existing path: String, at moment: String = "") throws {
    guard FileManager.default.fileExists(atPath: path) else {
      throw RegisterError.absent(path: path)
    }
    try RegisterFile.waitUntilMade(path)
    try self.init(path: path, at: moment)
  }

  /// Makes a register in memory.
  public init(sheets: SheetCatalog = .standard) throws {
    path = ":memory:"
    moment = ""
    versionWhenNew = nil
    writer = try DatabaseQueue(configuration: Self.configuration())
    try migrate(sheets)
  }

  private static func configuration() -> Configuration {
    var configuration = Configuration()
    configuration.busyMode = .timeout(5)
    // `asOne` keeps a transaction open while the work goes on.
    configuration.allowsUnsafeTransactions = true
    configuration.prepareDatabase { database in
      // Takes effect only while the file is still empty; pages of 16 KiB load faster than of 4 KiB.
      try database.execute(
        sql: """
          PRAGMA page_size = 16384;
          PRAGMA synchronous = FULL;
          PRAGMA recursive_triggers = ON;
          PRAGMA cache_size = -8192;
          PRAGMA temp_store = FILE;
          """)
    }
    return configuration
  }

  private func migrate(_ sheets: SheetCatalog) throws {
    try Self.explaining(path) {
      try writer.writeWithoutTransaction {
        try RegisterSchema.migrate($0, views: RegisterView.all(of: sheets), path: path)
      }
    }
  }

  private static let version: SQL = "PRAGMA data_version"

  /// Takes the file away where this connection has made it and nobody else has written to it: what
  /// another process has begun in the meantime stays.
  func removeIfUntouched() {
    guard let versionWhenNew else { return }
    try? writer.writeWithoutTransaction { database in
      try database.beginTransaction(.exclusive)
      let version: Int? = try database.value(Self.version)
      // Whoever waits for the lock finds the file moved, and writes nothing.
      if version == versionWhenNew { unlink(path) }
      try database.rollback()
    }
  }

  /// Runs something on the database and says in the register's words what went wrong.
  static func explaining<Result>(_ path: String, _ body: () throws -> Result) throws -> Result {
    do {
      return try body()
    } catch let error as DatabaseError {
      throw RegisterError(error, path: path)
    }
  }

  /// Reads.
  func read<Result>(_ body: (Database) throws -> Result) throws -> Result {
    try Self.explaining(path) { try writer.read(body) }
  }

  /// Writes in one transaction, or as a part of the one that is open.
  /// - Parameter isKept: whether anything stays written, by what came of it.
  func write<Result>(
    keeping isKept: (Result) -> Bool = { _ in true }, _ body: (Database) throws -> Result
  ) throws -> Result {
    try Self.explaining(path) {
      try writer.writeWithoutTransaction { database in
        // Within a larger piece of work it is a part of that.
        let isPart = database.isInsideTransaction
        if !isPart { try log.begin(database) }
        return try database.savepoint(log, keeping: isKept) {
          let result = try body(database)
          if !isPart, isKept(result) { try seal(database) }
          return result
        }
      }
    }
  }
}
