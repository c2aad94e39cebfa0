/// What a part says about the parts it belongs with (OPC relationships).
struct Relationships {
  /// One relationship that stays inside the archive.
  struct Link {
    /// The last word of the relationship's type, such as `worksheet`.
    let kind: Substring
    /// The member that it leads to.
    let part: String
  }

  private(set) var links: [String: Link] = [:]

  /// Reads the relationships of a part; the archive itself is the part named by nothing.
  init(of part: String, in archive: ZipArchive, limits: WorkbookLimits) throws(WorkbookError) {
    let folder = part.split(separator: "/").dropLast()
    let name = part.split(separator: "/").last ?? ""
    let visitor = RelationshipsVisitor(folder: folder, limit: limits.entries)
    let path = (folder + ["_rels", name + ".rels"]).joined(separator: "/")
    try XMLPart.parse(path, of: archive, visitor: visitor)
    links = visitor.links
  }

  /// The first part of a kind.
  func part(_ kind: String) -> String? {
    links.values.filter { $0.kind == kind }.map(\.part).min()
  }
}

private final class RelationshipsVisitor: XMLVisitor {
  static let namespaces = ["http://schemas.openxmlformats.org/package/2006/relationships"]

  private let folder: ArraySlice<Substring>
  private let limit: Int
  var links: [String: Relationships.Link] = [:]

  init(folder: ArraySlice<Substring>, limit: Int) {
    self.folder = folder
    self.limit = limit
  }

  func start(_ name: XMLName, _ attributes: XMLAttributes) throws(WorkbookError) {
    guard name.is("Relationship"), attributes["TargetMode"] != "External",
      let id = attributes["Id"], let target = attributes["Target"],
      let kind = attributes["Type"]?.split(separator: "/").last
    else { return }
    guard links.count < limit else { throw .tooLarge(.entries) }
    links[id] = Relationships.Link(kind: kind, part: resolve(target))
  }

  /// Finds the member that a target names, seen from the folder of the part that names it.
  private func resolve(_ target: String) -> String {
    let isSlash = { (character: Character) in character == "/" || character == "\\" }
    var path = target.first.map(isSlash) == true ? [] : Array(folder)
    for step in target.split(whereSeparator: isSlash) where step != "." {
      if step == ".." {
        _ = path.popLast()
      } else {
        path.append(step)
      }
    }
    return path.joined(separator: "/")
  }
}
