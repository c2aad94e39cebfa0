public import Model
public import Oversight

extension OversightReport {
  /// How far findings have come: those under 四（三）, and those of others apart.
  public init(
    supervision cases: [SupervisionCase], asOf: CivilDate, offices: OfficeTable,
    settings: OversightSettings
  ) {
    let work = cases.filter { $0.finding.kind != .discipline && $0.finding.kind != .recusal }
    self.init(
      id: "supervision", title: Bilingual(zh: "督导检查问题办理", en: "Supervision"), asOf: asOf,
      clauses: ["四（三）"],
      notes: [
        Bilingual(
          zh:
            "四（三）说“及时反馈”，没有天数；\(settings.feedbackDays) 个工作日反馈、\(settings.replyDays) 天答复是本地设定，只用来提醒。",
          en: "四（三） says in time and gives no days: \(settings.feedbackDays) working days and "
            + "\(settings.replyDays) days to answer are local settings, for reminders only."),
        Bilingual(
          zh: "程序不按次数或程度提出调换；调换建议由署名的人作出，决定权在街道。",
          en:
            "No number or gravity of findings makes a proposal: a named person does, and the street "
            + "decides."),
      ],
      tables: [
        Self.table(
          "findings", Bilingual(zh: "区司法局发现的（四（三））", en: "Found by the bureau, 四（三）"),
          work.filter(\.isUnderClause), offices),
        Self.table(
          "others", Bilingual(zh: "其他单位发现的", en: "Found by others"),
          work.filter { !$0.isUnderClause }, offices),
      ], waits: work.contains { !$0.issues.isEmpty })
  }

  /// Findings on discipline and unsigned rules.
  public init(_ review: DisciplineReview, asOf: CivilDate, offices: OfficeTable) {
    self.init(
      id: "discipline", title: Bilingual(zh: "纪律要求", en: "Discipline"), asOf: asOf,
      clauses: (1...6).map { "二（一）\($0)" },
      notes: [
        Bilingual(
          zh: "只列发现的问题和办理情况，不下结论、不提处分、不写经过。",
          en: "What was found and where it stands; no guilt, no sanction, no narrative.")
      ],
      tables: [
        Self.table("findings", Bilingual(zh: "违纪问题", en: "Findings"), review.cases, offices),
        Table(
          id: "unsigned", title: Bilingual(zh: "未签纪律告知书的在岗人员", en: "On duty and not signed"),
          columns: [Column("assistant_no", "工号", "Number")],
          rows: review.unsigned.map { [.text($0)] }),
      ], waits: review.waits)
  }

  static func table(
    _ id: String, _ title: Bilingual, _ cases: [SupervisionCase], _ offices: OfficeTable
  ) -> Table {
    Table(
      id: id, title: title,
      columns: [
        Column("finding_no", "问题编号", "Finding"), Column("office_code", "街道代码", "Office code"),
        Column("office_name", "街道", "Office"), Column("assistant_no", "工号", "Number"),
        Column("clause", "条款", "Clause"), Column("found_by", "发现单位", "Found by"),
        Column("found_on", "发现日期", "Found on"), Column("state", "状态", "State"),
        Column("feedback_on", "反馈日期", "Fed back on"),
        Column("feedback_days", "反馈用工作日", "Working days"),
        Column("feedback_due", "应反馈至", "Due by"), Column("decided_on", "街道决定日期", "Decided on"),
        Column("decision", "街道意见", "Decision"), Column("handed_to", "移送", "Handed to"),
        Column("document_no", "文号", "Documents"), Column("issues", "待办", "To do"),
      ],
      rows: cases.map { row(of: $0, offices) })
  }

  private static func row(of found: SupervisionCase, _ offices: OfficeTable) -> [Value] {
    func last(_ step: FollowUpStep.Step) -> FollowUpStep? { found.steps.last { $0.step == step } }
    let documents = found.steps.compactMap(\.document)
    return [
      .text(found.finding.number), .maybe(found.office),
      .maybe(found.office.map(offices.name)), .text(found.finding.assistant),
      .text(found.finding.clause),
      .maybe(found.finding.finder?.rawValue), .day(found.finding.found), found.state.word,
      .day(found.steps.first { $0.step == .feedback }?.day), .maybe(found.feedbackDays),
      .day(found.feedbackDue), .day(last(.decision)?.day), .maybe(last(.decision)?.decision),
      .maybe(last(.handedOver)?.decision),
      documents.isEmpty ? .blank : .text(documents.joined(separator: "；")),
      found.issues.isEmpty
        ? .blank
        : .word(
          found.issues.map(\.name).joined(separator: ";"),
          Bilingual(
            zh: found.issues.map(\.wording.zh).joined(separator: "；"),
            en: found.issues.map(\.wording.en).joined(separator: "; "))),
    ]
  }
}

extension SupervisionCase.State {
  /// The name and its words.
  var word: OversightReport.Value {
    switch self {
    case .found: .word("found", Bilingual(zh: "已发现", en: "found"))
    case .reported: .word("reported", Bilingual(zh: "已反馈", en: "fed back"))
    case .correcting: .word("correcting", Bilingual(zh: "整改中", en: "being mended"))
    case .checked: .word("checked", Bilingual(zh: "已复查", en: "checked"))
    case .proposed: .word("proposed", Bilingual(zh: "已建议调换", en: "replacement advised"))
    case .closed: .word("closed", Bilingual(zh: "已结", en: "closed"))
    }
  }
}

extension SupervisionCase.Issue {
  /// The name for programs.
  var name: String {
    switch self {
    case .feedbackLate: "feedback_late"
    case .replyLate: "reply_late"
    case .proposalWithoutFeedback: "proposal_without_feedback"
    case .proposalUnsigned: "proposal_unsigned"
    case .proposalUndocumented: "proposal_undocumented"
    case .appraisalWithoutPeriod: "appraisal_without_period"
    }
  }

  /// The words for people.
  var wording: Bilingual {
    switch self {
    case .feedbackLate(let due):
      Bilingual(zh: "反馈逾期（应于 \(due.iso) 前）", en: "fed back late (due \(due.iso))")
    case .replyLate(let due):
      Bilingual(zh: "街道未答复（应于 \(due.iso) 前）", en: "no answer (due \(due.iso))")
    case .proposalWithoutFeedback:
      Bilingual(zh: "未先反馈就建议调换", en: "replacement advised before feedback")
    case .proposalUnsigned: Bilingual(zh: "调换建议没有署名", en: "proposal without a name")
    case .proposalUndocumented: Bilingual(zh: "调换建议没有文号", en: "proposal without a document")
    case .appraisalWithoutPeriod:
      Bilingual(zh: "纳入考核未写年度", en: "appraisal without its year")
    }
  }
}
