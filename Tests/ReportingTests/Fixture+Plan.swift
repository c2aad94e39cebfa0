import Model
import Reporting

extension Fixture {
  static func plan() -> PlanPage? {
    guard let summary = page() else { return nil }
    let offices = summary.districts.flatMap { district in
      district.offices.compactMap { office in
        office.headcount.map {
          PlanPage.Office(
            district: district.name, name: office.name, headcount: $0,
            subjectsToNext: $0.subjects.map { 20 - ($0 + 10) % 20 })
        }
      }
    }
    let local = Citation.local(reason: Bilingual(zh: "《意见》未定比例", en: "the Opinion gives no ratio"))
    return PlanPage(
      title: Bilingual(
        zh: "西城区社区矫正协管员配备测算", en: "Headcount of community correction assistants: Xicheng"),
      id: "c41d7730a2b9", asOf: summary.run.asOf, method: Bilingual(zh: "比例法", en: "ratio"),
      offices: offices,
      fairness: [
        Bilingual(
          zh: "现在各街道每名协管员对应 8.50 至 57.00 名对象；按建议配备后为 1.00 至 23.00 名。",
          en: "Now 8.50 to 57.00 subjects an assistant; as proposed 1.00 to 23.00."),
        Bilingual(
          zh: "只调一人时，从广安门外街道调到月坛街道最能拉平负担。",
          en: "Of all single moves, one from 广安门外街道 to 月坛街道 evens the load out most."),
      ],
      scenarios: [
        scenario("现状", "as it is", "不改动", "nothing", 22, 8, 2),
        scenario("对象增加两成", "a fifth more subjects", "对象数 × 1.2", "subjects × 1.2", 26, 12, 4),
        scenario("每街道增一名专门人员", "one more officer each", "专门人员 + 1", "officers + 1", 19, 5, 0),
        scenario("每名协管员 30 名对象", "30 subjects an assistant", "每名协管员 30 名", "30 each", 15, 1, 2),
      ],
      forecasts: [
        forecast("西城区", level: 480, months: 24), forecast("月坛街道", level: 46, months: 12),
      ],
      rules: [
        RuleLine(
          title: Bilingual(zh: "每名协管员对应对象数", en: "subjects per assistant"),
          effect: Bilingual(zh: "20 名", en: "20"), citations: [local]),
        RuleLine(
          title: Bilingual(zh: "每名专门人员对应对象数", en: "subjects per officer"),
          effect: Bilingual(zh: "30 名", en: "30"), citations: [local]),
        RuleLine(
          title: Bilingual(zh: "两方面力量都计入", en: "both strengths count"),
          effect: Bilingual(
            zh: "专门人员多则协管员少，对象多则协管员多",
            en: "more officers, fewer assistants; more subjects, more assistants"),
          citations: [.clause("四（一）")]),
      ])
  }

  private static func scenario(
    _ zh: String, _ en: String, _ change: String, _ changeEn: String, _ proposed: Int,
    _ difference: Int, _ short: Int
  ) -> PlanPage.Scenario {
    PlanPage.Scenario(
      name: Bilingual(zh: zh, en: en), change: Bilingual(zh: change, en: changeEn),
      proposed: proposed, difference: difference, officerShortfall: short, obstacles: 1)
  }

  private static func forecast(_ name: String, level: Int, months: Int) -> PlanPage.Forecast {
    func month(_ index: Int) -> String {
      "\(2022 + index / 12)-\(String(101 + index % 12).dropFirst())"
    }
    let past = (0..<29).map {
      (month($0), level + ($0 * 37 % 11 - 5) * level / 90 + $0 * level / 200)
    }
    let ahead = (0..<months).map { index in
      let middle = past[28].1 + index * level / 300
      func band(_ width: Int) -> ClosedRange<Int> {
        let half = level * width * (index + 3) / 3000 + 1
        return middle - half...middle + half + half / 3
      }
      return PlanPage.Forecast.Month(
        month: month(29 + index), median: middle, interval50: band(6), interval80: band(13),
        interval95: band(21), assistants: middle / 20 + 2)
    }
    return PlanPage.Forecast(
      name: name, past: past.map { (month: $0.0, subjects: $0.1) }, ahead: ahead,
      notes: [
        Bilingual(
          zh: "留出 12 个月检验：80 % 区间覆盖 83 %，误差比“与上月相同”小 12 %。种子 2024。",
          en: "On 12 held-back months the 80 % intervals covered 83 %; error 12 % below “same as "
            + "last month”. Seed 2024.")
      ])
  }
}
