public import Model
public import Policy

/// Subjects ahead from the monthly history, and the headcount that they imply (人员需求预测).
public struct HeadcountForecast: Sendable {
  /// The subjects ahead.
  public let forecast: Forecast
  /// How it would have done on held-back months; nil where the history is too short.
  public let backTest: BackTest?
  /// In how many futures of how many the headcount is enough.
  public let service: ServiceLevel
  /// The plan whose norm and figures the headcount uses.
  public let plan: StaffingPlan
  /// The months that were reported, by office.
  public let past: [String: [MonthlyFigures]]
  /// The plan's day.
  public let asOf: CivilDate

  /// What a person chose; the policy's local setting where nil.
  public struct Choices: Sendable {
    /// Months ahead, 1–24.
    public var months: Int?
    /// What the random numbers begin from.
    public var seed: UInt64
    /// The service level.
    public var service: ServiceLevel?

    /// Chooses; nothing but the seed has to be chosen.
    public init(months: Int? = nil, seed: UInt64 = 0, service: ServiceLevel? = nil) {
      self.months = months
      self.seed = seed
      self.service = service
    }
  }

  /// Looks ahead.
  ///
  /// Offices are estimated together with their district even where only one is asked for. Only
  /// months up to the month of the rules' day are used.
  /// - Throws: `StaffingError.setting`, `.history`.
  public init(
    _ plan: StaffingPlan, history months: [MonthlyFigures], rules: RuleSet, choices: Choices
  ) throws(StaffingError) {
    let reader = try SettingReader(rules)
    func setting(_ name: String, or chosen: Int? = nil) throws(StaffingError) -> Int {
      if let chosen { return chosen }
      return try reader.cell(name, of: "forecast_settings").whole()
    }
    let enough = reader.cell("enough_in", of: "forecast_settings")
    guard let service = choices.service ?? (try? enough.text()).flatMap(ServiceLevel.init) else {
      throw .setting(.missing(name: enough.name))
    }
    let settings = try ForecastSettings(
      months: try setting("months", or: choices.months), futures: try setting("futures"),
      seed: choices.seed, poolingMonths: try setting("pooling_months"),
      discountPerMille: try setting("discount_per_mille"))
    let last = CivilMonth(year: rules.date.year, month: rules.date.month)
    let known = months.filter { month in last.map { month.month <= $0 } ?? false }
    let history = try History(known)
    forecast = Forecast(history, settings: settings)
    backTest = BackTest(history, heldBack: try setting("held_back"), settings: settings)
    self.service = service
    self.plan = plan
    asOf = rules.date
    past = Dictionary(grouping: known, by: \.officeCode)
  }

  /// The offices of the plan, or of the whole history where the plan has none.
  public var offices: [Forecast.OfficeForecast] {
    let codes = Set(plan.caseloads.map(\.officeCode))
    return forecast.offices.filter { codes.isEmpty || codes.contains($0.officeCode) }
  }

  /// The assistants that are enough at the service level in a month; nil where the office cannot be
  /// planned.
  public func assistants(_ officeCode: String, _ month: SubjectDistribution) -> Int? {
    guard let caseload = plan.caseloads.first(where: { $0.officeCode == officeCode }) else {
      return nil
    }
    // No method lowers the need when subjects are added, so a plan for the number of subjects that
    // a share of the futures does not pass is enough in that share. Officers, those in post and the
    // period's flows stay as they are; classes keep their proportions.
    return plan.norm.plan(for: caseload.scaled(to: month.quantile(service.share))).proposed
  }

  /// The assistants that suffice in a month in all offices together that can be planned; nil where
  /// none can.
  public func assistants(monthIndex: Int) -> Int? {
    let known = forecast.offices.compactMap { assistants($0.officeCode, $0.months[monthIndex]) }
    return known.isEmpty ? nil : known.reduce(0, +)
  }

  /// All offices' subjects in the months that every one of them reported, at most two years.
  public var pastTotals: [(month: CivilMonth, subjects: Int)] {
    let codes = Set(forecast.offices.map(\.officeCode))
    var sums: [CivilMonth: (count: Int, subjects: Int)] = [:]
    for figures in past.values.joined() where codes.contains(figures.officeCode) {
      guard let subjects = figures.subjects else { continue }
      let sum = sums[figures.month] ?? (0, 0)
      sums[figures.month] = (sum.count + 1, sum.subjects + subjects)
    }
    return sums.filter { $0.value.count == codes.count }.sorted { $0.key < $1.key }
      .map { (month: $0.key, subjects: $0.value.subjects) }.suffix(24)
  }

  /// How many offices of the forecast have no headcount, because a figure is missing.
  public var notPlanned: Int {
    forecast.offices.count { office in
      (plan.onlyOffice ?? office.officeCode) == office.officeCode
        && office.months.first.flatMap { assistants(office.officeCode, $0) } == nil
    }
  }

  /// Where the history ends, how far that is from the plan's day, and whose ends earlier.
  private var ends: [Bilingual] {
    guard let last = past.values.joined().map(\.month).max() else { return [] }
    let (now, first) = (asOf.civilMonth ?? last, last.advanced(by: 1))
    let silent = forecast.offices.filter { $0.since < last }.map {
      "\($0.officeCode) \($0.since.iso)"
    }
    let end = Bilingual(
      zh: "月度历史到 \(last.iso) 为止，距基准日所在月 \(now.number - last.number) 个月；预测从 \(first.iso) 开始",
      en:
        "The history ends in \(last.iso), \(now.number - last.number) month(s) before that of the "
        + "plan's day; the forecast begins in \(first.iso)")
    guard !silent.isEmpty else { return [end] }
    return [
      end,
      Bilingual(
        zh: "历史更早结束的街道：\(silent.joined(separator: "、"))，其间的月份也是推算",
        en:
          "Offices whose history ends earlier: \(silent.joined(separator: ", ")); the months since "
          + "are estimated too"),
    ]
  }

  /// How it was made and how it did, as lines for people.
  public var notes: [Bilingual] {
    let untested = [Bilingual(zh: "回测：月份太少，无法回测", en: "Back-test: too few months")]
    var notes = ends + forecast.method + (backTest?.lines ?? untested)
    notes.append(
      Bilingual(
        zh: "人数按“\(service.text) 的未来里够用”推算，逐街道计算后相加〔本地设定〕",
        en: "Headcount is what is enough in \(service.text) of the futures, office by office, then "
          + "summed [local setting]"))
    if notPlanned > 0 {
      notes.append(
        Bilingual(
          zh: "\(notPlanned) 个街道缺少数字，不在合计人数里",
          en: "\(notPlanned) office(s) with a figure missing are not in the summed headcount"))
    }
    return notes
  }
}

/// Enough in so many of so many futures, such as 8/10 (够用的程度).
public struct ServiceLevel: Hashable, Sendable {
  /// The level as a share above 0 and below 1.
  public let share: Rational
  /// The level as it was written.
  public let text: String

  /// Reads `8/10`, `0.8` or `80%`.
  public init?(_ text: String) {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false)
    let share: Rational?
    if parts.count == 2, let above = Int128(parts[0]), let below = Int128(parts[1]) {
      share = try? Rational(above, over: below)
    } else if text.hasSuffix("%") {
      share = Rational(decimal: text.dropLast()).flatMap { try? $0 / Rational(100) }
    } else {
      share = Rational(decimal: text)
    }
    guard let share, share > .zero, share < .one else { return nil }
    self.share = share
    self.text = text
  }
}
