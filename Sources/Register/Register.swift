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

  /// Opens a register, or makes a new one that only its owner can read.
  ///
  /// A file that is no register of ours stays as it is.
  /// - Parameter sheets: what the rows of small sheets show to other programs.
  /// - Throws: `RegisterError`.
  public init(path: String, sheets: SheetCatalog = .standard) throws {
    self.path = path
    if !FileManager.default.fileExists(atPath: path) {
      let descriptor = open(path, O_CREAT | O_EXCL | O_WRONLY | O_CLOEXEC, 0o600)
      guard descriptor >= 0 else {
        throw errno == EACCES || errno == EPERM || errno == EROFS
          ? RegisterError.readOnly(path: path) : RegisterError.cannotOpen(path: path)
      }
      close(descriptor)
    }
    try RegisterFile.check(path)
    writer = try Self.explaining(path) {
      try DatabaseQueue(path: path, configuration: Self.configuration())
    }
    try migrate(sheets)
  }

  /// Opens a register from which something is to be read, so that it must be there.
  /// - Throws: `RegisterError`; `.absent` where there is none.
  public convenience init(existing path: String) throws {
    guard FileManager.default.fileExists(atPath: path) else {
      throw RegisterError.absent(path: path)
    }
    if RegisterFile.header(of: path)?.isEmpty == true {
      throw RegisterError.notARegister(path: path)
    }
    try self.init(path: path)
  }

  /// Makes a register in memory.
  public init(sheets: SheetCatalog = .standard) throws {
    path = ":memory:"
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
  /// - Parameter keeping: whether anything stays written.
  func write<Result>(keeping: Bool = true, _ body: (Database) throws -> Result) throws -> Result {
    try Self.explaining(path) {
      try writer.writeWithoutTransaction { database in
        try database.savepoint(keeping: keeping) { try body(database) }
      }
    }
  }
}
