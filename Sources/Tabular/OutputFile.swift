import Foundation
import Model

/// A file that is written beside its place and moved there when it is complete.
///
/// Whoever finds a file under the final name finds all of it, also after a power cut.
public final class OutputFile {
  private let path: String
  private let draft: String
  private let descriptor: Int32
  private var isFinished = false

  /// Makes the draft; the file is its owner's alone.
  ///
  /// The path `-` is the standard output, which has no draft and no name.
  /// - Throws: `TabularError.cannotCreate` or `notPermitted`.
  public init(path: String) throws(TabularError) {
    self.path = path
    if path == "-" {
      (draft, descriptor) = ("", STDOUT_FILENO)
      return
    }
    draft = path + ".part"
    descriptor = open(draft, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else {
      if errno == EACCES || errno == EPERM { throw .notPermitted(path: path) }
      throw .cannotCreate(path: path, errno: errno)
    }
  }

  deinit {
    guard !isFinished, !draft.isEmpty else { return }
    close(descriptor)
    unlink(draft)
  }

  /// Writes bytes.
  /// - Throws: `TabularError.unwritable`.
  public func write(_ bytes: UnsafeRawBufferPointer) throws(TabularError) {
    var offset = 0
    while offset < bytes.count {
      let count = Foundation.write(
        descriptor, bytes.baseAddress.map { $0 + offset }, bytes.count - offset)
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { throw .unwritable(path: path, errno: errno) }
      offset += count
    }
  }

  /// Makes what was written last and gives it its name.
  /// - Throws: `TabularError.unwritable`.
  public func finish() throws(TabularError) {
    if draft.isEmpty { return }
    guard fsync(descriptor) == 0 else { throw .unwritable(path: path, errno: errno) }
    isFinished = true
    close(descriptor)
    guard rename(draft, path) == 0 else {
      let failure = errno
      unlink(draft)
      throw .unwritable(path: path, errno: failure)
    }
  }

  /// Writes a whole file at once.
  /// - Throws: `TabularError`.
  public static func write(_ bytes: [UInt8], to path: String) throws(TabularError) {
    let file = try OutputFile(path: path)
    let result = bytes.withUnsafeBytes { bytes in
      Result<Void, TabularError> { () throws(TabularError) in try file.write(bytes) }
    }
    try result.get()
    try file.finish()
  }
}
