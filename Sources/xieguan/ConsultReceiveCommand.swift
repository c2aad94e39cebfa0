import ArgumentParser
import Planner

/// `xieguan consult receive`: takes a request or a report in.
struct ConsultReceiveCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "receive", abstract: "Check and take in a request or a report 收函")

  @OptionGroup var incoming: IncomingOptions

  @Option(help: "Whose keys we trust 可信签名人名单 (OpenSSH allowed_signers).")
  var signers = "allowed_signers"

  @Option(help: "A new folder for the files, to read and fill in 解包到新文件夹.")
  var output: String?

  @OptionGroup var global: GlobalOptions

  func run() throws {
    let package = try incoming.open(signers: signers)
    try global.change(making: true) { try package.receive(into: $0, unpackingTo: output) }
  }
}
