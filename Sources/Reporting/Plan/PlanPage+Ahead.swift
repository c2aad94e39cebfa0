import Model
import Staffing

extension PlanPage {
  /// The what-ifs beside the plan.
  @MarkupBuilder
  var scenarioSection: Markup {
    if !report.scenarios.isEmpty {
      section("scenarios", say("情景比较", "Scenarios")) {
        figure(scenarioChart.title, scenarioChart.markup)
        table(
          say("全部街道合计。", "All offices together."),
          [
            say("情景", "Scenario"), say("改动", "Change"), say("建议配备", "Proposed"),
            say("相差", "Difference"), say("专门人员缺额", "Officers short"),
            say("街道不能计算", "Not computed"),
          ], numbers: 2..<6
        ) {
          tag("tbody") {
            for scenario in report.scenarios {
              tag("tr") {
                tag("th", ["scope": "row"]) { say(scenario.name) }
                tag("td") { say(scenario.change) }
                number(say.count(scenario.plan.totals.proposed))
                number(say.difference(scenario.plan.totals.difference))
                number(say.count(scenario.plan.totals.officerShortfall))
                number(say.count(scenario.plan.totals.notCounted))
              }
            }
          }
        }
      }
    }
  }

  private var scenarioChart: BarChart {
    BarChart(
      id: "scenario-chart",
      title: say("各情景建议配备的协管员总数", "Assistants proposed in each scenario"),
      summary: say("每个情景一条横条，数值见下表。", "One bar a scenario; the table has the numbers."),
      series: [say("建议配备", "proposed")],
      rows: report.scenarios.map { scenario in
        let proposed = scenario.plan.totals.proposed
        return BarChart.Row(
          label: say(scenario.name),
          bars: [BarChart.Bar(value: proposed, text: say.count(proposed))])
      }, largest: report.scenarios.map(\.plan.totals.proposed).max() ?? 0, missing: "—"
    )
  }

  /// What may come.
  @MarkupBuilder
  var forecastSection: Markup {
    let forecasts = self.forecasts
    if !forecasts.isEmpty {
      section("forecast", say("今后各月", "The months ahead")) {
        tag("p") {
          say(
            "扇形表示可能的范围：颜色越深、边线越实，越有可能。预测不是事实。",
            "The fan shows what may come: the darker the band and the firmer its edge, the likelier. "
              + "A forecast is no fact.")
        }
        for (index, forecast) in forecasts.enumerated() { show(forecast, number: index + 1) }
      }
    }
  }

  /// The months of one office, or of all together.
  private struct Months {
    let name: String
    let past: [(month: String, subjects: Int)]
    let ahead: [SubjectDistribution]
    /// The assistants that suffice in each month ahead.
    let assistants: [Int?]
    let notes: [Bilingual]
  }

  /// Up to how many offices get a fan chart each; beyond it only all together do.
  private static let chartLimit = 24

  private var forecasts: [Months] {
    guard let forecast = report.forecast else { return [] }
    let (offices, total) = (forecast.offices, forecast.forecast.total)
    let single = offices.count <= Self.chartLimit ? offices : []
    let all = Months(
      name: "全部街道 All offices",
      past: forecast.pastTotals.map { ($0.month.iso, $0.subjects) }, ahead: total,
      assistants: total.indices.map { forecast.assistants(monthIndex: $0) }, notes: forecast.notes)
    return (offices.count == 1 ? [] : [all])
      + single.map { office in
        let past = (forecast.past[office.officeCode] ?? []).compactMap { month in
          month.subjects.map { (month: month.month.iso, subjects: $0) }
        }
        return Months(
          name: report.offices.name(of: office.officeCode), past: past.suffix(24),
          ahead: office.months,
          assistants: office.months.map { forecast.assistants(office.officeCode, $0) },
          notes: offices.count == 1 ? forecast.notes : [])
      }
  }

  private func show(_ forecast: Months, number: Int) -> Markup {
    let chart = chart(of: forecast, number: number)
    return tag("div") {
      tag("h3") { forecast.name }
      figure(chart.title, chart.markup)
      for note in forecast.notes { tag("p", ["class": "note"]) { say(note) } }
      table(
        say("\(forecast.name)：今后各月的对象数", "\(forecast.name): subjects in the months ahead"),
        [
          say("月份", "Month"), say("中位数", "Median"), "50 %", "80 %", "95 %",
          say("够用的协管员数", "Assistants that suffice"),
        ], numbers: 1..<6
      ) {
        tag("tbody") {
          for (month, assistants) in zip(forecast.ahead, forecast.assistants) {
            tag("tr") {
              tag("th", ["scope": "row", "class": "nb"]) { month.month.iso }
              self.number(say.count(month.median))
              for level in ForecastLevel.allCases {
                self.number(say.range(month.interval(level)))
              }
              self.number(say.count(assistants))
            }
          }
        }
      }
    }
  }

  private func chart(of forecast: Months, number: Int) -> FanChart {
    let now = forecast.past.last.map { say.count($0.subjects) } ?? "—"
    let last = forecast.ahead.last
    let end = say.count(last?.median)
    let range = last.map { say.range($0.interval(.eighty)) } ?? "—"
    return FanChart(
      id: "forecast-\(number)",
      title: say("\(forecast.name)：对象数的过去和今后", "\(forecast.name): subjects, past and ahead"),
      summary: say(
        "现有 \(now) 人；到 \(last?.month.iso ?? "—") 中位数 \(end) 人，八成可能在 \(range) 人之间。各月数值见下表。",
        "\(now) now; by \(last?.month.iso ?? "—") the median is \(end), four of five futures lie in "
          + "\(range). The table has every month."),
      months: forecast.past.map(\.month) + forecast.ahead.map(\.month.iso),
      past: forecast.past.map(\.subjects),
      ahead: forecast.ahead.map {
        FanChart.Point(
          median: $0.median,
          bands: [$0.interval(.ninetyFive), $0.interval(.eighty), $0.interval(.half)])
      }, bandNames: ["95 %", "80 %", "50 %"])
  }
}
