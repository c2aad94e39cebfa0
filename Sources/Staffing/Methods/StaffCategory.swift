public import Model

/// One kind of staff with its time and its allowances (人员类别); never mixed with another kind's.
///
/// Source: WHO, Workload Indicators of Staffing Need, user's manual (2010), allowance standards.
public struct StaffCategory: Hashable, Sendable {
  /// The time that one person has.
  public let time: AvailableTime
  /// Support work that everyone of the category does.
  public let categoryAllowances: [CategoryAllowance]
  /// Work that only some people of the category do.
  public let individualAllowances: [IndividualAllowance]

  /// Describes a category.
  public init(
    time: AvailableTime, categoryAllowances: [CategoryAllowance] = [],
    individualAllowances: [IndividualAllowance] = []
  ) {
    self.time = time
    self.categoryAllowances = categoryAllowances
    self.individualAllowances = individualAllowances
  }

  /// The share of everyone's time that support work takes, below 1.
  ///
  /// - Throws: `PlanObstacle.allowancesTakeAllTime` from 1 on.
  public func allowanceShare() throws(PlanObstacle) -> Rational {
    var share = Rational.zero
    for allowance in categoryAllowances {
      let part = try allowance.share(of: time)
      share = try exactly { () throws(RationalError) in try share + part }
    }
    guard share < .one else { throw .allowancesTakeAllTime(share: share) }
    return share
  }

  /// The category allowance factor, 1 ÷ (1 − share).
  public func allowanceFactor() throws(PlanObstacle) -> Rational {
    let share = try allowanceShare()
    return try exactly { () throws(RationalError) in try .one / (.one - share) }
  }

  /// The individual allowance factor, in people: Σ hours × people ÷ available hours.
  public func individualFactor() throws(PlanObstacle) -> Rational {
    let hours = try time.hours()
    return try exactly { () throws(RationalError) in
      var sum = Rational.zero
      for allowance in individualAllowances {
        sum = try sum + allowance.hoursPerYear * Rational(allowance.people)
      }
      return try sum / hours
    }
  }

  /// People needed for that many hours of activities a year, allowances included.
  public func required(hours: Rational) throws(PlanObstacle) -> Rational {
    try capacity().required(for: hours)
  }

  /// What one person does in a year, and the people whom individual work takes.
  func capacity() throws(PlanObstacle) -> Capacity {
    let (hours, share) = (try time.hours(), try allowanceShare())
    let net = try exactly { () throws(RationalError) in try hours * (.one - share) }
    return Capacity(perPerson: net, setApart: try individualFactor())
  }
}
