public import Model

extension PackageError {
  /// A stable name in `snake_case`.
  public var code: String {
    switch self {
    case .absent: "package_absent"
    case .notAPackage: "not_a_package"
    case .outputExists: "output_exists"
    case .passwordAbsent: "password_absent"
    case .passwordUnfit: "password_unfit"
    case .passwordMissing: "password_missing"
    case .passwordWrong: "password_wrong"
    case .passwordFile: "password_file"
    case .archiveDamaged: "archive_damaged"
    case .unsafeName: "unsafe_name"
    case .notAFile: "not_a_file"
    case .nameTwice: "name_twice"
    case .tooManyFiles: "too_many_files"
    case .endless: "endless"
    case .tooLarge: "package_too_large"
    case .unsigned: "unsigned"
    case .signatureUnreadable: "signature_unreadable"
    case .manifestChanged: "manifest_changed"
    case .manifestUnreadable: "manifest_unreadable"
    case .newer: "package_newer"
    case .signerUnknown: "signer_unknown"
    case .signerDiffers: "signer_differs"
    case .fileMissing: "file_missing"
    case .fileExtra: "file_extra"
    case .fileChanged: "file_changed"
    case .policyReplaced: "policy_replaced"
    case .unwritable: "package_not_written"
    }
  }

  /// How the command ends.
  public var status: ExitStatus {
    switch self {
    case .absent, .passwordFile: .noInput
    case .outputExists: .cannotCreate
    case .passwordAbsent, .passwordUnfit: .usage
    case .unwritable: .inputOutput
    default: .badData
    }
  }

  /// What happened.
  public var happened: Bilingual {
    switch self {
    case .absent(let path): Bilingual(zh: "找不到往来包：\(path)", en: "There is no package at \(path)")
    case .notAPackage(let path):
      Bilingual(
        zh: "这不是往来包，既不是文件夹也不是 .zip：\(path)",
        en: "Not a package, neither a folder nor a .zip: \(path)")
    case .outputExists(let path):
      Bilingual(zh: "已有同名文件或文件夹：\(path)", en: "Something is there already: \(path)")
    case .passwordAbsent:
      Bilingual(zh: "要写 .zip，但没有给密码", en: "A .zip was asked for, and no password is given")
    case .passwordUnfit:
      Bilingual(
        zh: "密码不足 8 个字符，或含有字母、数字、英文符号以外的字符",
        en: "The password has fewer than 8 characters, or other than ASCII ones")
    case .passwordMissing: Bilingual(zh: "往来包已加密", en: "The package is sealed")
    case .passwordWrong: Bilingual(zh: "密码不对", en: "The password is wrong")
    case .passwordFile(let path):
      Bilingual(
        zh: "密码文件不存在或为空：\(path)", en: "The password file is absent or empty: \(path)")
    case .archiveDamaged: Bilingual(zh: "压缩包结构已损坏", en: "The archive is damaged")
    case .unsafeName(let name):
      Bilingual(
        zh: "包内文件名不合规：\(name)", en: "A file's name leads out of the package: \(name)")
    case .notAFile(let name):
      Bilingual(
        zh: "包内有链接、文件夹或设备：\(name)",
        en: "The package holds a link, a folder or a device: \(name)")
    case .nameTwice(let name):
      Bilingual(zh: "包内有两个同名文件：\(name)", en: "Two files have one name: \(name)")
    case .tooManyFiles(let limit):
      Bilingual(zh: "包内文件超过 \(limit) 个", en: "The package holds more than \(limit) files")
    case .endless(let name):
      Bilingual(
        zh: "\(name) 解压后超过签名时的大小",
        en: "\(name) goes on after the size that was signed for it")
    case .tooLarge(let bytes, let limit):
      Bilingual(
        zh: "往来包解压后有 \(bytes) 字节，超过上限 \(limit)",
        en: "The package unpacks to \(bytes) bytes; the limit is \(limit)")
    case .unsigned(let missing):
      Bilingual(zh: "往来包没有 \(missing)", en: "The package has no \(missing)")
    case .signatureUnreadable:
      Bilingual(zh: "读不懂签名文件", en: "The signature cannot be read")
    case .manifestChanged:
      Bilingual(
        zh: "清单 datapackage.json 与签名不符",
        en: "datapackage.json is not the one that was signed")
    case .manifestUnreadable:
      Bilingual(zh: "读不懂清单 datapackage.json", en: "datapackage.json cannot be understood")
    case .newer(let version):
      Bilingual(
        zh: "往来包由更新版本的程序写成（格式 \(version)）",
        en: "A later version of the program wrote the package (form \(version))")
    case .signerUnknown(let from, let key):
      Bilingual(
        zh: "包上写的是“\(from)”，但签名密钥不在可信名单里：\(key.fingerprint)",
        en: "The package says “\(from)”; its key is not among the trusted: \(key.fingerprint)")
    case .signerDiffers(let from, let names):
      Bilingual(
        zh: "包上写的是“\(from)”，签名密钥却属于“\(names.joined(separator: "、"))”",
        en: "The package says “\(from)”, but the key belongs to “\(names.joined(separator: ", "))”")
    case .fileMissing(let name): Bilingual(zh: "缺少文件：\(name)", en: "A file is missing: \(name)")
    case .fileExtra(let name):
      Bilingual(zh: "多出清单以外的文件：\(name)", en: "A file is not in the manifest: \(name)")
    case .fileChanged(let name):
      Bilingual(zh: "文件内容被改动：\(name)", en: "A file is not as it was signed: \(name)")
    case .policyReplaced:
      Bilingual(
        zh: "包里的政策规则不是评分时用的那一份",
        en: "The policy in the package is not the one that the run used")
    case .unwritable(let path):
      Bilingual(zh: "写往来包失败：\(path)", en: "The package could not be written: \(path)")
    }
  }

