public import Model

/// Why a key cannot be used.
public enum KeyError: ExplainedError, Hashable {
  /// There is no key file.
  case absent(path: String)
  /// The file is no private key of OpenSSH.
  case notAKey(path: String)
  /// The key is locked with a password.
  case needsPassword(path: String)
  /// The key is of another kind than Ed25519.
  case otherKind(path: String, kind: String)
  /// A new key would overwrite an old one.
  case exists(path: String)
  /// There is no list of trusted signers.
  case signersAbsent(path: String)
  /// A key for pseudonyms is shorter than thirty-two bytes.
  case pseudonymKeyShort(path: String, bytes: Int)

  /// What the error says.
  public var explanation: ErrorExplanation {
    switch self {
    case .absent(let path):
      .init(
        "key_absent", .noInput, "找不到密钥文件：\(path)", "There is no key at \(path)",
        why: .signedByBureau, toDo: .makeKey)
    case .notAKey(let path):
      .init(
        "not_a_key", .badPolicy, "这不是 OpenSSH 私钥文件：\(path)",
        "Not a private key file of OpenSSH: \(path)", why: .signedByBureau, toDo: .makeKey)
    case .needsPassword(let path):
      .init(
        "key_needs_password", .badPolicy, "私钥有口令保护：\(path)",
        "The key is locked with a password: \(path)",
        why: "本程序不询问口令，只读没有口令的私钥。",
        "This program never asks for passwords; it reads keys that have none.",
        toDo: "请为本用途单独建一个密钥：\(.makeKey)。", "Make a key for this purpose alone: \(.makeKey).")
    case .otherKind(let path, let kind):
      .init(
        "key_of_other_kind", .badPolicy, "\(path) 是 \(kind) 密钥",
        "\(path) is a key of the kind \(kind)",
        why: "往来包只用 Ed25519 签名。", "Packages are signed with Ed25519 only.", toDo: .makeKey)
    case .exists(let path):
      .init(
        "key_exists", .cannotCreate, "已有同名密钥文件：\(path)", "There is a key already: \(path)",
        why: "覆盖它以后，用旧密钥签的函就无法再签出同样身份。", "Whoever trusts the old key would not know the new one.",
        toDo: "请换一个文件名，或先把旧密钥移走。", "Choose another name, or move the old key.")
    case .signersAbsent(let path):
      .init(
        "signers_absent", .noInput, "找不到可信签名人名单：\(path)",
        "There is no list of trusted signers at \(path)",
        why: "没有名单就无法判断签名属于哪个单位。", "Without it nobody can say whose signature it is.",
        toDo: "请建一个文本文件，每行写“单位名称 ssh-ed25519 公钥”，用 \(.signers) 指定；公钥要另行当面或电话核对。",
        "Write a text file with a line `BUREAU ssh-ed25519 KEY` for each bureau and name it with \(.signers); confirm keys by telephone."
      )
    case .pseudonymKeyShort(let path, let bytes):
      .init(
        "pseudonym_key_short", .badPolicy, "化名密钥只有 \(bytes) 字节：\(path)",
        "The pseudonym key has only \(bytes) bytes: \(path)",
        why: "身份证号可以逐个试，短密钥保护不了化名。",
        "Identity numbers can be tried one by one; a short key protects nobody.",
        toDo: "请生成 32 字节：head -c 32 /dev/urandom > 文件，并妥善保管。",
        "Make 32 bytes with `head -c 32 /dev/urandom > FILE` and keep them safe.")
    }
  }
}

extension Guidance {
  fileprivate static let signedByBureau = Guidance(
    "往来包要由本单位签名，对方才能确认来源。",
    "A package is signed, so that the other bureau knows whom it comes from.")
  fileprivate static let makeKey = Guidance(
    "请用 \(.makeKey) 新建一个，或指定已有的 Ed25519 私钥。",
    "Make one with \(.makeKey), or name another Ed25519 key.")
}
