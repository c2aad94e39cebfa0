public import Model

/// Whether the register's audit chain and its file are as they were.
public struct AuditAnswer: Answer {
  let entries: Int
  let head: String
  let sound: Bool
  let brokenAt: Int?
  let holdsAnchor: Bool?
  let faults: [String]

  /// - Parameters:
  ///   - entries: how many entries the chain has.
  ///   - head: the last entry's hash; empty where there is none.
  ///   - brokenAt: the first entry that does not follow from the one before it, if any.
  ///   - holdsAnchor: whether the chain holds the hash that was asked for, if one was.
  ///   - faults: what SQLite finds wrong with the file.
  public init(
    entries: Int, head: String, brokenAt: Int?, holdsAnchor: Bool?, faults: [String], isSound: Bool
  ) {
    self.entries = entries
    self.head = head
    sound = isSound
    self.brokenAt = brokenAt
    self.holdsAnchor = holdsAnchor
    self.faults = faults
  }

  /// A chain that does not hold is bad data.
  public var status: ExitStatus { sound ? .done : .badData }

  /// How long the chain is, and what is wrong with it.
  public func lines(in language: Language, steps: StepWording) -> [String] {
    let zh = language == .zh
    let head = head.isEmpty ? "—" : String(head.prefix(12))
    var lines = [zh ? "审计链 \(entries) 条，末条校验值 \(head)" : "\(entries) entries, the last one \(head)"]
    if let brokenAt {
      lines.append(
        zh
          ? "第 \(brokenAt) 条与前一条接不上：它或它之前的记录被改过"
          : "entry \(brokenAt) does not follow: it was changed")
    }
    if holdsAnchor == false {
      lines.append(
        zh
          ? "链上没有留存的校验值：链被截断或重写"
          : "the chain lacks the hash that was kept: it was cut or rewritten")
    }
    lines += faults.map { "SQLite: \($0)" }
    return sound ? lines + [zh ? "完整" : "sound"] : lines
  }
}
