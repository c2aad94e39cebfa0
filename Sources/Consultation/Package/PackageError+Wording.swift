public import Model

extension PackageError {
  /// What the error says.
  public var explanation: ErrorExplanation {
    switch self {
    case .absent(let path):
      .init(
        "package_absent", .noInput, "找不到往来包：\(path)", "There is no package at \(path)",
        why: .nothingToCheck, toDo: .checkPath)
    case .notAPackage(let path):
      .init(
        "not_a_package", .badData, "这不是往来包，既不是文件夹也不是 .zip：\(path)",
        "Not a package, neither a folder nor a .zip: \(path)", why: .nothingToCheck,
        toDo: .checkPath)
    case .outputExists(let path):
      .init(
        "output_exists", .cannotCreate, "已有同名文件或文件夹：\(path)", "Something is there already: \(path)",
        why: "发出的函不能被悄悄换掉。", "What was sent must not be replaced unseen.",
        toDo: "请用 \(.output) 另选一个位置。", "Choose another place with \(.output).")
    case .passwordAbsent:
      .init(
        "password_absent", .usage, "要写 .zip，但没有给密码",
        "A .zip was asked for, and no password is given",
        why: .isPersonal, toDo: .writePassword)
    case .passwordUnfit:
      .init(
        "password_unfit", .usage, "密码不足 8 个字符，或含有字母、数字、英文符号以外的字符",
        "The password has fewer than 8 characters, or other than ASCII ones",
        why: "短密码可以试出来；汉字在不同解压软件里写法不同，对方可能打不开。",
        "A short one can be guessed; other characters differ from program to program.",
        toDo: "请换一个 8 个字符以上、只用字母数字和英文符号的密码。", "Use at least 8 letters, digits and signs of ASCII.")
    case .passwordMissing:
      .init(
        "password_missing", .badData, "往来包已加密", "The package is sealed", why: .isPersonal,
        toDo: "请把发函单位另行告知的密码写进一个文件，用 \(.passwordFile) 指定。",
        "Write the password that the sender told you into a file and name it with \(.passwordFile)."
      )
    case .passwordWrong:
      .init(
        "password_wrong", .badData, "密码不对", "The password is wrong",
        why: "没有正确的密码读不出任何内容。", "Nothing can be read without the right one.",
        toDo: "请向发出单位核对密码。", "Ask the sender for the password.")
    case .passwordFile(let path):
      .init(
        "password_file", .noInput, "密码文件不存在或为空：\(path)",
        "The password file is absent or empty: \(path)", why: .nothingToCheck, toDo: .writePassword)
    case .archiveDamaged:
      refused("archive_damaged", "压缩包结构已损坏", "The archive is damaged", why: .isIncomplete)
    case .unsafeName(let name):
      refused(
        "unsafe_name", "包内文件名不合规：\(name)", "A file's name leads out of the package: \(name)",
        why: .writesOutside)
    case .notAFile(let name):
      refused(
        "not_a_file", "包内有链接、文件夹或设备：\(name)",
        "The package holds a link, a folder or a device: \(name)", why: .writesOutside)
    case .nameTwice(let name):
      refused(
        "name_twice", "包内有两个同名文件：\(name)", "Two files have one name: \(name)", why: .isUnsigned)
    case .tooManyFiles(let limit):
      refused(
        "too_many_files", "包内文件超过 \(limit) 个", "The package holds more than \(limit) files",
        why: .fillsMemory)
    case .endless(let name):
      refused(
        "endless", "\(name) 解压后超过签名时的大小", "\(name) goes on after the size that was signed for it",
        why: .fillsMemory)
    case .tooLarge(let bytes, let limit):
      refused(
        "package_too_large", "往来包解压后有 \(bytes) 字节，超过上限 \(limit)",
        "The package unpacks to \(bytes) bytes; the limit is \(limit)", why: .fillsMemory)
    case .unsigned(let missing):
      refused(
        "unsigned", "往来包没有 \(missing)", "The package has no \(missing)", why: .originUnknown)
    case .signatureForOther(let purpose):
      refused(
        "signature_for_other", "签名的用途是“\(purpose)”，不是往来包",
        "The signature is for “\(purpose)”, not for packages", why: .namespace)
    case .signatureOfOtherKind(let kind):
      refused(
        "signature_of_other_kind", "签名用的是 \(kind) 密钥",
        "The signature is by a key of the kind \(kind)",
        why: .checkedKinds)
    case .signatureUnreadable:
      refused("signature_unreadable", "读不懂签名文件", "The signature cannot be read", why: .isIncomplete)
    case .manifestChanged:
      refused(
        "manifest_changed", "清单 datapackage.json 与签名不符",
        "datapackage.json is not the one that was signed", why: .originUnknown)
    case .manifestUnreadable:
      refused(
        "manifest_unreadable", "读不懂清单 datapackage.json", "datapackage.json cannot be understood",
        why: .isIncomplete)
    case .newer(let version):
      .init(
        "package_newer", .badData, "往来包由更新版本的程序写成（格式 \(version)）",
        "A later version of the program wrote the package (form \(version))",
        why: "照旧格式理解可能出错。", "Reading it by the old form could mislead.",
        toDo: "请升级本程序。", "Update this program.")
    case .signerUnknown(let from, let key):
      .init(
        "signer_unknown", .badData, "包上写的是“\(from)”，但签名密钥不在可信名单里：\(key.fingerprint)",
        "The package says “\(from)”; its key is not among the trusted: \(key.fingerprint)",
        why: .signerUnproven,
        toDo: "请打电话向“\(from)”核对上面的指纹；一致后在可信名单里加一行：\(from) \(key.line)",
        "Telephone “\(from)” and compare the fingerprint; if it agrees, add this line to the trusted signers: \(from) \(key.line)"
      )
    case .signerDiffers(let from, let names):
      .init(
        "signer_differs", .badData,
        "包上写的是“\(from)”，签名密钥却属于“\(names.joined(separator: "、"))”",
        "The package says “\(from)”, but the key belongs to “\(names.joined(separator: ", "))”",
        why: .signerUnproven, toDo: "请向两个单位核实是谁发出的。", "Ask both bureaus who has sent it.")
    case .signerNotAllowed(let from):
      .init(
        "signer_not_allowed", .badData,
        "可信名单里“\(from)”的这把密钥，现在不许用来签往来包",
        "The trusted signers' line of “\(from)” does not allow this key to sign packages now",
        why: "那一行写的有效期（valid-after、valid-before）已过或未到，或用途（namespaces、cert-authority）不符。",
        "The line's time (valid-after, valid-before) is over or not yet, or it is for other uses.",
        toDo: "请向“\(from)”核实密钥是否仍有效，再改可信名单。",
        "Ask “\(from)” whether the key still holds before changing the line.")
    case .fileMissing(let name):
      refused("file_missing", "缺少文件：\(name)", "A file is missing: \(name)", why: .wasAltered)
    case .fileExtra(let name):
      refused(
        "file_extra", "多出清单以外的文件：\(name)", "A file is not in the manifest: \(name)",
        why: .isUnsigned)
    case .fileChanged(let name):
      refused(
        "file_changed", "文件内容被改动：\(name)", "A file is not as it was signed: \(name)",
        why: .wasAltered)
    case .policyReplaced:
      refused(
        "policy_replaced", "包里的政策规则不是评分时用的那一份",
        "The policy in the package is not the one that the run used",
        why: .init("换了规则就会算出另一份名单。", "Other rules would give another list."))
    case .unwritable(let path):
      .init(
        "package_not_written", .inputOutput, "写往来包失败：\(path)",
        "The package could not be written: \(path)",
        why: "没有写完的包不能发出。", "An incomplete package must not be sent.",
        toDo: "请检查磁盘空间和文件夹权限后重试。", "Check free space and the folder's permissions and try again.")
    }
  }

