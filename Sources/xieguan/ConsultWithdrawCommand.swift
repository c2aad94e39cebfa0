import ArgumentParser
import Model
import Planner

/// `xieguan consult withdraw`: takes a request back.
struct ConsultWithdrawCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "withdraw", abstract: "Take a request back 撤回去函")

  @Argument(help: "The request's id, its first digits, or latest 去函编号.")
  var request: String

  @Option(help: "Who takes it back 撤回人.")
  var by: String

  @Option(help: "Why 理由.")
  var reason: String

  @OptionGroup var global: GlobalOptions

  func validate() throws {
    guard !by.isEmpty, !reason.isEmpty else {
      throw ValidationError("--by and --reason are not empty 撤回要写明撤回人和理由。")
    }
  }

  func run() throws {
    try global.change {
      try $0.withdrawRequest(request, Withdrawal(at: global.moment, by: by, reason: reason))
    }
  }
}
