import Model

/// How a need becomes a proposal of whole people, within limits an office: local settings.
public struct WholePeople: Hashable, Sendable {
  /// How fractions become whole people.
  public let rounding: Rounding
  /// The least number of assistants an office.
  public let minimum: Int
  /// The greatest number of assistants an office; none where nil.
  public let maximum: Int?

  /// Sets the rule and the limits.
  public init(rounding: Rounding = .up, minimum: Int = 0, maximum: Int? = nil) {
    self.rounding = rounding
    self.minimum = minimum
    self.maximum = maximum
  }

  /// The whole people proposed for a need, with the lines that show it.
  ///
  /// - Throws: `PlanObstacle` where the limits contradict each other, fractions are kept, or the
  ///   number does not fit.
  func proposal(
    for required: Rational, working: inout [Bilingual], remarks: inout [PlanRemark]
  ) throws(PlanObstacle) -> Int {
    guard minimum >= 0 else { throw .negativeSetting(.minimum) }
    if let maximum, maximum < minimum {
      throw .minimumAboveMaximum(minimum: minimum, maximum: maximum)
    }
    guard let people = rounding.people(required) else {
      throw rounding == .none ? .notRounded : .outOfRange
    }
    working.append(
      Bilingual(
        zh: "取整：\(required.decimal(places: 2)) → \(people)（\(rounding.wording.zh)）",
        en: "Whole people: \(required.decimal(places: 2)) → \(people) (\(rounding.wording.en))",
        basis: .localSetting))
    if people < minimum {
      remarks.append(.raisedToMinimum)
      working.append(
        Bilingual(
          zh: "不少于最少人数：\(minimum)", en: "Not below the minimum: \(minimum)", basis: .localSetting))
      return minimum
    }
    if let maximum, people > maximum {
      remarks.append(.cutToMaximum)
      working.append(
        Bilingual(
          zh: "不超过最多人数：\(maximum)", en: "Not above the maximum: \(maximum)", basis: .localSetting))
      return maximum
    }
    return people
  }
}
