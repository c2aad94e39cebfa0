import Model

extension Calculation {
  /// Divides work by who may do it, in hours or points: the same for every method that weighs work.
  ///
  /// Every officer present takes a fixed amount of the shared work. It does not hang on how much
  /// enforcement work there is, so that work, and a shortage of officers for it, never becomes
  /// assistants (一（二）8), while more officers still mean fewer assistants (四（一）).
  mutating func divideWork(shared parameter: StaffingParameter, in unit: Bilingual) {
    for doer in Doer.allCases {
      definitions[.subjectWork(doer)] = .subjects { .quantity(.weight($0, doer)) }
      var work: [Expression] = [.quantity(.subjectWork(doer))]
      for unit in WorkUnit.events where definitions[.weight(unit, doer)] != nil {
        definitions[.eventWork(unit, doer)] =
          .figure(unit.figure ?? .subjects) * .quantity(.weight(unit, doer))
        work.append(.quantity(.eventWork(unit, doer)))
      }
      let office = Quantity.weight(.office, doer)
      definitions[.work(doer)] = .sum(
        work + (definitions[office] == nil ? [] : [.quantity(office)]))
    }
    func people(_ work: Expression, _ role: StaffRole) -> Expression {
      work / .quantity(.capacity(role)) + .quantity(.setApart(role))
    }
    let (present, shared) = (Expression.quantity(.officersPresent), Expression.setting(parameter))
    let (required, either) = (
      Expression.quantity(.officersRequired), Expression.quantity(.work(.either))
    )
    definitions.merge(
      [
        .officersPresent: .notBelowZero(.figure(.officers) - .quantity(.away(.officer))),
        .officersRequired: people(.quantity(.work(.officer)), .officer),
        .officersNeeded: .roundedUp(required),
        .officersShort: .roundedUp(.notBelowZero(required - present)),
        .taken: .least(either, present * shared),
        .left: either - .quantity(.taken),
        .required: people(.quantity(.work(.assistant)) + .quantity(.left), .assistant),
      ]) { $1 }
    lines += [.away(.officer), .away(.assistant)]
    tell(
      zh: "需要专门国家工作人员：\(working: .officersRequired)；现有 \(present)，缺 \(.officersShort)；"
        + "单独报告，不折算为协管员",
      en: "Officers needed: \(working: .officersRequired); \(present) there, \(.officersShort) "
        + "short; reported apart, never turned into assistants", .clause("一（二）8"))
    tell(
      zh: "双方均可承担的工作：\(either) \(unit.zh)，专门国家工作人员承担 \(present * shared)，"
        + "余下归协管员 \(.left)",
      en: "Work that either may do: \(either) \(unit.en); officers take \(present * shared), "
        + "leaving \(.left) to assistants", .both("四（一）"))
    tell(
      zh: "需要协管员：\(working: .required)", en: "Assistants needed: \(working: .required)",
      .both("四（一）"))
  }
}
