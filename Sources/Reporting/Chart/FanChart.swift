/// A line of what was, and a fan of what may come: the narrower the band, the likelier.
struct FanChart {
  /// One month ahead.
  struct Point {
    /// The middle: as likely to be above as below.
    let median: Int
    /// The bands from the widest to the narrowest.
    let bands: [ClosedRange<Int>]
  }

  /// A name that no other chart of the page has.
  let id: String
  /// What the chart shows, in a few words.
  let title: String
  /// What a person who cannot see it should know.
  let summary: String
  /// The names of the months, past and ahead.
  let months: [String]
  /// What was, for the first months.
  let past: [Int]
  /// What may come, for the months after them.
  let ahead: [Point]
  /// The names of the bands from the widest to the narrowest.
  let bandNames: [String]

  private static let left = 46
  private static let right = 66
  private static let top = 12
  private static let bottom = 30
  private static let width = 760
  private static let height = 290
  /// From the widest band to the narrowest: lighter, and with longer gaps in the edge.
  private static let looks = [("#e6edf4", "2 4"), ("#c3d3e3", "5 3"), ("#93afca", "none")]

  private var axis: Axis {
    Axis(
      largest: max((past + ahead.flatMap { $0.bands.map(\.upperBound) }).max() ?? 0, 1), ticks: 6)
  }

  private func x(_ index: Int) -> Int {
    Self.left + index * (Self.width - Self.left - Self.right) / max(months.count - 1, 1)
  }

  private func y(_ value: Int) -> Int {
    let length = Self.height - Self.top - Self.bottom
    return Self.height - Self.bottom - axis.position(value, length: length)
  }

  private func points(_ values: [(Int, Int)]) -> String {
    values.map { "\(x($0.0)),\(y($0.1))" }.joined(separator: " ")
  }

  /// The chart as inline SVG.
  var markup: Markup {
    tag(
      "svg",
      [
        "class": "chart", "viewBox": "0 0 \(Self.width) \(Self.height)", "role": "img",
        "aria-labelledby": "\(id)-title \(id)-desc",
      ]
    ) {
      tag("title", ["id": "\(id)-title"]) { title }
      tag("desc", ["id": "\(id)-desc"]) { summary }
      grid
      for band in bandNames.indices { draw(band) }
      tag("polyline", ["class": "past", "points": points(Array(past.enumerated()))])
      tag("polyline", ["class": "median", "points": points(median)])
      ends
    }
  }

  /// The last month that is known, so that the fan opens from it.
  private var start: [(Int, Int)] {
    past.last.map { [(past.count - 1, $0)] } ?? []
  }

  private var median: [(Int, Int)] {
    start + ahead.enumerated().map { (past.count + $0, $1.median) }
  }

  @MarkupBuilder
  private var grid: Markup {
    for tick in axis.ticks {
      tag(
        "line",
        [
          "class": "grid", "x1": "\(Self.left)", "x2": "\(Self.width - Self.right)",
          "y1": "\(y(tick))", "y2": "\(y(tick))",
        ])
      tag("text", ["x": "\(Self.left - 7)", "y": "\(y(tick) + 4)", "text-anchor": "end"]) {
        String(tick)
      }
    }
    let every = max(1, (months.count + 7) / 8)
    for index in stride(from: 0, to: months.count, by: every) {
      tag("text", ["x": "\(x(index))", "y": "\(Self.height - 10)", "text-anchor": "middle"]) {
        months[index]
      }
    }
  }

  private func draw(_ band: Int) -> Markup {
    let upper = start + ahead.enumerated().map { (past.count + $0, $1.bands[band].upperBound) }
    let lower = start + ahead.enumerated().map { (past.count + $0, $1.bands[band].lowerBound) }
    let (fill, dashes) = Self.looks[band]
    return tag(
      "polygon",
      [
        "points": points(upper + lower.reversed()), "fill": fill, "stroke": "#1f4e79",
        "stroke-width": "0.8", "stroke-dasharray": dashes,
      ])
  }

  /// The names of the bands and of the middle, beside the last month; where they would cover each
  /// other the wider band moves up.
  @MarkupBuilder
  private var ends: Markup {
    if let last = ahead.last {
      let lowest = y(last.median) + 4
      tag("text", ["class": "value", "x": "\(Self.width - Self.right + 6)", "y": "\(lowest)"]) {
        String(last.median)
      }
      let places = last.bands.reversed().reduce(into: [lowest]) { places, band in
        places.append(min(y(band.upperBound) + 4, (places.last ?? lowest) - 13))
      }
      for (name, place) in zip(bandNames.reversed(), places.dropFirst()) {
        tag("text", ["x": "\(Self.width - Self.right + 6)", "y": "\(place)"]) { name }
      }
    }
  }
}
