import CCrypto

/// Signing with Ed25519; `PublicKey` checks what was signed.
///
/// Source: RFC 8032, computed by OpenSSL's libcrypto.
public enum Ed25519 {
  /// A private key.
  public struct PrivateKey: Sendable {
    /// The seed that makes the key: 32 bytes.
    public let seed: [UInt8]
    /// The public half: 32 bytes.
    public let publicKey: [UInt8]

    /// Makes a new key from the system's random bytes.
    public init() {
      var random = SystemRandomNumberGenerator()
      let seed = (0..<32).map { _ in UInt8.random(in: .min ... .max, using: &random) }
      self.seed = seed
      publicKey = Self.publicKey(of: seed) ?? []
    }

    /// The key of a seed; nil unless it has 32 bytes.
    public init?(seed: [UInt8]) {
      guard let publicKey = Self.publicKey(of: seed) else { return nil }
      self.seed = seed
      self.publicKey = publicKey
    }

    /// Signs a message: 64 bytes, the same each time.
    public func signature(of message: [UInt8]) -> [UInt8] {
      let key = EVP_PKEY_new_raw_private_key(EVP_PKEY_ED25519, nil, seed, seed.count)
      let context = EVP_MD_CTX_new()
      defer {
        EVP_MD_CTX_free(context)
        EVP_PKEY_free(key)
      }
      return [UInt8](unsafeUninitializedCapacity: 64) { signature, count in
        count = 64
        precondition(
          EVP_DigestSignInit(context, nil, nil, nil, key) == 1
            && EVP_DigestSign(
              context, signature.baseAddress, &count, message, message.count) == 1,
          "libcrypto lacks Ed25519")
      }
    }

    private static func publicKey(of seed: [UInt8]) -> [UInt8]? {
      guard seed.count == 32,
        let key = EVP_PKEY_new_raw_private_key(EVP_PKEY_ED25519, nil, seed, seed.count)
      else { return nil }
      defer { EVP_PKEY_free(key) }
      return [UInt8](unsafeUninitializedCapacity: 32) { bytes, count in
        count = 32
        EVP_PKEY_get_raw_public_key(key, bytes.baseAddress, &count)
      }
    }
  }
}
