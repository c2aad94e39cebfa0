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

  /// A stable name in `snake_case`.
  public var code: String {
    switch self {
    case .absent: "key_absent"
    case .notAKey: "not_a_key"
    case .needsPassword: "key_needs_password"
    case .otherKind: "key_of_other_kind"
    case .exists: "key_exists"
    case .signersAbsent: "signers_absent"
    case .pseudonymKeyShort: "pseudonym_key_short"
    }
  }

  /// How the command ends.
  public var status: ExitStatus {
    switch self {
    case .absent, .signersAbsent: .noInput
    case .exists: .cannotCreate
    case .notAKey, .needsPassword, .otherKind, .pseudonymKeyShort: .badPolicy
    }
  }

  /// What happened.
  public var happened: Bilingual {
    switch self {
    case .absent(let path):
      Bilingual(zh: "找不到密钥文件：\(path)", en: "There is no key at \(path)")
    case .notAKey(let path):
      Bilingual(
        zh: "这不是 OpenSSH 私钥文件：\(path)", en: "Not a private key file of OpenSSH: \(path)")
    case .needsPassword(let path):
      Bilingual(zh: "私钥有口令保护：\(path)", en: "The key is locked with a password: \(path)")
    case .otherKind(let path, let kind):
      Bilingual(zh: "\(path) 是 \(kind) 密钥", en: "\(path) is a key of the kind \(kind)")
    case .exists(let path):
      Bilingual(zh: "已有同名密钥文件：\(path)", en: "There is a key already: \(path)")
    case .signersAbsent(let path):
      Bilingual(
        zh: "找不到可信签名人名单：\(path)", en: "There is no list of trusted signers at \(path)")
    case .pseudonymKeyShort(let path, let bytes):
      Bilingual(
        zh: "化名密钥只有 \(bytes) 字节：\(path)", en: "The pseudonym key has only \(bytes) bytes: \(path)")
    }
  }

  /// Why that is wrong.
  public var reason: Bilingual {
    switch self {
    case .absent, .notAKey:
      Bilingual(
        zh: "往来包要由本单位签名，对方才能确认来源。",
        en: "A package is signed, so that the other bureau knows whom it comes from.")
    case .needsPassword:
      Bilingual(
        zh: "本程序不询问口令，只读没有口令的私钥。",
        en: "This program never asks for passwords; it reads keys that have none.")
    case .otherKind:
      Bilingual(zh: "往来包只用 Ed25519 签名。", en: "Packages are signed with Ed25519 only.")
    case .exists:
      Bilingual(
        zh: "覆盖它以后，用旧密钥签的函就无法再签出同样身份。",
        en: "Whoever trusts the old key would not know the new one.")
    case .signersAbsent:
      Bilingual(
        zh: "没有名单就无法判断签名属于哪个单位。",
        en: "Without it nobody can say whose signature it is.")
    case .pseudonymKeyShort:
      Bilingual(
        zh: "身份证号可以逐个试，短密钥保护不了化名。",
        en: "Identity numbers can be tried one by one; a short key protects nobody.")
    }
  }

  /// What to do now.
  public var remedy: Bilingual {
    switch self {
    case .absent, .notAKey, .otherKind:
      Bilingual(
        zh: "请用 xieguan consult key --output 文件 新建一个，或指定已有的 Ed25519 私钥。",
        en: "Make one with `xieguan consult key --output FILE`, or name another Ed25519 key.")
    case .needsPassword:
      Bilingual(
        zh: "请为本用途单独建一个密钥：xieguan consult key --output 文件。",
        en: "Make a key for this purpose alone: `xieguan consult key --output FILE`.")
    case .exists:
      Bilingual(zh: "请换一个文件名，或先把旧密钥移走。", en: "Choose another name, or move the old key.")
    case .signersAbsent:
      Bilingual(
        zh: "请建一个文本文件，每行写“单位名称 ssh-ed25519 公钥”，用 --signers 指定；公钥要另行当面或电话核对。",
        en:
          "Write a text file with a line `BUREAU ssh-ed25519 KEY` for each bureau and name it with --signers; confirm keys by telephone."
      )
    case .pseudonymKeyShort:
      Bilingual(
        zh: "请生成 32 字节：head -c 32 /dev/urandom > 文件，并妥善保管。",
        en: "Make 32 bytes with `head -c 32 /dev/urandom > FILE` and keep them safe.")
    }
  }
}
