public import Model

/// A local setting of the headcount methods; the Opinion names no ratio, time or number of points.
public enum StaffingParameter: String, Sendable, CaseIterable {
  /// Weighted subjects that one assistant serves.
  case subjectsPerAssistant = "subjects_per_assistant"
  /// Subjects that one officer serves.
  case subjectsPerOfficer = "subjects_per_officer"
  /// Assistants that each officer beyond the need replaces.
  case reliefPerOfficer = "relief_per_officer"
  /// What a subject under strict management counts.
  case weightStrict = "weight_strict"
  /// What a subject under general management counts.
  case weightGeneral = "weight_general"
  /// What a subject under lenient management counts.
  case weightLenient = "weight_lenient"
  /// What a subject counts where the office does not tell classes apart.
  case weightUnclassified = "weight_unclassified"
  /// The least number of assistants an office.
  case minimum
  /// The greatest number of assistants an office.
  case maximum
  /// How fractions of a person become whole people.
  case rounding
  /// Minutes, times, points or hours in a table of the settings.
  case tableValue = "table_value"
  /// Hours that a person works a day.
  case hoursPerDay = "hours_per_day"
  /// Days that a person works a week.
  case daysPerWeek = "days_per_week"
  /// Hours or points of shared work that each officer takes.
  case sharedPerOfficer = "shared_per_officer"
  /// Points that a person can carry.
  case availablePoints = "available_points"

  /// The name for people.
  public var wording: Bilingual {
    switch self {
    case .subjectsPerAssistant: Bilingual(zh: "每名协管员对应对象数", en: "subjects per assistant")
    case .subjectsPerOfficer: Bilingual(zh: "每名专门国家工作人员对应对象数", en: "subjects per officer")
    case .reliefPerOfficer:
      Bilingual(zh: "每名富余专门国家工作人员减少协管员数", en: "assistants replaced by each spare officer")
    case .weightStrict: Bilingual(zh: "严管折算系数", en: "weight of strict management")
    case .weightGeneral: Bilingual(zh: "普管折算系数", en: "weight of general management")
    case .weightLenient: Bilingual(zh: "宽管折算系数", en: "weight of lenient management")
    case .weightUnclassified: Bilingual(zh: "未分类折算系数", en: "weight without a class")
    case .minimum: Bilingual(zh: "最少人数", en: "minimum")
    case .maximum: Bilingual(zh: "最多人数", en: "maximum")
    case .rounding: Bilingual(zh: "取整规则", en: "rounding")
    case .tableValue: Bilingual(zh: "设定表中的数值", en: "a value in the settings' table")
    case .hoursPerDay: Bilingual(zh: "每日工时", en: "hours a day")
    case .daysPerWeek: Bilingual(zh: "每周工作日", en: "days a week")
    case .sharedPerOfficer:
      Bilingual(zh: "每名专门国家工作人员承担的共担工作", en: "shared work that each officer takes")
    case .availablePoints: Bilingual(zh: "每人可用分值", en: "points a person can carry")
    }
  }
}
