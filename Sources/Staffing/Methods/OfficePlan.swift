public import Model

/// The assistants that one office should ask for (拟配协管员), with the working.
public struct OfficePlan: Hashable, Sendable {
  /// The office's nine-digit code.
  public let officeCode: String
  /// Officers; unknown where nil.
  public let officers: Int?
  /// Subjects; unknown where nil.
  public let subjects: Int?
  /// Assistants in post; unknown where nil.
  public let inPost: Int?
  /// Assistants in post who are away for now, in full-time people.
  public let assistantsAway: Rational
  /// Assistants needed, exact; shown with two decimals, half up.
  public let required: Rational?
  /// Assistants proposed, in whole people, within the limits.
  public let proposed: Int?
  /// Officers needed for the work that only officers may do, in whole people.
  public let officersNeeded: Int?
  /// Officers short of that; reported apart and never turned into assistants (一（二）8).
  public let officerShortfall: Int?
  /// Why `required` or `proposed` is nothing.
  public let obstacle: PlanObstacle?
  /// What a reader must know besides the numbers.
  public let remarks: [PlanRemark]
  /// The arithmetic, line by line, each with the clause or "local setting".
  public let working: [Bilingual]

  /// Assistants proposed less those in post; below 0 where there are more than proposed.
  public var difference: Int? {
    guard let proposed, let inPost else { return nil }
    return proposed - inPost
  }

  /// Those in post and not away against those needed (WISN ratio); below 1 is short.
  ///
  /// Nothing where nobody is needed: no need is not no pressure.
  public var coverage: Rational? {
    guard let inPost, let required else { return nil }
    return try? (Rational(inPost) - assistantsAway) / required
  }

  /// What rounding and the limits add to the need, or take from it where below 0, in people.
  public var roundingCost: Rational? {
    guard let proposed, let required else { return nil }
    return try? Rational(proposed) - required
  }

  /// Why something is nothing, in words: the obstacle, or the unknown number in post.
  public var reason: Bilingual? {
    obstacle?.wording ?? (difference == nil ? PlanRemark.inPostUnknown.wording : nil)
  }
}
