/// What taking a batch back did.
public struct UndoAnswer: Answer {
  let batch: Int64
  let files: [FileAnswer]
  let released: Int
  let decisionsUndone: Int

  /// - Parameters:
  ///   - files: the batch's files as they were.
  ///   - released: how many rows of other batches are accepted now.
  ///   - decisionsUndone: how many decisions fell with it.
  public init(batch: Int64, files: [FileAnswer], released: Int, decisionsUndone: Int) {
    self.batch = batch
    self.files = files
    self.released = released
    self.decisionsUndone = decisionsUndone
  }

  /// The files, and what became of others' rows.
  public func lines(_ say: Wording) -> [String] {
    var lines = [say("已撤回第 \(batch) 批：", "Batch \(batch) was taken back:")]
    lines += files.flatMap { $0.lines(say) }.map { "  " + $0 }
    if decisionsUndone > 0 {
      lines.append(
        say("随之作废的决定：\(decisionsUndone) 项", "decisions that fell with it: \(decisionsUndone)"))
    }
    lines.append(
      say(
        "其他批次里不再重复、现已接收的行：\(released)",
        "rows of other batches that repeat nothing now and are accepted: \(released)"))
    return lines
  }
}
