public import Model

/// A plan by the ratio method as a workbook that computes: a clerk changes a yellow cell and sees
/// what comes out.
public struct PlanWorkbook: Sendable {
  /// The heading.
  public let title: Bilingual
  /// The plan's id.
  public let id: String
  /// The day whose figures were used.
  public let asOf: CivilDate
  /// The local settings.
  public let settings: Settings
  /// The offices.
  public let offices: [Office]

  /// Describes a workbook.
  public init(
    title: Bilingual, id: String, asOf: CivilDate, settings: Settings, offices: [Office]
  ) {
    self.title = title
    self.id = id
    self.asOf = asOf
    self.settings = settings
    self.offices = offices
  }

  /// The local settings of the ratio method; decimals, as a spreadsheet holds them.
  public struct Settings: Hashable, Sendable {
    /// Weighted subjects that one assistant serves.
    public let subjectsPerAssistant: Double
    /// Subjects that one officer serves.
    public let subjectsPerOfficer: Double
    /// Assistants that each officer beyond the need replaces.
    public let reliefPerOfficer: Double
    /// What a subject under strict management counts.
    public let weightStrict: Double
    /// What a subject under general management counts.
    public let weightGeneral: Double
    /// What a subject under lenient management counts.
    public let weightLenient: Double
    /// What a subject counts where the office does not tell classes apart.
    public let weightUnclassified: Double?
    /// The least number of assistants an office.
    public let minimum: Int
    /// The greatest number of assistants an office.
    public let maximum: Int?
    /// How fractions become whole people: `up`, `half-up`, `wisn` or `none`.
    public let rounding: String

    /// Sets the values.
    public init(
      subjectsPerAssistant: Double, subjectsPerOfficer: Double, reliefPerOfficer: Double,
      weightStrict: Double, weightGeneral: Double, weightLenient: Double,
      weightUnclassified: Double?, minimum: Int, maximum: Int?, rounding: String
    ) {
      self.subjectsPerAssistant = subjectsPerAssistant
      self.subjectsPerOfficer = subjectsPerOfficer
      self.reliefPerOfficer = reliefPerOfficer
      self.weightStrict = weightStrict
      self.weightGeneral = weightGeneral
      self.weightLenient = weightLenient
      self.weightUnclassified = weightUnclassified
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
    /// Weighted subjects, where they can be computed.
    public let weighted: Double?
    /// Officers needed, where they can be computed.
    public let officersNeeded: Int?
    /// The plan's result.
    public let headcount: Headcount

    /// Describes an office.
    public init(
      district: String, name: String, caseload: Caseload, weighted: Double?, officersNeeded: Int?,
      headcount: Headcount
    ) {
      self.district = district
      self.name = name
      self.caseload = caseload
      self.weighted = weighted
      self.officersNeeded = officersNeeded
      self.headcount = headcount
    }
  }
}
