public import Model

/// How long things are kept, what is due, and what is held.
public struct RetentionAnswer: Answer {
  /// A rule.
  public struct Rule: Encodable, Sendable {
    let rule: String
    let subject: Bilingual
    let months: Int
    let days: Int
    let from: Bilingual
    let level: Int
    let reason: Bilingual
    let rows: Int
    let due: Int
    let held: Int

    /// - Parameters:
    ///   - subject: what it is about.
    ///   - months: how many months it is kept after that from which its time runs.
    ///   - days: how many days besides.
    ///   - from: what the time runs from.
    ///   - level: 1 takes the person out, 2 the row.
    ///   - rows: how many rows there are.
    ///   - due: how many of them are due.
    ///   - held: how many would be due and are held.
    public init(
      _ rule: String, subject: Bilingual, months: Int, days: Int, from: Bilingual, level: Int,
      reason: Bilingual, rows: Int, due: Int, held: Int
    ) {
      (self.rule, self.subject, self.months, self.days) = (rule, subject, months, days)
      (self.from, self.level, self.reason) = (from, level, reason)
      (self.rows, self.due, self.held) = (rows, due, held)
    }
  }

  /// A person of whom nothing is erased.
  public struct Hold: Encodable, Sendable {
    let number: String
    let by: String
    let reason: String
    let at: String

    /// - Parameters:
    ///   - number: the application or staff number.
    ///   - at: since when, in ISO 8601.
    public init(number: String, by: String, reason: String, at: String) {
      (self.number, self.by, self.reason, self.at) = (number, by, reason, at)
    }
  }

  let asOf: CivilDate
  let rules: [Rule]
  let holds: [Hold]

  /// Tells of rules as of a day.
  public init(asOf: CivilDate, rules: [Rule], holds: [Hold]) {
    (self.asOf, self.rules, self.holds) = (asOf, rules, holds)
  }

  /// Something waits where rows are due.
  public var status: ExitStatus { rules.contains { $0.due > 0 } ? .waiting : .done }

  /// A line for each rule and each person who is held.
  public func lines(_ say: Wording) -> [String] {
    rules.map { rule in
      let (zh, en) =
        rule.months > 0
        ? ("\(rule.months) 个月", "\(rule.months) months") : ("\(rule.days) 日", "\(rule.days) days")
      let goes =
        rule.level == 1
        ? say("去掉个人身份，仍可重算", "takes the person, runs stay") : say("整行删除", "takes the row")
      let held = rule.held == 0 ? "" : say("，另有暂停 \(rule.held) 行", ", \(rule.held) more held")
      return say(
        "\(rule.rule)：\(say(rule.subject))，\(say(rule.from))后保存 \(zh)，\(goes)〔本地设定：\(say(rule.reason))〕，"
          + "共 \(rule.rows) 行，到期 \(rule.due) 行\(held)",
        "\(rule.rule): \(say(rule.subject)), \(en) after \(say(rule.from)), \(goes) [local setting: "
          + "\(say(rule.reason))]; \(rule.rows) rows, \(rule.due) due\(held)")
    }
      + holds.map {
        say(
          "暂停删除：\($0.number)（\($0.by)，\($0.at.prefix(10))，\($0.reason)）",
          "held: \($0.number) (\($0.by), \($0.at.prefix(10)), \($0.reason))")
      }
  }
}

/// A person who is held or released.
public struct HoldAnswer: Answer {
  let number: String
  let isHeld: Bool
  let by: String

  /// - Parameters:
  ///   - number: the application or staff number.
  ///   - isHeld: whether nothing is erased from now on.
  public init(number: String, isHeld: Bool, by: String) {
    (self.number, self.isHeld, self.by) = (number, isHeld, by)
  }

  /// Done.
  public var status: ExitStatus { .done }

  /// Whether it is held now.
  public func lines(_ say: Wording) -> [String] {
    [
      isHeld
        ? say("\(number)：已暂停删除（\(by)）", "\(number): held (\(by))")
        : say("\(number)：已解除暂停，到期照删（\(by)）", "\(number): released (\(by))")
    ]
  }
}
