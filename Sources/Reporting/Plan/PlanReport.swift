public import Model
public import Policy
public import Staffing

/// A headcount plan with everything that is told about it (配备方案报告): pages, workbooks, tables and
/// answers all read this one value.
public struct PlanReport: Sendable {
  /// The plan.
  public let plan: StaffingPlan
  /// The offices by code.
  public let offices: OfficeTable
  /// The policy's parameters that the plan rests on; all are local settings.
  public let parameters: [Parameter]
  /// The day that the rules saw.
  public let asOf: CivilDate
  /// The plan's short name; nil for a what-if, which is not kept.
  public let id: String?
  /// SHA-256 over what the plan rests on and comes to.
  public let digest: String
  /// Whether a named person has confirmed it.
  public let confirmation: ConfirmationState
  /// The plan itself and what-ifs beside it; empty where none were asked for.
  public let scenarios: [ScenarioPlan]
  /// What may come, where a history is known.
  public let forecast: HeadcountForecast?
  /// How full assistants are, for a plan by points that is no what-if.
  public let watch: CapacityWatch?
  /// What is doubtful about offices that are not in the plan, by their codes.
  public let warnings: [String: PlanWarning]
  /// What all methods propose, by the office's code.
  public let comparisons: [String: MethodComparison]
  /// What a what-if put to below 0 and the plan takes as 0.
  public let stoppedAtZero: [Bilingual]

  /// A plan and what stands around it.
  public init(
    _ plan: StaffingPlan, rules: RuleSet, offices: OfficeTable, id: String?, digest: String,
    confirmation: ConfirmationState = .none,
    scenarios: [ScenarioPlan] = [], forecast: HeadcountForecast? = nil,
    watch: CapacityWatch? = nil, warnings: [String: PlanWarning] = [:],
    comparisons: [String: MethodComparison] = [:], stoppedAtZero: [Bilingual] = []
  ) {
    self.plan = plan
    self.offices = offices
    parameters = plan.norm.method.policyParameters.compactMap { rules.parameters[$0] }
    asOf = rules.date
    self.id = id
    self.digest = digest
    self.confirmation = confirmation
    self.scenarios = scenarios
    self.forecast = forecast
    self.watch = watch
    self.warnings = warnings
    self.comparisons = comparisons
    self.stoppedAtZero = stoppedAtZero
  }

  /// What is doubtful about offices that are not in the plan, and about the what-if.
  var doubts: [Bilingual] {
    warnings.sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }.map { code, warning in
      Bilingual(
        zh: "\(code) \(offices.name(of: code))：\(warning.wording.zh)",
        en: "\(code) \(offices.name(of: code)): \(warning.wording.en)")
    } + stoppedAtZero
  }

  /// From how many subjects on one more assistant is due at an office.
  func nextAssistant(at officeCode: String) -> BreakEven? {
    plan.caseloads.first { $0.officeCode == officeCode }
      .flatMap { plan.norm.breakEvens(for: $0, count: 1).first }
  }

  /// The place that the plan is for, as a heading.
  var title: Bilingual {
    let districts = Set(plan.caseloads.map { offices.district(of: $0.officeCode) })
    let place = districts.count == 1 ? districts.first ?? "" : "北京市"
    return Bilingual(
      zh: "\(place)社区矫正协管员配备测算", en: "\(place): headcount of community correction assistants")
  }

  /// What stands for the plan's short name.
  var label: String { id ?? "what-if" }

  /// What a reader of the whole plan must know: what rounding cost, how evenly the load falls
  /// before and after, and which single move would even it out most.
  var overview: [Bilingual] {
    var lines: [Bilingual] = []
    let totals = plan.totals
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
    let loads = LoadComparison(plan)
    for (spread, zh, en) in [
      (loads.spreadBefore, "现在", "now"), (loads.spreadAfter, "按建议配备后", "as proposed"),
    ] {
      if let spread { lines.append(self.line(spread, zh, en)) }
    }
    for (move, zh, en) in [
      (loads.bestMove, "现有人员只调一人", "Of those in post, one move"),
      (loads.bestMoveAfter, "建议配备中只调一人", "Within the proposal, one move"),
    ] {
      lines.append(
        move.map { line($0, zh, en) }
          ?? Bilingual(zh: "\(zh)：没有能使负担更均衡的调法。", en: "\(en): none would even the load out."))
    }
    return lines + (watch?.lines(offices.name) ?? [])
  }

  private func line(_ spread: Spread, _ zh: String, _ en: String) -> Bilingual {
    let (least, greatest) = (spread.least.decimal(places: 2), spread.greatest.decimal(places: 2))
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
    let names = codes.prefix(3).map { offices.name(of: $0).isEmpty ? $0 : offices.name(of: $0) }
    let more = codes.count - names.count
    return Bilingual(
      zh: names.joined(separator: "、") + (more > 0 ? "等 \(codes.count) 个" : ""),
      en: names.joined(separator: ", ") + (more > 0 ? " and \(more) more" : ""))
  }
}

extension Rational {
  /// Hundredths, half up.
  var hundredths: Int? { (try? self * Rational(100))?.halfUp }

  /// The nearest number that a spreadsheet holds; only for showing, never for deciding.
  var double: Double { Double(numerator) / Double(denominator) }
}
