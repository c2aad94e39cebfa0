/// What a criterion comes to when facts may be missing (是否符合): unknown is not no.
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

/// The outcomes of all criteria of one applicant, at the places that the criteria have in the rules.
///
/// There may be millions, so they are packed into one number: two bits each, `Outcome.rawValue`, the
/// first criterion in the lowest. No other place knows that.
public struct OutcomePattern: Sendable, Hashable {
  /// How many criteria fit.
  public static let limit = 32

  /// The number, as runs are stored.
  public private(set) var packed: UInt64

  /// Unpacks a stored number; without one, no criterion is met.
  public init(packed: UInt64 = 0) {
    self.packed = packed
  }

  /// The outcome of the criterion at a place.
  public subscript(place: Int) -> Outcome {
    get { Outcome(rawValue: UInt8(packed >> UInt64(place * 2) & 3)) ?? .unknown }
    set {
      let shift = UInt64(place * 2)
      packed = packed & ~(3 << shift) | UInt64(newValue.rawValue) << shift
    }
  }
}
