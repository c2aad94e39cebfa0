import Foundation
import Testing

@testable import Consultation

/// Who may sign is judged by OpenSSH's own program and by ours, side by side.
@Suite("Trusted signers")
struct AllowedSignersTests {
  /// Lines of `allowed_signers`: `K` stands for the key that signed, `O` for another one.
  private static let variants = [
    "甲局 K", "甲局 O", "乙局 K", "甲局,乙局 K", "乙局,甲局 K", "甲* K", "?局 K", "* K", "乙*,甲局 K",
    "*,!甲局 K", "!甲局,* K", "!乙局,* K", "甲局 K 备注 comment", "  甲局 K", "\t甲局\tK", "甲局   K",
    "\"甲局\" K", "\"甲局,乙局\" K", "\"甲局 K", "# 甲局 K", "\n\n甲局 K\n", "甲局 K\r\n", "\u{FEFF}甲局 K",
    "\u{FEFF}# note\n甲局 K", "甲局 namespaces=\"xieguan-package\" K",
    "甲局 namespaces=\"git,xieguan-package\" K", "甲局 namespaces=\"git\" K",
    "甲局 namespaces=\"xieguan-*\" K", "甲局 namespaces=\"*,!xieguan-package\" K",
    "甲局 namespaces=xieguan-package K", "甲局 NAMESPACES=\"xieguan-package\" K",
    "甲局 namespaces=\"git\",namespaces=\"xieguan-package\" K", "甲局 namespaces=\"a b\" K",
    "甲局 namespaces=\"git\" K\n甲局 K", "甲局 O\n甲局 K", "甲局 valid-after=\"20200101\" K",
    "甲局 valid-after=\"20300101\" K", "甲局 valid-before=\"20300101\" K",
    "甲局 valid-before=\"20200101\" K", "甲局 valid-before=\"20240601000000Z\" K",
    "甲局 valid-before=\"20240601000001Z\" K", "甲局 valid-after=\"20240601000000Z\" K",
    "甲局 valid-after=\"20240601000001Z\" K", "甲局 valid-after=\"202406010000\" K",
    "甲局 valid-after=\"2024060100\" K", "甲局 valid-after=\"20240230\" K",
    "甲局 valid-after=\"20241301\" K", "甲局 valid-after=\"20200101\",valid-before=\"20300101\" K",
    "甲局 valid-after=\"20300101\",valid-before=\"20200101\" K",
    "甲局 valid-before=\"20300101\",valid-before=\"20310101\" K",
    "甲局 namespaces=\"xieguan-package\",valid-before=\"20300101\" K", "甲局 cert-authority K",
    "甲局 unknown-option K", "甲局 namespaces=\"xieguan-package\", K", "甲局 ,K", "甲局", "甲局 ssh-ed25519",
    "甲局 ssh-ed25519 AAAA", "坏行 ssh-ed25519 AAAA\n甲局 K", "甲局 ssh-ed25519 AAAA\n甲局 K",
    "坏行\n甲局 K", "甲局 ssh-rsa K", "甲局 valid-after=\"20200101UTC\" K", "甲局 valid-after=20200101 K",
    "甲局 K\n坏行", "", " \n甲局 K", "甲局\u{3000}K", "甲局 namespaces=\"\" K",
  ]

  @Test("are those whom ssh-keygen accepts", arguments: variants)
  func agreesWithOpenSSH(variant: String) throws {
    let scratch = try Scratch()
    let other = SigningKey(comment: "").publicKey
    let key = SigningKey(comment: "")
    let list = variant.map { $0 == "K" ? key.publicKey.line : $0 == "O" ? other.line : String($0) }
      .joined()
    let message = Array("a manifest".utf8)
    try scratch.write(Array(list.utf8), "signers")
    try scratch.write(message, "message")
    try scratch.write(PackageSignature(signing: message, with: key).armored, "signature")
    let status = try Shell.run(
      "ssh-keygen -Y verify -f signers -I 甲局 -n xieguan-package -O verify-time=20240601000000Z"
        + " -s signature < message > said 2>&1", in: scratch.folder)
    let moment = try #require(try? Date("2024-06-01T00:00:00Z", strategy: .iso8601))
    let said = String(decoding: try scratch.bytes("said"), as: UTF8.self)
    let allows = AllowedSigners(text: list, at: moment).allows(key.publicKey, as: "甲局")
    #expect(allows == (status == 0), "ssh-keygen says \(said)")
  }

  @Test(
    "may use the keys of OpenSSH's own making",
    arguments: ["ed25519", "rsa -b 2048", "ecdsa -b 256", "ecdsa -b 384", "ecdsa -b 521"])
  func otherKinds(kind: String) throws {
    let scratch = try Scratch()
    try scratch.write(Array("a manifest".utf8), "message")
    #expect(
      try Shell.run(
        "ssh-keygen -q -t \(kind) -N '' -f k && ssh-keygen -Y sign -f k -n xieguan-package message",
        in: scratch.folder) == 0)
    let signature = try PackageSignature(armored: scratch.bytes("message.sig"))
    #expect(signature.isValid(for: Array("a manifest".utf8)))
    #expect(!signature.isValid(for: Array("another one".utf8)))
    let line = "甲局 \(String(decoding: try scratch.bytes("k.pub"), as: UTF8.self))"
    #expect(AllowedSigners(text: line, at: Scratch.moment).allows(signature.signer, as: "甲局"))
  }

  @Test("are told which kind of key or which purpose is not theirs")
  func named() throws {
    let scratch = try Scratch()
    let message = Array("a manifest".utf8)
    try scratch.write(message, "message")
    #expect(
      try Shell.run(
        "ssh-keygen -q -t ed25519 -N '' -f k && ssh-keygen -Y sign -f k -n git message",
        in: scratch.folder) == 0)
    #expect(throws: PackageError.signatureForOther("git")) {
      try PackageSignature(armored: scratch.bytes("message.sig"))
    }
    var key = WireWriter()
    key.string("sk-ssh-ed25519@openssh.com".utf8)
    var writer = WireWriter()
    writer.raw("SSHSIG".utf8)
    writer.number(1)
    for field in [
      key.bytes, Array(PackageSignature.namespace.utf8), [], Array("sha512".utf8), [0],
    ] {
      writer.string(field)
    }
    #expect(throws: PackageError.signatureOfOtherKind("sk-ssh-ed25519@openssh.com")) {
      try PackageSignature(armored: Armor.wrap(writer.bytes, as: "SSH SIGNATURE"))
    }
    #expect(throws: PackageError.signatureUnreadable) { try PackageSignature(armored: message) }
  }
}
