import Model

extension Calculation {
  /// Headcount from points per case against the points that people can carry (分值法).
  ///
  /// Source: the workload measurement of the Probation Service of England and Wales; the division
  /// between officers and assistants is 一（二）'s.
  static func points(_ settings: StaffingSettings) -> Calculation {
    var it = Calculation()
    it.positive = [.capacity(.assistant), .capacity(.officer)]
    for role in StaffRole.allCases {
      it.definitions[.capacity(role)] = .setting(.capacity(role))
      it.definitions[.setApart(role)] = .number(.zero)
    }
    for doer in Doer.allCases {
      it.weigh(doer, settings) { .points($0, doer) }
      it.tell(
        zh: "分值（\(doer.wording.zh)）：\(working: .subjectWork(doer)) 分",
        en: "Points (\(doer.wording.en)): \(working: .subjectWork(doer)) points",
        .both(doer == .officer ? "一（二）8" : "一（二）1–7、9"))
    }
    it.definitions[.weight(.investigation, .assistant)] = .setting(.investigationPoints)
    if settings.numbers[.investigationPoints] ?? .zero > .zero {
      it.figures.insert(.investigations)
      let work = Quantity.eventWork(.investigation, .assistant)
      it.tell(
        zh: "协助调查评估：\(working: work) 分", en: "Help with investigations: \(working: work) points",
        .both("一（二）1"))
    }
    it.divideWork(shared: .sharedPointsPerOfficer, in: StaffingMethod.points.unit)
    return it
  }
}
