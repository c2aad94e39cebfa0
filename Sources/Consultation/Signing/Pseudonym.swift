import Cryptography
import Foundation

/// Names by which a bureau recognises the same person in several packages without learning who that
/// is: HMAC-SHA-256 of the identity number under a key that stays with the sender.
public struct Pseudonym: Sendable {
  private let key: [UInt8]

  /// Reads the key, which has at least thirty-two bytes.
  /// - Throws: `KeyError`.
  public init(keyFile path: String) throws(KeyError) {
    guard let data = FileManager.default.contents(atPath: path) else { throw .absent(path: path) }
    guard data.count >= 32 else { throw .pseudonymKeyShort(path: path, bytes: data.count) }
    key = Array(data)
  }

  /// The pseudonym of an identity number: sixteen hex digits.
  public func name(of residentID: String) -> String {
    HMAC.sha256(Array(residentID.utf8), key: key).prefix(8).hex
  }
}
