import Model

/// A register that was copied, and what its chain comes to.
public struct BackupAnswer: Answer {
  let written: String
  let kept: String?
  let entries: Int
  let chainHead: String

  /// - Parameters:
  ///   - written: the file that was made.
  ///   - kept: where what stood there is now, if anything did.
  ///   - entries: how many entries the chain has.
  ///   - chainHead: the last entry's hash, to be kept elsewhere.
  public init(written: String, kept: String?, entries: Int, chainHead: String) {
    (self.written, self.kept, self.entries, self.chainHead) = (written, kept, entries, chainHead)
  }

  /// Where it is, and the hash to keep.
  public func lines(_ say: Wording) -> [String] {
    [
      say("已写入并核对：\(written)", "written and checked: \(written)"),
      say(
        "审计链 \(entries) 条，请另处留存末条校验值：\(chainHead)",
        "\(entries) entries; keep the last one's hash elsewhere: \(chainHead)"),
    ] + (kept.map { [say("原来的登记库留存为：\($0)", "the former register is kept as: \($0)")] } ?? [])
  }
}
