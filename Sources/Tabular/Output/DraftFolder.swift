import Cryptography
import Foundation

/// A folder of our own in which results stand until all of them are there.
///
/// It lies beside the place that they are for, so that one renaming brings them there; it is its
/// owner's alone, and locked while it is written. What was not published is removed in the end.
public final class DraftFolder {
  /// Where it lies.
  public let path: String
  private let descriptor: Int32
  private var isPublished = false

  /// Makes a folder of unforeseeable name beside a path.
  /// - Throws: `TabularError.cannotCreate` or `notPermitted`.
  public convenience init(beside path: String) throws(TabularError) {
    let folder = OutputFile.folder(of: path)
    Leftovers.sweep(folder)
    try self.init(named: Leftovers.name(), in: folder, for: path)
  }

  /// Makes the one folder in which the results for a place are written, so that two runs cannot
  /// write to it at once; what a killed run has left of it is taken away.
  /// - Throws: `TabularError.folderBusy`, `cannotCreate` or `notPermitted`.
  public convenience init(for place: String) throws(TabularError) {
    let folder = OutputFile.folder(of: place)
    Leftovers.sweep(folder)
    let digits = SHA256.hash(Array(place.utf8)).hex.prefix(16)
    try self.init(named: Leftovers.name(String(digits)), in: folder, for: place)
  }

  private init(named name: String, in folder: String, for place: String) throws(TabularError) {
    let draft = folder + "/" + name
    if mkdir(draft, 0o700) != 0 {
      let error = errno
      // A killed run may have left it after this process looked for leftovers.
      guard error == EEXIST, Leftovers.remove(draft), mkdir(draft, 0o700) == 0 else {
        switch error {
        case EEXIST: throw .folderBusy(path: place)
        case EACCES, EPERM, EROFS: throw .notPermitted(path: place)
        default: throw .cannotCreate(path: place, errno: error)
        }
      }
    }
    let opened = open(draft, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC)
    var (here, own) = (stat(), stat())
    // Another run that looks for leftovers may have taken it before it was locked.
    guard opened >= 0, flock(opened, LOCK_EX | LOCK_NB) == 0 || errno != EWOULDBLOCK,
      fstat(opened, &own) == 0, lstat(draft, &here) == 0, here.st_ino == own.st_ino
    else {
      if opened >= 0 { close(opened) }
      throw .folderBusy(path: place)
    }
    (path, descriptor) = (draft, opened)
  }

  deinit {
    if !isPublished { try? FileManager.default.removeItem(atPath: path) }
    close(descriptor)
  }

  /// Moves one of its files to its place, which nothing must have taken.
  /// - Throws: `TabularError.unwritable`, `exists` or `notPermitted`.
  public func publish(_ name: String, as place: String) throws(TabularError) {
    let file = path + "/" + name
    let descriptor = open(file, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0, fsync(descriptor) == 0 else {
      throw .unwritable(path: place, errno: errno)
    }
    close(descriptor)
    chmod(file, 0o600)
    try OutputFile.place(file, at: place)
  }

  /// Gives the folder its name, which nothing must have taken; an empty folder gives way.
  /// - Throws: `TabularError.exists`, `unwritable` or `notPermitted`.
  public func publish(as place: String) throws(TabularError) {
    makeLasting()
    // A folder takes the place of an empty one, and of nothing else.
    if rename(path, place) != 0 {
      switch errno {
      case EEXIST, ENOTEMPTY, ENOTDIR: throw .exists(path: place)
      case EACCES, EPERM, EROFS: throw .notPermitted(path: place)
      default: throw .unwritable(path: place, errno: errno)
      }
    }
    isPublished = true
    Renaming.makeLasting(OutputFile.folder(of: place))
  }

  /// Puts the folder in place of what stands there, which is kept under another name: at every moment
  /// the place has all of the one or all of the other.
  /// - Parameter name: the name for what stood there; a number is added where something has it.
  /// - Returns: where that is kept now, if anything stood there.
  /// - Throws: `TabularError.unwritable` or `notPermitted`; all is as it was then.
  public func publish(replacing place: String, kept name: String) throws(TabularError) -> String? {
    try publish(replacing: place, kept: name, exchanging: Renaming.exchange)
  }

  func publish(
    replacing place: String, kept name: String, exchanging exchange: (String, String) -> Int32
  ) throws(TabularError) -> String? {
    do {
      try publish(as: place)
      return nil
    } catch {
      guard case .exists = error else { throw error }
    }
    // The draft takes the name for what stood there, and exchanges it for the place.
    let kept = try moveAside(path, to: name)
    switch exchange(kept, place) {
    case 0: break
    case let error:
      _ = Renaming.move(kept, to: path)
      guard error == ENOSYS else { throw .unwritable(path: place, errno: error) }
      return try publish(after: place, kept: name)
    }
    isPublished = true
    Renaming.makeLasting(OutputFile.folder(of: place))
    return kept
  }

  /// As `publish(replacing:kept:)` where a file system cannot exchange names: between the two steps
  /// the place is empty, and what stood there already has its dated name.
  private func publish(after place: String, kept name: String) throws(TabularError) -> String {
    let kept = try moveAside(place, to: name)
    do {
      try publish(as: place)
    } catch {
      _ = Renaming.move(kept, to: place)
      throw error
    }
    return kept
  }

  private func moveAside(_ folder: String, to name: String) throws(TabularError) -> String {
    var (kept, number) = (name, 1)
    while true {
      switch Renaming.move(folder, to: kept) {
      case 0: return kept
      case EEXIST:
        number += 1
        kept = "\(name)-\(number)"
      case EACCES, EPERM, EROFS: throw .notPermitted(path: kept)
      case let error: throw .unwritable(path: kept, errno: error)
      }
    }
  }

  private func makeLasting() {
    for name in FileManager.default.subpaths(atPath: path) ?? [] {
      Renaming.makeLasting(path + "/" + name)
    }
    fsync(descriptor)
  }
}
