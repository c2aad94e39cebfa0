public import Model

/// What was erased, and what a search of the register's bytes found of it afterwards.
public struct ErasureAnswer: Answer {
  let rule: String
  let count: Int
  let isDryRun: Bool
  let held: Int
  let stillKept: Int
  let traces: Int
  let copies: [String]

  /// - Parameters:
  ///   - isKept: whether nothing was erased, because it is only tried.
  ///   - held: how much would have been due and is held.
  ///   - standing: how many of the texts stand in rows that are kept, and so are no traces.
  ///   - traces: how often each text is still found; the texts themselves are told to nobody.
  ///   - copies: files outside that may hold it still.
  public init(
    rule: String, count: Int, isKept: Bool, held: Int = 0, standing: Int = 0,
    traces: [String: Int] = [:], copies: [String] = []
  ) {
    self.rule = rule
    self.count = count
    isDryRun = isKept
    self.held = held
    stillKept = standing
    self.traces = traces.values.reduce(0, +)
    self.copies = copies
  }

  /// Traces are no success; copies outside are for a person.
  public var status: ExitStatus { traces > 0 ? .badData : .done }

  /// What was erased, whether traces are left, and which copies a person has to see to.
  public func lines(_ say: Wording) -> [String] {
    let done =
      isDryRun
      ? say("将删除 \(count) 行，未作改动", "\(count) to erase; nothing was changed")
      : say("已删除 \(count) 处", "\(count) erased")
    let proof =
      traces == 0
      ? say("登记库、日志里逐字节查找，没有残留", "no trace in the bytes of the register and its journal")
      : say(
        "登记库里还能找到 \(traces) 处同样的文字：同一个人可能还在其他表里，或另有同名的人，请人核对",
        "\(traces) traces are left: the same person in another sheet, or another of the same name")
    let kept =
      (held == 0
        ? [] : [say("暂停删除的 \(held) 行没有动", "\(held) are held and stay")])
      + (stillKept == 0
        ? []
        : [
          say(
            "有 \(stillKept) 个姓名或号码另在未到期的行里，仍然保留",
            "\(stillKept) names or numbers also stand in rows that are not due, and stay there")
        ])
    return [done] + (isDryRun || count == 0 ? [] : [proof]) + kept
      + copies.map {
        say("库外的副本请人处理并勾销：□ \($0)", "copies outside, for a person to see to: □ \($0)")
      }
  }
}
