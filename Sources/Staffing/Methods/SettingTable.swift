public import Model

/// A table of local settings, which a workbook shows as a sheet of its own.
public enum SettingTable: Sendable {
  /// The work and its time.
  case activities
  /// Work beside the activities.
  case allowances
}

/// A column of a table of settings.
public enum SettingColumn: Hashable, Sendable {
  /// Who does an activity.
  case doneBy
  /// What makes it come.
  case driver
  /// Minutes of people of a role each time.
  case minutes(StaffRole)
  /// Times for each unit: a month for subjects and offices, else each.
  case times(WorkUnit)
  /// Times a month for a subject without a class, where they can be told.
  case timesWithoutClass
  /// Who does the work of an allowance.
  case role
  /// Whether all of them do it, or only some.
  case kind
  /// How often it comes.
  case period
  /// Hours each time.
  case hours
  /// How many people do it.
  case people
  /// Hours a year, all who do it together.
  case hoursPerYear

  /// The table that has the column.
  public var table: SettingTable {
    switch self {
    case .doneBy, .driver, .minutes, .times, .timesWithoutClass: .activities
    case .role, .kind, .period, .hours, .people, .hoursPerYear: .allowances
    }
  }

  /// How the column is worked out from the others of its row; nil where it is stated.
  public var expression: Expression? {
    switch self {
    case .timesWithoutClass:
      .withoutClass(
        .column(.times(.unclassified)), classes: WorkUnit.classes.map { .column(.times($0)) })
    case .hoursPerYear:
      .choice(
        .kind,
        [
          Allowance.Kind.individual.rawValue: .column(.hours) * .column(.people),
          Allowance.Kind.category.rawValue: .column(.hours)
            * .choice(
              .period,
              [
                "day": Self.own { .quantity(.daysAtWork($0)) },
                "week": Self.own { .quantity(.daysAtWork($0)) }
                  / Self.own { .setting(.daysPerWeek($0)) },
                "month": .number(Rational(12)), "year": .number(.one),
              ]),
        ])
    default: nil
    }
  }

  private static func own(_ expression: (StaffRole) -> Expression) -> Expression {
    .choice(
      .role,
      Dictionary(
        StaffRole.allCases.map { ($0.rawValue, expression($0)) }, uniquingKeysWith: { $1 }))
  }
}

/// A row of a table of settings.
protocol SettingRow: Sendable {
  func number(_ column: SettingColumn) -> Rational?
  func word(_ column: SettingColumn) -> String?
}

/// A piece of the office's work, how often it comes and how long it takes (工作活动).
public struct Activity: Hashable, Sendable {
  /// A short name for programs, unique among the activities.
  public let id: String
  /// The name for people.
  public let title: Bilingual
  /// The work of 一（二） that it is, which says what assistants may do of it.
  public let duty: DutyActivity
  /// What makes it come.
  public let driver: Driver
  /// Minutes each time that people of a role spend on it; none where they take no part.
  public let minutes: [StaffRole: Rational]
  /// Times for each unit: a month for subjects and offices, else each; a class may be left out
  /// only where the office tells classes apart or all classes have one value.
  public let times: [WorkUnit: Rational]

  /// What makes an activity come.
  public enum Driver: String, Sendable, CaseIterable {
    /// Subjects, by class.
    case subject
    /// Intakes.
    case intake
    /// Releases.
    case release
    /// Investigations.
    case investigation
    /// The office itself.
    case office

    /// The units of work that it brings.
    public var units: [WorkUnit] {
      switch self {
      case .subject: WorkUnit.classes + [.unclassified]
      case .intake: [.intake]
      case .release: [.release]
      case .investigation: [.investigation]
      case .office: [.office]
      }
    }
  }

  /// An activity with its times by what they are counted for.
  public init(
    id: String, title: Bilingual, duty: DutyActivity, driver: Driver,
    minutes: [StaffRole: Rational], times: [WorkUnit: Rational]
  ) {
    self.id = id
    self.title = title
    self.duty = duty
    self.driver = driver
    self.minutes = minutes
    self.times = times
  }

