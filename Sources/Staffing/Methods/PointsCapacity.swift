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
