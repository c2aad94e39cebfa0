public import Model

/// Why nothing was erased.
public enum RetentionError: Error, Hashable, Sendable {
  /// No rule has the name.
  case unknownRule(String)
  /// The rule's time runs from the end of a recruitment, which nobody has stated.
  case endUnknown(rule: String)
  /// No sheet has the cell, it is blank, or the row is known by it.
  case noCell(file: String, row: Int, column: String)
  /// A person's rows are held.
  case held(String)
  /// A person's rows are not held.
  case notHeld(String)
  /// No row has the number.
  case nobody(String)
}

extension RetentionError: ExplainedError {
  /// What the error says.
  public var explanation: ErrorExplanation {
    switch self {
    case .unknownRule(let name):
      .init(
        "retention_rule_unknown", .usage, "没有叫 \(name) 的保存规则。", "No rule is called \(name).",
        why: "删除只按列明的规则进行。", "Only listed rules erase.",
        toDo: "请用 \(.listRetention) 查规则。", "See \(.listRetention).")
    case .endUnknown(let rule):
      .init(
        "recruitment_end_unknown", .usage, "规则 \(rule) 从招聘结束起算，没有说哪一天结束。",
        "Rule \(rule) runs from the end of the recruitment, and nobody said which day that was.",
        why: "公示期满、候补期满的日子不在表里，不能推定。",
        "No sheet holds the end of the notice and of the reserve; it is not guessed.",
        toDo: "请加 \(.ended) 日期（公示、候补都结束）；有几次招聘的，再加 \(.ofBatch) 批号。",
        "State \(.ended) DATE, the later of both; \(.ofBatch) N where there are several."
      )
    case .held(let number):
      .init(
        "retention_held", .notPermitted, "\(number) 的记录已暂停删除。",
        "What there is of \(number) is held.",
        why: "有异议、诉讼或归档未了，只能保存。", "An objection, a lawsuit or an archive is open.",
        toDo: "查看 \(.listRetention)；了结后由经办人解除暂停再删。",
        "See \(.listRetention); release it when that is over.")
    case .notHeld(let number):
      .init(
        "retention_not_held", .badData, "\(number) 没有被暂停删除。", "Nothing of \(number) is held.",
        why: "只有暂停过的才能解除。", "Only what is held can be released.",
        toDo: "请用 \(.listRetention) 查看。", "See \(.listRetention).")
    case .nobody(let number):
      .init(
        "number_unknown", .badData, "登记库里没有报名序号或工号 \(number)。",
        "The register has no application or staff number \(number).",
        why: "暂停删除要落到一个人。", "A hold is on one person.",
        toDo: "请核对号码。", "Check the number.")
    case .noCell(let file, let row, let column):
      .init(
        "cell_missing", .badData, "登记库里没有 \(file) 第 \(row) 行“\(column)”这一格，或者它是空的。",
        "The register has no cell \(column) in row \(row) of \(file), or it is blank.",
        why: "报名序号和街道代码不能单格删除，其余各列要有内容。",
        "An application number and an office's code go only with their row; others must say something.",
        toDo: "请核对文件名、行号和列名。", "Check the file's name, the row and the column.")
    }
  }
}
