import CCrypto

/// A public key that checks signatures: Ed25519, RSA (PKCS #1 v1.5) or ECDSA on a curve of NIST.
///
/// Source: RFC 5280, 8017, 5480 and 8410, computed by OpenSSL's libcrypto.
public enum PublicKey: Sendable, Hashable {
  /// The thirty-two bytes of an Ed25519 key.
  case ed25519([UInt8])
  /// Modulus and exponent, most significant byte first.
  case rsa(modulus: [UInt8], exponent: [UInt8])
  /// A curve, and a point on it in uncompressed form.
  case ecdsa(Curve, point: [UInt8])

  /// A curve of NIST.
  public enum Curve: String, Sendable {
    /// P-256.
    case nistp256
    /// P-384.
    case nistp384
    /// P-521.
    case nistp521

    fileprivate var objectIdentifier: [UInt8] {
      switch self {
      case .nistp256: [0x2a, 0x86, 0x48, 0xce, 0x3d, 0x03, 0x01, 0x07]
      case .nistp384: [0x2b, 0x81, 0x04, 0x00, 0x22]
      case .nistp521: [0x2b, 0x81, 0x04, 0x00, 0x23]
      }
    }
  }

  /// A hash function that an RSA or ECDSA signature goes with.
  public enum Hash: Sendable {
    /// SHA-256.
    case sha256
    /// SHA-384.
    case sha384
    /// SHA-512.
    case sha512
  }

  /// Whether a signature of a message was made with the private half.
  ///
  /// - Parameters:
  ///   - signature: 64 bytes for Ed25519, as long as the modulus for RSA; for ECDSA the DER sequence
  ///     of the two numbers, see `ecdsaSignature(r:s:)`.
  ///   - hash: what the message is hashed with; Ed25519 hashes by itself and takes nil.
  public func isValid(_ signature: [UInt8], for message: [UInt8], hash: Hash?) -> Bool {
    let bytes = subjectPublicKeyInfo
    let key = bytes.withUnsafeBufferPointer { buffer in
      var start = buffer.baseAddress
      return d2i_PUBKEY(nil, &start, buffer.count)
    }
    guard let key else { return false }
    let context = EVP_MD_CTX_new()
    defer {
      EVP_MD_CTX_free(context)
      EVP_PKEY_free(key)
    }
    let digest =
      switch hash {
      case .sha256: EVP_sha256()
      case .sha384: EVP_sha384()
      case .sha512: EVP_sha512()
      case nil: OpaquePointer?.none
      }
    return EVP_DigestVerifyInit(context, nil, digest, nil, key) == 1
      && EVP_DigestVerify(context, signature, signature.count, message, message.count) == 1
  }

  /// The two numbers of an ECDSA signature as `isValid` takes them.
  public static func ecdsaSignature(r: [UInt8], s: [UInt8]) -> [UInt8] {
    der(0x30, der(0x02, positive(r)) + der(0x02, positive(s)))
  }

  /// The key as RFC 5280 lays it out.
  private var subjectPublicKeyInfo: [UInt8] {
    let algorithm: [UInt8]
    let key: [UInt8]
    switch self {
    case .ed25519(let bytes):
      algorithm = Self.der(0x06, [0x2b, 0x65, 0x70])
      key = bytes
    case .rsa(let modulus, let exponent):
      algorithm =
        Self.der(0x06, [0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 0x01, 0x01, 0x01]) + Self.der(0x05, [])
      key = Self.der(
        0x30, Self.der(0x02, Self.positive(modulus)) + Self.der(0x02, Self.positive(exponent)))
    case .ecdsa(let curve, let point):
      algorithm =
        Self.der(0x06, [0x2a, 0x86, 0x48, 0xce, 0x3d, 0x02, 0x01])
        + Self.der(0x06, curve.objectIdentifier)
      key = point
    }
    return Self.der(0x30, Self.der(0x30, algorithm) + Self.der(0x03, [0] + key))
  }

  /// A value of DER: its tag, its length, its bytes (X.690).
  private static func der(_ tag: UInt8, _ bytes: [UInt8]) -> [UInt8] {
    if bytes.count < 128 { return [tag, UInt8(bytes.count)] + bytes }
    let length = withUnsafeBytes(of: bytes.count.bigEndian) { Array($0.drop { $0 == 0 }) }
    return [tag, 0x80 | UInt8(length.count)] + length + bytes
  }

  /// A number that is not negative, in as few bytes as DER wants.
  private static func positive(_ number: [UInt8]) -> [UInt8] {
    let digits = number.drop { $0 == 0 }
    return (digits.first ?? 0x80) >= 0x80 ? [0] + digits : Array(digits)
  }
}
