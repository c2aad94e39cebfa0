import Model
import Reporting
import Staffing

/// An invented run over real offices of one district; all people are invented.
enum Fixture {
  static let surnames = Array("赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨")
  static let givenNames = ["明远", "静", "建国", "思雨", "海涛", "婷", "志强", "雅文", "立新", "晓彤"]
  static let tiers = [
    Bilingual(zh: "本市就业困难人员", en: "local person with employment hardship"),
    Bilingual(zh: "其他人员", en: "others"),
  ]
  static let preferences = [
    Bilingual(zh: "法律专业学历学位", en: "degree in law"),
    Bilingual(zh: "法律相关工作经验", en: "legal work"),
    Bilingual(zh: "矫正帮教工作经验", en: "work in correction"),
  ]
  static let requirements = [
    Bilingual(zh: "公道正派", en: "upright"), Bilingual(zh: "政治素质", en: "politically sound"),
    Bilingual(zh: "电脑操作", en: "at ease with a computer"),
  ]

  static func name(_ seed: Int) -> String {
    String(surnames[seed * 7 % surnames.count]) + givenNames[seed * 3 % givenNames.count]
  }

  static func number(_ office: Int, _ index: Int) -> String {
    "XC2024-\(100 + office)\(String(1000 + index).dropFirst())"
  }

  static func applicants(of name: String, office: Int, count: Int) -> [RankedApplicant] {
    let keys = (0..<count).map { index in
      let tier = index < count / 3 ? 1 : 2
      let place = tier == 1 ? index : index - count / 3
      return tier * 10 + 3 - min(3, (place + office % 2) * 2 / 3)
    }
    return keys.indices.map { index in
      let (tier, points) = (keys[index] / 10, keys[index] % 10)
      return RankedApplicant(
        applicationNo: number(office, index),
        name: index == 1 && office == 0 ? "=阿依古丽·买买提" : self.name(office * 31 + index),
        office: name, assessment: Assessment(verdict: .eligible, tier: tier, points: points),
        placement: RankPlacement(
          rank: (keys.firstIndex(of: keys[index]) ?? 0) + 1,
          isTied: keys.count { $0 == keys[index] } > 1,
          decider: index == 0 || keys[index - 1] / 10 != tier ? .tier : .points),
        reasons: (tier == 1 ? [tiers[0]] : []) + Array(preferences.prefix(points)),
        working: Bilingual(
          zh: "第 \(tier) 顺位（四（一））；\(points) 分：每项 1 分（四（二），分值为本地设定）",
          en: "tier \(tier) (四（一）); \(points) points, 1 each (四（二）, weights set locally)"),
        source: SourceRow(file: "西城区应聘人员-\(office % 3 + 1).csv", row: index + 2))
    }
  }

  static func waiting(_ verdict: Verdict, office: Int, at name: String, count: Int)
    -> [RankedApplicant]
  {
    (0..<count).map { index in
      RankedApplicant(
        applicationNo: number(office, 500 + index), name: self.name(office * 17 + index),
        office: name, assessment: Assessment(verdict: verdict, tier: nil, points: index % 3),
        placement: .unranked,
        reasons: Array(preferences.prefix(index % 3)),
        working: Bilingual(zh: "\(index % 3) 分", en: "\(index % 3) points"),
        obstacles: Array(requirements.prefix(1 + index % 3)),
        source: SourceRow(file: "西城区应聘人员-\(office % 3 + 1).csv", row: 60 + index))
    }
  }

  /// The headcount of an office by the ratio method, with values of its own.
  static func headcount(code: String, officers: Int, subjects: Int?, inPost: Int) -> OfficePlan? {
    guard let day = run()?.asOf else { return nil }
    return norm?.plan(
      for: Caseload(
        officeCode: code, asOf: day, officers: officers, assistants: inPost, subjects: subjects))
  }

  static func headcount(_ index: Int, _ office: Model.Office) -> OfficePlan? {
    headcount(
      code: office.code, officers: 1 + index % 4, subjects: index == 7 ? nil : index * 23 % 61,
      inPost: index % 3)
  }

