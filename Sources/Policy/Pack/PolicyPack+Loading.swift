import Foundation
import Model

extension PolicyPack {
  /// The names of the policies that are built in.
  public static let builtInNames = ["beijing-2023"]

  /// Finds a policy by the name of a built-in one, or by the path of a YAML file, and works out
  /// what it extends.
  ///
  /// What a file extends is a built-in name, or a path relative to that file.
  ///
  /// - Throws: `PolicyError`.
  public static func named(_ nameOrFile: String) throws(PolicyError) -> PolicyPack {
    try load(nameOrFile, from: nil, visited: [])
  }

  private static func load(
    _ nameOrFile: String, from folder: URL?, visited: [String]
  ) throws(PolicyError) -> PolicyPack {
    if nameOrFile == "beijing-2023" {
      let source = PackSource(name: nameOrFile, bytes: PackageResources.beijing_2023_yaml)
      return try PolicyPack(source)
    }
    let file = URL(fileURLWithPath: nameOrFile, relativeTo: folder).standardizedFileURL
    guard !visited.contains(file.path) else { throw .circularExtension(visited + [file.path]) }
    guard let data = FileManager.default.contents(atPath: file.path) else {
      throw .notFound(nameOrFile, builtIn: builtInNames)
    }
    let source = PackSource(name: file.lastPathComponent, bytes: Array(data))
    let document = try PackReader.document(source)
    guard let base = document.extends else { return try PolicyPack(source) }
    let pack = try load(
      base, from: file.deletingLastPathComponent(), visited: visited + [file.path])
    return try pack.extended(by: document, source)
  }
}

extension PolicyPack {
  /// Makes the pack again from what its digest covers, so that a run can be explained by the very
  /// rules that it used.
  ///
  /// - Throws: `PolicyError`.
  public init(canonicalBytes: [UInt8]) throws(PolicyError) {
    var pack: PolicyPack?
    var rest = canonicalBytes[...]
    while rest.count >= 8 {
      let length = rest.prefix(8).reduce(0) { $0 << 8 | Int($1) }
      let source = PackSource(name: "policy", bytes: Array(rest.dropFirst(8).prefix(length)))
      rest = rest.dropFirst(8 + length)
      if let base = pack {
        pack = try base.extended(by: PackReader.document(source), source)
      } else {
        pack = try PolicyPack(source)
      }
    }
    guard let pack else { throw .unreadable("policy") }
    self = pack
  }
}
