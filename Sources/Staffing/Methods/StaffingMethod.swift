public import Model

/// The ways to derive headcount that a person may choose from (测算方法).
public enum StaffingMethod: String, Sendable, CaseIterable {
  /// Subjects an assistant (比例法).
  case ratio
  /// How often the work comes and how long it takes (工作量法).
  case workload
  /// Points per case against points that people carry (分值法).
  case points

  /// Finds a method by its name.
  ///
  /// - Throws: `StaffingError.setting` with the names that there are.
  public init(named name: String) throws(StaffingError) {
    guard let method = Self(rawValue: name) else {
      throw .setting(.notOneOf(name: "method", text: name, known: Self.allCases.map(\.rawValue)))
    }
    self = method
  }

  /// The name for people.
  public var title: Bilingual {
    switch self {
    case .ratio: Bilingual(zh: "比例法", en: "ratio")
    case .workload: Bilingual(zh: "工作量法（WHO WISN）", en: "workload (WHO WISN)")
    case .points: Bilingual(zh: "分值法", en: "points")
    }
  }

  /// What work is counted in.
  public var unit: Bilingual {
    switch self {
    case .ratio: Bilingual(zh: "折算对象", en: "weighted subjects")
    case .workload: Bilingual(zh: "小时", en: "hours")
    case .points: Bilingual(zh: "分", en: "points")
    }
  }

  /// The numbers among the method's local settings.
  public var parameters: [StaffingParameter] {
    let classes = WorkUnit.classes + [.unclassified]
    return switch self {
    case .ratio:
      [.subjectsPerAssistant, .subjectsPerOfficer, .reliefPerOfficer]
        + classes.map { .weight($0) } + [.minimum, .maximum]
    case .workload:
      [.minimum, .maximum, .periodsPerYear, .sharedHoursPerOfficer]
        + StaffRole.allCases.flatMap { StaffingParameter.time($0) }
    case .points:
      [.capacity(.assistant), .capacity(.officer), .investigationPoints, .minimum, .maximum]
        + [.sharedPointsPerOfficer]
        + Doer.allCases.flatMap { doer in classes.map { .points($0, doer) } }
    }
  }

  /// The names of the policy's parameters that a plan by the method rests on.
  public var policyParameters: [String] {
    let limits = [
      "minimum_assistants", "maximum_assistants", "staffing_rounding", "caseload_valid_months",
    ]
    return switch self {
    case .ratio:
      ["subjects_per_assistant", "subjects_per_officer", "relief_per_surplus_officer"]
        + ["class_weights"] + limits
    case .workload:
      ["public_holidays", "assistant_working_time", "training_hours", "officer_working_time"]
        + ["workload_activities", "workload_allowances", "shared_hours_per_officer"]
        + ["caseload_periods_per_year", "staff_reductions"] + limits
    case .points:
      ["points_per_case", "points_capacity", "points_alarm", "staff_reductions"] + limits
    }
  }
}
