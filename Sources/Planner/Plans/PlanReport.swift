import Foundation
public import Model
import Policy
import Reporting
public import Staffing
import Tabular

/// A plan with everything around it, as the values that pages and tables are made of.
public struct PlanReport: Sendable {
  /// The plan.
  public let headcounts: Headcounts
  /// The plan's id; empty for a what-if, which is not kept.
  public let id: String
  /// The day that the rules saw.
  public let asOf: CivilDate
  /// What-ifs beside the plan, if any were asked for.
  public let scenarios: Scenarios?
  /// What may come, where a history is known.
  public let outlook: Outlook?
  /// How evenly the load falls.
  public let loads: LoadComparison

  /// Up to how many offices get a fan chart each; beyond it only all together do.
  private static let chartLimit = 24

  /// Takes a plan.
  public init(
    _ headcounts: Headcounts, id: String, asOf: CivilDate, scenarios: Scenarios? = nil,
    outlook: Outlook? = nil
  ) {
    self.headcounts = headcounts
    self.id = id
    self.asOf = asOf
    self.scenarios = scenarios
    self.outlook = outlook
    loads = LoadComparison(headcounts.staffing)
  }

  /// What a reader of the whole plan must know: what rounding cost, how evenly the load falls
  /// before and after, and which single move would even it out most.
  public var overview: [Bilingual] {
    var lines: [Bilingual] = []
    let totals = headcounts.staffing.totals
    if let required = totals.required, let cost = totals.roundingCost {
      let (need, added) = (required.decimal(places: 2), cost.decimal(places: 2))
      lines.append(
        Bilingual(
          zh: "取整和上下限的代价：\(totals.proposed) − \(need) = \(added) 人〔本地设定〕",
          en: "What rounding and limits cost: \(totals.proposed) − \(need) = \(added) people "
            + "[local setting]"))
    }
    if totals.notCounted > 0 {
      lines.append(
        Bilingual(
          zh: "\(totals.notCounted) 个街道缺少数字，不在合计里。",
          en: "\(totals.notCounted) office(s) with a figure missing are not in the totals."))
    }
    for (spread, zh, en) in [
      (loads.spreadBefore, "现在", "now"), (loads.spreadAfter, "按建议配备后", "as proposed"),
    ] {
      if let spread { lines.append(self.line(spread, zh, en)) }
    }
    for (move, zh, en) in [
      (loads.bestMove, "现有人员只调一人", "Of those in post, one move"),
      (loads.bestMoveAfter, "建议配备中只调一人", "Within the proposal, one move"),
    ] {
      guard let move else {
        lines.append(
          Bilingual(zh: "\(zh)：没有能使负担更均衡的调法。", en: "\(en): none would even the load out."))
        continue
      }
      lines.append(line(move, zh, en))
    }
    return lines + (headcounts.watch?.lines(headcounts.name(of:)) ?? [])
  }

  private func line(_ spread: Spread, _ zh: String, _ en: String) -> Bilingual {
    let (least, greatest) = (
      spread.least.decimal(places: 2), spread.greatest.decimal(places: 2)
    )
    let gap = spread.gap?.decimal(places: 2) ?? "—"
    let (light, heavy) = (names(spread.lightest), names(spread.heaviest))
    let unserved =
      spread.unserved.isEmpty
      ? Bilingual(zh: "", en: "")
      : Bilingual(
        zh: "；有对象而无协管员：\(names(spread.unserved).zh)",
        en: "; subjects and no assistant: \(names(spread.unserved).en)")
    return Bilingual(
      zh: "\(zh)每名协管员对应对象最少 \(least)（\(light.zh)），最多 \(greatest)（\(heavy.zh)），"
        + "相差 \(gap)\(unserved.zh)。",
      en: "Subjects an assistant, \(en): least \(least) (\(light.en)), most \(greatest) "
        + "(\(heavy.en)), gap \(gap)\(unserved.en).")
  }

