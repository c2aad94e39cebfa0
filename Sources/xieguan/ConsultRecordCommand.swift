import ArgumentParser
import Planner

/// `xieguan consult record`: takes an answer in.
struct ConsultRecordCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "record", abstract: "Take the answer into the register 登记复函")

  @OptionGroup var incoming: IncomingOptions

  @Option(help: "Whose keys we trust 可信签名人名单 (OpenSSH allowed_signers).")
  var signers = "allowed_signers"

  @Flag(help: "Let the opinions that wait count after all 采用待定的意见.")
  var keep = false

  @Option(help: "Who decides so 决定人.")
  var by: String?

  @Option(help: "Why 理由.")
  var reason: String?

  @OptionGroup var global: GlobalOptions

  func validate() throws {
    guard !keep || (by != nil && reason != nil) else {
      throw ValidationError("--keep needs --by and --reason 采用待定意见要写决定人和理由。")
    }
  }

  func run() throws {
    let package = try incoming.open(signers: signers)
    let decision = keep ? by.flatMap { by in reason.map { (by, $0) } } : nil
    try global.change { try package.record(into: $0, keeping: decision) }
  }
}
