public import Model
public import Policy
public import Register
public import Staffing

/// Subjects ahead from the monthly history, and the headcount that they imply (预测).
public struct Outlook: Sendable {
  /// The forecast.
  public let forecast: Forecast
  /// How it would have done on held-back months; nothing where the history is too short.
  public let backTest: BackTest?
  /// In how many futures of how many the headcount is enough.
  public let service: ServiceLevel
  /// The plan whose method and figures the headcount uses.
  public let headcounts: Headcounts
  /// The months that were reported, by office.
  public let past: [String: [MonthlyFigures]]

  /// Enough in so many of so many futures, such as 8/10.
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

    /// The level in words.
    public var wording: Bilingual {
      Bilingual(zh: "\(text) 的未来里够用", en: "enough in \(text) of the futures")
    }
  }

  /// What a person chose; the policy's local setting where nil.
  public struct Choices: Sendable {
    /// Months ahead, 1–24.
    public var months: Int?
    /// What the random numbers begin from.
    public var seed: UInt64 = 0
    /// The service level.
    public var service: ServiceLevel?

    /// Chooses nothing.
    public init() {}
  }

  /// Looks ahead.
  ///
  /// Offices are estimated together with their district even where only one is asked for. Only
  /// months up to the day's month are used.
  /// - Throws: `StaffingError`, `RegisterError`.
  public init(
    over register: Register, rules: RuleSet, headcounts: Headcounts, choices: Choices = Choices()
  ) throws {
    let texts = rules.cells("forecast_settings", prefix: "")
    func setting(_ name: String) throws -> Int {
      guard let value = texts[name].flatMap({ Int($0) }) else {
        throw StaffingError.setting(.missing(name: "forecast_settings.\(name)"))
      }
      return value
    }
    guard let service = choices.service ?? texts["enough_in"].flatMap(ServiceLevel.init) else {
      throw StaffingError.setting(.missing(name: "forecast_settings.enough_in"))
    }
    let settings = try ForecastSettings(
      months: try choices.months ?? setting("months"), futures: setting("futures"),
      seed: choices.seed, poolingMonths: setting("pooling_months"),
      discountPerMille: setting("discount_per_mille"))
    let day = rules.date
    let known = try register.history().filter {
      $0.month.iso <= CivilMonth(year: day.year, month: day.month)?.iso ?? ""
    }
    let history = try History(known)
    forecast = Forecast(history, settings: settings)
    backTest = BackTest(history, heldBack: try setting("held_back"), settings: settings)
    self.service = service
    self.headcounts = headcounts
    past = Dictionary(grouping: known, by: \.officeCode)
  }

  /// The offices of the plan, or of the whole history where the plan has none.
  public var offices: [Forecast.OfficeForecast] {
    let codes = Set(headcounts.caseloads.map(\.officeCode))
    return forecast.offices.filter { codes.isEmpty || codes.contains($0.officeCode) }
  }

  /// The plan of an office that is enough at the service level in a month; nothing where it has no
  /// caseload.
  public func plan(_ officeCode: String, _ month: SubjectDistribution) -> OfficePlan? {
    headcounts.caseload(of: officeCode).map {
      month.plan(serviceLevel: service.share, for: $0, by: headcounts.method)
    }
  }

  /// How it was made and how it did, as lines for people.
  public var notes: [Bilingual] {
    forecast.method
      + (backTest?.lines ?? [
        Bilingual(zh: "回测：月份太少，无法回测", en: "Back-test: too few months")
      ])
      + [
        Bilingual(
          zh: "人数按“\(service.wording.zh)”推算，逐街道计算后相加〔本地设定〕",
          en: "Headcount is what is \(service.wording.en), office by office, then summed "
            + "[local setting]")
      ]
      + (notPlanned == 0
        ? []
        : [
          Bilingual(
            zh: "\(notPlanned) 个街道缺少数字，不在合计人数里",
            en: "\(notPlanned) office(s) with a figure missing are not in the summed headcount")
        ])
  }
}
