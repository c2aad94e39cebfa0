public import Model

/// What the list says of somebody's contract (合同期限).
public struct EmploymentTerm: Hashable, Sendable {
  /// What is due, or amiss with a term.
  public enum Due: String, Hashable, Sendable, CaseIterable {
    /// The contract ends.
    case contractEnds
    /// The contract has ended and the person is still on duty.
    case contractEnded
    /// The probation ends.
    case probationEnds
    /// The probation is longer than the contract allows.
    case probationLong
    /// Files and insurance of somebody who has left are to be handed over.
    case handover
  }

  /// The spell.
  public let spell: Spell
  /// The contract's first day.
  public let contractFrom: CivilDate?
  /// The contract's last day; nil where it is open-ended or not told.
  public let contractUntil: CivilDate?
  /// The last day of the probation.
  public let probationUntil: CivilDate?

  /// Takes a contract down.
  public init(
    spell: Spell, contractFrom: CivilDate? = nil, contractUntil: CivilDate? = nil,
    probationUntil: CivilDate? = nil
  ) {
    self.spell = spell
    self.contractFrom = contractFrom
    self.contractUntil = contractUntil
    self.probationUntil = probationUntil
  }

  /// The last day that the law allows for the probation; nil where the contract is not told.
  ///
  /// Source: Labour Contract Law, article 19: none below three months, one month below a year, two
  /// below three years, else six.
  public var longestProbation: CivilDate? {
    guard let first = contractFrom else { return nil }
    func isShorter(than months: Int) -> Bool {
      guard let until = contractUntil, let end = first.advanced(byMonths: months) else {
        return false
      }
      return until.dayNumber + 1 < end.dayNumber
    }
    let months = isShorter(than: 3) ? 0 : isShorter(than: 12) ? 1 : isShorter(than: 36) ? 2 : 6
    return first.advanced(byMonths: months)?.advanced(byDays: -1)
  }

  /// What is due from a day on within so many days, with the day of each.
  ///
  /// Source: Labour Contract Law, article 50: fifteen days for files and insurance.
  public func due(from day: CivilDate, within days: Int) -> [(due: Due, day: CivilDate)] {
    let last = day.advanced(byDays: days) ?? .latest
    var found: [(Due, CivilDate)] = []
    if spell.includes(day) {
      if let contractUntil, contractUntil <= last {
        found.append((contractUntil < day ? .contractEnded : .contractEnds, contractUntil))
      }
      if let probationUntil, (day...last).contains(probationUntil) {
        found.append((.probationEnds, probationUntil))
      }
      if let probationUntil, let longest = longestProbation, probationUntil > longest {
        found.append((.probationLong, longest))
      }
    }
    if let until = spell.until, until < day, let handover = until.advanced(byDays: 15),
      handover >= day
    {
      found.append((.handover, handover))
    }
    return found
  }
}
