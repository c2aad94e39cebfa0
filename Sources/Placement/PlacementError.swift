public import Model

/// What this room refuses before it decides anything.
public enum PlacementError: Error, Hashable, Sendable {
  /// The weights of the marks do not come to 100.
  case weights(sum: Int)
  /// A part of the mark has a weight twice.
  case weightRepeated(MarkPart)
  /// An application number stands twice.
  case numberRepeated(String)
  /// An office stands twice.
  case officeRepeated(String)
  /// An office has fewer places than none.
  case placesNegative(office: String, places: Int)
  /// A check's outcome names nobody who answers for it.
  case outcomeUnsigned(number: String, check: Check)
  /// Somebody failed the vetting without a clause.
  case clauseMissing(number: String)
  /// Nobody of that number is on the list.
  case notListed(String)
  /// The list was sent out, so that nobody can be replaced on it.
  case alreadyNotified(String)
  /// The lot was drawn without an entrant.
  case notInLot(String)
  /// A tie that matters is open, so that there are no offers to go on from.
  case tieOpen
}

extension PlacementError: ExplainedError {
  /// What the error says.
  public var explanation: ErrorExplanation {
    switch self {
    case .weights(let sum):
      .init(
        "mark_weights", .badPolicy, "各项成绩权重合计为 \(sum)。", "The weights of the marks sum to \(sum).",
        why: "各项权重为 1 到 100 的整数，合计须为 100。",
        "Each is a whole percentage from 1, and together they are 100.",
        toDo: "请改正 mark_parts。", "Mend mark_parts.")
    case .weightRepeated(let part):
      .init(
        "mark_weight_repeated", .badPolicy, "“\(part.wording.zh)”的权重出现两次。",
        "The \(part.wording.en) has two weights.",
        why: "无法判断用哪一个。", "Which one counts cannot be told.",
        toDo: "请改正 mark_parts。", "Mend mark_parts.")
    case .numberRepeated(let number):
      .init(
        "number_repeated", .badData, "报名序号 \(number) 出现两次。", "Application \(number) stands twice.",
        why: "一个报名序号只能是一个人。", "One number is one person.",
        toDo: "请先核对这两行。", "Compare the two rows first.")
    case .officeRepeated(let office):
      .init(
        "office_repeated", .badData, "街道 \(office) 出现两次。", "Office \(office) stands twice.",
        why: "无法判断以哪个名额为准。", "Which number of places counts cannot be told.",
        toDo: "请只留一行。", "Keep one of the rows.")
    case .placesNegative(let office, let places):
      .init(
        "places_negative", .badData, "街道 \(office) 的名额为 \(places)。",
        "Office \(office) has \(places) places.",
        why: "名额不能为负。", "Places cannot be below 0.",
        toDo: "请写不小于 0 的整数。", "Write a whole number from 0.")
    case .outcomeUnsigned(let number, let check):
      .init(
        "outcome_unsigned", .notPermitted, "\(number) 的\(check.wording.zh)结论没有写明由谁作出。",
        "The \(check.wording.en) of \(number) names nobody who decided it.",
        why: "结论必须由具名的人作出。", "A named person answers for every outcome.",
        toDo: "请填写作出结论的人。", "Fill in who decided.")
    case .clauseMissing(let number):
      .init(
        "vetting_clause_missing", .badData, "\(number) 考察不合格，但没有写明依据条款。",
        "\(number) failed the vetting without a clause.",
        why: "考察结论只写条款编号，不写事实。", "A clause by number stands for the facts.",
        toDo: "请填写公告中的条款编号。", "Fill in the number of the announced clause.")
    case .notListed(let number):
      .init(
        "not_listed", .badData, "名单里没有 \(number)。", "\(number) is not on the list.",
        why: "只能替换名单内的人。", "Only somebody on it can be replaced.",
        toDo: "请核对报名序号。", "Check the number.")
    case .alreadyNotified(let number):
      .init(
        "already_notified", .notPermitted, "面试名单已经通知，不能再替换 \(number)。",
        "The list was sent out; \(number) cannot be replaced.",
        why: "已通知的名单不再变动。", "A list that people were told stays.",
        toDo: "空缺在聘用阶段按递补办理。", "Fill the place from the reserve list later.")
    case .notInLot(let number):
      .init(
        "not_in_lot", .notPermitted, "抽签名单里没有 \(number)。", "\(number) was not in the lot.",
        why: "抽签必须包括全部参加安排的人。", "The lot is drawn among all who can be placed.",
        toDo: "请按现有名单重新公布并抽签。", "Announce and draw it again with this list.")
    case .tieOpen:
      .init(
        "tie_open", .waiting, "还有影响结果的并列，没有拟聘名单。", "A tie that matters is open.",
        why: "没有拟聘就无从递补。", "Without offers there is nothing to go on from.",
        toDo: "请先由人决定或抽签。", "Let a person or a lot settle it first.")
    }
  }
}
