import ArgumentParser
import Planner

/// `xieguan undo`: takes a batch back.
struct UndoCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "undo", abstract: "Take a batch back 撤回批次")

  @Argument(help: "The batch's number; `xieguan batches` lists them.")
  var batch: Int64

  @Option(help: "Who takes it back 经办人.")
  var by: String?

  @Option(help: "Why 理由.")
  var reason: String?

  @OptionGroup var global: GlobalOptions

  func run() throws {
    try global.change { try $0.undo(batch, by: by, reason: reason, moment: global.moment) }
  }
}
