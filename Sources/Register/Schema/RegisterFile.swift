import Foundation
import GRDBSQLite

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
