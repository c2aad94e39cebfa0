import Foundation

/// What a package lies in; files are read up to a limit and never by a path of the sender's.
protocol PackageContainer {
  /// The names of the files, each safe and there once.
  var names: Set<String> { get }
  /// The names of files that programs leave in folders, which nobody has put there.
  var ignored: Set<String> { get }
  /// Reads a file that may have at most `limit` bytes.
  func read(_ name: String, limit: Int) throws(PackageError) -> [UInt8]
}

/// The bounds within which a package is opened.
enum PackageLimits {
  static let files = 64
  static let manifestBytes = 4 << 20
  static let totalBytes = 1 << 30
}

extension String {
  /// Whether the text can name a file of a package: letters, digits, `-`, `_` and `.` in ASCII, not
  /// beginning with a dot.
  var isSafeFileName: Bool {
    let allowed = { (byte: UInt8) in
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"),
        UInt8(ascii: "."):
        true
      default: false
      }
    }
    return (1...80).contains(utf8.count) && utf8.first != UInt8(ascii: ".")
      && utf8.allSatisfy(allowed)
  }

  /// Whether the name is that of a file which a program leaves in a folder that somebody opens: an
  /// office program's lock, or a file manager's view.
  var isLeftByProgram: Bool {
    let last = split(separator: "/").last.map { $0.lowercased() } ?? ""
    return last.hasPrefix("~$") || last.hasPrefix(".~lock.") || last.hasPrefix("._")
      || [".ds_store", "thumbs.db", "desktop.ini", ".directory"].contains(last)
      || hasPrefix("__MACOSX/")
  }

  /// The text as it may stand in a message: printable ASCII only, at most 80 characters.
  var printable: String {
    String(
      decoding: utf8.prefix(80).map { (0x20..<0x7F).contains($0) ? $0 : UInt8(ascii: "?") },
      as: UTF8.self)
  }
}

/// A package in a folder.
struct FolderContainer: PackageContainer {
  let names: Set<String>
  let ignored: Set<String>
  private let folder: URL

  init(path: String) throws(PackageError) {
    folder = URL(fileURLWithPath: path)
    guard let found = try? FileManager.default.contentsOfDirectory(atPath: path) else {
      throw .notAPackage(path: path)
    }
    ignored = Set(found.filter(\.isLeftByProgram))
    let members = found.filter { !$0.isLeftByProgram }
    guard members.count <= PackageLimits.files else {
      throw .tooManyFiles(limit: PackageLimits.files)
    }
    for name in members {
      guard name.isSafeFileName else { throw .unsafeName(name.printable) }
      var status = stat()
      guard lstat(folder.appending(path: name).path, &status) == 0,
        status.st_mode & S_IFMT == S_IFREG
      else { throw .notAFile(name) }
    }
    names = Set(members)
  }

  func read(_ name: String, limit: Int) throws(PackageError) -> [UInt8] {
    let path = folder.appending(path: name).path
    guard let file = FileHandle(forReadingAtPath: path),
      let data = try? file.read(upToCount: limit + 1) ?? Data()
    else { throw .fileChanged(name) }
    guard data.count <= limit else { throw .endless(name) }
    return Array(data)
  }
}
