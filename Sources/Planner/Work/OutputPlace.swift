import Foundation
public import Model
import Tabular

/// Where a folder of results goes: its path without links, for the folder is exchanged as a whole.
struct OutputPlace {
  /// The folder's own path.
  let path: String
  /// The folder above it as it was named, with its slash.
  private let above: String

  /// Looks at a path that somebody has named; folders above it are made.
  /// - Parameter registers: files that are in use meanwhile, which must not move with the folder.
  /// - Throws: `TabularError`; `BatchError` where the folder cannot be exchanged.
  init(_ output: String, beside registers: [String]) throws {
    let url = URL(fileURLWithPath: output).standardizedFileURL
    try OutputFolder.make(url.deletingLastPathComponent().path)
    let named = output.last == "/" ? output.dropLast() : output[...]
    above = named.lastIndex(of: "/").map { String(named[...$0]) } ?? ""
    path =
      Self.resolved(url.path)
      ?? (Self.resolved(url.deletingLastPathComponent().path) ?? "") + "/" + url.lastPathComponent
    var status = stat()
    if stat(path, &status) == 0, status.st_mode & S_IFMT != S_IFDIR {
      throw TabularError.cannotCreate(path: output, errno: ENOTDIR)
    }
    if contains(FileManager.default.currentDirectoryPath) {
      throw BatchError.folderInUse(path: output)
    }
    if registers.contains(where: { contains($0) }) {
      throw BatchError.registerInside(path: output)
    }
  }

  /// The path with every link followed; `nil` where nothing has it.
  private static func resolved(_ path: String) -> String? {
    guard let found = realpath(path, nil) else { return nil }
    defer { free(found) }
    return String(cString: found)
  }

  /// What leads from the folder to a path that lies in it.
  func way(to path: String) -> String? {
    let url = URL(fileURLWithPath: path).standardizedFileURL
    let folder = Self.resolved(url.deletingLastPathComponent().path)
    let whole =
      Self.resolved(url.path) ?? folder.map { $0 + "/" + url.lastPathComponent } ?? url.path
    if whole == self.path { return "" }
    return whole.hasPrefix(self.path + "/") ? String(whole.dropFirst(self.path.count + 1)) : nil
  }

  private func contains(_ path: String) -> Bool { way(to: path) != nil || self.path == "/" }

  /// A path beside the folder as the person who named it would name it.
  func named(_ path: String) -> String {
    above + URL(fileURLWithPath: path).lastPathComponent
  }

  /// The name that what stands there gets at a moment, if anything does: the first that is free.
  /// - Parameter moment: in ISO 8601.
  func kept(at moment: String) -> String? {
    let files = FileManager.default
    guard let names = try? files.contentsOfDirectory(atPath: path), !names.isEmpty else {
      return nil
    }
    let url = URL(fileURLWithPath: path)
    let name = FileName.safe(
      url.lastPathComponent, ending: "." + moment.replacing(":", with: "-"), room: 8)
    let first = url.deletingLastPathComponent().appendingPathComponent(name).path
    var (kept, number) = (first, 1)
    while files.fileExists(atPath: kept) {
      number += 1
      kept = "\(first)-\(number)"
    }
    return kept
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
      let above = URL(fileURLWithPath: path).deletingLastPathComponent().path
      let isDenied = access(above, W_OK) != 0
      throw isDenied && errno == EACCES
        ? TabularError.notPermitted(path: path) : .cannotCreate(path: path, errno: ENOTDIR)
    }
  }
}

/// Why a folder of results cannot be exchanged as a whole.
public enum BatchError: ExplainedError, Hashable {
  /// Somebody works in it, most likely the person at the terminal.
  case folderInUse(path: String)
  /// The register that the batch goes into lies in it.
  case registerInside(path: String)

  /// What the error says.
  public var explanation: ErrorExplanation {
    switch self {
    case .folderInUse(let path):
      .init(
        "output_is_working_folder", .cannotCreate, "当前正在这个文件夹里工作，不能把它换成结果文件夹：\(path)",
        "The work goes on in this folder, so it cannot become the folder of results: \(path)",
        why: "结果文件夹每次整个更换，里面原有的东西会一起改名留存。",
        "A folder of results is replaced as a whole, and all that is in it moves to another name.",
        toDo: "请用 \(.output) 指定一个新的文件夹。", "Name a new folder with \(.output).")
    case .registerInside(let path):
      .init(
        "register_in_output", .cannotCreate, "登记库在结果文件夹里，结果文件夹却要整个更换：\(path)",
        "The register lies in the folder of results, which is replaced as a whole: \(path)",
        why: "登记库会随原来的结果一起改名留存，这次收的内容就找不到了。",
        "The register would move to another name with the earlier results.",
        toDo: "请用 \(.output) 另指定结果文件夹，或把登记库放在外面。",
        "Name another folder with \(.output), or put the register outside it.")
    }
  }
}
