import CCrypto

/// SHA-256 over bytes that come piece by piece.
///
/// Source: FIPS 180-4, computed by OpenSSL's libcrypto.
public struct SHA256: ~Copyable {
  private let context: OpaquePointer?
  // Looking an algorithm up takes longer than hashing a short text.
  nonisolated(unsafe) fileprivate static let algorithm = Library.algorithm("SHA2-256")

  /// Starts with no bytes.
  public init() {
    context = EVP_MD_CTX_new()
    precondition(EVP_DigestInit_ex2(context, Self.algorithm, nil) == 1, "libcrypto lacks SHA-256")
  }

  deinit { EVP_MD_CTX_free(context) }

  /// Adds bytes.
  public mutating func update(_ bytes: UnsafeRawBufferPointer) {
    EVP_DigestUpdate(context, bytes.baseAddress, bytes.count)
  }

  /// Adds bytes.
  public mutating func update(_ bytes: [UInt8]) {
    bytes.withUnsafeBytes { update($0) }
  }

  /// The digest of all bytes, 32 bytes; what is added afterwards begins a new one.
  public mutating func finish() -> [UInt8] {
    defer { EVP_DigestInit_ex2(context, Self.algorithm, nil) }
    return [UInt8](unsafeUninitializedCapacity: 32) { digest, count in
      EVP_DigestFinal_ex(context, digest.baseAddress, nil)
      count = 32
    }
  }

  /// The digest of a text or of bytes at once: 32 bytes.
  public static func hash(_ bytes: some Sequence<UInt8>) -> [UInt8] {
    digest(bytes, algorithm, size: 32)
  }
}

/// SHA-512.
///
/// Source: FIPS 180-4, computed by OpenSSL's libcrypto.
public enum SHA512 {
  nonisolated(unsafe) private static let algorithm = Library.algorithm("SHA2-512")

  /// The digest of a text or of bytes: 64 bytes.
  public static func hash(_ bytes: some Sequence<UInt8>) -> [UInt8] {
    digest(bytes, algorithm, size: 64)
  }
}

extension Sequence<UInt8> {
  /// The bytes in lower-case hex.
  public var hex: String {
    let digits = Array("0123456789abcdef".utf8)
    return String(
      decoding: flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
  }
}

private func digest(
  _ bytes: some Sequence<UInt8>, _ algorithm: OpaquePointer?, size: Int
) -> [UInt8] {
  let bytes = Array(bytes)
  return [UInt8](unsafeUninitializedCapacity: size) { digest, count in
    precondition(
      EVP_Digest(bytes, bytes.count, digest.baseAddress, nil, algorithm, nil) == 1,
      "libcrypto lacks SHA-2")
    count = size
  }
}

/// libcrypto as a whole.
enum Library {
  /// Looks an algorithm up.
  ///
  /// The library is told first not to take itself down when the process ends: a thread may still be
  /// hashing then, and would find its locks gone.
  static func algorithm(_ name: String) -> OpaquePointer? {
    OPENSSL_init_crypto(UInt64(OPENSSL_INIT_NO_ATEXIT), nil)
    return EVP_MD_fetch(nil, name, nil)
  }
}
