public import Model

/// What a headcount plan says: each office's proposal with its arithmetic, how evenly the load
/// falls, what-ifs, and what may come.
public struct PlanPage: Sendable {
  /// The heading.
  public let title: Bilingual
  /// The plan's id.
  public let id: String
  /// The day whose figures were used.
  public let asOf: CivilDate
  /// The method's name.
  public let method: Bilingual
  /// The offices.
  public let offices: [Office]
  /// What stands out in comparing the offices: the spread, and the move that evens it out most.
  public let fairness: [Bilingual]
  /// What-ifs beside the plan itself, which comes first; empty where none was asked for.
  public let scenarios: [Scenario]
  /// What may come; empty where no history is known.
  public let forecasts: [Forecast]
  /// The parameters and rules.
  public let rules: [RuleLine]

  /// Describes a plan.
  public init(
    title: Bilingual, id: String, asOf: CivilDate, method: Bilingual, offices: [Office],
    fairness: [Bilingual] = [], scenarios: [Scenario] = [], forecasts: [Forecast] = [],
    rules: [RuleLine]
  ) {
    self.title = title
    self.id = id
    self.asOf = asOf
    self.method = method
    self.offices = offices
    self.fairness = fairness
    self.scenarios = scenarios
    self.forecasts = forecasts
    self.rules = rules
  }

  /// One office's plan.
  public struct Office: Sendable {
    /// The name of the district.
    public let district: String
    /// The name.
    public let name: String
    /// The proposal with its arithmetic.
    public let headcount: Headcount
    /// How many more subjects until one more assistant is due, where that is known.
    public let subjectsToNext: Int?

    /// Describes an office's plan.
    public init(district: String, name: String, headcount: Headcount, subjectsToNext: Int?) {
      self.district = district
      self.name = name
      self.headcount = headcount
      self.subjectsToNext = subjectsToNext
    }

    /// Subjects an assistant in hundredths, half up, for a number of assistants above 0.
    func loadHundredths(_ assistants: Int?) -> Int? {
      guard let assistants, assistants > 0, let subjects = headcount.subjects else { return nil }
      return (subjects * 200 + assistants) / (assistants * 2)
    }
  }

  /// One what-if over all offices.
  public struct Scenario: Hashable, Sendable {
    /// The name.
    public let name: Bilingual
    /// What it changes.
    public let change: Bilingual
    /// Assistants proposed in all.
    public let proposed: Int?
    /// Proposed less in post.
    public let difference: Int?
    /// Officers short in all.
    public let officerShortfall: Int?
    /// Offices that cannot be computed.
    public let obstacles: Int

    /// Describes a what-if.
    public init(
      name: Bilingual, change: Bilingual, proposed: Int?, difference: Int?, officerShortfall: Int?,
      obstacles: Int
    ) {
      self.name = name
      self.change = change
      self.proposed = proposed
      self.difference = difference
      self.officerShortfall = officerShortfall
      self.obstacles = obstacles
    }
  }

  /// What may come in one office or district.
  public struct Forecast: Sendable {
    /// The office or district.
    public let name: String
    /// The months that are known, `yyyy-mm`, with the subjects at their end.
    public let past: [(month: String, subjects: Int)]
    /// The months ahead.
    public let ahead: [Month]
    /// How it was made, how it did on held-back months, and the seed.
    public let notes: [Bilingual]

    /// Describes a forecast.
    public init(
      name: String, past: [(month: String, subjects: Int)], ahead: [Month], notes: [Bilingual]
    ) {
      self.name = name
      self.past = past
      self.ahead = ahead
      self.notes = notes
    }

    /// One month ahead.
    public struct Month: Hashable, Sendable {
      /// The month, `yyyy-mm`.
      public let month: String
      /// The middle of the futures.
      public let median: Int
      /// Where half of the futures lie.
      public let interval50: ClosedRange<Int>
      /// Where four of five futures lie.
      public let interval80: ClosedRange<Int>
      /// Where nineteen of twenty futures lie.
      public let interval95: ClosedRange<Int>
      /// The assistants that are enough at the chosen service level.
      public let assistants: Int?

      /// Describes a month.
      public init(
        month: String, median: Int, interval50: ClosedRange<Int>, interval80: ClosedRange<Int>,
        interval95: ClosedRange<Int>, assistants: Int?
      ) {
        self.month = month
        self.median = median
        self.interval50 = interval50
        self.interval80 = interval80
        self.interval95 = interval95
        self.assistants = assistants
      }
    }
  }
}
