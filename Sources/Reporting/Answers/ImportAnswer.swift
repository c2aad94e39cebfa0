public import Model

/// What came of taking sheets in.
public struct ImportAnswer: Answer {
  private enum CodingKeys: CodingKey { case batch, files, returned }

  let batch: Int64
  let files: [FileAnswer]
  let returned: [String]
  /// Why files could not be read, in their order.
  public let failures: [any ExplainedError]
  /// How the command ends: something waits where rows were rejected or are held.
  public let status: ExitStatus

  /// - Parameters:
  ///   - files: the files in the order in which they were named.
  ///   - returned: marked copies for the senders to mend.
  ///   - failures: why files were not taken as a whole.
  public init(
    batch: Int64, files: [FileAnswer], returned: [String], failures: [any ExplainedError],
    status: ExitStatus
  ) {
    self.batch = batch
    self.files = files
    self.returned = returned
    self.failures = failures
    self.status = status
  }

  /// How each file adds up, and what was found in it.
  public func lines(_ say: Wording) -> [String] { files.flatMap { $0.lines(say) } }

  /// Where the marked copies are.
  public func notes(_ say: Wording) -> [String] {
    returned.map { say("请报送单位改好再报：\($0)", "for its sender to mend and send again: \($0)") }
  }
}

/// What came of a batch: its import, its run, and what was written.
public struct BatchAnswer: Answer {
  private enum CodingKeys: CodingKey { case batch, files, returned, score, written, kept }

  let batch: Int64
  let files: [FileAnswer]
  let returned: [String]
  let score: ScoreAnswer?
  let written: [String]
  /// Where that is kept which stood in the folder before.
  public let kept: String?
  private let intake: ImportAnswer
  private let folder: String

  /// - Parameters:
  ///   - score: what the run came to; nil where no file had applicants.
  ///   - written: the files in `folder`, in the order in which to open them.
  ///   - kept: where that is kept which stood in the folder before.
  public init(
    _ intake: ImportAnswer, score: ScoreAnswer?, written: [String], in folder: String, kept: String?
  ) {
    self.intake = intake
    (batch, files, returned) = (intake.batch, intake.files, intake.returned)
    self.score = score
    self.written = written
    self.kept = kept
    self.folder = folder
  }

  /// Why files could not be read, in their order.
  public var failures: [any ExplainedError] { intake.failures }
  /// How the command ends: as the sheets, else as the scoring.
  public var status: ExitStatus {
    intake.status == .done ? score?.status ?? .done : intake.status
  }

  /// How each file adds up, and what the run came to; what was found stands in `findings.csv`.
  public func lines(_ say: Wording) -> [String] {
    files.flatMap { $0.lines(say, withFindings: false) } + (score?.lines(say) ?? [])
  }

  /// What to open first, and what waits.
  public func notes(_ say: Wording) -> [String] {
    let first = written.first.map {
      say("结果在 \(folder)，请先打开 \($0)", "The results are in \(folder); open \($0) first")
    }
    let before = kept.map {
      say("原来在那里的内容没有删除，留在 \($0)", "What stood there before is kept in \($0)")
    }
    return [first, before].compactMap { $0 } + intake.notes(say) + (score?.notes(say) ?? [])
  }
}
