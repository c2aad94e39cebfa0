public import Model

/// Headcount from officers and subjects (比例法), as clause 四（一） asks: the strength of the officers
/// and the number of subjects both count.
///
/// Officers needed N = ⌈S ÷ k⌉; assistants needed = Σ w·S ÷ r − c · max(0, O − N), not below 0.
public struct RatioMethod: StaffingMethod, Hashable {
  /// The local settings.
  public let settings: RatioSettings

  /// Uses these settings.
  public init(settings: RatioSettings) {
    self.settings = settings
  }

  /// The name on the command line.
  public var id: String { "ratio" }
  /// How a need becomes whole people.
  public var wholePeople: WholePeople { settings.wholePeople }

  /// The need of one office, with the lines that show how it was found.
  public func need(
    of caseload: Caseload, working: inout [Bilingual]
  ) throws(PlanObstacle) -> StaffingNeed {
    let figures = [Figure.officers, .subjects].filter { $0.value(in: caseload) == nil }
    guard let officers = caseload.officers, let subjects = caseload.subjects else {
      throw .missing(figures)
    }
    let (perAssistant, perOfficer) = (settings.subjectsPerAssistant, settings.subjectsPerOfficer)
    guard perAssistant > .zero else { throw .notPositive(.subjectsPerAssistant) }
    guard perOfficer > .zero else { throw .notPositive(.subjectsPerOfficer) }
    guard settings.reliefPerOfficer >= .zero else { throw .negativeSetting(.reliefPerOfficer) }

    let needed = try exactly { () throws(RationalError) in try Rational(subjects) / perOfficer }
    guard let officersNeeded = needed.ceiling else { throw .outOfRange }
    working.append(
      Bilingual(
        zh:
          "需要专门国家工作人员：\(subjects) ÷ \(perOfficer) = \(needed.decimal(places: 2))，向上取整为 \(officersNeeded)",
        en: "Officers needed: \(subjects) ÷ \(perOfficer) = \(needed.decimal(places: 2)), "
          + "rounded up to \(officersNeeded)",
        basis: .both("四（一）")))
    let spare = max(0, officers - officersNeeded)
    working.append(shortfallLine(officers: officers, needed: officersNeeded))

    let weighted = try settings.weights.total(over: caseload, subjects: subjects)
    working.append(
      Bilingual(
        zh: "折算对象数：\(weighted.written) = \(weighted.value)",
        en: "Weighted subjects: \(weighted.written) = \(weighted.value)", basis: .localSetting))
    let relief = settings.reliefPerOfficer
    let balance = try exactly { () throws(RationalError) in
      try weighted.value / perAssistant - relief * Rational(spare)
    }
    working.append(
      Bilingual(
        zh: "富余专门国家工作人员：\(officers) 比 \(officersNeeded) 多 \(spare)，每名减少 \(relief) 名协管员",
        en: "Spare officers: \(officers) against \(officersNeeded) leaves \(spare), each replacing "
          + "\(relief) assistants", basis: .both("四（一）")))
    working.append(
      Bilingual(
        zh:
          "需要协管员：\(weighted.value) ÷ \(perAssistant) − \(relief) × \(spare) = \(balance.decimal(places: 2))",
        en: "Assistants needed: \(weighted.value) ÷ \(perAssistant) − \(relief) × \(spare) = "
          + balance.decimal(places: 2), basis: .both("四（一）")))
    var remarks: [PlanRemark] = []
    if caseload.classes == nil && !settings.weights.isUniform {
      remarks.append(.classesNotReported)
    }
    if balance < .zero { remarks.append(.needStopsAtZero) }
    return StaffingNeed(
      assistants: max(.zero, balance), officers: officersNeeded,
      officersShort: max(0, officersNeeded - officers), remarks: remarks)
  }
}

/// How many officers are short, as a line of working.
func shortfallLine(officers: Int, needed: Int) -> Bilingual {
  let short = max(0, needed - officers)
  return Bilingual(
    zh: "专门国家工作人员缺口：需要 \(needed)，现有 \(officers)，缺 \(short)；单独报告，不折算为协管员",
    en: "Officers short: \(needed) needed, \(officers) there, \(short) short; reported apart, "
      + "never turned into assistants", basis: .clause("一（二）8"))
}
