public import Model
public import Oversight

extension OversightReport {
  /// The facts of one person's year, with room for the person's remarks; no score and no comparison.
  /// - Parameters:
  ///   - training: the person's part of the year; nil where nothing is known of it.
  ///   - hasDeclared: whether the person declared relations at all; no case is told.
  public init(
    appraisalOf assistant: String, year: Int, spells: [Spell], training: TrainingYear.Person?,
    cases: [SupervisionCase], hasDeclared: Bool, signatures: [Acknowledgement], asOf: CivilDate,
    offices: OfficeTable
  ) {
    self.init(
      id: "appraise-\(assistant)",
      title: Bilingual(
        zh: "\(assistant) \(year) 年考核依据", en: "Evidence for appraisal: \(assistant), \(year)"),
      asOf: asOf, clauses: ["三第一款", "四（三）"],
      notes: [
        Bilingual(
          zh: "供考核使用，不是考核结果；只列事实，不打分、不排名。考核谁、怎么考核由区里定。本人有权看同一页并写意见。",
          en:
            "For use in an appraisal and none itself: facts alone, no score, no rank. Whose appraisal "
            + "it is for is the district's to say. The person sees this page and may remark on it.")
      ],
      tables: [
        Table(
          id: "spells", title: Bilingual(zh: "任职", en: "In post"),
          columns: [
            Column("office_code", "街道代码", "Office code"), Column("office_name", "街道", "Office"),
            Column("from", "到岗日期", "From"), Column("until", "离岗日期", "Until"),
          ],
          rows: spells.map {
            [
              .text($0.office), .text(offices.name(of: $0.office)), .day($0.from), .day($0.until),
            ]
          }),
        Table(
          id: "training", title: Bilingual(zh: "培训（三）", en: "Training"),
          columns: [
            Column("professional", "计入学时", "Hours that count"),
            Column("in_service", "岗中次数", "In service"),
            Column("exchange", "交流次数", "Exchanges"), Column("status", "结论", "Status"),
          ],
          rows: training.map { person in
            [
              [
                .hundredths(person.professional.hundredths), .count(person.inServiceCount),
                .count(person.exchangeCount), person.status.word,
              ]
            ]
          } ?? []),
        Self.table(
          "findings", Bilingual(zh: "督导发现的问题和办理", en: "Findings and what followed"), cases,
          offices
        ).without(["office_code", "office_name", "assistant_no", "feedback_due", "handed_to"]),
        Table(
          id: "declarations", title: Bilingual(zh: "回避申报和纪律告知", en: "Declarations and signatures"),
          columns: [
            Column("declared", "申报过回避事项", "Declared relations"),
            Column("signed", "已签纪律告知书", "Signed the rules"),
            Column("signed_on", "签收日期", "Signed on"),
          ],
          rows: [
            [
              .maybe(hasDeclared), .maybe(!signatures.isEmpty),
              .day(signatures.map(\.signed).max()),
            ]
          ]),
        Table(
          id: "remarks", title: Bilingual(zh: "本人意见", en: "The person's remarks"),
          columns: [
            Column("remark", "意见", "Remark"), Column("signature", "签名", "Signature"),
            Column("remarked_on", "日期", "Day"),
          ], rows: [[.blank, .blank, .blank]]),
      ], waits: training == nil)
  }
}
