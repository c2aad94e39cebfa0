public import Model

/// What came of taking sheets in.
public struct ImportAnswer: Answer {
  private enum CodingKeys: CodingKey { case batch, files, returned }

  let batch: Int64
  let files: [FileAnswer]
  let returned: [String]
  /// Why files were not taken as a whole.
  public let failures: [any ExplainedError]
  /// Whether everything came in, or something waits or is amiss.
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
  private enum CodingKeys: CodingKey { case batch, files, returned, score, written }

  let batch: Int64
  let files: [FileAnswer]
  let returned: [String]
  let score: ScoreAnswer?
  let written: [String]
  private let intake: ImportAnswer
  private let folder: String

  /// - Parameters:
  ///   - score: what the run came to; nil where no file had applicants.
  ///   - written: the files in `folder`, in the order in which to open them.
  public init(_ intake: ImportAnswer, score: ScoreAnswer?, written: [String], in folder: String) {
    self.intake = intake
    (batch, files, returned) = (intake.batch, intake.files, intake.returned)
    self.score = score
    self.written = written
    self.folder = folder
  }

  /// Why files were not taken as a whole.
  public var failures: [any ExplainedError] { intake.failures }
  /// That of the import, else whether ties at the line wait.
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
    return (first.map { [$0] } ?? []) + intake.notes(say) + (score?.notes(say) ?? [])
  }
}