  private func line(_ move: AssistantMove, _ zh: String, _ en: String) -> Bilingual {
    let (from, to) = (names(move.from.map(\.officeCode)), names(move.to.map(\.officeCode)))
    func loads(_ side: AssistantMove.Side?) -> String {
      func text(_ load: Load?) -> String { load?.perAssistant?.decimal(places: 2) ?? "—" }
      return "\(text(side?.before)) → \(text(side?.after))"
    }
    return Bilingual(
      zh: "\(zh)：从\(from.zh)（\(loads(move.from.first))）到\(to.zh)（\(loads(move.to.first))）"
        + "最能拉平负担。",
      en: "\(en), from \(from.en) (\(loads(move.from.first))) to \(to.en) "
        + "(\(loads(move.to.first))), evens the load out most.")
  }

  /// Names of offices, the first three of many.
  private func names(_ codes: [String]) -> Bilingual {
    let names = codes.prefix(3).map {
      headcounts.name(of: $0).isEmpty ? $0 : headcounts.name(of: $0)
    }
    let more = codes.count - names.count
    return Bilingual(
      zh: names.joined(separator: "、") + (more > 0 ? "等 \(codes.count) 个" : ""),
      en: names.joined(separator: ", ") + (more > 0 ? " and \(more) more" : ""))
  }

  // MARK: - Files

  /// Writes `plan.html`, `plan.xlsx` and `plan.csv` into a folder.
  ///
  /// - Returns: the paths, in the order in which a person should open them.
  /// - Throws: `TabularError`.
  public func write(to folder: String, language: Language) throws -> [String] {
    try OutputFolder.make(folder)
    let paths = ["plan.html", "plan.xlsx", "plan.csv"].map { "\(folder)/\($0)" }
    let file = try OutputFile(path: paths[0])
    try Array(PlanView(page, language: language).html.utf8).withUnsafeBytes { try file.write($0) }
    try file.finish()
    try writeWorkbook(to: paths[1], language: language)
    try HeadcountSheet.write(headcounts, language, to: paths[2])
    return paths
  }

  var title: Bilingual {
    let districts = Set(headcounts.caseloads.map { headcounts.district(of: $0.officeCode) })
    let place = districts.count == 1 ? districts.first ?? "" : "北京市"
    return Bilingual(
      zh: "\(place)社区矫正协管员配备测算", en: "\(place): headcount of community correction assistants")
  }

  /// The name that stands for the plan's id.
  var label: String { id.isEmpty ? "what-if" : id }

  private var page: PlanPage {
    PlanPage(
      title: title, id: label, asOf: asOf, method: headcounts.kind.title,
      offices: headcounts.plans.map { plan in
        PlanPage.Office(
          district: headcounts.district(of: plan.officeCode),
          name: headcounts.name(of: plan.officeCode), headcount: Headcount(plan),
          subjectsToNext: headcounts.nextAssistant(plan.officeCode)?.more)
      },
      fairness: overview,
      scenarios: (scenarios?.items ?? []).map { item in
        let totals = item.headcounts.staffing.totals
        return PlanPage.Scenario(
          name: item.name, change: item.change, proposed: totals.proposed,
          difference: totals.difference, officerShortfall: totals.officerShortfall,
          obstacles: totals.notCounted)
      },
      forecasts: outlook.map(forecasts) ?? [],
      rules: headcounts.parameters.map(RuleLine.init))
  }

  private func forecasts(_ outlook: Outlook) -> [PlanPage.Forecast] {
    let offices = outlook.offices
    var charts: [PlanPage.Forecast] = []
    if offices.count > 1 || offices.isEmpty {
      charts.append(total(outlook))
    }
    guard offices.count <= Self.chartLimit else { return charts }
    return charts
      + offices.map { office in
        let past = (outlook.past[office.officeCode] ?? []).compactMap { month in
          month.subjects.map { (month: month.month.iso, subjects: $0) }
        }
        return PlanPage.Forecast(
          name: headcounts.name(of: office.officeCode), past: past.suffix(24),
          ahead: office.months.map { month in
            ahead(month, assistants: outlook.plan(office.officeCode, month)?.proposed)
          }, notes: offices.count == 1 ? outlook.notes : [])
      }
  }

