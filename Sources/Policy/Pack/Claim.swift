public import Model

/// Something that an applicant states and that a person verifies (申报事项): hardship, a degree,
/// legal work, work in correction.
public struct Claim: Sendable, Hashable {
  /// How far a claim has come.
  public enum State: String, Sendable, CaseIterable {
    /// Nobody has verified it yet (待核).
    case unverified
    /// It was found true (属实), and it still holds on the day.
    case accepted
    /// It was found untrue (不属实).
    case rejected
    /// It was found true, and held only until before the day.
    case expired

    /// The wording for people.
    public var wording: Bilingual {
      switch self {
      case .unverified: Bilingual(zh: "待核", en: "unverified")
      case .accepted: Bilingual(zh: "属实", en: "accepted")
      case .rejected: Bilingual(zh: "不属实", en: "rejected")
      case .expired: Bilingual(zh: "已过期", en: "expired")
      }
    }
  }

  /// The stable name.
  public let id: String
  /// The name for people.
  public let title: Bilingual
  /// The fact that holds the result of verification.
  public let status: String
  /// The fact that holds the last day on which it is good, if it has one.
  public let validUntil: String?
  /// Where it is declared.
  public let place: SourcePlace

  /// The claim's state on a day.
  public func state(on date: CivilDate, _ fact: (String) -> Value?) -> State {
    switch fact(status) {
    case .string("属实"):
      guard let validUntil, case .int(let last) = fact(validUntil) else { return .accepted }
      return last < Int64(date.number) ? .expired : .accepted
    case .string("不属实"): return .rejected
    default: return .unverified
    }
  }
}
