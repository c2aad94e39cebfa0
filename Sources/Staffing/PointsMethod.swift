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

/// Headcount from points per case against the points that people can carry (分值法).
///
/// Source: the workload measurement of the Probation Service of England and Wales; the division
/// between officers and assistants is 一（二）'s.
public struct PointsMethod: StaffingMethod, Hashable {
  /// The local settings.
  public let settings: PointsSettings

  /// Uses these settings.
  public init(settings: PointsSettings) {
    self.settings = settings
  }

  /// The name on the command line.
  public var id: String { "points" }
  /// How a need becomes whole people.
  public var wholePeople: WholePeople { settings.wholePeople }

  /// The need of one office, with the lines that show how it was found.
  public func need(
    of caseload: Caseload, working: inout [Bilingual]
  ) throws(PlanObstacle) -> StaffingNeed {
    var needed: Set<Figure> = [.officers, .subjects]
    if settings.investigationPoints > .zero { needed.insert(.investigations) }
    let missing = Figure.allCases.filter { needed.contains($0) && $0.value(in: caseload) == nil }
    guard let officers = caseload.officers, let subjects = caseload.subjects, missing.isEmpty else {
      throw .missing(missing)
    }
    for capacity in [settings.assistantCapacity, settings.officerCapacity] {
      guard capacity > .zero else { throw .notPositive(.availablePoints) }
    }
    var work = DividedWork(unit: Bilingual(zh: "分", en: "points"))
    work.assistants = try points(
      settings.assistantPoints, .assistant, caseload, subjects, working: &working)
    work.officers = try points(
      settings.officerPoints, .officer, caseload, subjects, working: &working)
    work.either = try points(settings.eitherPoints, .either, caseload, subjects, working: &working)
    if let investigations = caseload.investigations, settings.investigationPoints > .zero {
      let each = settings.investigationPoints
      let sum = try exactly { () throws(RationalError) in try Rational(investigations) * each }
      work.assistants = try exactly { () throws(RationalError) in try work.assistants + sum }
      working.append(
        Bilingual(
          zh: "协助调查评估：\(investigations) × \(each) = \(sum) 分",
          en: "Help with investigations: \(investigations) × \(each) = \(sum) points",
          basis: .both("一（二）1")))
    }
    let officersAway = try settings.reductions.away(.officer, from: caseload, working: &working)
    let assistantsAway = try settings.reductions.away(
      .assistant, from: caseload, working: &working)
    let present = try exactly { () throws(RationalError) in
      max(.zero, try Rational(officers) - officersAway)
    }
    let tables = [settings.assistantPoints, settings.officerPoints, settings.eitherPoints]
    let isPooled = caseload.classes == nil && !tables.allSatisfy(\.isUniform)
    return try work.need(
      officersPresent: present, sharedPerOfficer: settings.sharedPerOfficer,
      officers: Capacity(perPerson: settings.officerCapacity, setApart: .zero),
      assistants: Capacity(perPerson: settings.assistantCapacity, setApart: .zero),
      assistantsAway: assistantsAway, remarks: isPooled ? [.classesNotReported] : [],
      working: &working)
  }

  private func points(
    _ table: ClassTable, _ doer: Activity.Doer, _ caseload: Caseload, _ subjects: Int,
    working: inout [Bilingual]
  ) throws(PlanObstacle) -> Rational {
    let total = try table.total(over: caseload, subjects: subjects)
    let clause = doer == .officer ? "一（二）8" : "一（二）1–7、9"
    working.append(
      Bilingual(
        zh: "分值（\(doer.wording.zh)）：\(total.written) = \(total.value) 分",
        en: "Points (\(doer.wording.en)): \(total.written) = \(total.value) points",
        basis: .both(clause)))
    return total.value
  }
}
