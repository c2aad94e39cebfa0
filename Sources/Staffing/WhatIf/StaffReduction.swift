public import Model

/// Time that a person in post is away for a while, with the reason and the period (阶段性减员).
public struct StaffReduction: Hashable, Sendable {
  /// The office.
  public let officeCode: String
  /// Whether an officer or an assistant is away.
  public let role: Role
  /// Why, such as maternity leave or a secondment; never a person's name.
  public let reason: String
  /// The first day.
  public let from: CivilDate
  /// The last day.
  public let until: CivilDate
  /// The share of one person's time, from 0 to 1.
  public let share: Rational

  /// Whose time it is.
  public enum Role: String, Sendable, CaseIterable {
    /// An officer's.
    case officer
    /// An assistant's.
    case assistant
  }

  /// Describes a reduction.
  public init(
    officeCode: String, role: Role, reason: String, from: CivilDate, until: CivilDate,
    share: Rational
  ) {
    self.officeCode = officeCode
    self.role = role
    self.reason = reason
    self.from = from
    self.until = until
    self.share = share
  }

  /// Reads the columns `office_code, role, reason, from, until, share`.
  ///
  /// - Throws: `StaffingError.setting`.
  public init(texts: [String: String]) throws(StaffingError) {
    let known = ["office_code", "role", "reason", "from", "until", "share"]
    let row = try SettingTexts(texts, known: known)
    self.init(
      officeCode: try row.requiredText("office_code"),
      role: try row.requiredWord("role", as: Role.self), reason: try row.requiredText("reason"),
      from: try row.day("from"), until: try row.day("until"), share: try row.required("share"))
  }
}

extension [StaffReduction] {
  /// People of a role away from an office on the caseload's day, with a line for each.
  func away(
    _ role: StaffReduction.Role, from caseload: Caseload, working: inout [Bilingual]
  ) throws(PlanObstacle) -> Rational {
    var sum = Rational.zero
    for reduction in self
    where reduction.role == role && reduction.officeCode == caseload.officeCode
      && reduction.from <= caseload.asOf && caseload.asOf <= reduction.until
    {
      sum = try exactly { () throws(RationalError) in try sum + reduction.share }
      let period = "\(reduction.from.iso) – \(reduction.until.iso)"
      working.append(
        Bilingual(
          zh: "\(role == .officer ? "专门国家工作人员" : "协管员")暂离 \(reduction.share)："
            + "\(reduction.reason)，\(period)",
          en: "\(role == .officer ? "Officers" : "Assistants") away \(reduction.share): "
            + "\(reduction.reason), \(period)",
          basis: .localSetting))
    }
    return sum
  }
}
