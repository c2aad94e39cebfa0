public import Model
public import Oversight

extension OversightReport {
  /// What sheets say against each other.
  public init(_ check: CrossCheck, asOf: CivilDate, offices: OfficeTable) {
    self.init(
      id: "checks", title: Bilingual(zh: "跨表核对", en: "Sheets against each other"), asOf: asOf,
      clauses: [],
      notes: [
        Bilingual(
          zh: "与导入先后无关；名册后补也会重新核对。“未知工号”可能只是名册还没报。",
          en: "The order of imports changes nothing; an unknown number may only be a list that has "
            + "not come yet.")
      ],
      tables: [
        Table(
          id: "rows", title: Bilingual(zh: "对不上的行", en: "Rows that do not fit"),
          columns: [
            Column("sheet", "表", "Sheet"), Column("file", "文件", "File"),
            Column("row", "行", "Row"), Column("assistant_no", "工号", "Number"),
            Column("day", "日期", "Day"), Column("fault", "问题", "Fault"),
          ],
          rows: check.entries.map { entry in
            let isAboutSubjects = entry.mention.kind.description.isAboutSubjects
            return [
              .word(entry.mention.kind.rawValue, entry.mention.kind.title),
              .text(entry.mention.file), .count(entry.mention.row),
              isAboutSubjects
                ? .confidential(entry.mention.assistant) : .text(entry.mention.assistant),
              .day(entry.mention.day), entry.fault.word,
            ]
          }),
        Table(
          id: "overlaps", title: Bilingual(zh: "同一人任职时间重叠", en: "One person in two posts at once"),
          columns: [
            Column("assistant_no", "工号", "Number"), Column("office_code", "街道代码", "Office code"),
            Column("from", "到岗日期", "From"), Column("other_assistant_no", "另一工号", "Other number"),
            Column("other_office_code", "另一街道代码", "Other office"),
            Column("other_from", "另一到岗日期", "Other from"),
          ],
          rows: check.overlaps.map { overlap in
            [overlap.first, overlap.second].flatMap {
              [.text($0.assistant), .text($0.office), .day($0.from)] as [Value]
            }
          }),
        Table(
          id: "headcounts",
          title: Bilingual(zh: "在岗人数与工作量表不一致", en: "On duty otherwise than the caseload says"),
          columns: [
            Column("office_code", "街道代码", "Office code"), Column("office_name", "街道", "Office"),
            Column("day", "统计日期", "Day"), Column("listed", "名册", "By the list"),
            Column("reported", "工作量表", "By the caseload"),
          ],
          rows: check.headcounts.map {
            [
              .text($0.office), .text(offices.name(of: $0.office)), .day($0.day),
              .count($0.listed), .count($0.reported),
            ]
          }),
      ], waits: check.waits)
  }

  /// Contracts, probations and handovers that are due.
  public init(
    due terms: [EmploymentTerm], within days: Int, asOf: CivilDate, offices: OfficeTable
  ) {
    let rows = terms.flatMap { term in
      term.due(from: asOf, within: days).map { (term: term, due: $0.due, day: $0.day) }
    }
    .sorted {
      ($0.day.number, $0.term.spell.assistant, $0.due.rawValue)
        < ($1.day.number, $1.term.spell.assistant, $1.due.rawValue)
    }
    self.init(
      id: "roster-due", title: Bilingual(zh: "名册到期事项", en: "Due in the list"), asOf: asOf,
      clauses: [],
      notes: [
        Bilingual(
          zh: "试用期上限按劳动合同法第十九条，离岗交接十五日按第五十条；没有填合同日期的不提醒。",
          en: "Probation by article 19, handover within fifteen days by article 50 of the Labour "
            + "Contract Law; nothing is due where no contract is told.")
      ],
      tables: [
        Table(
          id: "due", title: Bilingual(zh: "\(days) 天内到期", en: "Due within \(days) days"),
          columns: [
            Column("day", "日期", "Day"), Column("due", "事项", "What"),
            Column("assistant_no", "工号", "Number"), Column("office_code", "街道代码", "Office code"),
            Column("office_name", "街道", "Office"),
          ],
          rows: rows.map {
            [
              .day($0.day), .word($0.due.name, $0.due.wording), .text($0.term.spell.assistant),
              .text($0.term.spell.office), .text(offices.name(of: $0.term.spell.office)),
            ]
          })
      ], waits: !rows.isEmpty)
  }

  /// Whether the two bureaus keep in contact.
  public init(
    _ review: ContactReview, topics: [(topic: String, last: CivilDate)], asOf: CivilDate,
    settings: OversightSettings
  ) {
    self.init(
      id: "contact", title: Bilingual(zh: "定期工作联系", en: "Regular contact"), asOf: asOf,
      clauses: ["五第二款"],
      notes: [
        Bilingual(
          zh: "意见只说“定期”；\(settings.contactMonths) 个月是本地设定。",
          en: "The Opinion only says regular; \(settings.contactMonths) month is a local setting.")
      ],
      tables: [
        Table(
          id: "contact", title: Bilingual(zh: "最近一次和下一次", en: "Last and next"),
          columns: [
            Column("last", "最近联系", "Last"), Column("due", "下次应于", "Due by"),
            Column("overdue", "逾期", "Overdue"),
          ],
          rows: [[.day(review.last), .day(review.due), .maybe(review.isOverdue)]]),
        Table(
          id: "topics", title: Bilingual(zh: "各议题最近一次", en: "Last by topic"),
          columns: [Column("topic", "议题", "Topic"), Column("last", "最近联系", "Last")],
          rows: topics.map { [.text($0.topic), .day($0.last)] }),
      ], waits: review.isOverdue)
  }
}

extension CrossCheck.Fault {
  fileprivate var word: OversightReport.Value {
    switch self {
    case .unknownAssistant:
      .word("unknown_assistant", Bilingual(zh: "名册里没有这个工号", en: "not in the list"))
    case .beforeJoining: .word("before_joining", Bilingual(zh: "早于到岗", en: "before joining"))
    case .afterLeaving: .word("after_leaving", Bilingual(zh: "晚于离岗", en: "after leaving"))
    case .inFuture: .word("in_future", Bilingual(zh: "晚于基准日", en: "after the day of the rules"))
    case .hoursOfDay(let hours):
      .word(
        "hours_of_day",
        Bilingual(zh: "一天共 \(hours) 学时，超过 12", en: "\(hours) hours on one day, over 12"))
    }
  }
}

extension EmploymentTerm.Due {
  fileprivate var name: String {
    switch self {
    case .contractEnds: "contract_ends"
    case .contractEnded: "contract_ended"
    case .probationEnds: "probation_ends"
    case .probationLong: "probation_long"
    case .handover: "handover"
    }
  }

  fileprivate var wording: Bilingual {
    switch self {
    case .contractEnds: Bilingual(zh: "合同到期", en: "contract ends")
    case .contractEnded: Bilingual(zh: "合同已到期仍在岗", en: "contract ended, still on duty")
    case .probationEnds: Bilingual(zh: "试用期满", en: "probation ends")
    case .probationLong:
      Bilingual(zh: "试用期超过法定上限（此日为上限）", en: "probation longer than the law allows, to this day")
    case .handover: Bilingual(zh: "离岗证明、档案和社保转移", en: "certificate, files and insurance")
    }
  }
}
