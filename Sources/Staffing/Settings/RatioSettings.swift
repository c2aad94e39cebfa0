public import Model

/// The local settings of the `ratio` method; the Opinion names no ratio.
public struct RatioSettings: Hashable, Sendable {
  /// Weighted subjects that one assistant serves (r), above 0.
  public let subjectsPerAssistant: Rational
  /// Subjects that one officer serves (k), above 0.
  public let subjectsPerOfficer: Rational
  /// Assistants that each officer beyond the need replaces (c), at least 0.
  public let reliefPerOfficer: Rational
  /// What a subject counts, by class (w).
  public let weights: ClassTable
  /// How a need becomes whole people.
  public let wholePeople: WholePeople

  /// Sets the values.
  public init(
    subjectsPerAssistant: Rational, subjectsPerOfficer: Rational, reliefPerOfficer: Rational,
    weights: ClassTable = ClassTable(all: .one), wholePeople: WholePeople = WholePeople()
  ) {
    self.subjectsPerAssistant = subjectsPerAssistant
    self.subjectsPerOfficer = subjectsPerOfficer
    self.reliefPerOfficer = reliefPerOfficer
    self.weights = weights
    self.wholePeople = wholePeople
  }

  /// Reads the values from texts by the names of `StaffingParameter`.
  ///
  /// Weights default to 1, the minimum to 0, the rounding to `up`, and there may be no maximum.
  ///
  /// - Throws: `StaffingError` for a name that is missing or unknown, or text of another form.
  public init(texts: [String: String]) throws(StaffingError) {
    let known: [StaffingParameter] = [
      .subjectsPerAssistant, .subjectsPerOfficer, .reliefPerOfficer, .weightStrict, .weightGeneral,
      .weightLenient, .weightUnclassified, .minimum, .maximum, .rounding,
    ]
    let settings = try SettingTexts(texts, known: known.map(\.rawValue))
    let weights = ClassTable(
      strict: try settings.decimal("weight_strict") ?? .one,
      general: try settings.decimal("weight_general") ?? .one,
      lenient: try settings.decimal("weight_lenient") ?? .one,
      unclassified: try settings.decimal("weight_unclassified"))
    self.init(
      subjectsPerAssistant: try settings.required("subjects_per_assistant"),
      subjectsPerOfficer: try settings.required("subjects_per_officer"),
      reliefPerOfficer: try settings.required("relief_per_officer"),
      weights: weights, wholePeople: try settings.wholePeople())
  }
}
