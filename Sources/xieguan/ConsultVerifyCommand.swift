import ArgumentParser
import Planner

/// `xieguan consult verify`: checks a package and keeps nothing.
struct ConsultVerifyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "verify", abstract: "Check a package and keep nothing 只核对")

  @OptionGroup var incoming: IncomingOptions

  @Option(help: "Whose keys we trust 可信签名人名单; without it the signer stays open.")
  var signers: String?

  @Option(help: "A new folder for the files 解包到新文件夹.")
  var output: String?

  @OptionGroup var global: OutputOptions

  func run() throws {
    try global.show(incoming.open(signers: signers).verify(unpackingTo: output))
  }
}
