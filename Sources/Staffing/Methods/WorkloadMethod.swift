import Model

extension Calculation {
  /// Headcount from the work itself (工作量法): how often each activity comes, and how long it takes.
  ///
  /// Source: WHO, Workload Indicators of Staffing Need (WISN), user's manual (2010): required =
  /// Σ hours ÷ available hours × category allowance factor + individual allowance factor, for each
  /// kind of staff apart. What one person does, available hours less support work, is available
  /// hours over that factor.
  static func workload(_ settings: StaffingSettings) -> Calculation {
    var it = Calculation()
    let weekly = settings.allowances.filter { $0.sharing == .everyone(.week) }.map(\.role)
    it.positive =
      StaffRole.allCases.map { .hoursPerDay($0) } + Set(weekly).map { .daysPerWeek($0) }
    it.figures.formUnion(settings.activities.compactMap(\.driver.figure))
    it.tellsClassesApart = !settings.activities.allSatisfy(\.isUniform)
    for role in [StaffRole.assistant, .officer] { it.countTime(of: role, settings.allowances) }
    for driver in Activity.Driver.allCases {
      for (unit, doer) in driver.units.flatMap({ unit in Doer.allCases.map { (unit, $0) } }) {
        let times: SettingColumn = unit == .unclassified ? .timesWithoutClass : .times(unit)
        it.definitions[.weight(unit, doer)] = .total(
          [.doneBy: doer.rawValue, .driver: driver.rawValue], driver.hours(.column(times)))
      }
    }
    for (index, activity) in settings.activities.enumerated() {
      it.definitions[.activity(index)] = .row(.activities, index, activity.driver.hours)
      let (title, doer) = (activity.title, activity.doneBy.wording)
      it.tell(
        zh: "\(title.zh)（\(doer.zh)）：\(working: .activity(index)) 小时/年",
        en: "\(title.en) (\(doer.en)): \(working: .activity(index)) hours a year",
        .both("一（二）\(activity.item)"))
    }
    it.divideWork(shared: .sharedHoursPerOfficer, in: StaffingMethod.workload.unit)
    return it
  }

  /// What one person of a role has time for, and the people whom individual work takes.
  private mutating func countTime(of role: StaffRole, _ allowances: [Allowance]) {
    let days = Expression.difference(
      [.workingDays(role), .publicHolidays(role), .annualLeave(role), .sickLeave(role)]
        .map { .setting($0) } + [.setting(.otherLeave(role))])
    let (available, support) = (
      Expression.quantity(.availableHours(role)), Expression.quantity(.supportHours(role))
    )
    func hours(_ kind: Allowance.Kind) -> Expression {
      .total([.role: role.rawValue, .kind: kind.rawValue], .column(.hoursPerYear))
    }
    definitions.merge(
      [
        .daysAtWork(role): days,
        .availableHours(role): days * .setting(.hoursPerDay(role))
          - .setting(.trainingHours(role)),
        .supportHours(role): hours(.category),
        .capacity(role): available - support,
        .setApart(role): hours(.individual) / available,
      ]) { $1 }
    let name = role.wording
    tell(
      zh: "\(name.zh)年可用工时（扣除节假日、年休假、病假、其他假和培训）：\(working: .availableHours(role))",
      en: "Available hours a year, \(name.en) (less holidays, annual, sick and other leave, "
        + "training): \(working: .availableHours(role))", .both("三"))
    for (index, allowance) in allowances.enumerated() where allowance.role == role {
      guard case .some = allowance.sharing else { continue }
      definitions[.individual(index)] = .row(
        .allowances, index, .column(.hours) * .column(.people) / available)
      let title = allowance.title
      tell(
        zh: "\(name.zh)个别人承担的工作（\(title.zh)）：\(working: .individual(index)) 人",
        en: "Work that only some \(name.en) do (\(title.en)): \(working: .individual(index)) people",
        .localSetting)
    }
    let shared = allowances.filter { $0.role == role }.compactMap(\.wording)
    guard !shared.isEmpty else { return }
    tell(
      zh: "\(name.zh)扣除人人承担的共同性工作（\(shared.map(\.zh).joined(separator: "、"))）："
        + "\(working: .capacity(role)) 小时",
      en: "Less support work that everyone does (\(shared.map(\.en).joined(separator: ", "))), "
        + "\(name.en): \(working: .capacity(role)) hours", .localSetting)
  }
}

extension Activity.Driver {
  /// Hours a year of an activity at an office.
  fileprivate var hours: Expression {
    switch self {
    case .subject:
      hours(
        .subjects { .column($0 == .unclassified ? .timesWithoutClass : .times($0)) })
    case .office: hours(.column(.times(.office)))
    case .intake: hours(.figure(.intakes) * .column(.times(.intake)))
    case .release: hours(.figure(.releases) * .column(.times(.release)))
    case .investigation: hours(.figure(.investigations) * .column(.times(.investigation)))
    }
  }

  /// The figure that an activity's frequency needs; nil where it comes whatever the figures.
  fileprivate var figure: Figure? {
    switch self {
    case .subject: .subjects
    case .intake: .intakes
    case .release: .releases
    case .investigation: .investigations
    case .office: nil
    }
  }

  /// Hours a year of an activity that comes so many times a month, or in each of the sheet's periods.
  fileprivate func hours(_ times: Expression) -> Expression {
    let periods: Expression =
      switch self {
      case .subject, .office: .number(Rational(12))
      case .intake, .release, .investigation: .setting(.periodsPerYear)
      }
    return periods * times * .column(.minutes) / .number(Rational(60))
  }
}

extension Allowance {
  /// The support work of everyone, such as “meetings 2 h a week”; nil where only some do it.
  fileprivate var wording: Bilingual? {
    guard case .everyone(let period) = sharing else { return nil }
    let (zh, en) =
      switch period {
      case .day: ("日", "day")
      case .week: ("周", "week")
      case .month: ("月", "month")
      case .year: ("年", "year")
      }
    return Bilingual(zh: "\(title.zh)每\(zh) \(hours) 小时", en: "\(title.en) \(hours) h a \(en)")
  }
}