  static let norm = try? StaffingNorm(
    .ratio,
    StaffingSettings(
      [
        .subjectsPerAssistant: Rational(20), .subjectsPerOfficer: Rational(30),
        .reliefPerOfficer: Rational(1, over: 2), .minimum: Rational(1), .maximum: Rational(6),
      ].merging(
        (WorkUnit.classes + [.unclassified]).map { (.weight($0), .one) }
      ) { $1 },
      rounding: .halfUp))

  static func office(_ index: Int, _ office: Model.Office) -> SummaryPage.Office {
    let count = index % 5 == 4 ? 0 : 14 - index / 2
    let list = applicants(of: office.name, office: index, count: count)
    return SummaryPage.Office(
      code: office.code, name: office.name,
      eligibleByTier: [
        list.count { $0.assessment.tier == 1 }, list.count { $0.assessment.tier == 2 },
      ],
      pending: count == 0 ? 0 : index % 3, ineligible: count == 0 ? 0 : index % 2,
      tied: list.count(where: \.placement.isTied), places: index % 4 == 3 ? nil : 1 + index % 3,
      headcount: headcount(index, office),
      ranked: Excerpt(
        Array(list.prefix(5)), total: list.count,
        file: list.isEmpty ? nil : "offices/\(office.code)-\(office.name).xlsx"))
  }

  static func run(seed: String? = nil) -> RunLabel? {
    guard let issued = CivilDate(year: 2023, month: 12, day: 25),
      let day = CivilDate(year: 2024, month: 6, day: 1)
    else { return nil }
    return RunLabel(
      id: "5f0c2a9e71b4", policyID: "beijing-2023",
      policyTitle: Bilingual(
        zh: "关于进一步规范城市协管员从事社区矫正工作的意见",
        en: "Opinion on further regulating the work of city assistants in community correction"),
      policyFrom: issued, asOf: day, lotSeed: seed)
  }

  static var rules: [RuleLine] {
    let weight = Citation.local(
      reason: Bilingual(
        zh: "三项分值相同：《意见》未定次序",
        en: "the three weigh the same, because the Opinion gives no order"))
    return [
      RuleLine(
        title: Bilingual(
          zh: "公道正派、政治素质、组织协调、言语文字、电脑操作",
          en: "upright, politically sound, able to organise, to express, to use a computer"),
        effect: Bilingual(zh: "全部具备方为符合条件", en: "all are required"), citations: [.clause("四（二）")]
      ),
      RuleLine(
        title: tiers[0], effect: Bilingual(zh: "第 1 顺位", en: "tier 1"),
        citations: [.clause("四（一）")],
        note: Bilingual(zh: "未核实的不算成立，核实后可升为第 1 顺位", en: "not verified is not proven")),
    ]
      + preferences.map {
        RuleLine(
          title: $0, effect: Bilingual(zh: "1 分", en: "1 point"),
          citations: [.clause("四（二）"), weight])
      } + [
        RuleLine(
          title: Bilingual(zh: "名次", en: "order"),
          effect: Bilingual(
            zh: "先顺位，后分数；都相同的并列", en: "tier, then points; equals are tied"),
          citations: [
            .clause("四（一）"),
            .local(
              reason: Bilingual(
                zh: "《意见》未定优先条件如何累计", en: "the Opinion does not say how preferences add up")),
          ])
      ]
  }

  static func page(seed: String? = nil) -> SummaryPage? {
    guard let run = run(seed: seed) else { return nil }
    let all = Model.Office.beijing.filter { $0.districtCode == "110102" }
    let offices = all.enumerated().map { office($0, $1) }
    let pending = all.enumerated().flatMap {
      waiting(.pending, office: $0, at: $1.name, count: offices[$0].pending)
    }
    let accepted = offices.map(\.applicants).reduce(0, +)
    var rows = [Reconciliation(), Reconciliation(), Reconciliation(), Reconciliation()]
    rows[0].accepted = 50
    rows[1].accepted = 40
    rows[2].accepted = accepted - 90
    rows[3].accepted = all.count
    rows[0].rejected = 5
    rows[1].rejected = 2
    rows[1].duplicate = 3
    rows[2].duplicate = 2
    for index in rows.indices {
      rows[index].read = rows[index].accepted + rows[index].rejected + rows[index].duplicate
    }
    let applicants = Bilingual(zh: "应聘人员", en: "applicants")
    let encodings = ["UTF-8", "UTF-8 BOM", "GB18030"]
    return SummaryPage(
      title: Bilingual(
        zh: "西城区社区矫正协管员招聘汇总", en: "Recruiting community correction assistants: Xicheng district"),
      run: run,
      files: (0..<3).map {
        SummaryPage.File(
          name: "西城区应聘人员-\($0 + 1).csv", kind: applicants, encoding: encodings[$0], rows: rows[$0],
          isScored: true)
      } + [
        SummaryPage.File(
          name: "西城区社区矫正统计.csv", kind: Bilingual(zh: "矫正对象统计", en: "caseload"),
          encoding: "UTF-8", rows: rows[3], isScored: false)
      ],
      tiers: tiers, districts: [.init(name: "西城区", offices: offices)],
      verifications: verifications,
      pending: Excerpt(Array(pending.prefix(12)), total: pending.count, file: "ranking.csv"),
      collisions: Excerpt(collisions, total: 2, file: "findings.csv"), rejections: rejections,
      rules: rules)
  }