  /// Why that is wrong.
  public var reason: Bilingual {
    switch self {
    case .absent, .notAPackage, .passwordFile:
      Bilingual(zh: "没有可以核对的内容。", en: "There is nothing to check.")
    case .outputExists:
      Bilingual(zh: "发出的函不能被悄悄换掉。", en: "What was sent must not be replaced unseen.")
    case .passwordAbsent, .passwordMissing:
      Bilingual(
        zh: "密封的包里有个人信息，只给知道密码的人看。",
        en: "A sealed package holds personal data, for those who know the password.")
    case .passwordUnfit:
      Bilingual(
        zh: "短密码可以试出来；汉字在不同解压软件里写法不同，对方可能打不开。",
        en: "A short one can be guessed; other characters differ from program to program.")
    case .passwordWrong:
      Bilingual(zh: "没有正确的密码读不出任何内容。", en: "Nothing can be read without the right one.")
    case .archiveDamaged, .manifestUnreadable, .signatureUnreadable:
      Bilingual(
        zh: "内容不完整，无法核对来源和数据。",
        en: "What is incomplete proves neither its origin nor its content.")
    case .unsafeName, .notAFile:
      Bilingual(
        zh: "照它解压会改写包以外的文件，正常的往来包里没有这种文件。",
        en: "Unpacking it could write outside the package; no real package holds one.")
    case .nameTwice, .fileExtra:
      Bilingual(
        zh: "没有签名担保的内容可能被误当作来函的一部分。",
        en: "What nobody signed for could be taken for part of the letter.")
    case .tooManyFiles, .endless, .tooLarge:
      Bilingual(
        zh: "这样的压缩包可能把磁盘和内存撑满。",
        en: "Such an archive can fill the disk and the memory.")
    case .unsigned, .manifestChanged:
      Bilingual(
        zh: "无法确认是谁发出的、内容是否原样。",
        en: "Nobody can say who sent it and whether it is as it was.")
    case .newer:
      Bilingual(zh: "照旧格式理解可能出错。", en: "Reading it by the old form could mislead.")
    case .signerUnknown, .signerDiffers:
      Bilingual(
        zh: "签名本身有效，但不能证明是这个单位签的。",
        en: "The signature is sound, but does not prove that this bureau made it.")
    case .fileMissing, .fileChanged:
      Bilingual(
        zh: "它与签名时的内容不同，可能在途中损坏或被改。",
        en: "It differs from what was signed; it was damaged or altered on the way.")
    case .policyReplaced:
      Bilingual(
        zh: "换了规则就会算出另一份名单。", en: "Other rules would give another list.")
    case .unwritable:
      Bilingual(zh: "没有写完的包不能发出。", en: "An incomplete package must not be sent.")
    }
  }

  /// What to do now.
  public var remedy: Bilingual {
    switch self {
    case .absent, .notAPackage: Bilingual(zh: "请核对路径。", en: "Check the path.")
    case .outputExists:
      Bilingual(zh: "请用 --output 另选一个位置。", en: "Choose another place with --output.")
    case .passwordMissing:
      Bilingual(
        zh: "请把发函单位另行告知的密码写进一个文件，用 --password-file 指定。",
        en:
          "Write the password that the sender told you into a file and name it with --password-file."
      )
    case .passwordAbsent, .passwordFile:
      Bilingual(
        zh: "请把密码写进一个文件，用 --password-file 指定；密码另行告知对方，不要与包同发。",
        en: "Write the password into a file and name it with --password-file; send it another way.")
    case .passwordUnfit:
      Bilingual(
        zh: "请换一个 8 个字符以上、只用字母数字和英文符号的密码。",
        en: "Use at least 8 letters, digits and signs of ASCII.")
    case .passwordWrong:
      Bilingual(zh: "请向发出单位核对密码。", en: "Ask the sender for the password.")
    case .signerUnknown(let from, let key):
      Bilingual(
        zh: "请打电话向“\(from)”核对上面的指纹；一致后在可信名单里加一行：\(from) \(key.line)",
        en:
          "Telephone “\(from)” and compare the fingerprint; if it agrees, add this line to the trusted signers: \(from) \(key.line)"
      )
    case .signerDiffers:
      Bilingual(
        zh: "请向两个单位核实是谁发出的。", en: "Ask both bureaus who has sent it.")
    case .newer: Bilingual(zh: "请升级本程序。", en: "Update this program.")
    case .unwritable:
      Bilingual(
        zh: "请检查磁盘空间和文件夹权限后重试。",
        en: "Check free space and the folder's permissions and try again.")
    default:
      Bilingual(
        zh: "请不要使用这个包，联系发出单位重新发送。",
        en: "Do not use this package; ask the sender for it again.")
    }
  }
}
