public import Model

/// What the Opinion leaves open of the oversight of people in post: local settings, but for the hours.
public struct OversightSettings: Hashable, Sendable {
  /// The day from which the Opinion holds; years that begin before are shown and not judged.
  public var inForce: CivilDate
  /// The hours of professional training a year (三第一款), the one number that the clause gives.
  public var trainingHours: Hours
  /// The kinds that count towards them (`training_counts`).
  public var trainingCounts: Set<TrainingKind>
  /// Trainings in service that a year needs at least (`in_service_per_year`).
  public var inServicePerYear: Int
  /// Exchanges of experience that a year needs at least (`exchange_per_year`).
  public var exchangesPerYear: Int
  /// Working days within which a finding goes to the street (`feedback_days`).
  public var feedbackDays: Int
  /// Days within which the street answers (`reply_days`).
  public var replyDays: Int
  /// Months from one contact of the two bureaus to the next (`contact_interval`).
  public var contactMonths: Int
  /// Months that a regular report to the other bureau covers: one, three or twelve (`report_interval`).
  public var reportMonths: Int

  /// Puts the settings together; those of the program where nothing else is said.
  public init(
    inForce: CivilDate, trainingHours: Hours = Hours(hundredths: 24_00),
    trainingCounts: Set<TrainingKind> = [.preService, .inService], inServicePerYear: Int = 1,
    exchangesPerYear: Int = 1, feedbackDays: Int = 10, replyDays: Int = 30, contactMonths: Int = 1,
    reportMonths: Int = 1
  ) {
    self.inForce = inForce
    self.trainingHours = trainingHours
    self.trainingCounts = trainingCounts
    self.inServicePerYear = inServicePerYear
    self.exchangesPerYear = exchangesPerYear
    self.feedbackDays = feedbackDays
    self.replyDays = replyDays
    self.contactMonths = contactMonths
    self.reportMonths = reportMonths
  }
}
