import Model

/// Work by who may do it, in hours or points: the same division for every method that weighs work.
struct DividedWork {
  /// What only assistants do.
  var assistants = Rational.zero
  /// What only officers may do, 一（二）8 among it.
  var officers = Rational.zero
  /// What officers do as far as the settings say, and assistants otherwise.
  var either = Rational.zero
  /// What it is counted in.
  let unit: Bilingual

  /// The need for people.
  ///
  /// Every officer present takes a fixed amount of the shared work. It does not hang on how much
  /// enforcement work there is, so that work, and a shortage of officers for it, never becomes
  /// assistants (一（二）8), while more officers still mean fewer assistants (四（一）).
  func need(
    officersPresent: Rational, sharedPerOfficer: Rational, officers officer: Capacity,
    assistants assistant: Capacity,
    assistantsAway: Rational, remarks: [PlanRemark], working: inout [Bilingual]
  ) throws(PlanObstacle) -> StaffingNeed {
    let officersNeeded = try officer.required(for: officers)
    let short = try exactly { () throws(RationalError) in
      max(.zero, try officersNeeded - officersPresent)
    }
    guard sharedPerOfficer >= .zero else { throw .negativeSetting(.sharedPerOfficer) }
    let taken = try exactly { () throws(RationalError) in
      min(either, try officersPresent * sharedPerOfficer)
    }
    let left = try exactly { () throws(RationalError) in try either - taken }
    let load = try exactly { () throws(RationalError) in try assistants + left }
    let needed = try assistant.required(for: load)
    guard let wholeOfficers = officersNeeded.ceiling, let wholeShort = short.ceiling else {
      throw .outOfRange
    }
    working += [
      Bilingual(
        zh: "需要专门国家工作人员：\(officer.written(officers)) = \(officersNeeded.decimal(places: 2))；"
          + "现有 \(officersPresent)，缺 \(wholeShort)；单独报告，不折算为协管员",
        en: "Officers needed: \(officer.written(officers)) = \(officersNeeded.decimal(places: 2)); "
          + "\(officersPresent) there, \(wholeShort) short; reported apart, never turned into "
          + "assistants",
        basis: .clause("一（二）8")),
      Bilingual(
        zh: "双方均可承担的工作：\(either.decimal(places: 2)) \(unit.zh)，专门国家工作人员承担"
          + " \(officersPresent) × \(sharedPerOfficer)，余下归协管员 \(left.decimal(places: 2))",
        en: "Work that either may do: \(either.decimal(places: 2)) \(unit.en); officers take "
          + "\(officersPresent) × \(sharedPerOfficer), leaving \(left.decimal(places: 2)) to "
          + "assistants",
        basis: .both("四（一）")),
      Bilingual(
        zh: "需要协管员：\(assistant.written(assistants, left)) = \(needed.decimal(places: 2))",
        en: "Assistants needed: \(assistant.written(assistants, left)) = "
          + needed.decimal(places: 2),
        basis: .both("四（一）")),
    ]
    return StaffingNeed(
      assistants: needed, officers: wholeOfficers, officersShort: wholeShort,
      assistantsAway: assistantsAway, remarks: remarks)
  }
}

/// What one person gets done, and the people whom work outside the count takes.
struct Capacity {
  /// Hours or points of counted work a person, above 0.
  let perPerson: Rational
  /// People taken by individual work.
  let setApart: Rational

  func required(for work: Rational) throws(PlanObstacle) -> Rational {
    try exactly { () throws(RationalError) in try work / perPerson + setApart }
  }

  /// The calculation as a person would key it in.
  func written(_ work: Rational...) -> String {
    let apart = setApart == .zero ? "" : " + \(setApart.decimal(places: 4))"
    let sum = work.map { $0.decimal(places: 2) }.joined(separator: " + ")
    let whole = work.count > 1 ? "(\(sum))" : sum
    return "\(whole) ÷ \(perPerson.decimal(places: 2))\(apart)"
  }
}
