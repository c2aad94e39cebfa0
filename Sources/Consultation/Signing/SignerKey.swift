import Cryptography
import Foundation

/// The public half of a key with which a bureau signs (Ed25519).
public struct SignerKey: Hashable, Sendable {
  /// The thirty-two bytes of the key.
  public let bytes: [UInt8]

  static let kind = "ssh-ed25519"

  init(bytes: [UInt8]) {
    self.bytes = bytes
  }

  /// Reads the key as SSH lays it out; nothing where it is of another kind.
  init?(blob: [UInt8]) {
    var reader = WireReader(blob)
    guard reader.string() == Array(Self.kind.utf8), let key = reader.string(), key.count == 32,
      reader.rest.isEmpty
    else { return nil }
    bytes = key
  }

  /// The key as SSH lays it out.
  var blob: [UInt8] {
    var writer = WireWriter()
    writer.string(Self.kind.utf8)
    writer.string(bytes)
    return writer.bytes
  }

  /// The key as a line of a `.pub` file, without a comment.
  public var line: String { "\(Self.kind) \(Data(blob).base64EncodedString())" }

  /// The digest that two people compare on the telephone, as `ssh-keygen -l` shows it.
  public var fingerprint: String {
    let digest = Data(SHA256.hash(blob)).base64EncodedString()
    return "SHA256:" + digest.prefix { $0 != "=" }
  }
}
