import ArgumentParser
import Model
import Register

/// `xieguan batches`: what came in.
struct BatchesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "batches", abstract: "List what came in 批次")

  @OptionGroup var global: GlobalOptions

  func run() throws {
    let batches = try global.existingRegister().batches()
    if global.json { return try Console.result(json: batches.map(BatchesResult.init)) }
    let isChinese = global.language == .zh
    for batch in batches {
      let withdrawn = batch.withdrawnAt.map { isChinese ? "（\($0) 已撤回）" : " (taken back \($0))" }
      Console.result(
        (isChinese
          ? "第 \(batch.id) 批 \(batch.takenAt) \(batch.command)"
          : "batch \(batch.id) \(batch.takenAt) \(batch.command)") + (withdrawn ?? ""))
      for file in batch.files {
        Console.result("  " + ReconciliationText.line(file, global.language))
      }
    }
  }
}

/// How a file's rows add up, as a line.
enum ReconciliationText {
  static func line(_ file: FileEntry, _ language: Language) -> String {
    let sums = file.reconciliation
    let form = [file.encoding, file.worksheet ?? separator(file, language)]
      .filter { !$0.isEmpty }.joined(separator: language == .zh ? "，" : ", ")
    return language == .zh
      ? "\(file.name)（\(form)）：读入 \(sums.read) = 接收 \(sums.accepted) + 退回 \(sums.rejected) + 重复 \(sums.duplicate)"
      : "\(file.name) (\(form)): read \(sums.read) = accepted \(sums.accepted) + rejected \(sums.rejected) + duplicate \(sums.duplicate)"
  }
}

extension ReconciliationText {
  /// What stands between the fields, where it is not the comma that everybody expects.
  private static func separator(_ file: FileEntry, _ language: Language) -> String {
    switch file.separator {
    case "\t": language == .zh ? "制表符分隔" : "separated by tabs"
    case ";": language == .zh ? "分号分隔" : "separated by semicolons"
    default: ""
    }
  }
}

/// A batch as JSON.
struct BatchesResult: Encodable {
  struct File: Encodable {
    let file: String
    let kind: String
    let state: String
    let read: Int
    let accepted: Int
    let rejected: Int
    let duplicate: Int
  }

  let batch: Int64
  let command: String
  let takenAt: String
  let withdrawnAt: String?
  let files: [File]

  enum CodingKeys: String, CodingKey {
    case batch, command, files
    case takenAt = "taken_at"
    case withdrawnAt = "withdrawn_at"
  }

  init(_ entry: BatchEntry) {
    batch = entry.id
    command = entry.command
    takenAt = entry.takenAt
    withdrawnAt = entry.withdrawnAt
    files = entry.files.map { file in
      let sums = file.reconciliation
      return File(
        file: file.name, kind: file.kind, state: file.state.rawValue, read: sums.read,
        accepted: sums.accepted, rejected: sums.rejected, duplicate: sums.duplicate)
    }
  }
}
