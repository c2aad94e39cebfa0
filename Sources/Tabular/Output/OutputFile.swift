import Foundation
import Model

/// A file that is written beside its place and moved there when it is complete.
///
/// Whoever finds a file under the final name finds all of it, also after a power cut. What stands
/// there already stays: no file, link or device is ever written over. The file is its owner's alone,
/// because nearly every file names persons.
public final class OutputFile {
  private let path: String
  private let draft: String
  private let descriptor: Int32
  private var isFinished = false

  /// Makes the draft, under a name that nobody can foresee.
  ///
  /// The path `-` is the standard output, which has no draft and no name.
  /// - Throws: `TabularError.exists`, `cannotCreate` or `notPermitted`.
  public init(path: String) throws(TabularError) {
    self.path = path
    if path == "-" {
      (draft, descriptor) = ("", STDOUT_FILENO)
      return
    }
    if Self.isTaken(path) { throw .exists(path: path) }
    let folder = Self.folder(of: path)
    Leftovers.sweep(folder)
    while true {
      let draft = folder + "/" + Leftovers.name()
      let descriptor = open(
        draft, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o600)
      guard descriptor >= 0 else {
        if errno == EEXIST { continue }
        throw errno == EACCES || errno == EPERM || errno == EROFS
          ? .notPermitted(path: path) : .cannotCreate(path: path, errno: errno)
      }
      var status = stat()
      // Another run that looks for leftovers may have taken the draft before it was locked.
      if flock(descriptor, LOCK_EX | LOCK_NB) != 0 && errno == EWOULDBLOCK
        || fstat(descriptor, &status) == 0 && status.st_nlink == 0
      {
        close(descriptor)
        continue
      }
      (self.draft, self.descriptor) = (draft, descriptor)
      return
    }
  }

  deinit {
    guard !isFinished, !draft.isEmpty else { return }
    unlink(draft)
    close(descriptor)
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
  /// - Throws: `TabularError.unwritable`, or `exists` where somebody was faster.
  public func finish() throws(TabularError) {
    if draft.isEmpty { return }
    guard fsync(descriptor) == 0 else { throw .unwritable(path: path, errno: errno) }
    try Self.place(draft, at: path)
    isFinished = true
    close(descriptor)
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

  /// Whether something has a name already: a file, a link that leads nowhere, anything.
  public static func isTaken(_ path: String) -> Bool {
    var status = stat()
    return lstat(path, &status) == 0
  }

  /// Moves a draft to its place, which nothing must have taken.
  static func place(_ draft: String, at path: String) throws(TabularError) {
    switch Renaming.move(draft, to: path) {
    case 0: break
    case EEXIST: throw .exists(path: path)
    case EACCES, EPERM, EROFS: throw .notPermitted(path: path)
    case let error: throw .unwritable(path: path, errno: error)
    }
    let folder = folder(of: path)
    // The files of a draft last when the draft does.
    if !folder.split(separator: "/").contains(where: { Leftovers.isDraft(String($0)) }) {
      Renaming.makeLasting(folder)
    }
  }

  /// The folder in which a path lies.
  static func folder(of path: String) -> String {
    guard let slash = path.lastIndex(of: "/") else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }
}
