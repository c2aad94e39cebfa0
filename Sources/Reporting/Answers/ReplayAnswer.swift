public import Model

/// A run made again, and the first line in which it differs from what was stored.
public struct ReplayAnswer: Answer {
  /// A line of the list that is not what was stored.
  public struct Difference: Encodable, Sendable {
    let line: Int
    let applicationNo: String
    let stored: String?
    let replayed: String?

    /// - Parameters:
    ///   - line: its place in the list, from 1.
    ///   - applicationNo: of the stored line where there is one.
    ///   - stored: what the stored line says; nil where it ends before.
    ///   - replayed: what the line says now; nil where it ends before.
    public init(line: Int, applicationNo: String, stored: String?, replayed: String?) {
      self.line = line
      self.applicationNo = applicationNo
      self.stored = stored
      self.replayed = replayed
    }
  }

  let run: String
  let digest: String
  let replayed: String
  let same: Bool
  let firstDifference: Difference?

  private enum CodingKeys: CodingKey { case run, digest, replayed, same, firstDifference }

  /// - Parameters:
  ///   - digest: as stored.
  ///   - replayed: the digest, worked out anew.
  ///   - totals: whether the numbers of each verdict are the same.
  ///   - difference: the first line that differs; nil where the lists are the same, although a fact
  ///     that the rules read may not be.
  public init(
    run: String, digest: String, replayed: String, totals: Bool = true, difference: Difference?
  ) {
    self.run = run
    self.digest = digest
    self.replayed = replayed
    same = digest == replayed && totals && difference == nil
    firstDifference = difference
  }

  /// A run that differs is bad data.
  public var status: ExitStatus { same ? .done : .badData }

  /// Whether it is the same, else where it differs first.
  public func lines(_ say: Wording) -> [String] {
    if same { return [say("运行 \(run)：重算结果一致", "run \(run): the same digest")] }
    let head =
      digest == replayed
      ? say("运行 \(run)：保存的结果和重算的不同", "run \(run): what is stored is not what comes out")
      : say("运行 \(run)：重算结果不同（\(replayed)）", "run \(run): the digest differs (\(replayed))")
    guard let difference = firstDifference else {
      if digest == replayed {
        return [head, say("保存的各类人数不对。", "The stored numbers of each verdict are wrong.")]
      }
      return [
        head,
        say(
          "名单完全相同，但规则读到的某个事实和当时不同：登记库里的行被改过。",
          "The list is the same, but a fact that the rules read is not what it was: a row of the "
            + "register was changed."),
      ]
    }
    let none = say("（没有这一行）", "(no such line)")
    let number = difference.applicationNo
    return [
      head,
      say(
        "第一处不同：名单第 \(difference.line) 行，报名序号 \(number)",
        "First difference: line \(difference.line) of the list, applicant \(number)"),
      say("  保存的：", "  stored: ") + (difference.stored ?? none),
      say("  重算的：", "  now: ") + (difference.replayed ?? none),
    ]
  }
}
