import Model

/// A person's or an office's points, case by case (工作分值合计).
public struct PointsLedger: Hashable, Sendable {
  /// Points of a case, by kind.
  public let pointsByCase: [CaseKind: Int]
  /// How many cases there are, by kind.
  public let cases: [CaseKind: Int]
  /// Points of court reports.
  public let reports: Int
  /// Points of contacts done for others.
  public let contactsForOthers: Int
  /// Points of contacts that others did.
  public let contactsByOthers: Int

  /// What decides a case's points.
  public struct CaseKind: Hashable, Sendable {
    /// The tier, such as `A3`.
    public let tier: String
    /// The setting, such as `community`.
    public let setting: String

    /// Names a kind.
    public init(tier: String, setting: String) {
      self.tier = tier
      self.setting = setting
    }
  }

  /// Sets the values.
  public init(
    pointsByCase: [CaseKind: Int], cases: [CaseKind: Int], reports: Int = 0,
    contactsForOthers: Int = 0, contactsByOthers: Int = 0
  ) {
    self.pointsByCase = pointsByCase
    self.cases = cases
    self.reports = reports
    self.contactsForOthers = contactsForOthers
    self.contactsByOthers = contactsByOthers
  }

  /// Σ cases × points + reports + contacts for others − contacts by others.
  ///
  /// - Throws: `PlanObstacle.unknownClass` where a kind has no points, or `.outOfRange`.
  public func total() throws(PlanObstacle) -> Int {
    let kinds = cases.keys.sorted { ($0.tier, $0.setting) < ($1.tier, $1.setting) }
    var sum = Rational.zero
    for kind in kinds {
      guard let points = pointsByCase[kind] else {
        throw .unknownClass("\(kind.tier) \(kind.setting)")
      }
      let count = cases[kind] ?? 0
      sum = try exactly { () throws(RationalError) in
        try sum + Rational(count) * Rational(points)
      }
    }
    let total = try exactly { () throws(RationalError) in
      try sum + Rational(reports) + Rational(contactsForOthers) - Rational(contactsByOthers)
    }
    guard let whole = total.whole else { throw .outOfRange }
    return whole
  }
}
