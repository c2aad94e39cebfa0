/// What came in, batch by batch.
public struct BatchesAnswer: Answer {
  /// What came in with one command.
  public struct Batch: Encodable, Sendable {
    let batch: Int64
    let command: String
    let takenAt: String
    let withdrawnAt: String?
    let files: [FileAnswer]

    /// - Parameters:
    ///   - takenAt: the moment in ISO 8601.
    ///   - withdrawnAt: when it was taken back, if it was.
    public init(
      batch: Int64, command: String, takenAt: String, withdrawnAt: String?, files: [FileAnswer]
    ) {
      self.batch = batch
      self.command = command
      self.takenAt = takenAt
      self.withdrawnAt = withdrawnAt
      self.files = files
    }
  }

  let batches: [Batch]

  /// Lists batches in the order in which they came.
  public init(_ batches: [Batch]) { self.batches = batches }

  /// A line a batch, and one a file.
  public func lines(_ say: Wording) -> [String] {
    batches.flatMap { batch in
      let withdrawn = batch.withdrawnAt.map { say("（\($0) 已撤回）", " (taken back \($0))") } ?? ""
      let number = say("第 \(batch.batch) 批", "batch \(batch.batch)")
      return ["\(number) \(batch.takenAt) \(batch.command)\(withdrawn)"]
        + batch.files.flatMap { $0.lines(say) }.map { "  " + $0 }
    }
  }
}
