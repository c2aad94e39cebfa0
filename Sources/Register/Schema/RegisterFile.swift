import Foundation
import GRDBSQLite
import Model

/// A file that is to be opened as a register, looked at before SQLite may change anything in it.
enum RegisterFile {
  /// Makes sure that a file is empty or a register of ours.
  ///
  /// SQLite's header names the program that made a file. Opening a file by SQLite to find out could
  /// already make a journal beside it, or change it where another program died.
  /// - Throws: `RegisterError.older` or `.notARegister`; where a file cannot be read, SQLite will say
  ///   why.
  static func check(_ path: String) throws {
    guard let header = header(of: path), !header.isEmpty else { return }
    if number(68, of: header) == RegisterSchema.applicationID {
      guard let version = number(60, of: header), version >= RegisterSchema.firstVersion else {
        throw RegisterError.older(path: path)
      }
      return
    }
    throw isOlderRegister(path)
      ? RegisterError.older(path: path) : RegisterError.notARegister(path: path)
  }

  /// Makes an empty file that only its owner can read, unless there is one.
  /// - Returns: whether it is new.
  /// - Throws: `RegisterError.journalLeft`, `.readOnly` or `.cannotOpen`.
  static func make(_ path: String) throws -> Bool {
    var status = stat()
    if lstat(path, &status) != 0, errno == ENOENT {
      // SQLite would take it for a remnant and delete it, and with it a moved register's last hope.
      for ending in ["-journal", "-wal"] where lstat(path + ending, &status) == 0 {
        throw RegisterError.journalLeft(path: path, journal: path + ending)
      }
    }
    let descriptor = open(path, O_CREAT | O_EXCL | O_WRONLY | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else {
      switch errno {
      case EEXIST: return false
      case EACCES, EPERM, EROFS: throw RegisterError.readOnly(path: path)
      default: throw RegisterError.cannotOpen(path: path)
      }
    }
    close(descriptor)
    return true
  }

  /// Gives a process that is making a register the time to do so.
  /// - Throws: `RegisterError.busy` where it takes longer, `.notARegister` where a file stays empty.
  static func waitUntilMade(_ path: String) throws {
    for _ in 0..<10 where header(of: path)?.isEmpty == true { usleep(50_000) }
    guard header(of: path)?.isEmpty == true else { return }
    try holding(path) {}
    throw RegisterError.notARegister(path: path)
  }

  /// Does something while no process can write to the file, if there is one.
  ///
  /// The lock is the one that SQLite's own processes ask for.
  /// Source: SQLite, `os.h`: 512 bytes from `PENDING_BYTE` on.
  /// - Throws: `RegisterError.busy`, or what `body` throws.
  static func holding(_ path: String, _ body: () throws -> Void) throws {
    let descriptor = open(path, O_RDWR | O_NOFOLLOW | O_CLOEXEC)
    guard descriptor >= 0 else { return try body() }
    defer { close(descriptor) }
    var range = flock()
    range.l_type = Int16(F_WRLCK)
    range.l_whence = Int16(SEEK_SET)
    range.l_start = 0x4000_0000
    range.l_len = 512
    if fcntl(descriptor, F_SETLK, &range) != 0, errno == EACCES || errno == EAGAIN {
      throw RegisterError.busy(path: path)
    }
    try body()
  }

  /// The first 100 bytes of a file; fewer where it has fewer, `nil` where it cannot be read.
  static func header(of path: String) -> Data? {
    guard let file = FileHandle(forReadingAtPath: path) else { return nil }
    defer { try? file.close() }
    do {
      return try file.read(upToCount: 100) ?? Data()
    } catch {
      return nil
    }
  }

  /// A number of the header; source: SQLite documentation, “Database File Format”, 1.3.
  private static func number(_ place: Int, of header: Data) -> Int? {
    guard header.count == 100, header.starts(with: "SQLite format 3\0".utf8) else { return nil }
    return header[place..<place + 4].reduce(0) { $0 << 8 | Int($1) }
  }

  /// Whether a file was made before registers said of themselves what they are.
  private static func isOlderRegister(_ path: String) -> Bool {
    // An immutable file is read without locks and without files beside it.
    let address = URL(fileURLWithPath: path).absoluteString + "?immutable=1"
    var connection: OpaquePointer?
    defer { sqlite3_close(connection) }
    let flags = SQLITE_OPEN_READONLY | SQLITE_OPEN_URI
    guard sqlite3_open_v2(address, &connection, flags, nil) == SQLITE_OK else { return false }
    let columns = "SELECT identifier, broken FROM grdb_migrations, applicant LIMIT 0"
    return sqlite3_exec(connection, columns, nil, nil, nil) == SQLITE_OK
  }
}
