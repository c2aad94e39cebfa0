public import Consultation
import Foundation

/// What a package gives when its result is worked out again from its own tables and rules.
public struct Recomputation: Sendable {
  /// The digest that it says.
  public let stated: String
  /// The digest that comes out.
  public let found: String

  /// Works a package's result out again; nothing where it holds none.
  /// - Throws: `PackageError.policyReplaced`, `ConsultError.listDiffers`, `PolicyError`.
  public init?(_ package: OpenedPackage) throws {
    guard let terms = package.terms.run else { return nil }
    stated = terms.digest
    let (name, table): (String, [UInt8])
    switch package.terms.matter {
    case .ranking:
      let part = try ConsultedRun(package, terms: terms)
      found = part.run.digestHex
      (name, table) = (
        "ranking.csv", try Scratch.bytes { try RankingSheet.write(part.run, to: $0) }
      )
    case .plan:
      (name, table) = ("plan.csv", try ConsultedPlan(package, terms: terms).table)
      found = ConsultedPlan.digest(table)
    case .month: return nil
    }
    // The list that people see must be the one that the facts give.
    guard found != stated || package.files[name] == table else {
      throw ConsultError.listDiffers(name)
    }
  }

  /// Whether the result is the one that was stated.
  public var agrees: Bool { stated == found }
}

/// A file that is written only to be read.
enum Scratch {
  static func bytes(_ write: (_ path: String) throws -> Void) throws -> [UInt8] {
    let place = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    defer { try? FileManager.default.removeItem(at: place) }
    try write(place.path)
    return Array(try Data(contentsOf: place))
  }

  static func file<Result>(_ bytes: [UInt8], _ read: (_ path: String) throws -> Result) throws
    -> Result
  {
    let place = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    defer { try? FileManager.default.removeItem(at: place) }
    try Data(bytes).write(to: place)
    return try read(place.path)
  }
}
