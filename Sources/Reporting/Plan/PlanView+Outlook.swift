import Model

extension PlanView {
  /// The what-ifs beside the plan.
  @MarkupBuilder
  var scenarioSection: Markup {
    if !page.scenarios.isEmpty {
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
            for scenario in page.scenarios {
              tag("tr") {
                tag("th", ["scope": "row"]) { say(scenario.name) }
                tag("td") { say(scenario.change) }
                number(say.count(scenario.proposed))
                number(say.difference(scenario.difference))
                number(say.count(scenario.officerShortfall))
                number(say.count(scenario.obstacles))
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
      rows: page.scenarios.map { scenario in
        BarChart.Row(
          label: say(scenario.name),
          bars: [scenario.proposed.map { BarChart.Bar(value: $0, text: say.count($0)) }])
      }, largest: page.scenarios.compactMap(\.proposed).max() ?? 0, missing: "—"
    )
  }

  /// What may come.
  @MarkupBuilder
  var forecastSection: Markup {
    if !page.forecasts.isEmpty {
      section("forecast", say("今后各月", "The months ahead")) {
        tag("p") {
          say(
            "扇形表示可能的范围：颜色越深、边线越实，越有可能。预测不是事实。",
            "The fan shows what may come: the darker the band and the firmer its edge, the likelier. "
              + "A forecast is no fact.")
        }
        for (index, forecast) in page.forecasts.enumerated() { show(forecast, number: index + 1) }
      }
    }
  }

  private func show(_ forecast: PlanPage.Forecast, number: Int) -> Markup {
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
          for month in forecast.ahead {
            tag("tr") {
              tag("th", ["scope": "row", "class": "nb"]) { month.month }
              self.number(say.count(month.median))
              for interval in [month.interval50, month.interval80, month.interval95] {
                self.number(say.range(interval))
              }
              self.number(say.count(month.assistants))
            }
          }
        }
      }
    }
  }

  private func chart(of forecast: PlanPage.Forecast, number: Int) -> FanChart {
    let now = forecast.past.last.map { say.count($0.subjects) } ?? "—"
    let last = forecast.ahead.last
    let end = say.count(last?.median)
    let range = last.map { say.range($0.interval80) } ?? "—"
    return FanChart(
      id: "forecast-\(number)",
      title: say("\(forecast.name)：对象数的过去和今后", "\(forecast.name): subjects, past and ahead"),
      summary: say(
        "现有 \(now) 人；到 \(last?.month ?? "—") 中位数 \(end) 人，八成可能在 \(range) 人之间。各月数值见下表。",
        "\(now) now; by \(last?.month ?? "—") the median is \(end), four of five futures lie in "
          + "\(range). The table has every month."),
      months: forecast.past.map(\.month) + forecast.ahead.map(\.month),
      past: forecast.past.map(\.subjects),
      ahead: forecast.ahead.map {
        FanChart.Point(
          median: $0.median, bands: [$0.interval95, $0.interval80, $0.interval50])
      }, bandNames: ["95 %", "80 %", "50 %"])
  }
}
