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
          doer == .officer
            ? [.driver: driver.rawValue] : [.doneBy: doer.rawValue, .driver: driver.rawValue],
          driver.hours(.column(times), of: doer == .officer ? .officer : .assistant))
      }
    }
    for (index, activity) in settings.activities.enumerated() {
      for role in StaffRole.allCases where activity.time(of: role) > .zero {
        it.definitions[.activity(index, role)] = .row(
          .activities, index, activity.driver.hours(of: role))
        let (title, part) = (activity.title, activity.part(of: role))
        it.tell(
          zh: "\(title.zh)（\(part.zh)）：\(working: .activity(index, role)) 小时/年",
          en: "\(title.en) (\(part.en)): \(working: .activity(index, role)) hours a year",
          .both(activity.duty.clause))
      }
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
        en:
          "Work that only some \(name.en) do (\(title.en)): \(working: .individual(index)) people",
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
  /// Hours a year of people of a role on an activity at an office.
  fileprivate func hours(of role: StaffRole) -> Expression {
    let times: Expression =
      switch self {
      case .subject:
        .subjects { .column($0 == .unclassified ? .timesWithoutClass : .times($0)) }
      case .office: .column(.times(.office))
      case .intake: .figure(.intakes) * .column(.times(.intake))
      case .release: .figure(.releases) * .column(.times(.release))
      case .investigation: .figure(.investigations) * .column(.times(.investigation))
      }
    return hours(times, of: role)
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
  fileprivate func hours(_ times: Expression, of role: StaffRole) -> Expression {
    let periods: Expression =
      switch self {
      case .subject, .office: .number(Rational(12))
      case .intake, .release, .investigation: .setting(.periodsPerYear)
      }
    return periods * times * .column(.minutes(role)) / .number(Rational(60))
  }
}

extension Activity {
  /// What people of a role do of it.
  fileprivate func part(of role: StaffRole) -> Bilingual {
    switch (role, doneBy) {
    case (.assistant, .either): Bilingual(zh: "协管员协助、参与", en: "assistants help")
    case (.officer, .either): Bilingual(zh: "专门国家工作人员办理", en: "officers do")
    default: doneBy.wording
    }
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
