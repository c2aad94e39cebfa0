import Crypto
import Foundation

/// Names by which a bureau recognises the same person in several packages without learning who that
/// is: HMAC-SHA-256 of the identity number under a key that stays with the sender.
public struct Pseudonym: Sendable {
  private let key: SymmetricKey

  /// Reads the key, which has at least thirty-two bytes.
  /// - Throws: `KeyError`.
  public init(keyFile path: String) throws(KeyError) {
    guard let data = FileManager.default.contents(atPath: path) else { throw .absent(path: path) }
    guard data.count >= 32 else { throw .pseudonymKeyShort(path: path, bytes: data.count) }
    key = SymmetricKey(data: data)
  }

  /// The pseudonym of an identity number: sixteen hex digits.
  public func name(of residentID: String) -> String {
    let code = HMAC<SHA256>.authenticationCode(for: Data(residentID.utf8), using: key)
    return code.prefix(8).hex
  }
}

extension Sequence<UInt8> {
  /// The bytes in lower-case hex.
  var hex: String {
    map { String($0 >> 4, radix: 16) + String($0 & 15, radix: 16) }.joined()
  }
}
