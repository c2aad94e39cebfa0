import ArgumentParser
import Model
import Register

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
    let outcome = try global.existingRegister().withdraw(
      batch, by: by, reason: reason, moment: global.moment)
    if global.json { return try Console.result(json: UndoResult(batch, outcome)) }
    let isChinese = global.language == .zh
    Console.result(isChinese ? "已撤回第 \(batch) 批：" : "Batch \(batch) was taken back:")
    for file in outcome.files {
      Console.result("  " + ReconciliationText.line(file, global.language))
    }
    if outcome.decisionsUndone > 0 {
      Console.result(
        isChinese
          ? "随之作废的决定：\(outcome.decisionsUndone) 项"
          : "decisions that fell with it: \(outcome.decisionsUndone)")
    }
    Console.result(
      isChinese
        ? "其他批次里不再重复、现已接收的行：\(outcome.released)"
        : "rows of other batches that repeat nothing now and are accepted: \(outcome.released)")
  }
}

/// What taking a batch back did, as JSON.
private struct UndoResult: Encodable {
  let batch: Int64
  let released: Int
  let decisionsUndone: Int

  enum CodingKeys: String, CodingKey {
    case batch, released
    case decisionsUndone = "decisions_undone"
  }

  init(_ batch: Int64, _ outcome: WithdrawalOutcome) {
    self.batch = batch
    released = outcome.released
    decisionsUndone = outcome.decisionsUndone
  }
}
