public import Model
public import Oversight

extension OversightReport {
  /// Cases that were handled in spite of a relation; whose relation it is stays in the house.
  public init(_ review: RecusalReview, offices: OfficeTable) {
    self.init(
      id: "recusal", title: Bilingual(zh: "回避核对", en: "Recusal"), asOf: review.asOf,
      clauses: ["二（二）1", "二（二）2", "二（二）3"],
      notes: [
        Bilingual(
          zh: "本表说明某个协管员有亲属或利害关系人在矫，不得外传；导出的文件里工号打码。",
          en:
            "This tells that somebody has a relative under correction: it never leaves the house, "
            + "and numbers are masked in every file."),
        Bilingual(
          zh: "只按申报核对，不从姓名、地址推断；案件代号须全区统一，一人两个代号就查不出来。没有申报是“未申报”，不是“没有”。",
          en:
            "Only declarations count, nothing is inferred from names or addresses; a subject with "
            + "two pseudonyms is not found. Without a declaration it is unknown, not clear."),
      ],
      tables: [
        Table(
          id: "states", title: Bilingual(zh: "合计", en: "Totals"),
          columns: [
            Column("state", "情况", "State"), Column("assignments", "分派数", "Assignments"),
          ],
          rows: RecusalReview.State.allCases.map { state in
            [state.word, .count(review.entries.count { $0.state == state })]
          }),
        Table(
          id: "assignments", title: Bilingual(zh: "待处理的分派", en: "Assignments that wait"),
          columns: [
            Column("office_code", "街道代码", "Office code"), Column("office_name", "街道", "Office"),
            Column("assistant_no", "工号", "Number"), Column("case_no", "案件代号", "Case"),
            Column("state", "情况", "State"), Column("clause", "条款", "Clause"),
            Column("days", "未回避天数", "Days"), Column("first_day", "起", "First day"),
            Column("last_day", "止", "Last day"),
            Column("assigned_after", "申报后仍分派", "Assigned after"),
            Column("contradicts", "决定与条款相反", "Decision contradicts the clause"),
          ],
          rows: review.entries.filter(\.waits).map { entry in
            [
              .text(entry.assignment.office), .text(offices.name(of: entry.assignment.office)),
              .confidential(entry.assignment.assistant), .text(entry.assignment.caseNo),
              entry.state.word, .text(entry.clause), .count(entry.days),
              .day(entry.span?.lowerBound), .day(entry.span?.upperBound),
              entry.days > 0 ? .maybe(entry.isAssignedAfter) : .blank,
              entry.contradicts ? .maybe(true) : .blank,
            ]
          }),
      ], waits: review.entries.contains(where: \.waits))
  }
}

extension RecusalReview.State {
  /// The name and its words.
  var word: OversightReport.Value { .word(name, wording) }

  var name: String {
    switch self {
    case .mustStepAside: "must_step_aside"
    case .toDecide: "to_decide"
    case .undeclared: "undeclared"
    case .clear: "clear"
    }
  }

  var wording: Bilingual {
    switch self {
    case .mustStepAside: Bilingual(zh: "应回避", en: "must step aside")
    case .toDecide: Bilingual(zh: "待人决定", en: "a person decides")
    case .undeclared: Bilingual(zh: "未申报", en: "nothing declared")
    case .clear: Bilingual(zh: "无须回避", en: "clear")
    }
  }
}

/// What assigning a case to an assistant would come to.
public struct RecusalTrialAnswer: Answer {
  private enum CodingKeys: CodingKey { case state, clause, contradicts, isOnDuty, note }

  private let entry: RecusalReview.Entry
  let state: String
  let clause: String
  let contradicts: Bool
  let isOnDuty: Bool
  let note = Bilingual(
    zh: "只按已有申报核对；分派前请本人对这个案件申报，没有关系的也申报“无”。",
    en: "By what was declared so far; let the assistant declare on this case first, 无 included.")

  /// - Parameter isOnDuty: whether the assistant is on duty on the day.
  public init(_ entry: RecusalReview.Entry, isOnDuty: Bool) {
    self.entry = entry
    (state, clause, contradicts) = (entry.state.name, entry.clause, entry.contradicts)
    self.isOnDuty = isOnDuty
  }

  /// Anything but clear is for a person.
  public var status: ExitStatus { entry.state == .clear && isOnDuty ? .done : .waiting }

  /// What it comes to, and what to do first.
  public func lines(_ say: Wording) -> [String] {
    [
      say("\(say(entry.state.wording))（\(clause)）", "\(say(entry.state.wording)) (\(clause))"),
      say(note),
    ] + (isOnDuty ? [] : [say("此人当日不在岗。", "Not on duty on that day.")])
  }
}
