public import Model
public import Policy

/// The local settings of one method, as the policy states them and a what-if puts them.
public struct StaffingSettings: Hashable, Sendable {
  /// The numbers.
  public let numbers: [StaffingParameter: Rational]
  /// How fractions become whole people.
  public let rounding: Rounding
  /// The work and its time.
  public let activities: [Activity]
  /// Work beside the activities.
  public let allowances: [Allowance]
  /// People away for a while.
  public let reductions: [StaffReduction]

  /// Takes settings as they are.
  ///
  /// - Throws: `StaffingError.setting` where a number is below 0, or an activity stands twice, lets
  ///   assistants do what item 8 keeps to officers, or takes no time of officers although the text
  ///   only lets assistants help.
  public init(
    _ numbers: [StaffingParameter: Rational], rounding: Rounding = .up,
    activities: [Activity] = [], allowances: [Allowance] = [], reductions: [StaffReduction] = []
  ) throws(StaffingError) {
    for (parameter, value) in numbers where value < .zero {
      throw .setting(.notDecimal(name: parameter.name, text: value.description))
    }
    var ids: Set<String> = []
    for activity in activities {
      guard ids.insert(activity.id).inserted else { throw .setting(.twice(name: activity.id)) }
      switch (activity.duty.verb, activity.doneBy) {
      case (.never, .assistant), (.never, .either):
        throw .setting(.officersOnly(activity: activity.id))
      case (.helps, .assistant): throw .setting(.officersToo(activity: activity.id))
      default: break
      }
    }
    self.numbers = numbers
    self.rounding = rounding
    self.activities = activities
    self.allowances = allowances
    self.reductions = reductions
  }

  /// Reads what a method needs from the rules of a day.
  ///
  /// - Parameter assumed: What a what-if puts otherwise, by the names of `StaffingParameter`, by
  ///   `rounding`, or by an activity's id, a point and the name of a column.
  /// - Throws: `StaffingError.setting`.
  public init(
    _ method: StaffingMethod, of rules: RuleSet, assuming assumed: [String: String] = [:]
  ) throws(StaffingError) {
    let isWorkload = method == .workload
    let reader = try SettingReader(
      rules, assuming: assumed,
      known: method.parameters.flatMap { $0 == .maximum ? [$0.name, "rounding"] : [$0.name] },
      tables: isWorkload ? ["workload_activities"] : [])
    var numbers: [StaffingParameter: Rational] = [:]
    for parameter in method.parameters {
      let cell = reader[parameter]
      let isCount = parameter == .minimum || parameter == .maximum
      let stated =
        isCount
        ? try cell.stated.map { cell throws(StaffingError) in Rational(try cell.whole()) }
        : try cell.stated?.number()
      switch parameter.fallback {
      case .required: numbers[parameter] = try cell.number()
      case .none: numbers[parameter] = stated
      case .value(let value): numbers[parameter] = stated ?? value
      }
    }
    try self.init(
      numbers, rounding: try reader.word("rounding", of: "staffing_rounding").stated?.word() ?? .up,
      activities: isWorkload ? try reader.rows("workload_activities", Activity.init) : [],
      allowances: isWorkload ? try reader.rows("workload_allowances", Allowance.init) : [],
      reductions: method == .ratio ? [] : try reader.rows("staff_reductions", StaffReduction.init))
  }
}

extension Activity {
  fileprivate init(_ cell: (String) -> SettingCell) throws(StaffingError) {
    let driver: Driver = try cell("driver").word()
    var times: [WorkUnit: Rational] = [:]
    for unit in driver.units {
      let cell = cell(driver == .subject ? "times_\(unit.rawValue)" : "times")
      times[unit] = unit == .unclassified ? try cell.stated?.number() : try cell.number()
    }
    self.init(
      id: try cell("id").text(),
      title: Bilingual(zh: try cell("title_zh").text(), en: try cell("title_en").text()),
      duty: try cell("duty").word(), driver: driver,
      minutes: [
        .officer: try cell("officer_minutes").number(),
        .assistant: try cell("assistant_minutes").number(),
      ], times: times)
  }
}

extension Allowance {
  fileprivate init(_ cell: (String) -> SettingCell) throws(StaffingError) {
    let kind: Kind = try cell("kind").word()
    self.init(
      title: Bilingual(zh: try cell("title_zh").text(), en: try cell("title_en").text()),
      role: try cell("role").word(), hours: try cell("hours").number(),
      sharing: kind == .category
        ? .everyone(try cell("per").word()) : .some(people: try cell("people").whole()))
  }
}

extension StaffReduction {
  fileprivate init(_ cell: (String) -> SettingCell) throws(StaffingError) {
    self.init(
      officeCode: try cell("office_code").text(), role: try cell("role").word(),
      reason: try cell("reason").text(), from: try cell("from").day(),
      until: try cell("until").day(), share: try cell("share").number())
  }
}
