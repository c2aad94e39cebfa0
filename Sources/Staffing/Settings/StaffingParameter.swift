public import Model

/// A number among the local settings of the methods; the Opinion names no ratio, time or points.
public struct StaffingParameter: Sendable {
  /// The name by which a what-if puts it otherwise; unique within a method.
  public let name: String
  /// The name for people.
  public let wording: Bilingual
  /// Where the policy states it.
  let place: Place
  /// What it is where the policy does not state it.
  let fallback: Fallback

  /// Where the policy states a number.
  enum Place: Sendable {
    /// The only value of a parameter.
    case parameter(String)
    /// A cell of a parameter that is one table.
    case cell(String, of: String)
    /// A cell of the row whose column `done_by` names these people.
    case row(Doer, String, of: String)
  }

  /// What a number is where the policy does not state it.
  enum Fallback: Sendable {
    /// It must be stated.
    case required
    /// There is none.
    case none
    /// This number.
    case value(Rational)
  }

  private init(
    _ name: String, _ place: Place, _ fallback: Fallback = .required, zh: String, en: String
  ) {
    self.name = name
    self.place = place
    self.fallback = fallback
    wording = Bilingual(zh: zh, en: en)
  }
}

extension StaffingParameter: Hashable {
  /// Names are unique within a method.
  public static func == (first: Self, second: Self) -> Bool { first.name == second.name }
  /// Feeds the name.
  public func hash(into hasher: inout Hasher) { hasher.combine(name) }
}

extension StaffingParameter {
  /// Weighted subjects that one assistant serves.
  public static let subjectsPerAssistant = Self(
    "subjects_per_assistant", .parameter("subjects_per_assistant"),
    zh: "每名协管员对应对象数", en: "subjects per assistant")
  /// Subjects that one officer serves.
  public static let subjectsPerOfficer = Self(
    "subjects_per_officer", .parameter("subjects_per_officer"),
    zh: "每名专门国家工作人员对应对象数", en: "subjects per officer")
  /// Assistants that each officer beyond the need replaces.
  public static let reliefPerOfficer = Self(
    "relief_per_officer", .parameter("relief_per_surplus_officer"),
    zh: "每名富余专门国家工作人员减少协管员数", en: "assistants replaced by each spare officer")

  /// What a subject counts, by class or without one.
  public static func weight(_ unit: WorkUnit) -> Self {
    let (zh, en) =
      switch unit {
      case .strict: ("严管折算系数", "weight of strict management")
      case .general: ("普管折算系数", "weight of general management")
      case .lenient: ("宽管折算系数", "weight of lenient management")
      default: ("未分类折算系数", "weight without a class")
      }
    return Self(
      "weight_\(unit.rawValue)", .cell(unit.rawValue, of: "class_weights"),
      unit == .unclassified ? .none : .value(.one), zh: zh, en: en)
  }

  /// The least number of assistants an office.
  public static let minimum = Self(
    "minimum", .parameter("minimum_assistants"), .value(.zero), zh: "最少人数", en: "minimum")
  /// The greatest number of assistants an office.
  public static let maximum = Self(
    "maximum", .parameter("maximum_assistants"), .none, zh: "最多人数", en: "maximum")

  /// How many of a caseload sheet's periods make a year, such as 12 for monthly sheets.
  public static let periodsPerYear = Self(
    "periods_per_year", .parameter("caseload_periods_per_year"), .value(Rational(12)),
    zh: "工作量表一年报几次", en: "caseload sheets a year")
  /// Hours of work open to both that each officer present takes in a year.
  public static let sharedHoursPerOfficer = sharedPerOfficer(
    .parameter("shared_hours_per_officer"))
  /// Points of work open to both that each officer present takes.
  public static let sharedPointsPerOfficer = sharedPerOfficer(
    .cell("shared_per_officer", of: "points_capacity"))

  private static func sharedPerOfficer(_ place: Place) -> Self {
    Self(
      "shared_per_officer", place, .value(.zero),
      zh: "每名专门国家工作人员承担的共担工作", en: "shared work that each officer takes")
  }

  /// Points that a person can carry.
  public static func capacity(_ role: StaffRole) -> Self {
    Self(
      "\(role.rawValue)_capacity", .cell(role.rawValue, of: "points_capacity"),
      zh: "每人可用分值", en: "points a person can carry")
  }
  /// Points of an investigation in the sheet's period, for assistants' help with it.
  public static let investigationPoints = Self(
    "investigation_points", .cell("investigation", of: "points_capacity"), .value(.zero),
    zh: "每件调查评估的分值", en: "points of an investigation")

  /// Points of a subject for the work of these people, by class or without one.
  public static func points(_ unit: WorkUnit, _ doer: Doer) -> Self {
    Self(
      "\(doer.rawValue)_\(unit.rawValue)", .row(doer, unit.rawValue, of: "points_per_case"),
      unit == .unclassified ? .none : doer == .either ? .value(.zero) : .required,
      zh: "设定表中的数值", en: "a value in the settings' table")
  }
}

/// The time that one person has for work in a year (年可用工作时间).
///
/// Source: WHO, Workload Indicators of Staffing Need, user's manual (2010), available working time.
extension StaffingParameter {
  /// Working days a year before anything is taken off.
  public static func workingDays(_ role: StaffRole) -> Self {
    time(role, "working_days", "工作日", "working days")
  }
  /// Public holidays that fall on working days, in days.
  public static func publicHolidays(_ role: StaffRole) -> Self {
    time(role, "public_holidays", "法定节假日", "public holidays", .parameter("public_holidays"))
  }
  /// Annual leave, in days.
  public static func annualLeave(_ role: StaffRole) -> Self {
    time(role, "annual_leave", "年休假", "annual leave")
  }
  /// Sick leave, in days.
  public static func sickLeave(_ role: StaffRole) -> Self {
    time(role, "sick_leave", "病假", "sick leave")
  }
  /// Other leave, in days.
  public static func otherLeave(_ role: StaffRole) -> Self {
    time(role, "other_leave", "其他假", "other leave")
  }
  /// Hours that a person works a day.
  public static func hoursPerDay(_ role: StaffRole) -> Self {
    time(role, "hours_per_day", "每日工时", "hours a day")
  }
  /// Days that a person works a week.
  public static func daysPerWeek(_ role: StaffRole) -> Self {
    time(role, "days_per_week", "每周工作日", "days a week")
  }
  /// Training, in hours a year; assistants' is what clause 三 asks for.
  public static func trainingHours(_ role: StaffRole) -> Self {
    time(
      role, "training_hours", "培训学时", "hours of training",
      role == .assistant ? .parameter("training_hours") : nil)
  }

  /// A person's time, in the order in which a workbook shows it.
  public static func time(_ role: StaffRole) -> [Self] {
    [
      workingDays(role), publicHolidays(role), annualLeave(role), sickLeave(role),
      otherLeave(role), hoursPerDay(role), daysPerWeek(role), trainingHours(role),
    ]
  }

  private static func time(
    _ role: StaffRole, _ name: String, _ zh: String, _ en: String, _ place: Place? = nil
  ) -> Self {
    Self(
      "\(role.rawValue)_\(name)", place ?? .cell(name, of: "\(role.rawValue)_working_time"),
      zh: zh, en: en)
  }
}
