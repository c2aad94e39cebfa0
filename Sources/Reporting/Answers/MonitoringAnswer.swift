import Model
public import Scoring
import Tabular

/// How a run's results spread over groups; counts, and no judgement.
public struct MonitoringAnswer: Answer {
  struct Figures: Encodable {
    let applicants: Int
    let eligible: Int
    let pending: Int
    let ineligible: Int
    let firstTier: Int
    let aboveLine: Int?
    let eligiblePercent: String
    let aboveLinePercent: String?
  }

  struct Group: Encodable {
    let id: String
    let withheld: Bool
    let figures: Figures?
  }

  struct Dimension: Encodable {
    let id: String
    let groups: [Group]
  }

  private enum CodingKeys: CodingKey { case run, kind, note, withholdBelow, total, dimensions }

  let run: String
  let kind = "monitoring"
  let note = Bilingual(
    zh: "仅供监测，不作评判：各组差别可能有多种原因，本表不下结论，也不设达标线。",
    en: "Monitoring only: groups may differ for many reasons; this draws no conclusion and sets "
      + "no threshold.")
  let withholdBelow: Int
  let total: Figures?
  let dimensions: [Dimension]
  private let monitoring: Monitoring
  private let hasLine: Bool

  /// - Parameters:
  ///   - run: its id.
  ///   - hasLine: whether any office of the run has a line.
  public init(run: String, _ monitoring: Monitoring, hasLine: Bool) {
    func figures(_ figures: Monitoring.Figures) -> Figures {
      Figures(
        applicants: figures.applicants, eligible: figures.eligible, pending: figures.pending,
        ineligible: figures.ineligible, firstTier: figures.firstTier,
        aboveLine: hasLine ? figures.above : nil,
        eligiblePercent: Self.percent(figures.share(\.eligible)),
        aboveLinePercent: hasLine ? Self.percent(figures.share(\.above)) : nil)
    }
    self.run = run
    self.monitoring = monitoring
    self.hasLine = hasLine
    withholdBelow = monitoring.minimum
    total = monitoring.total.map(figures)
    dimensions = monitoring.dimensions.map { dimension in
      Dimension(
        id: dimension.id,
        groups: dimension.groups.map {
          Group(id: $0.id, withheld: $0.figures == nil, figures: $0.figures.map(figures))
        })
    }
  }

  /// Hundredths of a percent with two decimals, such as 52.63.
  private static func percent(_ hundredths: Int) -> String {
    let rest = hundredths % 100
    return "\(hundredths / 100).\(rest < 10 ? "0" : "")\(rest)"
  }

  /// The counts of all, then those of each group.
  public func lines(_ say: Wording) -> [String] {
    [
      say("运行 \(run) 的结果监测", "Monitoring of run \(run)"), say(note),
      say(
        "少于 \(withholdBelow) 人的组不显示；为防止相减得出，可能另有一组也不显示。",
        "Groups of fewer than \(withholdBelow) are withheld, and others where it takes that "
          + "none can be worked out by subtraction."),
      "", say("全部：", "all: ") + text(monitoring.total, say),
    ]
      + monitoring.dimensions.flatMap { dimension in
        ["", say(dimension.title)]
          + dimension.groups.map { group in
            "  \(say(group.title))" + say("：", ": ") + text(group.figures, say)
          }
      }
  }

  private func text(_ figures: Monitoring.Figures?, _ say: Wording) -> String {
    guard let figures else { return say("不显示", "withheld") }
    func share(_ count: KeyPath<Monitoring.Figures, Int>) -> String {
      "\(figures[keyPath: count])（\(Self.percent(figures.share(count)))%）"
    }
    var parts = [
      say("应聘 \(figures.applicants)", "applicants \(figures.applicants)"),
      say("符合条件 ", "eligible ") + share(\.eligible),
      say("待核实 ", "pending ") + share(\.pending),
      say("不符合 ", "ineligible ") + share(\.ineligible),
      say("第 1 顺位 ", "tier 1 ") + share(\.firstTier),
    ]
    if hasLine { parts.append(say("录用线以上 ", "above the line ") + share(\.above)) }
    return parts.joined(separator: say("，", ", "))
  }

  /// Writes the counts as a sheet; withheld groups have empty cells.
  /// - Throws: `TabularError`.
  public func write(to path: String) throws {
    let columns = [
      "dimension", "group", "applicants", "eligible", "pending", "ineligible", "first_tier",
      "above_line", "eligible_percent", "above_line_percent",
    ]
    func row(_ dimension: String, _ group: String, _ figures: Figures?) -> [String] {
      guard let figures else {
        return [dimension, group] + Array(repeating: "", count: columns.count - 2)
      }
      let counts = [
        figures.applicants, figures.eligible, figures.pending, figures.ineligible,
        figures.firstTier,
      ]
      return [dimension, group] + counts.map(String.init) + [
        figures.aboveLine.map(String.init) ?? "", figures.eligiblePercent,
        figures.aboveLinePercent ?? "",
      ]
    }
    let groups = dimensions.flatMap { dimension in
      dimension.groups.map { row(dimension.id, $0.id, $0.figures) }
    }
    try CSVWriter.write([columns, row("all", "all", total)] + groups, to: path)
  }
}
