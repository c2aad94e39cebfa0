import CRename
import Foundation

/// Gives files and folders other names, so that nothing that stands there is lost.
///
/// Source: Linux `renameat2(2)`, Darwin `renamex_np(2)`.
enum Renaming {
  /// Whether an error says that the file system lacks a way to rename, not that it refuses.
  private static func isLacking(_ error: Int32) -> Bool {
    [EINVAL, ENOSYS, EOPNOTSUPP, ENOTSUP].contains(error)
  }

  /// Moves a file or a folder to a name that nothing has.
  /// - Returns: 0, or `errno`; `EEXIST` where something has the name.
  static func move(_ path: String, to place: String) -> Int32 {
    let error = renameExclusively(path, place)
    guard isLacking(error) else { return error }
    // A second name is never given in place of another; folders cannot have one.
    if link(path, place) == 0 {
      unlink(path)
      return 0
    }
    if errno == EEXIST { return EEXIST }
    var status = stat()
    if lstat(place, &status) == 0 { return EEXIST }
    return rename(path, place) == 0 ? 0 : errno
  }

  /// Exchanges what two names stand for, at once.
  /// - Returns: 0, or `errno`; `ENOSYS` where the file system cannot do so.
  static func exchange(_ path: String, _ other: String) -> Int32 {
    #if canImport(Darwin)
      let result = renamex_np(path, other, UInt32(RENAME_SWAP))
    #else
      let result = renameat2(AT_FDCWD, path, AT_FDCWD, other, XIEGUAN_RENAME_EXCHANGE)
    #endif
    if result == 0 { return 0 }
    return isLacking(errno) ? ENOSYS : errno
  }

  private static func renameExclusively(_ path: String, _ place: String) -> Int32 {
    #if canImport(Darwin)
      let result = renamex_np(path, place, UInt32(RENAME_EXCL))
    #else
      let result = renameat2(AT_FDCWD, path, AT_FDCWD, place, XIEGUAN_RENAME_NOREPLACE)
    #endif
    return result == 0 ? 0 : errno
  }

  /// Lets the names in a folder survive a power cut.
  static func makeLasting(_ folder: String) {
    let descriptor = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else { return }
    fsync(descriptor)
    close(descriptor)
  }
}