  static let verifications = [
    SummaryPage.Verification(
      office: "西城区月坛街道", places: 2, openApplicants: 31,
      people: Excerpt(
        [
          .init(
            applicationNo: "XC2024-101031", name: "朱亮",
            now: Bilingual(zh: "第 7 名，线下", en: "rank 7, below the line"),
            facts: Bilingual(zh: "就业困难核验＝属实", en: "hardship verified = 属实"),
            then: Bilingual(zh: "第 1 名，线上", en: "rank 1, above the line")),
          .init(
            applicationNo: "XC2024-101044", name: "迪力木拉提·吾甫尔",
            now: Bilingual(zh: "待核实", en: "pending"),
            facts: Bilingual(zh: "公道正派＝是，且 言语文字表达＝是", en: "integrity = 是 and expression = 是"),
            then: Bilingual(zh: "第 2 名，压线并列", en: "rank 2, tied at the line")),
        ], total: 6, file: "verify-first.csv")),
    SummaryPage.Verification(
      office: "西城区德胜街道", places: 1, openApplicants: 12, people: Excerpt([], total: 0, file: nil)),
  ]

  static let collisions = [
    SummaryPage.Collision(
      cause: Bilingual(
        zh: "同一人（身份证号相同）报了两次", en: "one person (same identity number) applies twice"),
      rows: [
        .init(
          applicationNo: "XC2024-101007", name: "孙海涛", office: "月坛街道",
          source: SourceRow(file: "西城区应聘人员-2.csv", row: 14)),
        .init(
          applicationNo: "XC2024-108002", name: "孙海涛", office: "天桥街道",
          source: SourceRow(file: "西城区应聘人员-3.csv", row: 9)),
      ]),
    SummaryPage.Collision(
      cause: Bilingual(zh: "报名序号相同", en: "same application number"),
      rows: (0..<3).map {
        .init(
          applicationNo: "XC2024-102011", name: name($0 * 5), office: "展览路街道",
          source: SourceRow(file: "西城区应聘人员-\($0 / 2 + 2).csv", row: 20 + $0))
      }),
  ]

  static let rejections = [
    SummaryPage.Rejection(
      code: "resident_id_wrong",
      wrong: Bilingual(zh: "身份证号校验码不对", en: "the check character of the identity number is wrong"),
      remedy: Bilingual(
        zh: "对照证件重新录入；若单元格显示 1.10101E+17，请先把该列设为文本。",
        en:
          "Enter it again from the card; if the cell shows 1.10101E+17, make the column text first."
      ),
      rows: Excerpt(
        [
          SourceRow(file: "西城区应聘人员-1.csv", row: 8), SourceRow(file: "西城区应聘人员-1.csv", row: 31),
          SourceRow(file: "西城区应聘人员-2.csv", row: 5),
        ], total: 5, file: "findings.csv")),
    SummaryPage.Rejection(
      code: "office_unknown",
      wrong: Bilingual(zh: "应聘街道代码不在名录中", en: "the office's code is not known"),
      remedy: Bilingual(zh: "按区划代码表改正。", en: "Correct it by the table of codes."),
      rows: Excerpt(
        [SourceRow(file: "西城区应聘人员-1.csv", row: 40)], total: 1, file: "findings.csv")),
  ]
}