  private func total(
    _ outlook: Outlook
  ) -> PlanPage.Forecast {
    PlanPage.Forecast(
      name: "全部街道 All offices",
      past: outlook.pastTotals,
      ahead: outlook.forecast.total.enumerated().map { index, month in
        ahead(month, assistants: outlook.assistants(monthIndex: index))
      }, notes: outlook.notes)
  }

  private func ahead(
    _ month: SubjectDistribution, assistants: Int?
  ) -> PlanPage.Forecast.Month {
    func range(_ level: ForecastInterval.Level) -> ClosedRange<Int> {
      let interval = month.interval(level)
      return interval.lower...interval.upper
    }
    return PlanPage.Forecast.Month(
      month: month.month.iso, median: month.median, interval50: range(.half),
      interval80: range(.eighty), interval95: range(.ninetyFive), assistants: assistants)
  }
}

extension Outlook {
  /// All offices' subjects in the months that every one of them reported, at most two years.
  var pastTotals: [(month: String, subjects: Int)] {
    let codes = Set(forecast.offices.map(\.officeCode))
    var sums: [CivilMonth: (count: Int, subjects: Int)] = [:]
    for figures in past.values.joined() where codes.contains(figures.officeCode) {
      guard let subjects = figures.subjects else { continue }
      let sum = sums[figures.month] ?? (0, 0)
      sums[figures.month] = (sum.count + 1, sum.subjects + subjects)
    }
    return sums.filter { $0.value.count == codes.count }.sorted { $0.key < $1.key }
      .map { (month: $0.key.iso, subjects: $0.value.subjects) }.suffix(24)
  }

  /// The assistants that suffice in a month in all offices together that can be planned; nothing
  /// where none can.
  public func assistants(monthIndex: Int) -> Int? {
    let known = forecast.offices.compactMap { office in
      plan(office.officeCode, office.months[monthIndex])?.proposed
    }
    return known.isEmpty ? nil : known.reduce(0, +)
  }

  /// How many offices of the forecast have no headcount, because a figure is missing.
  var notPlanned: Int {
    let shown = forecast.offices.filter {
      headcounts.officeCode == nil || $0.officeCode == headcounts.officeCode
    }
    return shown.count { office in
      office.months.first.flatMap { plan(office.officeCode, $0)?.proposed } == nil
    }
  }
}

extension Headcount {
  /// A plan as pages and workbooks show it.
  init(_ plan: OfficePlan) {
    self.init(
      officers: plan.officers, subjects: plan.subjects, inPost: plan.inPost,
      requiredHundredths: plan.required.flatMap { (try? $0 * Rational(100))?.halfUp },
      proposed: plan.proposed, officerShortfall: plan.officerShortfall,
      working: plan.working.map { Headcount.Step($0) }, remarks: plan.remarks.map(\.wording),
      obstacle: plan.obstacle?.wording)
  }
}

extension RuleLine {
  /// A parameter as a line of the rules.
  init(_ parameter: Parameter) {
    let unit = parameter.unit
    func effect(_ language: Language) -> String {
      [parameter.value.written(language), unit[language]].filter { !$0.isEmpty }
        .joined(separator: " ")
    }
    self.init(
      title: parameter.title, effect: Bilingual(zh: effect(.zh), en: effect(.en)),
      citations: [Citation(parameter.basis)],
      note: parameter.isExample
        ? Bilingual(zh: "示例值，请本区确定", en: "an example value, to be set by the district") : nil)
  }
}

extension ParameterValue {
  /// The value as a report shows it; rows by their titles, not by their short names.
  fileprivate func written(_ language: Language) -> String {
    switch self {
    case .scalar, .list: written
    case .table(let cells):
      cells.map { "\($0.key) \($0.value)" }.joined(separator: ", ")
    case .rows(let records):
      records.map { record in
        record.cells.compactMap { cell in
          switch cell.key {
          case "id": nil
          case "title_zh", "title_en": cell.key.hasSuffix(language.rawValue) ? cell.value : nil
          default: "\(cell.key) \(cell.value)"
          }
        }.joined(separator: " ")
      }.joined(separator: "; ")
    }
  }
}
