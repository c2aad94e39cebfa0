public import Model

/// Who is invited to an interview: local settings, as the Opinion speaks of none.
public struct ShortlistSettings: Hashable, Sendable {
  /// People a place.
  public let ratio: CandidateRatio
  /// What happens to a part of a person.
  public let rounding: RatioRounding
  /// What the list is ordered by.
  public let order: ShortlistOrder
  /// What happens to those who tie for the last invitation.
  public let lastPlaceTies: LastPlaceTies
  /// The least written mark.
  public let writtenMinimum: Mark?
  /// People a place below which a smaller number of places is proposed; nothing is ever cut.
  public let openingRatio: Rational?

  /// Puts the settings together.
  public init(
    ratio: CandidateRatio = .three, rounding: RatioRounding = .up, order: ShortlistOrder = .run,
    lastPlaceTies: LastPlaceTies = .all, writtenMinimum: Mark? = nil, openingRatio: Rational? = nil
  ) {
    self.ratio = ratio
    self.rounding = rounding
    self.order = order
    self.lastPlaceTies = lastPlaceTies
    self.writtenMinimum = writtenMinimum
    self.openingRatio = openingRatio
  }
}

/// What a list for interviews is ordered by (排序依据).
public enum ShortlistOrder: String, Hashable, Sendable, CaseIterable {
  /// The run's own rank within the office.
  case run
  /// The tier, then the written mark.
  case written
}

/// What happens to those who tie for the last invitation (末位并列).
public enum LastPlaceTies: Hashable, Sendable {
  /// All of them are invited.
  case all
  /// The higher mark of a part goes first; whom it leaves equal wait for a person.
  case part(MarkPart)
  /// A person decides.
  case person
}
