public import Model

/// Headcount from the work itself (工作量法): how often each activity comes, and how long it takes.
///
/// Source: WHO, Workload Indicators of Staffing Need (WISN), user's manual (2010): required =
/// Σ hours ÷ available hours × category allowance factor + individual allowance factor, for each
/// kind of staff apart.
public struct WorkloadMethod: StaffingMethod, Hashable {
  /// The local settings.
  public let settings: WorkloadSettings

  /// Uses these settings.
  public init(settings: WorkloadSettings) {
    self.settings = settings
  }

  /// The name on the command line.
  public var id: String { "workload" }
  /// How a need becomes whole people.
  public var wholePeople: WholePeople { settings.wholePeople }

  /// The need of one office, with the lines that show how it was found.
  public func need(
    of caseload: Caseload, working: inout [Bilingual]
  ) throws(PlanObstacle) -> StaffingNeed {
    let needed = Set([.officers, .subjects] + settings.activities.compactMap(\.figure))
    let missing = Figure.allCases.filter { needed.contains($0) && $0.value(in: caseload) == nil }
    guard let officers = caseload.officers, missing.isEmpty else { throw .missing(missing) }

    try describeTime(working: &working)
    var work = DividedWork(unit: Bilingual(zh: "小时", en: "hours"))
    for activity in settings.activities {
      let hours = try hours(of: activity, at: caseload, working: &working)
      try exactly { () throws(RationalError) in
        switch activity.doneBy {
        case .assistant: work.assistants = try work.assistants + hours
        case .officer: work.officers = try work.officers + hours
        case .either: work.either = try work.either + hours
        }
      }
    }
    let officersAway = try settings.reductions.away(.officer, from: caseload, working: &working)
    let assistantsAway = try settings.reductions.away(
      .assistant, from: caseload, working: &working)
    let present = try exactly { () throws(RationalError) in
      max(.zero, try Rational(officers) - officersAway)
    }
    return try work.need(
      officersPresent: present, sharedPerOfficer: settings.sharedPerOfficer,
      officers: settings.officers.capacity(),
      assistants: settings.assistants.capacity(), assistantsAway: assistantsAway,
      remarks: caseload.classes == nil && settings.tellsClassesApart ? [.classesNotReported] : [],
      working: &working)
  }

  private func describeTime(working: inout [Bilingual]) throws(PlanObstacle) {
    let roles = [
      (settings.assistants, Bilingual(zh: "协管员", en: "assistants")),
      (settings.officers, Bilingual(zh: "专门国家工作人员", en: "officers")),
    ]
    for (category, role) in roles {
      working.append(try category.time.line(for: role))
      try describeIndividual(category, role, working: &working)
      guard !category.categoryAllowances.isEmpty else { continue }
      let (available, net) = (try category.time.hours(), try category.capacity().perPerson)
      let support = try exactly { () throws(RationalError) in try available - net }
      let sum = "\(available) − \(support.decimal(places: 2)) = \(net.decimal(places: 2))"
      working.append(
        Bilingual(
          zh: "\(role.zh)扣除人人承担的共同性工作（\(category.supportWork.zh)）：\(sum) 小时",
          en: "Less support work that everyone does (\(category.supportWork.en)), \(role.en): "
            + "\(sum) hours",
          basis: .localSetting))
    }
  }

  private func describeIndividual(
    _ category: StaffCategory, _ role: Bilingual, working: inout [Bilingual]
  ) throws(PlanObstacle) {
    let available = try category.time.hours()
    for allowance in category.individualAllowances {
      let (hours, people) = (allowance.hoursPerYear, allowance.people)
      let share = try exactly { () throws(RationalError) in
        try hours * Rational(people) / available
      }
      let sum = "\(hours) × \(people) ÷ \(available) = \(share.decimal(places: 4))"
      working.append(
        Bilingual(
          zh: "\(role.zh)个别人承担的工作（\(allowance.title.zh)）：\(sum) 人",
          en: "Work that only some \(role.en) do (\(allowance.title.en)): \(sum) people",
          basis: .localSetting))
    }
  }

  private func hours(
    of activity: Activity, at caseload: Caseload, working: inout [Bilingual]
  ) throws(PlanObstacle) -> Rational {
    guard activity.minutes >= .zero else { throw .negativeSetting(.tableValue) }
    let times = try activity.timesPerYear(
      at: caseload, periodsPerYear: settings.periodsPerYear)
    let hours = try exactly { () throws(RationalError) in
      try times.value * activity.minutes / Rational(60)
    }
    let sum = "\(times.written) × \(activity.minutes) ÷ 60 = \(hours.decimal(places: 2))"
    let doer = activity.doneBy.wording
    working.append(
      Bilingual(
        zh: "\(activity.title.zh)（\(doer.zh)）：\(sum) 小时/年",
        en: "\(activity.title.en) (\(doer.en)): \(sum) hours a year",
        basis: .both("一（二）\(activity.item)")))
    return hours
  }
}

extension WorkloadSettings {
  /// Whether telling classes apart could change a result.
  fileprivate var tellsClassesApart: Bool {
    activities.contains {
      if case .subject(let table) = $0.driver { !table.isUniform } else { false }
    }
  }
}

extension Activity.Doer {
  /// The wording for people.
  public var wording: Bilingual {
    switch self {
    case .assistant: Bilingual(zh: "协管员", en: "assistants")
    case .officer: Bilingual(zh: "专门国家工作人员", en: "officers alone")
    case .either: Bilingual(zh: "双方均可", en: "either")
    }
  }
}

extension StaffCategory {
  /// The support work of the category, such as “meetings 2 a week”.
  fileprivate var supportWork: Bilingual {
    Bilingual(
      zh: categoryAllowances.map { "\($0.title.zh)每\($0.period.wording.zh) \($0.hours) 小时" }
        .joined(separator: "、"),
      en: categoryAllowances.map { "\($0.title.en) \($0.hours) h a \($0.period.wording.en)" }
        .joined(separator: ", "))
  }
}

extension CategoryAllowance.Period {
  fileprivate var wording: Bilingual {
    switch self {
    case .day: Bilingual(zh: "日", en: "day")
    case .week: Bilingual(zh: "周", en: "week")
    case .month: Bilingual(zh: "月", en: "month")
    case .year: Bilingual(zh: "年", en: "year")
    }
  }
}
