import Foundation

/// `datapackage.json`: every file of a package with its digest, and what the package is about.
///
/// Source: Data Package and Table Schema, version 1 (specs.frictionlessdata.io).
public struct PackageManifest: Codable, Sendable {
  /// One file.
  public struct Resource: Codable, Sendable {
    /// Its name for programs.
    public var name: String
    /// Its file name.
    public var path: String
    /// What people call it.
    public var title: String
    /// `table`, which a validator reads, or `file`, which it leaves alone.
    public var type: String
    /// What a validator of the older version makes of it.
    public var profile: String
    /// The ending of its name.
    public var format: String
    /// Its media type.
    public var mediatype: String
    /// Its size.
    public var bytes: Int
    /// `sha256:` and the digest of its bytes in hex.
    public var hash: String
    /// The encoding of a table.
    public var encoding: String?
    /// The columns of a table.
    public var schema: TableSchema?
  }

  /// The package's name for programs.
  public var name: String
  /// What people call it.
  public var title: String
  /// What a validator makes of it.
  public var profile = "data-package"
  /// The files, without the manifest and its signature.
  public var resources: [Resource]
  /// What the package is about.
  public var xieguan: PackageTerms

  /// The manifest's own name.
  public static let fileName = "datapackage.json"
  /// The name of its signature.
  public static let signatureName = "signature"

  var json: [UInt8] {
    get throws {
      let encoder = JSONEncoder()
      encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
      return Array(try encoder.encode(self)) + [UInt8(ascii: "\n")]
    }
  }

  init(json: [UInt8]) throws {
    self = try JSONDecoder().decode(Self.self, from: Data(json))
  }

  init(name: String, title: String, resources: [Resource], terms: PackageTerms) {
    self.name = name
    self.title = title
    self.resources = resources
    xieguan = terms
  }
}
