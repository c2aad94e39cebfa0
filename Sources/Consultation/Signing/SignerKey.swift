import Cryptography
import Foundation

/// The public half of a key with which a bureau signs, as SSH lays it out.
public struct SignerKey: Hashable, Sendable {
  /// The key's algorithm, such as `ssh-ed25519`.
  public let kind: String
  /// The key as SSH lays it out.
  let blob: [UInt8]
  /// The key as signatures are checked with it.
  let key: PublicKey

  static let kind = "ssh-ed25519"

  /// An Ed25519 key of ours.
  init(ed25519 bytes: [UInt8]) {
    var writer = WireWriter()
    writer.string(Self.kind.utf8)
    writer.string(bytes)
    kind = Self.kind
    blob = writer.bytes
    key = .ed25519(bytes)
  }

  /// Reads a key: Ed25519, RSA or ECDSA; nil where it is of another kind or damaged.
  ///
  /// Source: RFC 8709, 4253 and 5656.
  init?(blob: [UInt8]) {
    var reader = WireReader(blob)
    guard let kind = reader.string().map({ String(decoding: $0, as: UTF8.self) }) else {
      return nil
    }
    switch kind {
    case Self.kind:
      guard let bytes = reader.string(), bytes.count == 32 else { return nil }
      key = .ed25519(bytes)
    case "ssh-rsa":
      guard let exponent = reader.string(), let modulus = reader.string(), modulus.count >= 128
      else { return nil }
      key = .rsa(modulus: modulus, exponent: exponent)
    case _ where kind.hasPrefix("ecdsa-sha2-"):
      guard let name = reader.string(), let point = reader.string(),
        let curve = PublicKey.Curve(rawValue: String(decoding: name, as: UTF8.self)),
        kind == "ecdsa-sha2-\(curve.rawValue)"
      else { return nil }
      key = .ecdsa(curve, point: point)
    default: return nil
    }
    guard reader.rest.isEmpty else { return nil }
    self.kind = kind
    self.blob = blob
  }

  /// The key as a line of a `.pub` file, without a comment.
  public var line: String { "\(kind) \(Data(blob).base64EncodedString())" }

  /// The digest that two people compare on the telephone, as `ssh-keygen -l` shows it.
  public var fingerprint: String {
    let digest = Data(SHA256.hash(blob)).base64EncodedString()
    return "SHA256:" + digest.prefix { $0 != "=" }
  }
}
