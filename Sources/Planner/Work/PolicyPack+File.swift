import Foundation
public import Policy

extension PolicyPack {
  /// The built-in policy of a name, or the one in a file.
  /// - Throws: `PolicyError`.
  public static func opened(_ nameOrFile: String) throws(PolicyError) -> PolicyPack {
    try named(nameOrFile) { FileManager.default.contents(atPath: $0).map(Array.init) }
  }
}
