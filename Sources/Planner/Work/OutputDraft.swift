import Foundation
import Tabular

/// The folder in which results stand until all of them can go to their places.
struct OutputDraft {
  private let output: String
  /// Whether the folder of the results was not there before.
  private let isNew: Bool

  /// The folder within the one that the results go to.
  static func folder(in output: String) -> String { output + "/unfinished.part" }

  /// Makes it anew; what an earlier piece of work left there, because it was killed, goes away.
  init(of output: String) throws {
    self.output = output
    isNew = !FileManager.default.fileExists(atPath: output)
    try OutputFolder.make(output)
    try? FileManager.default.removeItem(atPath: Self.folder(in: output))
    try OutputFolder.make(Self.folder(in: output))
  }

  /// Takes everything away that was written.
  func discard() {
    try? FileManager.default.removeItem(atPath: isNew ? output : Self.folder(in: output))
  }

  /// Moves every file to its place; the file that has a certain name there is kept under another.
  /// - Throws: `TabularError.cannotCreate`.
  func settle(keeping name: String, as other: String) throws {
    let draft = Self.folder(in: output)
    let files = FileManager.default
    var folders = [output]
    if files.fileExists(atPath: draft + "/" + name) {
      // The journal of a program that was killed belongs to the register beside which it lies.
      for ending in ["", "-journal"]
      where files.fileExists(atPath: output + "/" + name + ending) {
        try move(output + "/" + name + ending, to: output + "/" + other + ending)
      }
    }
    for path in try files.subpathsOfDirectory(atPath: draft).sorted() {
      var isFolder: ObjCBool = false
      _ = files.fileExists(atPath: draft + "/" + path, isDirectory: &isFolder)
      if isFolder.boolValue {
        folders.append(output + "/" + path)
        try OutputFolder.make(output + "/" + path)
      } else {
        try move(draft + "/" + path, to: output + "/" + path)
      }
    }
    try files.removeItem(atPath: draft)
    for folder in folders { Self.makeLasting(folder) }
  }

  private func move(_ path: String, to place: String) throws {
    guard rename(path, place) == 0 else {
      throw TabularError.cannotCreate(path: place, errno: errno)
    }
  }

  /// Lets the names of a folder's files survive a power cut.
  private static func makeLasting(_ folder: String) {
    let descriptor = open(folder, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return }
    fsync(descriptor)
    close(descriptor)
  }
}

/// A folder that results go to.
enum OutputFolder {
  /// Makes a folder, its parents included, unless it is there.
  static func make(_ path: String) throws {
    do {
      try FileManager.default.createDirectory(
        atPath: path, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    } catch {
      let isDenied = access((path as NSString).deletingLastPathComponent, W_OK) != 0
      throw isDenied && errno == EACCES
        ? TabularError.notPermitted(path: path) : .cannotCreate(path: path, errno: ENOTDIR)
    }
  }
}
