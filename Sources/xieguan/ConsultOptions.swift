import ArgumentParser
import Consultation
import Foundation
import Model
import Planner

/// What a package that we send needs besides its content.
struct DispatchOptions: ParsableArguments {
  @Option(help: "The letter's number 发文字号, such as 西人社函〔2024〕12号.")
  var number: String

  @Option(help: "The private key that signs 签名私钥 (OpenSSH, Ed25519).")
  var key: String

  @Option(help: "The package: a new folder, or a .zip that is sealed 输出文件夹或加密的 .zip.")
  var output: String

  @Option(help: "A file whose first line seals the .zip 密码文件.")
  var passwordFile: String?

  @Option(help: "Whom to telephone 联系人和电话, for the letter.")
  var contact = ""

  @Option(help: "The bureau's own wording of the letter 函的模板.")
  var letter: String?

  /// What goes with a package.
  func dispatch(from: String, to: String, _ global: GlobalOptions) throws -> Dispatch {
    var dispatch = Dispatch(
      from: from, to: to, number: number, date: try global.evaluationDate,
      key: try SigningKey(path: key), output: output, moment: global.moment)
    dispatch.contact = contact
    dispatch.password = try Password.read(passwordFile)
    if let letter {
      guard let text = FileManager.default.contents(atPath: letter) else {
        throw LetterError.templateAbsent(path: letter)
      }
      dispatch.template = String(decoding: text, as: UTF8.self)
    }
    return dispatch
  }
}

/// What opening a package needs.
struct OpeningOptions: ParsableArguments {
  @Argument(help: "The package: a folder or a .zip 往来包.")
  var package: String

  @Option(help: "A file whose first line opens the .zip 密码文件.")
  var passwordFile: String?

  /// Opens the package.
  /// - Parameter signers: the file of trusted signers, if anybody is to be trusted.
  func open(signers: String?) throws -> OpenedPackage {
    try OpenedPackage(
      path: package, password: Password.read(passwordFile),
      signers: try signers.map { try AllowedSigners(path: $0, at: Date()) })
  }
}

/// Passwords come from files: what stands on a command line can be seen by everybody.
private enum Password {
  static func read(_ path: String?) throws -> [UInt8]? {
    guard let path else { return nil }
    guard let line = FileManager.default.contents(atPath: path)?.split(separator: 10).first,
      !line.isEmpty
    else { throw PackageError.passwordFile(path: path) }
    return Array(line.last == 13 ? line.dropLast() : line)
  }
}

/// A package that was sent, as JSON.
struct SentResult: Encodable {
  let package: String
  let manifestSHA256: String
  let kind: String
  let number: String
  let to: String
  let serial: Int
  let output: String

  enum CodingKeys: String, CodingKey {
    case package, kind, number, to, serial, output
    case manifestSHA256 = "manifest_sha256"
  }
}
