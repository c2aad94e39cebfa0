import ArgumentParser
import Planner

/// `xieguan consult key`: a bureau's own key.
struct ConsultKeyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "key", abstract: "Make a key that signs packages 新建签名密钥")

  @Option(help: "The private key's file; the public one gets .pub 私钥文件.")
  var output: String

  @Option(help: "The bureau's name 单位名称.")
  var bureau: String

  @OptionGroup var global: OutputOptions

  func validate() throws {
    guard !bureau.isEmpty, !bureau.contains(where: { $0.isWhitespace || ",\"*?!".contains($0) })
    else {
      throw ValidationError("A bureau's name has no spaces, commas or quotes 单位名称不能有空格、逗号或引号。")
    }
  }

  func run() throws {
    try global.show(OutgoingPackage.makeKey(of: bureau, output: output))
  }
}
