import Model

/// What was exported for an engine of many machines.
public struct ScaleExportAnswer: Answer {
  let engine: String
  let applicants: Int
  let offices: Int
  let parts: Int
  let folder: String
  private let command: String

  private enum CodingKeys: CodingKey { case engine, applicants, offices, parts, folder }

  /// - Parameters:
  ///   - command: what an operator runs in `folder`.
  ///   - parts: how many files hold the facts.
  public init(
    engine: String, command: String, applicants: Int, offices: Int, parts: Int, in folder: String
  ) {
    self.engine = engine
    self.command = command
    self.applicants = applicants
    self.offices = offices
    self.parts = parts
    self.folder = folder
  }

  /// What left, and what to run.
  public func lines(_ say: Wording) -> [String] {
    [
      say(
        "已导出 \(applicants) 人、\(offices) 个街道，\(parts) 个文件；"
          + "请在 \(folder) 里运行 \(command)，再运行 \(say.step(.collectResults(folder: folder)))",
        "exported \(applicants) applicants of \(offices) offices in \(parts) files; "
          + "run `\(command)` in \(folder), then \(say.step(.collectResults(folder: folder)))")
    ]
  }
}
