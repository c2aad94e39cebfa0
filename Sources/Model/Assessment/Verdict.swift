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

extension Verdict {
  /// What follows from the requirements' outcomes: any that is not met makes ineligible, else any
  /// unknown one makes pending.
  public init(gate outcomes: some Sequence<Outcome>) {
    self = outcomes.reduce(.eligible) { verdict, outcome in
      switch outcome {
      case .met: verdict
      case .unknown: verdict == .ineligible ? .ineligible : .pending
      case .notMet: .ineligible
      }
    }
  }
}
