public import Model

/// A plan by the workload or the points method as a workbook that computes: a clerk changes a
/// yellow cell and sees what comes out.
///
/// Both methods weigh work by who may do it; they differ in where the weights come from. Points
/// state them; workload derives them from activities, which then have sheets of their own.
public struct WorkWorkbook: Sendable {
  /// The heading.
  public let title: Bilingual
  /// The plan's id.
  public let id: String
  /// The day whose figures were used.
  public let asOf: CivilDate
  /// What work is counted in.
  public let unit: Bilingual
  /// What weighs, and how people share it.
  public let settings: Settings
  /// Where the weights come from; nothing where they are stated.
  public let source: Source?
  /// The offices.
  public let offices: [Office]

  /// Describes a workbook.
  public init(
    title: Bilingual, id: String, asOf: CivilDate, unit: Bilingual, settings: Settings,
    source: Source?, offices: [Office]
  ) {
    self.title = title
    self.id = id
    self.asOf = asOf
    self.unit = unit
    self.settings = settings
    self.source = source
    self.offices = offices
  }

  /// Work of one kind by who may do it: assistants, officers alone, either.
  public struct Weights: Hashable, Sendable {
    /// Assistants' work.
    public let assistant: Double?
    /// Work for officers alone.
    public let officer: Double?
    /// Work for either.
    public let either: Double?

    /// Sets the weights; nothing where they cannot be computed.
    public init(assistant: Double?, officer: Double?, either: Double?) {
      self.assistant = assistant
      self.officer = officer
      self.either = either
    }

    var all: [Double?] { [assistant, officer, either] }
  }

  /// What weighs, and how people share it.
  public struct Settings: Hashable, Sendable {
    /// The work of a subject under strict, general and lenient management and without a class, of an
    /// intake, a release and an investigation in the sheet's period, and of the office itself.
    public let weights: [Weights]
    /// The work that one assistant does.
    public let assistantCapacity: Double
    /// The work that one officer does.
    public let officerCapacity: Double
    /// Assistants whom individual work takes.
    public let assistantsApart: Double
    /// Officers whom individual work takes.
    public let officersApart: Double
    /// Work open to both that each officer takes.
    public let sharedPerOfficer: Double
    /// The least number of assistants an office.
    public let minimum: Int
    /// The greatest number of assistants an office.
    public let maximum: Int?
    /// How fractions become whole people: `up`, `half-up`, `wisn` or `none`.
    public let rounding: String

    /// Sets the values.
    public init(
      weights: [Weights], assistantCapacity: Double, officerCapacity: Double,
      assistantsApart: Double, officersApart: Double, sharedPerOfficer: Double, minimum: Int,
      maximum: Int?, rounding: String
    ) {
      self.weights = weights
      self.assistantCapacity = assistantCapacity
      self.officerCapacity = officerCapacity
      self.assistantsApart = assistantsApart
      self.officersApart = officersApart
      self.sharedPerOfficer = sharedPerOfficer
      self.minimum = minimum
      self.maximum = maximum
      self.rounding = rounding
    }
  }

  /// One office's figures, with what the plan made of them.
  public struct Office: Sendable {
    /// The name of the district.
    public let district: String
    /// The name.
    public let name: String
    /// The figures.
    public let caseload: Caseload
    /// Officers away for now, in full-time people.
    public let officersAway: Double
    /// The plan's result.
    public let headcount: Headcount

    /// Describes an office.
    public init(
      district: String, name: String, caseload: Caseload, officersAway: Double,
      headcount: Headcount
    ) {
      self.district = district
      self.name = name
      self.caseload = caseload
      self.officersAway = officersAway
      self.headcount = headcount
    }
  }

  /// Activities, time and allowances, from which the weights and the capacities are computed.
  public struct Source: Sendable {
    /// The activities.
    public let activities: [Activity]
    /// The time of an assistant.
    public let assistantTime: Time
    /// The time of an officer.
    public let officerTime: Time
    /// The allowances.
    public let allowances: [Allowance]
    /// How many of the sheet's periods make a year.
    public let periodsPerYear: Double

    /// Sets the values.
    public init(
      activities: [Activity], assistantTime: Time, officerTime: Time, allowances: [Allowance],
      periodsPerYear: Double
    ) {
      self.activities = activities
      self.assistantTime = assistantTime
      self.officerTime = officerTime
      self.allowances = allowances
      self.periodsPerYear = periodsPerYear
    }
  }

  /// An activity.
  public struct Activity: Sendable {
    /// The name.
    public let title: Bilingual
    /// The item of 一（二）.
    public let item: Int
    /// `assistant`, `officer` or `either`.
    public let doneBy: String
    /// `subject`, `intake`, `release`, `investigation` or `office`.
    public let driver: String
    /// Minutes each time.
    public let minutes: Double
    /// Times; for subjects the four classes stand in its place.
    public let times: Double?
    /// Times a month for a subject under strict, general and lenient management and without a class.
    public let classTimes: [Double?]

    /// Describes an activity.
    public init(
      title: Bilingual, item: Int, doneBy: String, driver: String, minutes: Double,
      times: Double?, classTimes: [Double?]
    ) {
      self.title = title
      self.item = item
      self.doneBy = doneBy
      self.driver = driver
      self.minutes = minutes
      self.times = times
      self.classTimes = classTimes
    }
  }

  /// A person's time.
  public struct Time: Sendable {
    /// Working days, public holidays, annual, sick and other leave, hours a day, days a week, and
    /// hours of training, in this order.
    public let values: [Double]
    /// Days at work.
    public let days: Double
    /// Hours for work, without training.
    public let hours: Double
    /// Hours of support work that everyone does.
    public let support: Double

    /// Sets the values.
    public init(values: [Double], days: Double, hours: Double, support: Double) {
      self.values = values
      self.days = days
      self.hours = hours
      self.support = support
    }
  }

  /// Support work of all or of some.
  public struct Allowance: Sendable {
    /// The name.
    public let title: Bilingual
    /// `assistant` or `officer`.
    public let role: String
    /// Hours each time, or a year where only some do it.
    public let hours: Double
    /// `day`, `week`, `month` or `year`; nothing where only some people do it.
    public let period: String?
    /// How many people do it, where only some do.
    public let people: Int?

    /// Describes an allowance.
    public init(title: Bilingual, role: String, hours: Double, period: String?, people: Int?) {
      self.title = title
      self.role = role
      self.hours = hours
      self.period = period
      self.people = people
    }
  }
}