  /// Who spends time on it: what assistants only help with is open to both, for an officer may do their
  /// part too.
  public var doneBy: Doer {
    if time(of: .assistant) == .zero { return .officer }
    return time(of: .officer) == .zero ? .assistant : .either
  }

  /// Minutes each time that people of a role spend on it.
  public func time(of role: StaffRole) -> Rational { minutes[role] ?? .zero }

  /// Whether subjects of one class take as much time as those of another.
  var isUniform: Bool { driver != .subject || Set(driver.units.map { times[$0] }).count == 1 }
}

extension Activity: SettingRow {
  func number(_ column: SettingColumn) -> Rational? {
    switch column {
    case .minutes(let role): time(of: role)
    case .times(let unit): times[unit]
    default: nil
    }
  }

  func word(_ column: SettingColumn) -> String? {
    switch column {
    case .doneBy: doneBy.rawValue
    case .driver: driver.rawValue
    default: nil
    }
  }
}

/// Work beside the activities: support work of everyone (共同性工作), or of some (个别性工作).
///
/// Source: WHO, Workload Indicators of Staffing Need, user's manual (2010), allowance standards.
public struct Allowance: Hashable, Sendable {
  /// What it is.
  public let title: Bilingual
  /// Whose work it is.
  public let role: StaffRole
  /// Hours each time, or a year where only some do it.
  public let hours: Rational
  /// Who does it.
  public let sharing: Sharing

  /// Who does the work of an allowance.
  public enum Sharing: Hashable, Sendable {
    /// Everyone of the role, so often.
    case everyone(Period)
    /// So many people.
    case some(people: Int)
  }

  /// How often everyone's work comes, while at work.
  public enum Period: String, Sendable, CaseIterable {
    /// Every day.
    case day
    /// Every week.
    case week
    /// Twelve times a year.
    case month
    /// Once a year.
    case year
  }

  enum Kind: String, CaseIterable {
    case category, individual
  }

  /// Work of a role.
  public init(title: Bilingual, role: StaffRole, hours: Rational, sharing: Sharing) {
    self.title = title
    self.role = role
    self.hours = hours
    self.sharing = sharing
  }
}

extension Allowance: SettingRow {
  func number(_ column: SettingColumn) -> Rational? {
    switch (column, sharing) {
    case (.hours, _): hours
    case (.people, .some(let people)): Rational(people)
    default: nil
    }
  }

  func word(_ column: SettingColumn) -> String? {
    switch (column, sharing) {
    case (.role, _): role.rawValue
    case (.kind, .everyone): Kind.category.rawValue
    case (.kind, .some): Kind.individual.rawValue
    case (.period, .everyone(let period)): period.rawValue
    default: nil
    }
  }
}

/// Who may do a piece of work.
public enum Doer: String, Sendable, CaseIterable {
  /// Assistants.
  case assistant
  /// Officers alone.
  case officer
  /// Both: of the assistants' part officers take as much as the settings say.
  case either

  /// The wording for people.
  public var wording: Bilingual {
    switch self {
    case .assistant: Bilingual(zh: "协管员", en: "assistants")
    case .officer: Bilingual(zh: "专门国家工作人员", en: "officers alone")
    case .either: Bilingual(zh: "双方均可", en: "either")
    }
  }
}

/// Whose time it is.
public enum StaffRole: String, Sendable, CaseIterable {
  /// Officers' (专门国家工作人员).
  case officer
  /// Assistants' (协管员).
  case assistant

  /// The name for people, in the plural.
  public var wording: Bilingual {
    switch self {
    case .officer: Bilingual(zh: "专门国家工作人员", en: "officers")
    case .assistant: Bilingual(zh: "协管员", en: "assistants")
    }
  }
}
