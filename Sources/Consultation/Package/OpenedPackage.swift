import Cryptography
import Foundation
import Tabular

/// A package that was opened and checked: every byte is as it was signed.
public struct OpenedPackage: Sendable {
  /// The manifest.
  public let signed: SignedManifest
  /// The key that signed it.
  public let signer: SignerKey
  /// The files by name, without the manifest and its signature.
  public let files: [String: [UInt8]]
  /// Files that programs leave in folders and that are no part of it.
  public let ignored: [String]
  private let signature: [UInt8]

  /// What the package is about.
  public var terms: PackageTerms { signed.terms }

  /// Opens a folder or an archive in memory; nothing is written, and nothing is believed that the
  /// signature does not cover.
  ///
  /// - Parameter signers: whose keys are trusted; without them anybody may have signed.
  /// - Throws: `PackageError`.
  public init(path: String, password: [UInt8]?, signers: AllowedSigners?) throws(PackageError) {
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
      throw .absent(path: path)
    }
    let container: any PackageContainer =
      isFolder.boolValue
      ? try FolderContainer(path: path) : try ZipContainer(path: path, password: password)
    ignored = container.ignored.sorted()
    for name in [PackageManifest.fileName, PackageManifest.signatureName]
    where !container.names.contains(name) {
      throw .unsigned(missing: name)
    }
    let json = try container.read(
      PackageManifest.fileName, limit: PackageLimits.manifestBytes)
    signature = try container.read(
      PackageManifest.signatureName, limit: PackageLimits.manifestBytes)
    let seal = try PackageSignature(armored: signature)
    guard seal.isValid(for: json) else { throw .manifestChanged }
    signer = seal.signer
    signed = try SignedManifest(json: json)
    if let signers {
      let from = signed.terms.from
      guard signers.allows(signer, as: from) else {
        let names = signers.names(of: signer)
        throw names.isEmpty
          ? .signerUnknown(from: from, key: signer)
          : signers.knows(signer, as: from)
            ? .signerNotAllowed(from: from) : .signerDiffers(from: from, names: names)
      }
    }
    files = try Self.files(of: signed.manifest, in: container)
  }

  private static func files(of manifest: PackageManifest, in container: any PackageContainer)
    throws(PackageError) -> [String: [UInt8]]
  {
    var extra = container.names
      .subtracting([PackageManifest.fileName, PackageManifest.signatureName])
    var total = 0
    for resource in manifest.resources {
      guard resource.path.isSafeFileName else { throw .unsafeName(resource.path.printable) }
      guard extra.remove(resource.path) != nil else { throw .fileMissing(resource.path) }
      guard (0...PackageLimits.totalBytes).contains(resource.bytes) else {
        throw .tooLarge(bytes: resource.bytes, limit: PackageLimits.totalBytes)
      }
      total += resource.bytes
    }
    if let name = extra.min() { throw .fileExtra(name) }
    guard total <= PackageLimits.totalBytes else {
      throw .tooLarge(bytes: total, limit: PackageLimits.totalBytes)
    }
    var files: [String: [UInt8]] = [:]
    for resource in manifest.resources {
      let bytes = try container.read(resource.path, limit: resource.bytes)
      guard resource.hash == "sha256:" + SHA256.hash(bytes).hex else {
        throw manifest.xieguan.run?.policyFiles.contains(resource.path) == true
          ? .policyReplaced : .fileChanged(resource.path)
      }
      files[resource.path] = bytes
    }
    return files
  }

  /// Writes the files into a new folder, for people to read.
  /// - Throws: `PackageError.outputExists` or `.unwritable`, `TabularError`.
  public func unpack(to path: String) throws {
    guard !OutputFile.isTaken(path) else { throw PackageError.outputExists(path: path) }
    let draft = try DraftFolder(beside: path)
    let own = [PackageManifest.fileName: signed.json, PackageManifest.signatureName: signature]
    for (name, bytes) in files.merging(own, uniquingKeysWith: { $1 }) {
      try OutputFile.write(bytes, to: draft.path + "/" + name)
    }
    try draft.publish(as: path)
  }
}
