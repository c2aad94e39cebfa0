public import Model
public import Oversight

extension OversightReport {
  /// A year of training: what was held, what each person attended, what each office was told.
  public init(_ year: TrainingYear, offices: OfficeTable, settings: OversightSettings) {
    let counted = TrainingKind.allCases.filter(settings.trainingCounts.contains)
      .map(\.rawValue).joined(separator: "、")
    self.init(
      id: "training", title: Bilingual(zh: "\(year.year) 年培训情况", en: "Training in \(year.year)"),
      asOf: year.asOf, clauses: ["三第一款", "三第二款"],
      notes: [
        Bilingual(
          zh: "意见要求区司法局年度内组织不少于 \(settings.trainingHours) 学时的专业培训；"
            + "“计入”\(counted)、个人也按同一学时看，都是本地设定。",
          en:
            "The Opinion asks the district bureau to hold at least \(settings.trainingHours) hours a "
            + "year; that \(counted) count, and that a person is held to the same, are local settings."
        ),
        Bilingual(
          zh: "意见自 \(settings.inForce.iso) 起施行，此前开始的年度只列数、不评判；全年不足的人只列数。",
          en: "Years that began before \(settings.inForce.iso) are shown and not judged; nor is "
            + "somebody who was not in post all year."),
        Bilingual(
          zh: "没有培训班次表的场次按参训记录推出，学时取其中最长的一个；未写组织单位的算作区司法局组织，另列其学时。",
          en:
            "Sessions that only records of attendance tell of have the longest of their hours; those "
            + "of no stated organiser count as the bureau's, and their hours are told apart."),
      ],
      tables: [
        Self.bureau(year.bureau), Self.people(year, offices), Self.offices(year, offices),
      ], waits: year.waits)
  }

  private static func bureau(_ bureau: TrainingYear.Bureau) -> Table {
    Table(
      id: "bureau", title: Bilingual(zh: "区司法局组织", en: "Held by the bureau"),
      columns: [
        Column("sessions", "场次", "Sessions"), Column("organised", "计入学时", "Hours that count"),
        Column("organiser_unstated", "其中未写组织单位", "Of these, organiser not stated"),
        Column("open_to_all", "在岗者都可参加", "Open to all in post"),
        Column("in_service", "岗中次数", "In service"), Column("exchange", "交流次数", "Exchanges"),
        Column("status", "结论", "Status"), Column("short", "还差学时", "Hours lacking"),
        Column("regular", "定期开展", "Held regularly"),
      ],
      rows: [
        [
          .count(bureau.sessions), .hundredths(bureau.organised.hundredths),
          .hundredths(bureau.organiserUnstated.hundredths),
          .hundredths(bureau.openToAll.hundredths), .count(bureau.inServiceCount),
          .count(bureau.exchangeCount), bureau.status.word, bureau.status.lacking,
          .maybe(bureau.isRegular),
        ]
      ])
  }

  private static func people(_ year: TrainingYear, _ offices: OfficeTable) -> Table {
    Table(
      id: "people", title: Bilingual(zh: "个人参训", en: "Attended by person"),
      columns: [
        Column("office_code", "街道代码", "Office code"), Column("office_name", "街道", "Office"),
        Column("assistant_no", "工号", "Number"), Column("professional", "计入学时", "Hours that count"),
        Column("pre_service_hours", "岗前", "Pre-service"),
        Column("in_service_hours", "岗中", "In service"),
        Column("general_hours", "综合", "General"), Column("exchange_hours", "交流", "Exchange"),
        Column("status", "结论", "Status"), Column("short", "还差学时", "Hours lacking"),
        Column("on_duty_from", "到岗日期", "On duty from"),
        Column("pre_service", "岗前培训", "Before the first day"),
        Column("pre_service_on", "岗前培训日期", "Held on"),
      ],
      rows: year.people.map { person in
        let first = person.preService.last
        return [
          .text(person.office), .text(offices.name(of: person.office)), .text(person.assistant),
          .hundredths(person.professional.hundredths),
        ]
          + TrainingKind.allCases.map { .hundredths((person.hours[$0] ?? .zero).hundredths) }
          + [
            person.status.word, person.status.lacking, .day(first?.from), first?.word ?? .blank,
            first?.held ?? .blank,
          ]
      })
  }

  private static func offices(_ year: TrainingYear, _ offices: OfficeTable) -> Table {
    Table(
      id: "offices", title: Bilingual(zh: "向街道反馈和综合培训", en: "Reports to offices, general training"),
      columns: [
        Column("office_code", "街道代码", "Office code"), Column("office_name", "街道", "Office"),
        Column("in_post", "在岗", "In post"), Column("last_training", "最近培训", "Last training"),
        Column("reported", "已反馈", "Reported"), Column("general", "综合培训", "General training"),
      ],
      rows: year.offices.map { office in
        [
          .text(office.office), .text(offices.name(of: office.office)), .count(office.headcount),
          .day(office.lastTraining), .maybe(office.isReported), .maybe(office.hadGeneral),
        ]
      })
  }
}

extension TrainingYear.Status {
  /// The name and its words.
  var word: OversightReport.Value {
    switch self {
    case .met: .word("met", Bilingual(zh: "达标", en: "met"))
    case .short: .word("short", Bilingual(zh: "不足", en: "short"))
    case .inProgress: .word("in_progress", Bilingual(zh: "进行中", en: "in progress"))
    case .notJudged(.beforeOpinion):
      .word("before_opinion", Bilingual(zh: "不判（意见施行前）", en: "not judged, before the Opinion"))
    case .notJudged(.partOfYear):
      .word("part_of_year", Bilingual(zh: "不判（全年不足）", en: "not judged, part of the year"))
    case .unknown: .word("unknown", Bilingual(zh: "未知（街道未报）", en: "unknown, no sheet"))
    }
  }

  fileprivate var lacking: OversightReport.Value {
    switch self {
    case .short(let hours), .inProgress(let hours): .hundredths(hours.hundredths)
    case .met, .notJudged, .unknown: .blank
    }
  }
}

extension TrainingYear.PreService {
  fileprivate var word: OversightReport.Value {
    let (name, zh, en) =
      switch state {
      case .done: ("done", "已参加", "done")
      case .late: ("late", "迟", "late")
      case .missing: ("missing", "缺", "missing")
      case .notDue: ("not_due", "未到期", "not due")
      }
    return .word(
      name,
      isJudged ? Bilingual(zh: zh, en: en) : Bilingual(zh: zh + "（不判）", en: en + ", not judged"))
  }

  fileprivate var held: OversightReport.Value {
    switch state {
    case .done(let day), .late(let day): .day(day)
    case .missing, .notDue: .blank
    }
  }
}
