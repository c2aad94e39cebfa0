public import Model

/// The local settings of the `workload` method; the Opinion gives duties, but no times.
public struct WorkloadSettings: Hashable, Sendable {
  /// The time and allowances of assistants.
  public let assistants: StaffCategory
  /// The time and allowances of officers.
  public let officers: StaffCategory
  /// The work.
  public let activities: [Activity]
  /// How many of a caseload sheet's periods make a year, such as 12 for monthly sheets.
  public let periodsPerYear: Rational
  /// Hours a year of work that either may do, taken by each officer present; at least 0.
  public let sharedPerOfficer: Rational
  /// People away for a while.
  public let reductions: [StaffReduction]
  /// How a need becomes whole people.
  public let wholePeople: WholePeople

  /// Sets the values.
  ///
  /// - Throws: `StaffingError.setting` where an activity stands twice, has no item of 一（二）, or
  ///   lets assistants do what item 8 keeps to officers.
  public init(
    assistants: StaffCategory, officers: StaffCategory, activities: [Activity],
    periodsPerYear: Rational = Rational(12), sharedPerOfficer: Rational = .zero,
    reductions: [StaffReduction] = [],
    wholePeople: WholePeople = WholePeople()
  ) throws(StaffingError) {
    var ids: Set<String> = []
    for activity in activities {
      guard ids.insert(activity.id).inserted else { throw .setting(.twice(name: activity.id)) }
      guard (1...9).contains(activity.item) else {
        throw .setting(
          .notOneOf(
            name: "item", text: "\(activity.item)", known: (1...9).map { String($0) }))
      }
      guard activity.item != 8 || activity.doneBy == .officer else {
        throw .setting(.officersOnly(activity: activity.id))
      }
    }
    self.assistants = assistants
    self.officers = officers
    self.activities = activities
    self.periodsPerYear = periodsPerYear
    self.sharedPerOfficer = sharedPerOfficer
    self.reductions = reductions
    self.wholePeople = wholePeople
  }

  /// Reads the settings from texts.
  ///
  /// - Parameters:
  ///   - texts: `minimum`, `maximum`, `rounding`, `periods_per_year`, `shared_per_officer`, and for each of the prefixes
  ///     `assistant_` and `officer_`: `working_days, public_holidays, annual_leave, sick_leave,
  ///     other_leave, training_hours, hours_per_day, days_per_week`.
  ///   - activities: Rows as `Activity.init(texts:)` reads them.
  ///   - allowances: Rows with `role, kind, title_zh, title_en, hours` and `per` for the kind
  ///     `category`, or `people` for the kind `individual`.
  ///   - reductions: Rows as `StaffReduction.init(texts:)` reads them.
  /// - Throws: `StaffingError.setting`.
  public init(
    texts: [String: String], activities: [[String: String]], allowances: [[String: String]] = [],
    reductions: [[String: String]] = []
  ) throws(StaffingError) {
    let roles = StaffReduction.Role.allCases.map(\.rawValue)
    let known =
      ["minimum", "maximum", "rounding", "periods_per_year", "shared_per_officer"]
      + roles.flatMap { role in AvailableTime.names.map { "\(role)_\($0)" } }
    let settings = try SettingTexts(texts, known: known)
    var read: [Activity] = []
    for row in activities { read.append(try Activity(texts: row)) }
    var away: [StaffReduction] = []
    for row in reductions { away.append(try StaffReduction(texts: row)) }
    try self.init(
      assistants: StaffCategory(.assistant, settings: settings, allowances: allowances),
      officers: StaffCategory(.officer, settings: settings, allowances: allowances),
      activities: read,
      periodsPerYear: try settings.decimal("periods_per_year") ?? Rational(12),
      sharedPerOfficer: try settings.decimal("shared_per_officer") ?? .zero,
      reductions: away, wholePeople: try settings.wholePeople())
  }
}

extension AvailableTime {
  static let names = [
    "working_days", "public_holidays", "annual_leave", "sick_leave", "other_leave",
    "training_hours", "hours_per_day", "days_per_week",
  ]

  init(_ role: StaffReduction.Role, settings: SettingTexts) throws(StaffingError) {
    func value(_ name: String) throws(StaffingError) -> Rational {
      try settings.required("\(role.rawValue)_\(name)")
    }
    self.init(
      workingDays: try value("working_days"), publicHolidays: try value("public_holidays"),
      annualLeave: try value("annual_leave"), sickLeave: try value("sick_leave"),
      otherLeave: try value("other_leave"), trainingHours: try value("training_hours"),
      hoursPerDay: try value("hours_per_day"), daysPerWeek: try value("days_per_week"))
  }
}

extension StaffCategory {
  private enum AllowanceKind: String, CaseIterable {
    case category, individual
  }

  init(
    _ role: StaffReduction.Role, settings: SettingTexts, allowances: [[String: String]]
  ) throws(StaffingError) {
    let known = ["role", "kind", "title_zh", "title_en", "hours", "per", "people"]
    var shared: [CategoryAllowance] = []
    var individual: [IndividualAllowance] = []
    for texts in allowances {
      let row = try SettingTexts(texts, known: known)
      guard try row.requiredWord("role", as: StaffReduction.Role.self) == role else { continue }
      let title = Bilingual(
        zh: try row.requiredText("title_zh"), en: try row.requiredText("title_en"))
      let hours = try row.required("hours")
      switch try row.requiredWord("kind", as: AllowanceKind.self) {
      case .category:
        let period = try row.requiredWord("per", as: CategoryAllowance.Period.self)
        shared.append(CategoryAllowance(title: title, hours: hours, per: period))
      case .individual:
        individual.append(
          IndividualAllowance(
            title: title, hoursPerYear: hours, people: try row.requiredCount("people")))
      }
    }
    self.init(
      time: try AvailableTime(role, settings: settings), categoryAllowances: shared,
      individualAllowances: individual)
  }
}
