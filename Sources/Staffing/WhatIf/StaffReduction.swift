public import Model

/// Time that a person in post is away for a while, with the reason and the period (阶段性减员).
public struct StaffReduction: Hashable, Sendable {
  /// The office.
  public let officeCode: String
  /// Whether an officer or an assistant is away.
  public let role: StaffRole
  /// Why, such as maternity leave or a secondment; never a person's name.
  public let reason: String
  /// The first day.
  public let from: CivilDate
  /// The last day.
  public let until: CivilDate
  /// The share of one person's time, from 0 to 1.
  public let share: Rational

  /// One person away from one day to another.
  public init(
    officeCode: String, role: StaffRole, reason: String, from: CivilDate, until: CivilDate,
    share: Rational
  ) {
    self.officeCode = officeCode
    self.role = role
    self.reason = reason
    self.from = from
    self.until = until
    self.share = share
  }
}
