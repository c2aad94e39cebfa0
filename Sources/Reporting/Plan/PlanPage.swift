public import Model
import Staffing

/// A plan as one self-contained HTML page for screen and A4: each office's proposal with its
/// arithmetic, how evenly the load falls, what-ifs, and what may come.
public struct PlanPage: PageView, Sendable {
  let report: PlanReport
  let say: Wording

  /// Lays out a report in a language.
  public init(_ report: PlanReport, language: Language = .zh) {
    self.report = report
    say = Wording(language)
  }

  /// The page as HTML; the same report gives the same bytes.
  public var html: String {
    document(say(report.title)) {
      header
      headcountSection
      loadSection
      scenarioSection
      forecastSection
      section("rules", say("参数和依据", "Parameters and what they rest on")) {
        ruleTable(report.parameters.map(RuleLine.init))
      }
      footer
    }
  }

  private var header: Markup {
    tag("header") {
      tag("h1") { say(report.title) }
      tag("dl", ["class": "facts"]) {
        fact(say("方法", "Method"), say(report.plan.norm.method.title))
        fact(say("基准日", "As of"), report.asOf.iso)
        fact(say("编号", "Plan"), report.label)
        fact(say("确认", "Confirmation"), say(report.confirmation.wording))
      }
      tag("ul", ["class": "figures"]) {
        figure(total(\.inPost), say("在岗协管员", "assistants in post"))
        figure(total(\.proposed), say("建议配备", "proposed"))
        figure(total(\.difference, isSigned: true), say("相差", "difference"))
        figure(total(\.officerShortfall), say("专门人员缺额", "officers short"))
        figure(
          say.count(report.plan.totals.notCounted), say("街道缺数字，不在合计里", "offices not in the totals"))
      }
    }
  }

  /// A sum over the offices that have a difference, so that the sums go together.
  private func total(_ sum: (StaffingPlan.Totals) -> Int, isSigned: Bool = false) -> String {
    let totals = report.plan.totals
    let known = totals.counted > 0 ? sum(totals) : nil
    return isSigned ? say.difference(known) : say.count(known)
  }

  private var headcountSection: Markup {
    section("headcount", say("各街道（乡镇）配备", "Headcount by office")) {
      tag("p") {
        say(
          "依据专门国家工作人员现有力量和社区矫正对象数量（《意见》四（一））。专门人员缺额单列，不以协管员补足（一（二）8）。",
          "From the officers in post and the number of subjects (Opinion 四（一）). A shortage of "
            + "officers stands apart; assistants never make up for it (一（二）8).")
      }
      for doubt in report.doubts { tag("p", ["class": "note"]) { say(doubt) } }
      headcountTable(report.plan.offices.map { (name(of: $0), $0) })
      for (office, sentence) in disagreements {
        tag("p", ["class": "note"]) { say("\(office)：\(sentence.zh)", "\(office): \(sentence.en)") }
      }
    }
  }

  /// Why the methods disagree, office by office.
  private var disagreements: [(office: String, sentence: Bilingual)] {
    report.plan.offices.compactMap { office in
      report.comparisons[office.officeCode]?.disagreement.map { (name(of: office), $0) }
    }
  }

  private var loadSection: Markup {
    section("load", say("负担是否均衡", "How evenly the load falls")) {
      for line in report.overview { tag("p") { say(line) } }
      for chart in loadCharts { figure(chart.title, chart.markup) }
      table(
        say(
          "每名协管员对应的对象数；没有协管员或缺少数字的为“—”。",
          "Subjects per assistant; a dash where there is no assistant or a figure is missing."),
        [
          say("街道（乡镇）", "Office"), say("对象", "Subjects"), say("现在", "Now"),
          say("按建议配备后", "As proposed"), say("再增多少对象须加 1 人", "Subjects to the next assistant"),
        ], numbers: 1..<5
      ) {
        tag("tbody") {
          for office in report.plan.offices {
            tag("tr") {
              tag("th", ["scope": "row"]) { name(of: office) }
              number(say.count(office.subjects))
              number(say.hundredths(load(of: office, on: office.inPost)))
              number(say.hundredths(load(of: office, on: office.proposed)))
              number(say.count(report.nextAssistant(at: office.officeCode)?.more))
            }
          }
        }
      }
    }
  }

  private func name(of office: OfficePlan) -> String {
    "\(district(of: office)) \(report.offices.name(of: office.officeCode))"
  }

  private func district(of office: OfficePlan) -> String {
    report.offices.district(of: office.officeCode)
  }

  /// Subjects an assistant in hundredths, half up; nil without assistants.
  private func load(of office: OfficePlan, on assistants: Int?) -> Int? {
    guard let subjects = office.subjects, let assistants else { return nil }
    return Load(subjects: subjects, assistants: assistants).perAssistant?.hundredths
  }

  /// The loads as charts that fit on a sheet of paper each: a district, at most 24 offices.
  ///
  /// All have the same scale, so that bars of different charts can be compared.
  private var loadCharts: [BarChart] {
    let offices = report.plan.offices
    let loads = offices.map { office in
      [office.inPost, office.proposed].map { load(of: office, on: $0) }
    }
    let largest = loads.joined().compactMap(\.self).max() ?? 0
    var parts: [Range<Int>] = []
    for index in offices.indices {
      if let part = parts.last, part.count < 24,
        district(of: offices[index]) == district(of: offices[part.lowerBound])
      {
        parts[parts.count - 1] = part.lowerBound..<index + 1
      } else {
        parts.append(index..<index + 1)
      }
    }
    return parts.enumerated().map { number, part in
      let district = district(of: offices[part.lowerBound])
      return BarChart(
        id: "load-chart-\(number + 1)",
        title: say(
          "\(district)：每名协管员对应的对象数，配备前后",
          "\(district): subjects per assistant, before and after"),
        summary: say(
          "每个街道两条横条：上为现在，下为按建议配备后。数值见下表。",
          "Two bars an office: now above, as proposed below. The table has the numbers."),
        series: [say("现在", "now"), say("按建议配备后", "as proposed")],
        rows: part.map { index in
          BarChart.Row(
            label: report.offices.name(of: offices[index].officeCode),
            bars: loads[index].map { load in
              load.map { BarChart.Bar(value: $0, text: say.hundredths($0)) }
            })
        }, largest: largest, missing: "—")
    }
  }

  private var footer: Markup {
    tag("footer") {
      tag("p") {
        say(
          "《意见》没有规定人员配备比例：比例、工时、分值和上下限都是本地设定。本页只作测算，由人决定。",
          "The Opinion names no staffing ratio: ratios, times, points and limits are local settings. "
            + "This page computes; people decide.")
      }
    }
  }
}
