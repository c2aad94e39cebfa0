import Foundation
import GRDB

extension Register {
  /// Copies the register into a new file that only its owner can read, as it is between two acts;
  /// others may go on writing.
  ///
  /// - Parameter path: a file that is not there yet.
  /// - Throws: `RegisterError`.
  public func copy(to path: String) throws {
    _ = FileManager.default.createFile(
      atPath: path, contents: nil, attributes: [.posixPermissions: 0o600])
    try Self.explaining(path) {
      let copy = try DatabaseQueue(path: path)
      try writer.backup(to: copy)
      try copy.close()
    }
  }

  /// Ends the connection; nothing may be asked any more.
  public func close() throws {
    try Self.explaining(path) { try writer.close() }
  }
}
