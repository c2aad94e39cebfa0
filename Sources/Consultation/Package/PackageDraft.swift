import Cryptography
import Foundation
import Model
public import Tabular

/// A package that is being written: its files lie in a folder beside the final place, which gets its
/// name when the package is published.
public final class PackageDraft {
  private static let archiveName = ".zip"

  private let output: String
  private let folder: DraftFolder
  private let password: [UInt8]?
  private var resources: [PackageManifest.Resource] = []

  /// Begins a package; a `.zip` is sealed with a password, anything else is a folder.
  /// - Parameter isThere: whether the same package is expected at its place; it is never written over.
  /// - Throws: `PackageError`, `TabularError`.
  public init(output: String, password: [UInt8]?, isThere: Bool = false) throws {
    guard isThere || !OutputFile.isTaken(output) else {
      throw PackageError.outputExists(path: output)
    }
    let isArchive = output.lowercased().hasSuffix(".zip")
    guard !isArchive || password != nil else { throw PackageError.passwordAbsent }
    let isFit =
      password.map { bytes in bytes.count >= 8 && bytes.allSatisfy { (0x20...0x7E).contains($0) } }
      ?? true
    guard !isArchive || isFit else { throw PackageError.passwordUnfit }
    self.output = output
    self.password = isArchive ? password : nil
    let above = URL(fileURLWithPath: output).deletingLastPathComponent()
    do {
      try FileManager.default.createDirectory(
        at: above, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    } catch {
      throw PackageError.unwritable(path: output)
    }
    folder = try DraftFolder(beside: above.appending(path: "package").path)
  }

  /// Adds a table; `rows` writes its rows, the header is written already.
  /// - Throws: `TabularError`, and what `rows` throws.
  public func addTable(
    _ name: String, title: String, schema: TableSchema, rows: (inout CSVWriter) throws -> Void
  ) throws {
    let file = try OutputFile(path: path(name + ".csv"))
    var sheet = CSVWriter { try file.write($0) }
    for field in schema.fields { sheet.field(field.name) }
    try sheet.endRow()
    try rows(&sheet)
    try sheet.finish()
    try file.finish()
    try add(name, name + ".csv", title, "text/csv", schema: schema)
  }

  /// Adds a table that `write` puts where it is told, header and all.
  /// - Throws: What `write` throws.
  public func addSheet(
    _ name: String, title: String, schema: TableSchema, write: (_ path: String) throws -> Void
  ) throws {
    try write(path(name + ".csv"))
    try add(name, name + ".csv", title, "text/csv", schema: schema)
  }

  /// Adds a file; `write` puts it where it is told.
  /// - Throws: What `write` throws.
  public func addFile(
    _ fileName: String, title: String, mediaType: String, write: (_ path: String) throws -> Void
  ) throws {
    try write(path(fileName))
    try add(fileName.replacing(".", with: "-"), fileName, title, mediaType, schema: nil)
  }

  /// Adds a file with some bytes.
  /// - Throws: `TabularError`.
  public func addFile(_ bytes: [UInt8], as fileName: String, title: String, mediaType: String)
    throws
  {
    try addFile(fileName, title: title, mediaType: mediaType) {
      try OutputFile.write(bytes, to: $0)
    }
  }

  /// The media type of workbooks.
  public static let workbookType =
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"

  private func path(_ fileName: String) -> String { folder.path + "/" + fileName }

  private func add(
    _ name: String, _ fileName: String, _ title: String, _ mediaType: String, schema: TableSchema?
  ) throws {
    let bytes = try Data(contentsOf: URL(fileURLWithPath: path(fileName)), options: .mappedIfSafe)
    resources.append(
      PackageManifest.Resource(
        name: name, path: fileName, title: title, type: schema == nil ? "file" : "table",
        profile: schema == nil ? "data-resource" : "tabular-data-resource",
        format: String(fileName.split(separator: ".").last ?? ""), mediatype: mediaType,
        bytes: bytes.count, hash: "sha256:" + SHA256.hash(bytes).hex,
        encoding: schema == nil ? nil : "utf-8", schema: schema))
  }

  /// Adds the guide, after which the files are complete.
  /// - Throws: `LetterError`, `TabularError`.
  public func addGuide(_ terms: PackageTerms) throws {
    try addFile(
      PackageGuide.bytes(terms), as: PackageGuide.fileName, title: "使用说明", mediaType: "text/plain")
  }

  /// What the package says of itself under some terms.
  /// - Throws: `EncodingError`.
  public func manifest(_ terms: PackageTerms) throws -> SignedManifest {
    let manifest = PackageManifest(
      name: "xieguan-\(terms.kind.rawValue)-\(terms.serial)", title: terms.title,
      resources: resources, terms: terms)
    return SignedManifest(manifest: manifest, json: try manifest.json)
  }

  /// Writes the manifest and its signature; the package has not left yet.
  /// - Throws: `PackageError`, `TabularError`.
  public func seal(_ manifest: SignedManifest, with key: SigningKey) throws {
    try OutputFile.write(manifest.json, to: path(PackageManifest.fileName))
    let signature = PackageSignature(signing: manifest.json, with: key)
    try OutputFile.write(signature.armored, to: path(PackageManifest.signatureName))
    guard let password else { return }
    let names = [PackageManifest.fileName, PackageManifest.signatureName] + resources.map(\.path)
    try ZipFile.write(
      names.map { ($0, path($0)) }, to: path(Self.archiveName), password: password)
  }

  /// Gives the package its name, which nothing must have taken.
  /// - Throws: `TabularError`.
  public func publish() throws {
    if password == nil {
      try folder.publish(as: output)
    } else {
      try folder.publish(Self.archiveName, as: output)
    }
  }
}

/// A manifest with its bytes, which are what is signed.
public struct SignedManifest: Sendable {
  /// What it says.
  public let manifest: PackageManifest
  /// Its bytes.
  public let json: [UInt8]

  /// What the package is about.
  public var terms: PackageTerms { manifest.xieguan }

  /// SHA-256 of its bytes in lower-case hex.
  public var sha256: String { SHA256.hash(json).hex }

  /// The package's short name: the first twelve hex digits of the digest.
  public var id: String { String(sha256.prefix(12)) }

  init(manifest: PackageManifest, json: [UInt8]) {
    self.manifest = manifest
    self.json = json
  }

  /// Reads a manifest from its bytes.
  /// - Throws: `PackageError.manifestUnreadable` or `.newer`.
  public init(json: [UInt8]) throws(PackageError) {
    guard let manifest = try? PackageManifest(json: json) else { throw .manifestUnreadable }
    let version = manifest.xieguan.version
    guard version <= PackageTerms.currentVersion else { throw .newer(version: version) }
    self.manifest = manifest
    self.json = json
  }
}
