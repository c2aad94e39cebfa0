public import Model

/// The local settings of the `points` method; the Opinion gives no points.
public struct PointsSettings: Hashable, Sendable {
  /// Points of a subject for work that assistants do, by class.
  public let assistantPoints: ClassTable
  /// Points of a subject for work that only officers may do, by class.
  public let officerPoints: ClassTable
  /// Points of a subject for work that either may do, by class.
  public let eitherPoints: ClassTable
  /// Points of an investigation in the sheet's period, for assistants' help with it.
  public let investigationPoints: Rational
  /// Points that one assistant can carry, above 0.
  public let assistantCapacity: Rational
  /// Points that one officer can carry, above 0.
  public let officerCapacity: Rational
  /// Points of work that either may do, taken by each officer present; at least 0.
  public let sharedPerOfficer: Rational
  /// People away for a while.
  public let reductions: [StaffReduction]
  /// How a need becomes whole people.
  public let wholePeople: WholePeople

  /// Sets the values.
  public init(
    assistantPoints: ClassTable, officerPoints: ClassTable,
    eitherPoints: ClassTable = ClassTable(all: .zero), investigationPoints: Rational = .zero,
    assistantCapacity: Rational, officerCapacity: Rational, sharedPerOfficer: Rational = .zero,
    reductions: [StaffReduction] = [],
    wholePeople: WholePeople = WholePeople()
  ) {
    self.assistantPoints = assistantPoints
    self.officerPoints = officerPoints
    self.eitherPoints = eitherPoints
    self.investigationPoints = investigationPoints
    self.assistantCapacity = assistantCapacity
    self.officerCapacity = officerCapacity
    self.sharedPerOfficer = sharedPerOfficer
    self.reductions = reductions
    self.wholePeople = wholePeople
  }

  /// Reads the settings from texts.
  ///
  /// - Parameters:
  ///   - texts: `assistant_capacity`, `officer_capacity`, `investigation_points`, `minimum`,
  ///     `maximum`, `rounding`, `shared_per_officer`, and for each of the prefixes `assistant_`, `officer_` and `either_`:
  ///     `strict, general, lenient, unclassified`; what is absent of the third is 0.
  ///   - reductions: Rows as `StaffReduction.init(texts:)` reads them.
  /// - Throws: `StaffingError.setting`.
  public init(
    texts: [String: String], reductions: [[String: String]] = []
  ) throws(StaffingError) {
    let classes = ["strict", "general", "lenient", "unclassified"]
    let known =
      [
        "assistant_capacity", "officer_capacity", "investigation_points", "minimum", "maximum",
        "rounding", "shared_per_officer",
      ] + Activity.Doer.allCases.flatMap { doer in classes.map { "\(doer.rawValue)_\($0)" } }
    let settings = try SettingTexts(texts, known: known)
    func table(_ doer: String) throws(StaffingError) -> ClassTable {
      ClassTable(
        strict: try settings.required("\(doer)_strict"),
        general: try settings.required("\(doer)_general"),
        lenient: try settings.required("\(doer)_lenient"),
        unclassified: try settings.decimal("\(doer)_unclassified"))
    }
    var away: [StaffReduction] = []
    for row in reductions { away.append(try StaffReduction(texts: row)) }
    let hasEither = texts.keys.contains { $0.hasPrefix("either_") }
    self.init(
      assistantPoints: try table("assistant"), officerPoints: try table("officer"),
      eitherPoints: hasEither ? try table("either") : ClassTable(all: .zero),
      investigationPoints: try settings.decimal("investigation_points") ?? .zero,
      assistantCapacity: try settings.required("assistant_capacity"),
      officerCapacity: try settings.required("officer_capacity"),
      sharedPerOfficer: try settings.decimal("shared_per_officer") ?? .zero, reductions: away,
      wholePeople: try settings.wholePeople())
  }
}
