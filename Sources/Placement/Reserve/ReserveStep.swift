public import Model

/// A place that became vacant after the offers were made known (空缺).
public struct Vacancy: Hashable, Sendable {
  /// The office's code.
  public let office: String
  /// Who held the place.
  public let leftBy: String
  /// What it was lost by.
  public let loss: PlaceLoss

  /// Makes a vacancy.
  public init(office: String, leftBy: String, loss: PlaceLoss) {
    self.office = office
    self.leftBy = leftBy
    self.loss = loss
  }
}

/// What is proposed for a vacancy (递补).
public struct ReserveStep: Hashable, Sendable {
  /// The vacancy.
  public let vacancy: Vacancy
  /// How often the place has gone to a next person, this step included where it does.
  public let round: Int
  /// The proposal.
  public let proposal: Proposal

  /// A proposal for a vacancy.
  public enum Proposal: Hashable, Sendable {
    /// The next person; so many placed elsewhere stand above and would rather have had this office,
    /// but are not moved.
    case person(String, rivalsElsewhere: Int)
    /// Equals, of whom a person or a lot takes as many as there are places.
    case tie([String], places: Int)
    /// The next person depends on ties at other offices.
    case afterTies(at: [String])
    /// The place stays open (空缺).
    case open(Reason)
  }

  /// Why a place stays open.
  public enum Reason: Hashable, Sendable {
    /// The settings do not replace this loss.
    case notReplaced(PlaceLoss)
    /// The place went to a next person as often as the settings allow.
    case roundsUsed(Int)
    /// The list was good until that day.
    case expired(CivilDate)
    /// Nobody without an offer is left on the office's list.
    case nobodyLeft
  }

  /// The person proposed, if there is one.
  public var person: String? {
    if case .person(let number, _) = proposal { number } else { nil }
  }
}
