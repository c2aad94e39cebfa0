public import Model

/// A piece of the office's work, how often it comes and how long it takes (工作活动).
public struct Activity: Hashable, Sendable {
  /// A short name for programs, unique among the activities.
  public let id: String
  /// The name for people.
  public let title: Bilingual
  /// The item of 一（二） that it belongs to, 1–9; item 8 is for officers alone.
  public let item: Int
  /// Who may do it.
  public let doneBy: Doer
  /// What makes it come.
  public let driver: Driver
  /// Minutes each time.
  public let minutes: Rational

  /// Who may do an activity.
  public enum Doer: String, Sendable, CaseIterable {
    /// Assistants.
    case assistant
    /// Officers alone.
    case officer
    /// Officers as far as the settings say, assistants otherwise.
    case either
  }

  /// What makes an activity come, with the times.
  public enum Driver: Hashable, Sendable {
    /// Times a month for each subject, by class.
    case subject(timesPerMonth: ClassTable)
    /// Times for each intake.
    case intake(times: Rational)
    /// Times for each release.
    case release(times: Rational)
    /// Times for each investigation.
    case investigation(times: Rational)
    /// Times a month for the office, however many subjects it has.
    case office(timesPerMonth: Rational)
  }

  /// Describes an activity.
  public init(
    id: String, title: Bilingual, item: Int, doneBy: Doer, driver: Driver, minutes: Rational
  ) {
    self.id = id
    self.title = title
    self.item = item
    self.doneBy = doneBy
    self.driver = driver
    self.minutes = minutes
  }

  /// Reads the columns `id, title_zh, title_en, item, done_by, driver, minutes` and `times`, or for
  /// the driver `subject` the columns `times_strict, times_general, times_lenient` and, where
  /// wanted, `times_unclassified`.
  ///
  /// - Throws: `StaffingError.setting`.
  public init(texts: [String: String]) throws(StaffingError) {
    let known = [
      "id", "title_zh", "title_en", "item", "done_by", "driver", "minutes", "times",
      "times_strict", "times_general", "times_lenient", "times_unclassified",
    ]
    let row = try SettingTexts(texts, known: known)
    let driver: Driver =
      switch try row.requiredWord("driver", as: DriverName.self) {
      case .subject:
        .subject(
          timesPerMonth: ClassTable(
            strict: try row.required("times_strict"), general: try row.required("times_general"),
            lenient: try row.required("times_lenient"),
            unclassified: try row.decimal("times_unclassified")))
      case .intake: .intake(times: try row.required("times"))
      case .release: .release(times: try row.required("times"))
      case .investigation: .investigation(times: try row.required("times"))
      case .office: .office(timesPerMonth: try row.required("times"))
      }
    self.init(
      id: try row.requiredText("id"),
      title: Bilingual(
        zh: try row.requiredText("title_zh"), en: try row.requiredText("title_en")),
      item: try row.requiredCount("item"), doneBy: try row.requiredWord("done_by", as: Doer.self),
      driver: driver, minutes: try row.required("minutes"))
  }

  private enum DriverName: String, CaseIterable {
    case subject, intake, release, investigation, office
  }
}

extension Activity {
  /// The figure that the activity's frequency needs; none where it comes whatever the figures.
  var figure: Figure? {
    switch driver {
    case .subject: .subjects
    case .intake: .intakes
    case .release: .releases
    case .investigation: .investigations
    case .office: nil
    }
  }

  /// Times a year at an office, with the calculation as a person would key it in.
  ///
  /// - Throws: `PlanObstacle.classesUnknown`, or `.negativeSetting`.
  func timesPerYear(
    at caseload: Caseload, periodsPerYear: Rational
  ) throws(PlanObstacle) -> (value: Rational, written: String) {
    let events = figure.flatMap { $0.value(in: caseload) } ?? 1
    let (times, factor): (Rational, Rational)
    switch driver {
    case .subject(let table):
      let month = try table.total(over: caseload, subjects: events)
      let year = try exactly { () throws(RationalError) in try Rational(12) * month.value }
      return (year, "12 × (\(month.written))")
    case .office(let value): (times, factor) = (value, Rational(12))
    case .intake(let value), .release(let value), .investigation(let value):
      (times, factor) = (value, periodsPerYear)
    }
    let year = try exactly { () throws(RationalError) in try factor * Rational(events) * times }
    return (year, figure == nil ? "12 × \(times)" : "\(factor) × \(events) × \(times)")
  }
}
