public import Model

/// The time that one person has for work in a year (年可用工作时间).
///
/// Source: WHO, Workload Indicators of Staffing Need, user's manual (2010), available working time.
public struct AvailableTime: Hashable, Sendable {
  /// Working days a year before anything is taken off.
  public let workingDays: Rational
  /// Public holidays that fall on working days, in days.
  public let publicHolidays: Rational
  /// Annual leave, in days.
  public let annualLeave: Rational
  /// Sick leave, in days.
  public let sickLeave: Rational
  /// Other leave, in days.
  public let otherLeave: Rational
  /// Training, in hours a year; clause 三 asks for at least 24.
  public let trainingHours: Rational
  /// Hours that a person works a day.
  public let hoursPerDay: Rational
  /// Days that a person works a week.
  public let daysPerWeek: Rational

  /// Sets the values.
  public init(
    workingDays: Rational, publicHolidays: Rational, annualLeave: Rational, sickLeave: Rational,
    otherLeave: Rational, trainingHours: Rational, hoursPerDay: Rational, daysPerWeek: Rational
  ) {
    self.workingDays = workingDays
    self.publicHolidays = publicHolidays
    self.annualLeave = annualLeave
    self.sickLeave = sickLeave
    self.otherLeave = otherLeave
    self.trainingHours = trainingHours
    self.hoursPerDay = hoursPerDay
    self.daysPerWeek = daysPerWeek
  }

  /// Days a year at work, training included.
  ///
  /// - Throws: `PlanObstacle.noAvailableTime` where none are left.
  public func days() throws(PlanObstacle) -> Rational {
    let days = try exactly { () throws(RationalError) in
      try workingDays - publicHolidays - annualLeave - sickLeave - otherLeave
    }
    guard days > .zero else { throw .noAvailableTime }
    return days
  }

  /// Hours a year for work, without training.
  ///
  /// - Throws: `PlanObstacle.noAvailableTime` where none are left, or `.notPositive`.
  public func hours() throws(PlanObstacle) -> Rational {
    guard hoursPerDay > .zero else { throw .notPositive(.hoursPerDay) }
    let days = try days()
    let hours = try exactly { () throws(RationalError) in
      try days * hoursPerDay - trainingHours
    }
    guard hours > .zero else { throw .noAvailableTime }
    return hours
  }

  /// How many times a year a person does what takes one unit of the time given (standard workload).
  ///
  /// - Throws: `PlanObstacle` where there is no time, or the unit takes none.
  public func standardWorkload(hoursPerUnit: Rational) throws(PlanObstacle) -> Rational {
    guard hoursPerUnit > .zero else { throw .notPositive(.tableValue) }
    let hours = try hours()
    return try exactly { () throws(RationalError) in try hours / hoursPerUnit }
  }

  /// The arithmetic as a line of working.
  func line(for role: Bilingual) throws(PlanObstacle) -> Bilingual {
    let off = [publicHolidays, annualLeave, sickLeave, otherLeave]
      .map(\.description).joined(separator: " − ")
    let sum = "(\(workingDays) − \(off)) × \(hoursPerDay) − \(trainingHours) = \(try hours())"
    return Bilingual(
      zh: "\(role.zh)年可用工时（扣除节假日、年休假、病假、其他假和培训）：\(sum)",
      en: "Available hours a year, \(role.en) (less holidays, annual, sick and other leave, "
        + "training): \(sum)",
      basis: .both("三"))
  }
}
