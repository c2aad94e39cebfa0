import Model

extension PolicyPack {
  /// The names of the policies that are built in.
  public static let builtInNames = ["beijing-2023"]

  /// Finds a policy by the name of a built-in one, or by the path of a YAML file, and works out
  /// what it extends.
  ///
  /// What a file extends is a built-in name, or a path relative to that file.
  ///
  /// - Parameter read: Reads the file at a path; `nil` where there is none.
  /// - Throws: `PolicyError`.
  public static func named(
    _ nameOrFile: String, reading read: (String) -> [UInt8]? = { _ in nil }
  ) throws(PolicyError) -> PolicyPack {
    try load(nameOrFile, besides: "", visited: [], read)
  }

  private static func load(
    _ nameOrFile: String, besides file: String, visited: [String], _ read: (String) -> [UInt8]?
  ) throws(PolicyError) -> PolicyPack {
    if builtInNames.contains(nameOrFile) {
      return try PolicyPack(PackSource(name: nameOrFile, bytes: PackageResources.beijing_2023_yaml))
    }
    let path = path(nameOrFile, besides: file)
    guard !visited.contains(path) else { throw .circularExtension(visited + [path]) }
    guard let bytes = read(path) else { throw .notFound(nameOrFile, builtIn: builtInNames) }
    let name = path.split(separator: "/").last.map(String.init) ?? path
    let source = PackSource(name: name, bytes: bytes)
    let document = try PackReader.document(source)
    guard !builtInNames.contains(document.id) else {
      throw .nameTaken(document.id, file: name)
    }
    guard let base = document.extends else { return try PolicyPack(source) }
    let pack = try load(base, besides: path, visited: visited + [path], read)
    return try pack.extended(by: document, source)
  }

  /// A path that a file names, without detours, so that the same file has the same path.
  private static func path(_ path: String, besides file: String) -> String {
    let whole =
      path.hasPrefix("/")
      ? path
      : file.split(separator: "/", omittingEmptySubsequences: false).dropLast().map { $0 + "/" }
        .joined() + path
    var parts: [Substring] = []
    for part in whole.split(separator: "/") where part != "." {
      if part == "..", let last = parts.last, last != ".." {
        parts.removeLast()
      } else {
        parts.append(part)
      }
    }
    return (whole.hasPrefix("/") ? "/" : "") + parts.joined(separator: "/")
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
