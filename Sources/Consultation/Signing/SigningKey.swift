import Cryptography
import Foundation
import Tabular

/// A bureau's own key, kept in a file as OpenSSH keeps it.
public struct SigningKey: Sendable {
  private let key: Ed25519.PrivateKey
  /// What the key says of itself, such as the bureau's name.
  public let comment: String

  private static let kind = "OPENSSH PRIVATE KEY"
  private static let magic = Array("openssh-key-v1\0".utf8)

  /// Makes a new key.
  public init(comment: String) {
    key = Ed25519.PrivateKey()
    self.comment = comment
  }

  /// Reads a key file of OpenSSH that needs no password.
  /// - Throws: `KeyError`; `TabularError` where the file is there and cannot be read.
  public init(path: String) throws {
    guard let file = try InputFile.bytes(ifAny: path) else { throw KeyError.absent(path: path) }
    guard let bytes = Armor.unwrap(file, as: Self.kind) else { throw KeyError.notAKey(path: path) }
    var reader = WireReader(bytes)
    guard reader.skip(Self.magic), let cipher = reader.string(), reader.string() != nil,
      reader.string() != nil, reader.number() == 1, reader.string() != nil
    else { throw KeyError.notAKey(path: path) }
    guard cipher == Array("none".utf8) else { throw KeyError.needsPassword(path: path) }
    guard let inner = reader.string() else { throw KeyError.notAKey(path: path) }
    var fields = WireReader(inner)
    guard let check = fields.number(), check == fields.number(), let kind = fields.string() else {
      throw KeyError.notAKey(path: path)
    }
    guard kind == Array(SignerKey.kind.utf8) else {
      throw KeyError.otherKind(path: path, kind: String(decoding: kind, as: UTF8.self))
    }
    guard let open = fields.string(), let secret = fields.string(), secret.count == 64,
      let note = fields.string(),
      let key = Ed25519.PrivateKey(seed: Array(secret.prefix(32))),
      key.publicKey == open
    else { throw KeyError.notAKey(path: path) }
    self.key = key
    comment = String(decoding: note, as: UTF8.self)
  }

  /// The public half.
  public var publicKey: SignerKey {
    SignerKey(ed25519: key.publicKey)
  }

  /// Writes the key for its owner alone, and its public half beside it as `.pub`.
  /// - Throws: `KeyError.exists`, `TabularError`.
  public func write(to path: String) throws {
    for half in [path, path + ".pub"] where OutputFile.isTaken(half) {
      throw KeyError.exists(path: half)
    }
    try OutputFile.write(file, to: path)
    try OutputFile.write(Array("\(publicKey.line) \(comment)\n".utf8), to: path + ".pub")
  }

  /// The file as OpenSSH lays it out.
  private var file: [UInt8] {
    var inner = WireWriter()
    let check = UInt32.random(in: 0...UInt32.max)
    inner.number(check)
    inner.number(check)
    inner.string(SignerKey.kind.utf8)
    inner.string(key.publicKey)
    inner.string(key.seed + key.publicKey)
    inner.string(comment.utf8)
    inner.raw((1...8).prefix((8 - inner.bytes.count % 8) % 8).map(UInt8.init))
    var outer = WireWriter()
    outer.raw(Self.magic)
    outer.string("none".utf8)
    outer.string("none".utf8)
    outer.string("".utf8)
    outer.number(1)
    outer.string(publicKey.blob)
    outer.string(inner.bytes)
    return Armor.wrap(outer.bytes, as: Self.kind)
  }

  func signature(of bytes: [UInt8]) -> [UInt8] {
    key.signature(of: bytes)
  }
}
