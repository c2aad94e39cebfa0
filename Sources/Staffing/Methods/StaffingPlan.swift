public import Model

/// Several offices planned by one norm, with the figures that went in and the totals (配备方案).
public struct StaffingPlan: Hashable, Sendable {
  /// The method and its settings.
  public let norm: StaffingNorm
  /// The figures.
  public let caseloads: [Caseload]
  /// One plan an office, in the order of the caseloads.
  public private(set) var offices: [OfficePlan]
  /// The only office that was asked for, where it was only one.
  public let onlyOffice: String?

  /// Plans every office.
  ///
  /// - Complexity: O(*n*) for *n* offices.
  public init(_ caseloads: [Caseload], by norm: StaffingNorm, onlyOffice: String? = nil) {
    self.onlyOffice = onlyOffice
    self.norm = norm
    self.caseloads = caseloads
    offices = caseloads.map { norm.plan(for: $0) }
  }

  /// The plan with what makes its figures doubtful beside each office.
  ///
  /// - Parameters:
  ///   - day: the plan's day; months of the history after it do not count.
  ///   - months: how many months old a caseload sheet may be.
  public func warned(
    on day: CivilDate, validMonths months: Int, history: [MonthlyFigures],
    listed: (Caseload) -> Int? = { _ in nil }
  ) -> StaffingPlan {
    let past = Dictionary(
      grouping: history.filter { $0.month <= day.civilMonth ?? $0.month }, by: \.officeCode)
    var plan = self
    for (index, caseload) in caseloads.enumerated() {
      plan.offices[index].warnings = PlanWarning.warnings(
        of: caseload, on: day, validMonths: months,
        history: (past[caseload.officeCode] ?? []).sorted { $0.month < $1.month },
        listed: listed(caseload))
    }
    return plan
  }

  /// The plan of an office.
  public subscript(officeCode: String) -> OfficePlan? {
    offices.first { $0.officeCode == officeCode }
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
      counted: counted.count, notCounted: offices.count - counted.count, inPost: sum(\.inPost),
      proposed: sum(\.proposed),
      officerShortfall: sum(\.officerShortfall), required: exactSum(\.required),
      roundingCost: exactSum(\.roundingCost))
  }

  /// Sums of a plan; offices without a proposal or a number in post are counted, not guessed.
  public struct Totals: Hashable, Sendable {
    /// Offices that the sums hold.
    public let counted: Int
    /// Offices that they leave out.
    public let notCounted: Int
    /// Assistants in post.
    public let inPost: Int
    /// Assistants proposed.
    public let proposed: Int
    /// Officers short, never turned into assistants.
    public let officerShortfall: Int
    /// Assistants needed, exact; nil where too large to be exact.
    public let required: Rational?
    /// What rounding and limits add, in people; nil where too large to be exact.
    public let roundingCost: Rational?

    /// Assistants proposed less those in post.
    public var difference: Int { proposed - inPost }
  }
}
