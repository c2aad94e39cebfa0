public import Model

/// Subjects ahead, office by office and together (预测).
public struct Forecast: Hashable, Sendable {
  /// One line of months an office, by code.
  public let offices: [OfficeForecast]
  /// All offices together, month by month.
  public let total: [SubjectDistribution]
  /// Codes of the offices without any known number of subjects, which are not in `total`.
  public let leftOut: [String]
  /// How it was made.
  public let settings: ForecastSettings

  /// The months ahead of one office.
  public struct OfficeForecast: Hashable, Sendable {
    /// The office's nine-digit code.
    public let officeCode: String
    /// The month of its last known number of subjects.
    public let since: CivilMonth
    /// That number.
    public let subjects: Int
    /// The months after the history's last month.
    public let months: [SubjectDistribution]
  }

  /// Looks ahead from the end of the history by drawing futures.
  ///
  /// - Complexity: O(*n* · *f* · *m* · *s*) for *n* offices, *f* futures, *m* months and *s*
  ///   subjects.
  public init(_ history: History, settings: ForecastSettings) {
    let evidence = FlowEvidence(history, settings: settings)
    let last = history.lastMonth
    var (offices, left): ([OfficeForecast], [String]) = ([], [])
    var totals = [[Int]](
      repeating: Array(repeating: 0, count: settings.futures), count: settings.months)
    for code in history.officeCodes {
      guard let start = history.offices[code]?.last(where: { $0.subjects != nil }),
        let subjects = start.subjects
      else {
        left.append(code)
        continue
      }
      let draws = Self.draw(
        evidence.model(of: code, subjects: subjects), from: subjects,
        silent: last.number - start.month.number, code: code, settings: settings)
      for month in draws.indices {
        for future in draws[month].indices { totals[month][future] += draws[month][future] }
      }
      offices.append(
        OfficeForecast(
          officeCode: code, since: start.month, subjects: subjects,
          months: Self.distributions(draws, after: last)))
    }
    self.offices = offices
    leftOut = left
    total = offices.isEmpty ? [] : Self.distributions(totals, after: last)
    self.settings = settings
  }

  /// Subjects by month and future; silent months are lived through and not shown.
  private static func draw(
    _ model: FlowModel, from subjects: Int, silent: Int, code: String, settings: ForecastSettings
  ) -> [[Int]] {
    var draws = [[Int]](
      repeating: Array(repeating: 0, count: settings.futures), count: settings.months)
    for future in 0..<settings.futures {
      var random = SplitMix64(seed: settings.seed, office: code, path: future)
      var (model, now) = (model, subjects)
      for step in 0..<silent + settings.months {
        now = model.step(from: now, using: &random)
        if step >= silent { draws[step - silent][future] = now }
      }
    }
    return draws
  }

  private static func distributions(
    _ draws: [[Int]], after last: CivilMonth
  ) -> [SubjectDistribution] {
    draws.enumerated().map {
      SubjectDistribution(month: last.advanced(by: $0.offset + 1), $0.element)
    }
  }

  /// What the forecast is and is not, as lines for people.
  public var method: [Bilingual] {
    [
      Bilingual(
        zh: "方法：在矫人数＝留下的人数（二项分布）＋新入矫人数（泊松分布），即 INAR(1) 过程；"
          + "比率的不确定性按负二项、贝塔二项分布计算，适合小数目（Al-Osh 与 Alzaid 1987；Harvey 与 Fernandes 1989）",
        en: "Method: subjects are those who stay (binomial) and those who come (Poisson), an "
          + "INAR(1) process; with unknown rates, releases are beta-binomial and intakes negative "
          + "binomial, which suits small counts (Al-Osh and Alzaid 1987; Harvey and Fernandes "
          + "1989)"),
      Bilingual(
        zh: "各街道与本区合并估计：本区比率相当于 \(settings.poolingMonths) 个月的数据；每早一个月，"
          + "分量乘以 \(settings.discountPerMille)‰〔本地设定〕",
        en:
          "Offices are pooled with their district, whose rates count as \(settings.poolingMonths) "
          + "months; each month earlier counts \(settings.discountPerMille)‰ [local setting]"),
      Bilingual(
        zh: "模拟 \(settings.futures) 次，随机种子 \(settings.seed)；政策变化、集中入矫等不在其内",
        en:
          "\(settings.futures) futures, seed \(settings.seed); changes of policy and mass intakes "
          + "are not in it"),
    ]
  }
}
