import ArgumentParser
import Model
import Planner
import Register
import Scoring

/// `xieguan monitor`: how a run's results spread over groups; counts, and no judgement.
struct MonitorCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "monitor", abstract: "Count a run's results by sex, age and hardship 结果监测")

  @Argument(help: "The run's id, its first digits, or latest.")
  var runID: String

  @Option(help: "Withhold groups of fewer people 少于几人不显示.")
  var withholdBelow = 10

  @Option(help: "The ages at which a band begins 年龄分段.")
  var ages = "25,35,45,55"

  @Option(help: "A sheet of the counts.")
  var output: String?

  @OptionGroup var global: GlobalOptions

  func validate() throws {
    guard withholdBelow >= 1 else {
      throw ValidationError("--withhold-below is a number from 1: groups of fewer are withheld.")
    }
    _ = try bands
  }

  private var bands: [Int] {
    get throws {
      let bands = ages.split(separator: ",", omittingEmptySubsequences: false).map { Int($0) ?? 0 }
      guard zip([0] + bands, bands).allSatisfy({ $0 < $1 && $1 < 120 }) else {
        throw ValidationError("--ages are ascending whole numbers, such as 25,35,45,55.")
      }
      return bands
    }
  }

  func run() throws {
    let result = try RunMonitoring(
      runID, ages: bands, minimum: withholdBelow, of: global.existingRegister())
    if let output { try result.write(to: output) }
    if global.json {
      try Console.result(json: MonitorResult(result, global.language))
    } else {
      for line in MonitorText(result, global.language).lines { Console.result(line) }
    }
  }
}

/// A monitoring as JSON.
struct MonitorResult: Encodable {
  struct Figures: Encodable {
    let applicants: Int
    let eligible: Int
    let pending: Int
    let ineligible: Int
    let firstTier: Int
    let aboveLine: Int?
    let eligiblePercent: String
    let aboveLinePercent: String?

    enum CodingKeys: String, CodingKey {
      case applicants, eligible, pending, ineligible
      case firstTier = "first_tier"
      case aboveLine = "above_line"
      case eligiblePercent = "eligible_percent"
      case aboveLinePercent = "above_line_percent"
    }

    init(_ figures: Monitoring.Figures, hasLine: Bool) {
      applicants = figures.applicants
      eligible = figures.eligible
      pending = figures.pending
      ineligible = figures.ineligible
      firstTier = figures.firstTier
      aboveLine = hasLine ? figures.above : nil
      eligiblePercent = RunMonitoring.percent(figures.share(\.eligible))
      aboveLinePercent = hasLine ? RunMonitoring.percent(figures.share(\.above)) : nil
    }
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

  let run: String
  let kind: String
  let note: String
  let withholdBelow: Int
  let total: Figures?
  let dimensions: [Dimension]

  enum CodingKeys: String, CodingKey {
    case run, kind, note, total, dimensions
    case withholdBelow = "withhold_below"
  }

  init(_ result: RunMonitoring, _ language: Language) {
    run = result.run.id
    kind = "monitoring"
    note = MonitorText.note[language]
    withholdBelow = result.monitoring.minimum
    total = result.monitoring.total.map { Figures($0, hasLine: result.hasLine) }
    dimensions = result.monitoring.dimensions.map { dimension in
      Dimension(
        id: dimension.id,
        groups: dimension.groups.map { group in
          Group(
            id: group.id, withheld: group.figures == nil,
            figures: group.figures.map { Figures($0, hasLine: result.hasLine) })
        })
    }
  }
}

/// A monitoring as text for a person.
struct MonitorText {
  static let note = Bilingual(
    zh: "仅供监测，不作评判：各组差别可能有多种原因，本表不下结论，也不设达标线。",
    en: "Monitoring only: groups may differ for many reasons; this draws no conclusion and sets "
      + "no threshold.")

  private let result: RunMonitoring
  private let language: Language

  init(_ result: RunMonitoring, _ language: Language) {
    self.result = result
    self.language = language
  }

  /// The lines, in the order in which a person reads them.
  var lines: [String] {
    let monitoring = result.monitoring
    var lines = [
      says("运行 \(result.run.id) 的结果监测", "Monitoring of run \(result.run.id)"),
      Self.note[language],
      says(
        "少于 \(monitoring.minimum) 人的组不显示；为防止相减得出，可能另有一组也不显示。",
        "Groups of fewer than \(monitoring.minimum) are withheld, and others where it takes that "
          + "none can be worked out by subtraction."),
      "",
      says("全部", "all") + says("：", ": ") + wording(monitoring.total),
    ]
    for dimension in monitoring.dimensions {
      lines += ["", dimension.title[language]]
      lines += dimension.groups.map { group in
        "  \(group.title[language])" + says("：", ": ") + wording(group.figures)
      }
    }
    return lines
  }

  private func wording(_ figures: Monitoring.Figures?) -> String {
    guard let figures else { return says("不显示", "withheld") }
    func share(_ count: KeyPath<Monitoring.Figures, Int>) -> String {
      "\(figures[keyPath: count])（\(RunMonitoring.percent(figures.share(count)))%）"
    }
    var parts = [
      says("应聘 \(figures.applicants)", "applicants \(figures.applicants)"),
      says("符合条件 ", "eligible ") + share(\.eligible),
      says("待核实 ", "pending ") + share(\.pending),
      says("不符合 ", "ineligible ") + share(\.ineligible),
      says("第 1 顺位 ", "tier 1 ") + share(\.firstTier),
    ]
    if result.hasLine { parts.append(says("录用线以上 ", "above the line ") + share(\.above)) }
    return parts.joined(separator: says("，", ", "))
  }

  private func says(_ zh: String, _ en: String) -> String { language == .zh ? zh : en }
}
