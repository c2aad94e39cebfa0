import CCrypto

/// A code that only the holder of a key can make or check.
///
/// Source: RFC 2104 with SHA-256, computed by OpenSSL's libcrypto.
public enum HMAC {
  /// The code of bytes under a key: 32 bytes.
  public static func sha256(_ bytes: [UInt8], key: [UInt8]) -> [UInt8] {
    [UInt8](unsafeUninitializedCapacity: 32) { code, count in
      CCrypto.HMAC(
        EVP_sha256(), key, Int32(key.count), bytes, bytes.count, code.baseAddress, nil)
      count = 32
    }
  }
}