  /// What is said of a package that must not be used.
  private func refused(
    _ code: String, _ zh: Phrase, _ en: Phrase, why reason: Guidance
  ) -> ErrorExplanation {
    ErrorExplanation(
      code, .badData, zh, en, why: reason,
      toDo: "请不要使用这个包，联系发出单位重新发送。", "Do not use this package; ask the sender for it again.")
  }
}

extension Guidance {
  fileprivate static let namespace = Guidance(
    "签名按用途区分，往来包的用途是 \(PackageSignature.namespace)。",
    "Signatures count for their purpose alone; that of packages is \(PackageSignature.namespace).")
  fileprivate static let checkedKinds = Guidance(
    "只核对 Ed25519、RSA 和 ECDSA（NIST 曲线）的签名。",
    "Only signatures by Ed25519, RSA and ECDSA (curves of NIST) are checked.")
  fileprivate static let nothingToCheck = Guidance("没有可以核对的内容。", "There is nothing to check.")
  fileprivate static let isPersonal = Guidance(
    "密封的包里有个人信息，只给知道密码的人看。",
    "A sealed package holds personal data, for those who know the password.")
  fileprivate static let isIncomplete = Guidance(
    "内容不完整，无法核对来源和数据。", "What is incomplete proves neither its origin nor its content.")
  fileprivate static let writesOutside = Guidance(
    "照它解压会改写包以外的文件，正常的往来包里没有这种文件。",
    "Unpacking it could write outside the package; no real package holds one.")
  fileprivate static let isUnsigned = Guidance(
    "没有签名担保的内容可能被误当作来函的一部分。", "What nobody signed for could be taken for part of the letter.")
  fileprivate static let fillsMemory = Guidance(
    "这样的压缩包可能把磁盘和内存撑满。", "Such an archive can fill the disk and the memory.")
  fileprivate static let originUnknown = Guidance(
    "无法确认是谁发出的、内容是否原样。", "Nobody can say who sent it and whether it is as it was.")
  fileprivate static let signerUnproven = Guidance(
    "签名本身有效，但不能证明是这个单位签的。",
    "The signature is sound, but does not prove that this bureau made it.")
  fileprivate static let wasAltered = Guidance(
    "它与签名时的内容不同，可能在途中损坏或被改。",
    "It differs from what was signed; it was damaged or altered on the way.")
  fileprivate static let checkPath = Guidance("请核对路径。", "Check the path.")
  fileprivate static let writePassword = Guidance(
    "请把密码写进一个文件，用 \(.passwordFile) 指定；密码另行告知对方，不要与包同发。",
    "Write the password into a file and name it with \(.passwordFile); send it another way.")
}
