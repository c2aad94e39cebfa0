public import Model

/// How long things are kept, and what is due.
public struct RetentionAnswer: Answer {
  /// A rule.
  public struct Rule: Encodable, Sendable {
    let rule: String
    let sheet: Bilingual
    let months: Int
    let reason: Bilingual
    let rows: Int
    let due: Int

    /// - Parameters:
    ///   - months: how long a row is kept after its end.
    ///   - rows: how many rows there are.
    ///   - due: how many of them are due.
    public init(
      _ rule: String, sheet: SheetKind, months: Int, reason: Bilingual, rows: Int, due: Int
    ) {
      self.rule = rule
      self.sheet = sheet.title
      self.months = months
      self.reason = reason
      self.rows = rows
      self.due = due
    }
  }

  let asOf: CivilDate
  let rules: [Rule]

  /// Tells of rules as of a day.
  public init(asOf: CivilDate, rules: [Rule]) {
    (self.asOf, self.rules) = (asOf, rules)
  }

  /// Something waits where rows are due.
  public var status: ExitStatus { rules.contains { $0.due > 0 } ? .waiting : .done }

  /// A line for each rule.
  public func lines(_ say: Wording) -> [String] {
    rules.map { rule in
      say(
        "\(rule.rule)：\(say(rule.sheet))，结束后保存 \(rule.months) 个月〔本地设定：\(say(rule.reason))〕，"
          + "共 \(rule.rows) 行，到期 \(rule.due) 行",
        "\(rule.rule): \(say(rule.sheet)), \(rule.months) months after their end [local setting: "
          + "\(say(rule.reason))]; \(rule.rows) rows, \(rule.due) due")
    }
  }
}

/// What was erased, and what a search of the register's bytes found of it afterwards.
public struct ErasureAnswer: Answer {
  let rule: String
  let count: Int
  let isDryRun: Bool
  let traces: Int
  let copies: [String]

  /// - Parameters:
  ///   - isKept: whether nothing was erased, because it is only tried.
  ///   - traces: how often each text is still found; the texts themselves are told to nobody.
  ///   - copies: files outside that may hold it still.
  public init(rule: String, count: Int, isKept: Bool, traces: [String: Int], copies: [String]) {
    self.rule = rule
    self.count = count
    isDryRun = isKept
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
    return [done] + (isDryRun || count == 0 ? [] : [proof])
      + copies.map {
        say("库外的副本请人处理并勾销：□ \($0)", "copies outside, for a person to see to: □ \($0)")
      }
  }
}
