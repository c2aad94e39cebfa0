public import Model

/// The points that one person can carry (可用分值), after hours and reductions.
///
/// Source: the workload measurement of the Probation Service of England and Wales, as published in
/// ministryofjustice/hmpps-workload.
public struct PointsCapacity: Hashable, Sendable {
  /// Points that the grade carries in full time.
  public let gradePoints: Int
  /// Hours a week that the grade's points stand for.
  public let gradeHours: Rational
  /// Hours a week in the contract.
  public let contractedHours: Rational
  /// Hours a week taken off for now.
  public let reductionHours: Rational

  /// Sets the values.
  public init(
    gradePoints: Int, gradeHours: Rational, contractedHours: Rational,
    reductionHours: Rational = .zero
  ) {
    self.gradePoints = gradePoints
    self.gradeHours = gradeHours
    self.contractedHours = contractedHours
    self.reductionHours = reductionHours
  }

  /// Available points: grade points × (available ÷ grade hours, 15 decimals, half up), floored.
  ///
  /// - Throws: `PlanObstacle.notPositive` without grade hours, `.noAvailableTime` without own hours.
  public func availablePoints() throws(PlanObstacle) -> Int {
    guard gradeHours > .zero else { throw .notPositive(.hoursPerDay) }
    let points = try exactly { () throws(RationalError) -> Rational in
      let hours = try contractedHours - reductionHours
      guard hours > .zero else { return .zero }
      return try Rational(gradePoints) * (hours / gradeHours).rounded(places: 15)
    }
    guard points > .zero else { throw .noAvailableTime }
    guard let available = points.floor else { throw .outOfRange }
    return available
  }

  /// How full a person is, in per cent: (points ÷ available, 3 decimals, half up) × 100.
  ///
  /// - Throws: `PlanObstacle.notPositive` with nothing available; that is not 0 %.
  public static func percentage(
    points: Int, available: Int
  ) throws(PlanObstacle) -> Rational {
    guard available > 0 else { throw .notPositive(.availablePoints) }
    return try exactly { () throws(RationalError) in
      try (Rational(points) / Rational(available)).rounded(places: 3) * Rational(100)
    }
  }
}

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
