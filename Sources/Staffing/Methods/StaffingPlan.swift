public import Model

/// The plans of several offices under one method, with their totals (配备方案).
public struct StaffingPlan: Hashable, Sendable {
  /// The method's name.
  public let method: String
  /// One plan an office, in the order of the caseloads.
  public let offices: [OfficePlan]

  /// Plans every office.
  ///
  /// - Complexity: O(*n*) for *n* offices.
  public init(_ caseloads: [Caseload], by method: any StaffingMethod) {
    self.method = method.id
    offices = caseloads.map { method.plan(for: $0) }
  }

  /// Sums over the offices that have a proposal and a number in post.
  public var totals: Totals {
    let counted = offices.filter { $0.difference != nil }
    func sum(_ figure: KeyPath<OfficePlan, Int?>) -> Int {
      counted.reduce(0) { $0 + ($1[keyPath: figure] ?? 0) }
    }
    func exactSum(_ figure: KeyPath<OfficePlan, Rational?>) -> Rational? {
      try? counted.reduce(Rational.zero) { try $0 + ($1[keyPath: figure] ?? .zero) }
    }
    return Totals(
      counted: counted.count, notCounted: offices.count - counted.count, subjects: sum(\.subjects),
      officers: sum(\.officers), inPost: sum(\.inPost), proposed: sum(\.proposed),
      officerShortfall: sum(\.officerShortfall), required: exactSum(\.required),
      roundingCost: exactSum(\.roundingCost))
  }

  /// Sums of a plan; offices without a proposal or a number in post are counted, not guessed.
  public struct Totals: Hashable, Sendable {
    /// Offices that the sums hold.
    public let counted: Int
    /// Offices that they leave out.
    public let notCounted: Int
    /// Subjects.
    public let subjects: Int
    /// Officers.
    public let officers: Int
    /// Assistants in post.
    public let inPost: Int
    /// Assistants proposed.
    public let proposed: Int
    /// Officers short, never turned into assistants.
    public let officerShortfall: Int
    /// Assistants needed, exact; nothing where too large to be exact.
    public let required: Rational?
    /// What rounding and limits add, in people; nothing where too large to be exact.
    public let roundingCost: Rational?

    /// Assistants proposed less those in post.
    public var difference: Int { proposed - inPost }
  }
}
