public import Model

/// A time that somebody is in post at one office (任职段).
public struct Spell: Hashable, Sendable {
  /// The assistant's number (工号).
  public let assistant: String
  /// What tells the person from others, whatever the number: an identity number, never shown.
  public let person: String
  /// The office.
  public let office: String
  /// The first day on duty.
  public let from: CivilDate
  /// The last day on duty; nil where none is known.
  public let until: CivilDate?

  /// Takes a spell down.
  public init(
    assistant: String, person: String, office: String, from: CivilDate, until: CivilDate? = nil
  ) {
    self.assistant = assistant
    self.person = person
    self.office = office
    self.from = from
    self.until = until
  }

  /// Whether somebody is on duty on a day: the first and the last day count.
  public func includes(_ day: CivilDate) -> Bool { from <= day && day <= (until ?? .latest) }

  /// Whether any day is common to both.
  public func overlaps(_ other: Spell) -> Bool {
    from <= (other.until ?? .latest) && other.from <= (until ?? .latest)
  }
}
