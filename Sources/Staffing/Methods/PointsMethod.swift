public import Model

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
