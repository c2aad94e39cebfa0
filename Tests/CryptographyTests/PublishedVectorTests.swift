import Cryptography
import Testing

@Suite("Hashes, codes and signatures")
struct PublishedVectorTests {
  @Test(
    "hash as FIPS 180-4 says",
    arguments: [
      ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
      ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
      (
        "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
        "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
      ),
    ])
  func sha256(text: String, digest: String) {
    #expect(SHA256.hash(text.utf8).hex == digest)
    var pieces = SHA256()
    for byte in text.utf8 { pieces.update([byte]) }
    #expect(pieces.finish().hex == digest)
  }

  @Test("hash with SHA-512 as FIPS 180-4 says")
  func sha512() {
    #expect(
      SHA512.hash("abc".utf8).hex
        == "ddaf35a193617abacc417349ae20413112e6fa4e89a97ea20a9eeee64b55d39a"
        + "2192992a274fc1a836ba3c23a3feebbd454d4423643ce80e2a9ac94fa54ca49f")
  }

  @Test("make the code of RFC 4231, case 2")
  func hmac() {
    #expect(
      HMAC.sha256(Array("what do ya want for nothing?".utf8), key: Array("Jefe".utf8)).hex
        == "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843")
  }

  @Test("sign as RFC 8032, test 2, says")
  func ed25519() throws {
    let seed = try bytes("4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb")
    let key = try #require(Ed25519.PrivateKey(seed: seed))
    #expect(
      key.publicKey.hex == "3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c")
    let signature = key.signature(of: [0x72])
    #expect(
      signature.hex
        == "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da"
        + "085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00")
    let open = PublicKey.ed25519(key.publicKey)
    #expect(open.isValid(signature, for: [0x72], hash: nil))
    #expect(!open.isValid(signature, for: [0x73], hash: nil))
    #expect(!open.isValid(Array(signature.dropLast()), for: [0x72], hash: nil))
    #expect(!PublicKey.ed25519([1, 2, 3]).isValid(signature, for: [0x72], hash: nil))
    #expect(Ed25519.PrivateKey(seed: [1]) == nil)
    #expect(Ed25519.PrivateKey().publicKey != Ed25519.PrivateKey().publicKey)
  }

  private func bytes(_ hex: String) throws -> [UInt8] {
    try stride(from: 0, to: hex.count, by: 2).map { place in
      let start = hex.index(hex.startIndex, offsetBy: place)
      return try #require(UInt8(hex[start..<hex.index(start, offsetBy: 2)], radix: 16))
    }
  }
}
