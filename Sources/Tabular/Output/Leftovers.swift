import Foundation
import Synchronization

/// Drafts that a killed run has left: the next run that writes beside them takes them away.
///
/// A draft has a name that only this program gives, and whoever writes it holds a lock on it. A draft
/// whose lock is free therefore belongs to nobody any more.
public enum Leftovers {
  private struct State {
    var looked: Set<String> = []
    var taken: [String] = []
  }

  private static let state = Mutex(State())
  private static let (start, end) = (".xieguan-", ".part")

  /// What was taken away since this was asked last, for a word about it.
  public static func takeWord() -> [String] {
    state.withLock { state in
      defer { state.taken = [] }
      return state.taken
    }
  }

  /// The name of a draft: of random digits, or of those that stand for something.
  static func name(_ digits: String? = nil) -> String {
    let random = String(UInt64.random(in: UInt64.min...UInt64.max), radix: 16)
    return start + (digits ?? random) + end
  }

  static func isDraft(_ name: String) -> Bool { name.hasPrefix(start) && name.hasSuffix(end) }

  /// Takes away what killed runs have left in a folder; each folder is looked at once.
  static func sweep(_ folder: String) {
    guard !folder.split(separator: "/").contains(where: { isDraft(String($0)) }),
      state.withLock({ $0.looked.insert(folder).inserted }), let directory = opendir(folder)
    else { return }
    defer { closedir(directory) }
    var found: [String] = []
    while let entry = readdir(directory) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) { name in
        name.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if isDraft(name) { found.append(folder + "/" + name) }
    }
    for path in found.sorted() { _ = remove(path) }
  }

  /// Removes a draft unless somebody writes it, or another user has made it.
  static func remove(_ path: String) -> Bool {
    let descriptor = open(path, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC)
    guard descriptor >= 0 else { return false }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0, status.st_uid == geteuid(),
      status.st_mode & S_IFMT == S_IFDIR || status.st_mode & S_IFMT == S_IFREG,
      flock(descriptor, LOCK_EX | LOCK_NB) == 0
    else { return false }
    guard (try? FileManager.default.removeItem(atPath: path)) != nil else { return false }
    state.withLock { $0.taken.append(path) }
    return true
  }
}
