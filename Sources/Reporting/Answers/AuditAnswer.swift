public import Model

/// Whether the register is as it was.
public struct AuditAnswer: Answer {
  let entries: Int
  let head: String
  let sound: Bool
  let brokenAt: Int?
  let holdsAnchor: Bool?
  let faults: [String]
  let changed: [Bilingual]

  /// - Parameters:
  ///   - entries: how many the chain has.
  ///   - head: the last entry's hash; empty where there is none.
  ///   - brokenAt: the first entry that does not follow from the one before it.
  ///   - holdsAnchor: whether the chain holds the hash that was asked for, if one was.
  ///   - faults: what SQLite finds wrong with the file.
  ///   - changed: what differs from what the chain says was stored: table and row.
  public init(
    entries: Int, head: String, brokenAt: Int?, holdsAnchor: Bool?, faults: [String],
    changed: [Bilingual] = []
  ) {
    self.changed = changed
    self.entries = entries
    self.head = head
    self.brokenAt = brokenAt
    self.holdsAnchor = holdsAnchor
    self.faults = faults
    sound = brokenAt == nil && holdsAnchor != false && faults.isEmpty && changed.isEmpty
  }

  /// A register that is not as it was is bad data.
  public var status: ExitStatus { sound ? .done : .badData }

  /// The chain's length and end, and everything that is wrong.
  public func lines(_ say: Wording) -> [String] {
    let hash = head.isEmpty ? "—" : String(head.prefix(12))
    var lines = [
      say("审计链 \(entries) 条，末条校验值 \(hash)", "\(entries) entries, the last one \(hash)")
    ]
    if let brokenAt {
      lines.append(
        say(
          "第 \(brokenAt) 条与前一条接不上：它或它之前的记录被改过",
          "entry \(brokenAt) does not follow: it was changed"))
    }
    if holdsAnchor == false {
      lines.append(
        say("链上没有留存的校验值：链被截断或重写", "the chain lacks the hash that was kept: it was cut or rewritten")
      )
    }
    lines += faults.map { "SQLite: \($0)" }
    lines += changed.map { say($0) }
    return sound ? lines + [say("完整", "sound")] : lines
  }
}
