public import Model
public import Policy

/// How full assistants are by points, and where they stay overfull week after week (超负荷预警): a
/// local setting.
///
/// Source: the Probation Service of England and Wales, as published in
/// ministryofjustice/hmpps-workload; it alarms above 110 % for four weeks running.
public struct CapacityWatch: Sendable {
  /// The percentage that must be passed.
  public let percentage: Rational
  /// For how many weeks running, at least 1.
  public let weeks: Int
  /// How full each office's assistants are, in per cent; nil where it cannot be computed.
  public let now: [(officeCode: String, percentage: Rational?)]
  /// Offices above the percentage for as many weeks running, with the last of those weeks.
  public let sounding: [(officeCode: String, since: CivilDate)]

  /// Looks at a plan by points and at the caseload sheets of the last weeks, of which only weekly
  /// ones can sound the alarm.
  ///
  /// - Throws: `StaffingError.setting` where the rules have no alarm.
  public init(
    _ plan: StaffingPlan, of rules: RuleSet, sheets: [CivilDate: [Caseload]]
  ) throws(StaffingError) {
    let reader = try SettingReader(rules)
    percentage = try reader.cell("percentage", of: "points_alarm").number()
    weeks = max(1, try reader.cell("weeks", of: "points_alarm").whole())
    let norm = plan.norm
    now = plan.offices.map { ($0.officeCode, $0.percentage(by: norm)) }
    var history: [String: [(begins: CivilDate, percentage: Rational?)]] = [:]
    for (day, caseloads) in sheets {
      for caseload in caseloads {
        history[caseload.officeCode, default: []].append(
          (day, norm.plan(for: caseload).percentage(by: norm)))
      }
    }
    let (limit, running) = (percentage, weeks)
    sounding = plan.offices.map(\.officeCode).sorted(by: AllocationUnit.byName).compactMap { code in
      Self.sounding(in: history[code] ?? [], above: limit, for: running).last.map { (code, $0) }
    }
  }

  /// The weeks in which the alarm sounds: those that end a long enough run above the percentage.
  ///
  /// A week that is missing or could not be computed ends a run, because nothing is known of it.
  static func sounding(
    in weeks: [(begins: CivilDate, percentage: Rational?)], above limit: Rational,
    for running: Int
  ) -> [CivilDate] {
    var (run, last, result): (Int, Int?, [CivilDate]) = (0, nil, [])
    for week in weeks.sorted(by: { $0.begins < $1.begins }) {
      let isNext = last.map { week.begins.dayNumber - $0 == 7 } ?? true
      let isAbove = week.percentage.map { $0 > limit } ?? false
      run = isAbove ? (isNext ? run + 1 : 1) : 0
      last = week.begins.dayNumber
      if run >= running { result.append(week.begins) }
    }
    return result
  }

  /// Points that people carry, after reductions: points of one × people, 15 decimals, floored.
  static func available(points: Rational, people: Rational) -> Int? {
    (try? points * people.rounded(places: 15))?.floor
  }

  /// How full people are, in per cent: (points ÷ available, 3 decimals, half up) × 100; nil with
  /// nothing available, which is not 0 %.
  static func percentage(points: Rational, available: Int) -> Rational? {
    guard available > 0 else { return nil }
    return try? (points / Rational(available)).rounded(places: 3) * Rational(100)
  }

  /// The watch as lines for people.
  public func lines(_ name: (String) -> String) -> [Bilingual] {
    let over = now.filter { ($0.percentage ?? .zero) > percentage }
      .map { "\(name($0.officeCode)) \($0.percentage?.decimal(places: 1) ?? "")%" }
    let limit = "\(percentage)%"
    var lines: [Bilingual] = []
    if !over.isEmpty {
      lines.append(
        Bilingual(
          zh: "负荷超过 \(limit)：\(over.joined(separator: "、"))〔本地设定〕",
          en: "Carrying more than \(limit): \(over.joined(separator: ", ")) [local setting]"))
    }
    let alarmed = sounding.map { "\(name($0.officeCode))（\($0.since.iso)）" }
    lines.append(
      alarmed.isEmpty
        ? Bilingual(
          zh: "预警：没有街道连续 \(weeks) 周超过 \(limit)（只看每周报送的工作量表）。",
          en: "Alarm: no office above \(limit) for \(weeks) weeks running (weekly caseload "
            + "sheets only).")
        : Bilingual(
          zh: "预警：连续 \(weeks) 周超过 \(limit)：\(alarmed.joined(separator: "、"))",
          en: "Alarm: above \(limit) for \(weeks) weeks running: \(alarmed.joined(separator: ", "))"
        ))
    return lines
  }
}

extension OfficePlan {
  /// What the assistants present carry against what they can, in per cent.
  fileprivate func percentage(by norm: StaffingNorm) -> Rational? {
    guard let inPost, let required, let one = try? norm.value(of: .quantity(.capacity(.assistant))),
      let present = try? Rational(inPost) - assistantsAway, let points = try? required * one,
      let available = CapacityWatch.available(points: one, people: present)
    else { return nil }
    return CapacityWatch.percentage(points: points, available: available)
  }
}
