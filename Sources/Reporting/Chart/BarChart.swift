/// Horizontal bars, one or two to a row, each with its value in words.
struct BarChart {
  /// One bar.
  struct Bar {
    /// The length.
    let value: Int
    /// The value as people read it.
    let text: String
  }

  /// A row of bars.
  struct Row {
    /// What the row stands for.
    let label: String
    /// One bar for each series; nothing where there is no value.
    let bars: [Bar?]
  }

  /// A name that no other chart of the page has.
  let id: String
  /// What the chart shows, in a few words.
  let title: String
  /// What a person who cannot see it should know.
  let summary: String
  /// The names of the series; the first is hatched where there are two.
  let series: [String]
  /// The rows from top to bottom.
  let rows: [Row]
  /// The largest value of all charts that are to be compared.
  let largest: Int
  /// What stands where there is no value.
  let missing: String

  private static let left = 170
  private static let right = 70
  private static let width = 760

  private var barHeight: Int { series.count > 1 ? 13 : 16 }
  private var rowHeight: Int { barHeight * series.count + 10 }
  private var top: Int { series.count > 1 ? 28 : 8 }

  /// The chart as inline SVG.
  var markup: Markup {
    let axis = Axis(largest: max(largest, 1), ticks: 8)
    return tag(
      "svg",
      [
        "class": "chart", "viewBox": "0 0 \(Self.width) \(top + rows.count * rowHeight + 8)",
        "role": "img", "aria-labelledby": "\(id)-title \(id)-desc",
      ]
    ) {
      tag("title", ["id": "\(id)-title"]) { title }
      tag("desc", ["id": "\(id)-desc"]) { summary }
      hatching
      if series.count > 1 { key }
      for (index, row) in rows.enumerated() {
        draw(row, y: top + index * rowHeight, axis: axis)
      }
      tag(
        "line",
        [
          "class": "axis", "x1": "\(Self.left)", "x2": "\(Self.left)", "y1": "\(top - 4)",
          "y2": "\(top + rows.count * rowHeight)",
        ])
    }
  }

  private var hatching: Markup {
    tag("defs") {
      tag(
        "pattern",
        [
          "id": "\(id)-hatch", "width": "5", "height": "5", "patternUnits": "userSpaceOnUse",
          "patternTransform": "rotate(45)",
        ]
      ) {
        tag("rect", ["width": "5", "height": "5", "fill": "#fff"])
        tag("rect", ["width": "2.5", "height": "5", "fill": "#7d9cbb"])
      }
    }
  }

  private func fill(_ index: Int) -> String {
    series.count > 1 && index == 0 ? "url(#\(id)-hatch)" : "#1f4e79"
  }

  @MarkupBuilder
  private var key: Markup {
    for (index, name) in series.enumerated() {
      let x = Self.left + index * 220
      tag(
        "rect",
        [
          "x": "\(x)", "y": "4", "width": "22", "height": "11", "fill": fill(index),
          "stroke": "#1f4e79", "stroke-width": "0.7",
        ])
      tag("text", ["x": "\(x + 28)", "y": "14"]) { name }
    }
  }

  @MarkupBuilder
  private func draw(_ row: Row, y: Int, axis: Axis) -> Markup {
    tag(
      "text",
      [
        "x": "\(Self.left - 8)", "y": "\(y + barHeight * series.count / 2 + 4)",
        "text-anchor": "end",
      ]
    ) { row.label }
    for (index, bar) in row.bars.enumerated() {
      let length = Self.width - Self.left - Self.right
      let width = bar.map { axis.position($0.value, length: length) } ?? 0
      if bar != nil {
        tag(
          "rect",
          [
            "x": "\(Self.left)", "y": "\(y + index * barHeight)", "width": "\(width)",
            "height": "\(barHeight - 1)", "fill": fill(index), "stroke": "#1f4e79",
            "stroke-width": "0.7",
          ])
      }
      tag(
        "text",
        [
          "class": "value", "x": "\(Self.left + width + 5)",
          "y": "\(y + index * barHeight + barHeight / 2 + 4)",
        ]
      ) { bar?.text ?? missing }
    }
  }
}
