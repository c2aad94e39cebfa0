import Foundation
import Intake
import Model

/// A file that is to be taken in, opened, under a name that tells it from the others.
struct IncomingFile {
  /// What came of it so far.
  let file: ImportReport.File
  /// Its sheets, or why it cannot be read.
  let sheets: Result<IncomingSheets, any Error>

  /// Opens files and puts them in the order in which they are taken, however they were named: sheets
  /// of offices first, because others refer to them, then by name and content.
  static func inOrder(
    _ paths: [String], as kind: SheetKind?, in catalog: SheetCatalog
  ) -> [IncomingFile] {
    zip(paths.indices, zip(paths, names(of: paths))).map { place, named in
      IncomingFile(
        file: ImportReport.File(path: named.0, name: named.1, place: place),
        sheets: Result { try IncomingSheets(path: named.0, as: kind, in: catalog) })
    }
    .sorted {
      $0.rank.lexicographicallyPrecedes($1.rank) { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    }
  }

  private var rank: [String] {
    let sheet = try? sheets.get().sheets[0]
    return [
      sheet?.header.kind == .offices ? "0" : "1", file.name, sheet?.sha256 ?? "", file.path,
    ]
  }

  /// The last component of each path, with as many of the folders above as tell it from the others.
  private static func names(of paths: [String]) -> [String] {
    let steps = paths.map {
      URL(fileURLWithPath: $0).standardizedFileURL.path.split(separator: "/")
    }
    func names(_ depth: Int) -> [String] { steps.map { $0.suffix(depth).joined(separator: "/") } }
    var found = names(1)
    let deepest = steps.map(\.count).max() ?? 1
    for depth in stride(from: 2, through: deepest, by: 1) {
      let count = Dictionary(grouping: zip(found, steps), by: \.0)
        .mapValues { Set($0.map(\.1)).count }
      guard count.values.contains(where: { $0 > 1 }) else { break }
      found = zip(found, names(depth)).map { count[$0] == 1 ? $0 : $1 }
    }
    return found
  }
}
