import Foundation
import GRDB

extension Register {
  /// Copies a register, which is only read, into a new file that only its owner can read, as it is
  /// between two acts; others may go on writing.
  ///
  /// - Parameter copy: a file that is not there yet.
  /// - Throws: `RegisterError`.
  public static func copy(_ path: String, to copy: String) throws {
    guard FileManager.default.fileExists(atPath: path) else {
      throw RegisterError.absent(path: path)
    }
    try RegisterFile.check(path)
    _ = FileManager.default.createFile(
      atPath: copy, contents: nil, attributes: [.posixPermissions: 0o600])
    var configuration = Configuration()
    configuration.readonly = true
    configuration.busyMode = .timeout(5)
    try explaining(path) {
      let source = try DatabaseQueue(path: path, configuration: configuration)
      let target = try DatabaseQueue(path: copy)
      try source.backup(to: target)
      try target.close()
      try source.close()
    }
  }

  /// Ends the connection; nothing may be asked any more.
  public func close() throws {
    try Self.explaining(path) { try writer.close() }
  }
}
