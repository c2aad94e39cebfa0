import Cryptography
import Foundation

/// A signature over a manifest as `ssh-keygen -Y sign` makes it (SSHSIG), so that
/// `ssh-keygen -Y verify -n xieguan-package` accepts it without our software.
///
/// Source: `PROTOCOL.sshsig` of OpenSSH.
public struct PackageSignature: Sendable {
  /// What the signature is for; a signature made for anything else does not count.
  public static let namespace = "xieguan-package"

  /// The key that made it.
  public let signer: SignerKey
  private let hash: String
  /// The signature's algorithm; an RSA key has several.
  private let algorithm: String
  private let signature: [UInt8]

  private static let kind = "SSH SIGNATURE"
  private static let magic = Array("SSHSIG".utf8)

  /// Signs a message.
  init(signing message: [UInt8], with key: SigningKey) {
    signer = key.publicKey
    hash = "sha512"
    algorithm = SignerKey.kind
    signature = key.signature(of: Self.signed(SHA512.hash(message), hash))
  }

  /// Reads an armoured signature.
  /// - Throws: `PackageError.signatureUnreadable`, `.signatureForOther`, `.signatureOfOtherKind`.
  init(armored text: [UInt8]) throws(PackageError) {
    guard let bytes = Armor.unwrap(text, as: Self.kind) else { throw .signatureUnreadable }
    var reader = WireReader(bytes)
    guard reader.skip(Self.magic), reader.number() == 1, let key = reader.string(),
      let purpose = reader.string(), reader.string() != nil, let hash = reader.string(),
      let blob = reader.string(), reader.rest.isEmpty
    else { throw .signatureUnreadable }
    guard purpose == Array(Self.namespace.utf8) else {
      throw .signatureForOther(String(decoding: purpose, as: UTF8.self).printable)
    }
    guard let signer = SignerKey(blob: key) else {
      var reader = WireReader(key)
      let kind = String(decoding: reader.string() ?? [], as: UTF8.self).printable
      throw .signatureOfOtherKind(kind)
    }
    var inner = WireReader(blob)
    guard let algorithm = inner.string(), let signature = inner.string() else {
      throw .signatureUnreadable
    }
    self.signer = signer
    self.algorithm = String(decoding: algorithm, as: UTF8.self)
    self.hash = String(decoding: hash, as: UTF8.self)
    self.signature = signature
  }

  /// Whether it was made over a message by its key.
  func isValid(for message: [UInt8]) -> Bool {
    let digest: [UInt8]
    switch hash {
    case "sha256": digest = SHA256.hash(message)
    case "sha512": digest = SHA512.hash(message)
    default: return false
    }
    let message = Self.signed(digest, self.hash)
    switch (signer.key, algorithm) {
    case (.ed25519, SignerKey.kind):
      return signer.key.isValid(signature, for: message, hash: nil)
    case (.rsa, "rsa-sha2-256"): return signer.key.isValid(signature, for: message, hash: .sha256)
    case (.rsa, "rsa-sha2-512"): return signer.key.isValid(signature, for: message, hash: .sha512)
    case (.ecdsa(let curve, _), signer.kind):
      var numbers = WireReader(signature)
      guard let r = numbers.string(), let s = numbers.string(), numbers.rest.isEmpty else {
        return false
      }
      let hash: PublicKey.Hash =
        switch curve {
        case .nistp256: .sha256
        case .nistp384: .sha384
        case .nistp521: .sha512
        }
      return signer.key.isValid(
        PublicKey.ecdsaSignature(r: r, s: s), for: message, hash: hash)
    default: return false
    }
  }

  /// The signature as text.
  var armored: [UInt8] {
    var inner = WireWriter()
    inner.string(algorithm.utf8)
    inner.string(signature)
    var writer = WireWriter()
    writer.raw(Self.magic)
    writer.number(1)
    writer.string(signer.blob)
    writer.string(Self.namespace.utf8)
    writer.string("".utf8)
    writer.string(hash.utf8)
    writer.string(inner.bytes)
    return Armor.wrap(writer.bytes, as: Self.kind)
  }

  /// What is signed: the digest with its purpose.
  private static func signed(_ digest: [UInt8], _ hash: String) -> [UInt8] {
    var writer = WireWriter()
    writer.raw(magic)
    writer.string(namespace.utf8)
    writer.string("".utf8)
    writer.string(hash.utf8)
    writer.string(digest)
    return writer.bytes
  }
}
