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
  /// A stable name for programs.
  public var code: String {
    switch self {
    case .weights: "mark_weights"
    case .weightRepeated: "mark_weight_repeated"
    case .numberRepeated: "number_repeated"
    case .officeRepeated: "office_repeated"
    case .placesNegative: "places_negative"
    case .outcomeUnsigned: "outcome_unsigned"
    case .clauseMissing: "vetting_clause_missing"
    case .notListed: "not_listed"
    case .alreadyNotified: "already_notified"
    case .notInLot: "not_in_lot"
    case .tieOpen: "tie_open"
    }
  }

  /// What happened.
  public var happened: Bilingual { wording.happened }
  /// Why that is wrong.
  public var reason: Bilingual { wording.reason }
  /// What to do now.
  public var remedy: Bilingual { wording.remedy }

  /// How the command that met it ends.
  public var status: ExitStatus {
    switch self {
    case .weights, .weightRepeated: .badPolicy
    case .numberRepeated, .officeRepeated, .placesNegative, .clauseMissing, .notListed: .badData
    case .outcomeUnsigned, .alreadyNotified, .notInLot: .notPermitted
    case .tieOpen: .waiting
    }
  }

  private var wording: (happened: Bilingual, reason: Bilingual, remedy: Bilingual) {
    switch self {
    case .weights(let sum):
      (
        Bilingual(zh: "各项成绩权重合计为 \(sum)。", en: "The weights of the marks sum to \(sum)."),
        Bilingual(
          zh: "各项权重为 1 到 100 的整数，合计须为 100。",
          en: "Each is a whole percentage from 1, and together they are 100."),
        Bilingual(zh: "请改正 mark_parts。", en: "Mend mark_parts.")
      )
    case .weightRepeated(let part):
      (
        Bilingual(
          zh: "“\(part.wording.zh)”的权重出现两次。", en: "The \(part.wording.en) has two weights."),
        Bilingual(zh: "无法判断用哪一个。", en: "Which one counts cannot be told."),
        Bilingual(zh: "请改正 mark_parts。", en: "Mend mark_parts.")
      )
    case .numberRepeated(let number):
      (
        Bilingual(zh: "报名序号 \(number) 出现两次。", en: "Application \(number) stands twice."),
        Bilingual(zh: "一个报名序号只能是一个人。", en: "One number is one person."),
        Bilingual(zh: "请先核对这两行。", en: "Compare the two rows first.")
      )
    case .officeRepeated(let office):
      (
        Bilingual(zh: "街道 \(office) 出现两次。", en: "Office \(office) stands twice."),
        Bilingual(zh: "无法判断以哪个名额为准。", en: "Which number of places counts cannot be told."),
        Bilingual(zh: "请只留一行。", en: "Keep one of the rows.")
      )
    case .placesNegative(let office, let places):
      (
        Bilingual(zh: "街道 \(office) 的名额为 \(places)。", en: "Office \(office) has \(places) places."),
        Bilingual(zh: "名额不能为负。", en: "Places cannot be below 0."),
        Bilingual(zh: "请写不小于 0 的整数。", en: "Write a whole number from 0.")
      )
    case .outcomeUnsigned(let number, let check):
      (
        Bilingual(
          zh: "\(number) 的\(check.wording.zh)结论没有写明由谁作出。",
          en: "The \(check.wording.en) of \(number) names nobody who decided it."),
        Bilingual(zh: "结论必须由具名的人作出。", en: "A named person answers for every outcome."),
        Bilingual(zh: "请填写作出结论的人。", en: "Fill in who decided.")
      )
    case .clauseMissing(let number):
      (
        Bilingual(
          zh: "\(number) 考察不合格，但没有写明依据条款。",
          en: "\(number) failed the vetting without a clause."),
        Bilingual(
          zh: "考察结论只写条款编号，不写事实。", en: "A clause by number stands for the facts."),
        Bilingual(zh: "请填写公告中的条款编号。", en: "Fill in the number of the announced clause.")
      )
    case .notListed(let number):
      (
        Bilingual(zh: "名单里没有 \(number)。", en: "\(number) is not on the list."),
        Bilingual(zh: "只能替换名单内的人。", en: "Only somebody on it can be replaced."),
        Bilingual(zh: "请核对报名序号。", en: "Check the number.")
      )
    case .alreadyNotified(let number):
      (
        Bilingual(
          zh: "面试名单已经通知，不能再替换 \(number)。",
          en: "The list was sent out; \(number) cannot be replaced."),
        Bilingual(zh: "已通知的名单不再变动。", en: "A list that people were told stays."),
        Bilingual(zh: "空缺在聘用阶段按递补办理。", en: "Fill the place from the reserve list later.")
      )
    case .notInLot(let number):
      (
        Bilingual(zh: "抽签名单里没有 \(number)。", en: "\(number) was not in the lot."),
        Bilingual(
          zh: "抽签必须包括全部参加安排的人。", en: "The lot is drawn among all who can be placed."),
        Bilingual(zh: "请按现有名单重新公布并抽签。", en: "Announce and draw it again with this list.")
      )
    case .tieOpen:
      (
        Bilingual(zh: "还有影响结果的并列，没有拟聘名单。", en: "A tie that matters is open."),
        Bilingual(zh: "没有拟聘就无从递补。", en: "Without offers there is nothing to go on from."),
        Bilingual(zh: "请先由人决定或抽签。", en: "Let a person or a lot settle it first.")
      )
    }
  }
}
