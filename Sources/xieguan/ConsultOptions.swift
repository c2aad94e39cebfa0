import ArgumentParser
import Foundation
import Model
import Planner

/// What a package that we send needs besides its content.
struct OutgoingOptions: ParsableArguments {
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
  func package(
    _ global: GlobalOptions, _ parties: Parties? = nil, due: CivilDate? = nil
  ) throws -> OutgoingPackage {
    var package = try OutgoingPackage(
      number: number, date: global.evaluationDate, due: due, contact: contact, letterFile: letter,
      keyFile: key, output: output, passwordFile: passwordFile, moment: global.moment)
    if let parties { (package.from, package.to) = (parties.sender, parties.addressee) }
    package.show = { try global.output.tell($0) }
    return package
  }
}

/// Who sends a package to whom.
struct Parties: ParsableArguments {
  @Option(name: .customLong("from"), help: "Our bureau, as on the letter 发函单位.")
  var sender: String

  @Option(name: .customLong("to"), help: "The other bureau 受函单位.")
  var addressee: String
}

/// What opening a package needs.
struct IncomingOptions: ParsableArguments {
  @Argument(help: "The package 往来包: a folder or a .zip.")
  var package: String

  @Option(help: "A file whose first line opens the .zip 密码文件.")
  var passwordFile: String?

  /// Opens the package.
  /// - Parameter signers: the file of trusted signers, if anybody is to be trusted.
  func open(signers: String?) throws -> IncomingPackage {
    try IncomingPackage(path: package, passwordFile: passwordFile, signers: signers, at: Date())
  }
}
