public import Model

/// Lays a `PlanPage` out as one self-contained HTML page for screen and A4.
public struct PlanView: PageView, Sendable {
  let page: PlanPage
  let say: PageText

  /// Lays out a page in a language.
  public init(_ page: PlanPage, language: Language = .zh) {
    self.page = page
    say = PageText(language)
  }

  /// The page as HTML; the same page gives the same bytes.
  public var html: String {
    document(say(page.title)) {
      header
      headcountSection
      loadSection
      scenarioSection
      forecastSection
      section("rules", say("参数和依据", "Parameters and what they rest on")) { ruleTable(page.rules) }
      footer
    }
  }

  private var header: Markup {
    tag("header") {
      tag("h1") { say(page.title) }
      tag("dl", ["class": "facts"]) {
        fact(say("方法", "Method"), say(page.method))
        fact(say("统计日期", "Figures of"), page.asOf.iso)
        fact(say("编号", "Plan"), page.id)
      }
      tag("ul", ["class": "figures"]) {
        figure(say.count(total(\.inPost)), say("在岗协管员", "assistants in post"))
        figure(say.count(total(\.proposed)), say("建议配备", "proposed"))
        figure(say.difference(total(\.difference)), say("相差", "difference"))
        figure(say.count(total(\.officerShortfall)), say("专门人员缺额", "officers short"))
        figure(
          say.count(page.offices.count { $0.headcount.difference == nil }),
          say("街道缺数字，不在合计里", "offices not in the totals"))
      }
    }
  }

  /// The sum over the offices that have a difference, so that the sums go together; nothing where
  /// none has.
  private func total(_ value: (Headcount) -> Int?) -> Int? {
    let known = page.offices.filter { $0.headcount.difference != nil }
      .compactMap { value($0.headcount) }
    return known.isEmpty ? nil : known.reduce(0, +)
  }

  private var headcountSection: Markup {
    section("headcount", say("各街道（乡镇）配备", "Headcount by office")) {
      tag("p") {
        say(
          "依据专门国家工作人员现有力量和社区矫正对象数量（《意见》四（一））。专门人员缺额单列，不以协管员补足（一（二）8）。",
          "From the officers in post and the number of subjects (Opinion 四（一）). A shortage of "
            + "officers stands apart; assistants never make up for it (一（二）8).")
      }
      headcountTable(page.offices.map { ("\($0.district) \($0.name)", $0.headcount) })
    }
  }

  private var loadSection: Markup {
    section("load", say("负担是否均衡", "How evenly the load falls")) {
      for line in page.fairness { tag("p") { say(line) } }
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
          for office in page.offices {
            tag("tr") {
              tag("th", ["scope": "row"]) { "\(office.district) \(office.name)" }
              number(say.count(office.headcount.subjects))
              number(say.hundredths(office.loadHundredths(office.headcount.inPost)))
              number(say.hundredths(office.loadHundredths(office.headcount.proposed)))
              number(say.count(office.subjectsToNext))
            }
          }
        }
      }
    }
  }

  /// The loads as charts that fit on a sheet of paper each: a district, at most 24 offices.
  ///
  /// All have the same scale, so that bars of different charts can be compared.
  private var loadCharts: [BarChart] {
    let loads = page.offices.map { office in
      [office.headcount.inPost, office.headcount.proposed].map(office.loadHundredths)
    }
    let largest = loads.joined().compactMap(\.self).max() ?? 0
    var parts: [Range<Int>] = []
    for index in page.offices.indices {
      if let part = parts.last, part.count < 24,
        page.offices[index].district == page.offices[part.lowerBound].district
      {
        parts[parts.count - 1] = part.lowerBound..<index + 1
      } else {
        parts.append(index..<index + 1)
      }
    }
    return parts.enumerated().map { number, part in
      let district = page.offices[part.lowerBound].district
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
            label: page.offices[index].name,
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
