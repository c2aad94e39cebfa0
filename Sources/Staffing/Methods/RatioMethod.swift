import Model

extension Calculation {
  /// Headcount from officers and subjects (比例法), as clause 四（一） asks: the strength of the
  /// officers and the number of subjects both count.
  ///
  /// Officers needed N = ⌈S ÷ k⌉; assistants needed = Σ w·S ÷ r − c · max(0, O − N), not below 0.
  static func ratio(_ settings: StaffingSettings) -> Calculation {
    let (officers, needed) = (Expression.figure(.officers), Expression.quantity(.officersNeeded))
    let (perAssistant, relief) = (
      Expression.setting(.subjectsPerAssistant), Expression.setting(.reliefPerOfficer)
    )
    var it = Calculation()
    it.positive = [.subjectsPerAssistant, .subjectsPerOfficer]
    it.weigh(.assistant, settings) { .weight($0) }
    it.definitions.merge(
      [
        .officersNeeded: .roundedUp(.figure(.subjects) / .setting(.subjectsPerOfficer)),
        .officersShort: .notBelowZero(needed - officers),
        .spareOfficers: .notBelowZero(officers - needed),
        .weightedSubjects: .subjects { .quantity(.weight($0, .assistant)) },
        .balance: .quantity(.weightedSubjects) / perAssistant
          - relief * .quantity(.spareOfficers),
        .required: .notBelowZero(.quantity(.balance)),
      ]) { $1 }
    it.tell(
      zh: "需要专门国家工作人员：\(working: .officersNeeded)", en: "Officers needed: \(working: .officersNeeded)",
      .both("四（一）"))
    it.tell(
      zh: "专门国家工作人员缺口：需要 \(needed)，现有 \(officers)，缺 \(.officersShort)；单独报告，不折算为协管员",
      en: "Officers short: \(needed) needed, \(officers) there, \(.officersShort) short; reported "
        + "apart, never turned into assistants", .clause("一（二）8"))
    it.tell(
      zh: "折算对象数：\(working: .weightedSubjects)", en: "Weighted subjects: \(working: .weightedSubjects)",
      .localSetting)
    it.tell(
      zh: "富余专门国家工作人员：\(officers) 比 \(needed) 多 \(.spareOfficers)，每名减少 \(relief) 名协管员",
      en: "Spare officers: \(officers) against \(needed) leaves \(.spareOfficers), each replacing "
        + "\(relief) assistants", .both("四（一）"))
    it.tell(
      zh: "需要协管员：\(working: .balance)", en: "Assistants needed: \(working: .balance)",
      .both("四（一）"))
    return it
  }

  /// Lets subjects count what settings say, by class; one without a class what its own says, or
  /// what all classes share.
  mutating func weigh(
    _ doer: Doer, _ settings: StaffingSettings, by parameter: (WorkUnit) -> StaffingParameter
  ) {
    let weights = WorkUnit.classes.map { Expression.setting(parameter($0)) }
    for (unit, weight) in zip(WorkUnit.classes, weights) {
      definitions[.weight(unit, doer)] = weight
    }
    definitions[.weight(.unclassified, doer)] = .withoutClass(
      .setting(parameter(.unclassified)), classes: weights)
    let values = (WorkUnit.classes + [.unclassified]).map { settings.numbers[parameter($0)] }
    tellsClassesApart = tellsClassesApart || Set(values).count > 1
  }
}
