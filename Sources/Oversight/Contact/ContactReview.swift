public import Model

/// A meeting of the two bureaus (工作联系, 五).
public struct Contact: Hashable, Sendable {
  /// The day.
  public let held: CivilDate
  /// What it was about.
  public let topic: String
  /// The document that it stands in.
  public let document: String?

  /// Takes a meeting down.
  public init(held: CivilDate, topic: String, document: String? = nil) {
    self.held = held
    self.topic = topic
    self.document = document
  }
}

/// Whether the bureaus keep in contact at the interval that the district set; the text says regular.
public struct ContactReview: Hashable, Sendable {
  /// The last meeting up to the date.
  public let last: CivilDate?
  /// The day by which the next is due.
  public let due: CivilDate
  /// Whether that day is past.
  public let isOverdue: Bool

  /// Looks up the last meeting; without one the interval runs from the day the Opinion came into force.
  public init(_ contacts: [Contact], asOf: CivilDate, settings: OversightSettings) {
    last = contacts.map(\.held).filter { $0 <= asOf }.max()
    due = (last ?? settings.inForce).advanced(byMonths: settings.contactMonths) ?? .latest
    isOverdue = due < asOf
  }
}
