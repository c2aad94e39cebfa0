/// What a condition comes to when facts may be missing: unknown is not no.
public enum Outcome: UInt8, Sendable, CaseIterable {
  /// The condition does not hold.
  case notMet
  /// The condition holds.
  case met
  /// A fact that would decide it is missing.
  case unknown

  /// The name in machine-readable results.
  public var id: String {
    switch self {
    case .notMet: "not met"
    case .met: "met"
    case .unknown: "unknown"
    }
  }

  /// The wording for people.
  public var wording: Bilingual {
    switch self {
    case .notMet: Bilingual(zh: "不符合", en: "not met")
    case .met: Bilingual(zh: "符合", en: "met")
    case .unknown: Bilingual(zh: "待定", en: "unknown")
    }
  }
}

/// What the gate says of an applicant (资格结论), in the order of a list.
public enum Verdict: UInt8, Sendable, CaseIterable {
  /// Every requirement is met.
  case eligible
  /// No requirement fails, but one is unknown.
  case pending
  /// A requirement fails.
  case ineligible

  /// The name in machine-readable results.
  public var id: String {
    switch self {
    case .eligible: "eligible"
    case .pending: "pending"
    case .ineligible: "ineligible"
    }
  }

  /// The wording for people.
  public var wording: Bilingual {
    switch self {
    case .eligible: Bilingual(zh: "符合条件", en: "eligible")
    case .pending: Bilingual(zh: "待核实", en: "pending")
    case .ineligible: Bilingual(zh: "不符合条件", en: "ineligible")
    }
  }
}
