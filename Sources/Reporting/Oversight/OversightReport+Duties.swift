public import Model
public import Oversight

extension OversightReport {
  /// Who does what by item, and where that goes beyond the verb of the text.
  public init(_ review: DutyReview, offices: OfficeTable) {
    self.init(
      id: "duties", title: Bilingual(zh: "职责分工核对", en: "Duties"), asOf: review.asOf,
      clauses: (1...9).map { "一（二）\($0)" },
      notes: [
        Bilingual(
          zh: "只按填报的事项和承担方式核对：电话接听、联络核查录入、收集公益证明、收集意见可以负责，其余只能协助或参与；"
            + "一（二）8 的事项一律不得承担；不评判工作数量和质量。",
          en: "Judged by the activity and the part that the sheet names alone: calls, liaison and "
            + "entry, proof of service and collecting opinions may be done, everything else only "
            + "helped with; item 8 never. Nothing is said of quantity or quality.")
      ],
      tables: [
        Table(
          id: "faults", title: Bilingual(zh: "超出文本的分工", en: "Beyond the text"),
          columns: Self.dutyColumns + [Column("fault", "问题", "Fault")],
          rows: review.entries.compactMap { entry in
            entry.fault.map { Self.row(of: entry.assignment, offices) + [$0.word] }
          }),
        Table(
          id: "uncovered", title: Bilingual(zh: "无人承担的条目", en: "Items that nobody has"),
          columns: [
            Column("office_code", "街道代码", "Office code"), Column("office_name", "街道", "Office"),
            Column("state", "情况", "State"), Column("items", "条目", "Items"),
          ],
          rows: review.coverage.filter { $0.uncovered != [] }.map { coverage in
            [
              .text(coverage.office), .text(offices.name(of: coverage.office)),
              coverage.uncovered == nil
                ? .word("unknown", Bilingual(zh: "未报分工", en: "no sheet"))
                : .word("uncovered", Bilingual(zh: "无人承担", en: "nobody")),
              .maybe(
                coverage.uncovered.map { $0.map { "一（二）\($0)" }.joined(separator: "、") }),
            ]
          }),
        Table(
          id: "assignments", title: Bilingual(zh: "现行分工", en: "Who does what"),
          columns: Self.dutyColumns,
          rows: review.entries.map { Self.row(of: $0.assignment, offices) }, isCounted: true),
      ], waits: review.waits)
  }

  private static let dutyColumns = [
    Column("office_code", "街道代码", "Office code"), Column("office_name", "街道", "Office"),
    Column("assistant_no", "工号", "Number"), Column("clause", "条款", "Clause"),
    Column("activity", "工作事项", "Activity"), Column("role", "承担方式", "Role"),
    Column("from", "起始日期", "From"), Column("assigned_by", "安排单位", "Assigned by"),
  ]

  private static func row(of duty: DutyAssignment, _ offices: OfficeTable) -> [Value] {
    [
      .text(duty.office), .text(offices.name(of: duty.office)), .maybe(duty.assistant),
      .text(duty.activity.clause), .text(duty.activity.rawValue), .text(duty.role.rawValue),
      .day(duty.from), .maybe(duty.assignedBy),
    ]
  }
}

extension DutyReview.Fault {
  fileprivate var word: OversightReport.Value {
    switch self {
    case .beyondVerb: .word("beyond_verb", Bilingual(zh: "越权", en: "beyond the verb"))
    case .barred: .word("barred", Bilingual(zh: "禁止", en: "barred"))
    case .notArranged:
      .word(
        "not_arranged",
        Bilingual(zh: "未写明由司法所安排", en: "not known to be arranged by the justice office"))
    }
  }
}
