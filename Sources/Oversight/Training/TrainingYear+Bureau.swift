public import Model

extension TrainingYear {
  /// What the district's bureau held in the year (三第一款).
  public struct Bureau: Hashable, Sendable {
    /// The sessions, each once.
    public let sessions: Int
    /// How many of them records of attendance alone tell of, in any year.
    public let derived: Int
    /// The hours of the sessions that count, whoever could come.
    public let organised: Hours
    /// The part of them of which nobody says who held it.
    public let organiserUnstated: Hours
    /// The part of them that somebody in post all year could attend.
    public let openToAll: Hours
    /// Trainings in service.
    public let inServiceCount: Int
    /// Exchanges of experience.
    public let exchangeCount: Int
    /// What the hours come to.
    public let status: Status
    /// Whether trainings in service and exchanges reach what the settings ask; nil where the year is
    /// not over or not judged.
    public let isRegular: Bool?

    /// Whether something is short.
    public var waits: Bool {
      if case .short = status { return true }
      return isRegular == false
    }

    init(sessions: [TrainingSession], derived: Int, _ judge: Judge) {
      let held = sessions.filter { ($0.organiser ?? .bureau) == .bureau }
      let counted = held.filter { judge.settings.trainingCounts.contains($0.kind) }
      self.sessions = held.count
      self.derived = derived
      organised = counted.map(\.hours).total()
      organiserUnstated = counted.filter { $0.organiser == nil }.map(\.hours).total()
      openToAll = counted.filter { $0.audience == .everybody }.map(\.hours).total()
      inServiceCount = held.count { $0.kind == .inService }
      exchangeCount = held.count { $0.kind == .exchange }
      status = judge.status(organised)
      isRegular =
        judge.isJudged && judge.isOver
        ? inServiceCount >= judge.settings.inServicePerYear
          && exchangeCount >= judge.settings.exchangesPerYear
        : nil
    }
  }

  /// What an office was told of its people's training, and its general training.
  public struct Office: Hashable, Sendable {
    /// The office.
    public let office: String
    /// Its people on duty at the end of the year, or up to the date.
    public let headcount: Int
    /// The last training that its people attended.
    public let lastTraining: CivilDate?
    /// Whether a report covers it (三第一款); nil where there was none to report.
    public let isReported: Bool?
    /// Whether general training was held (三第二款).
    public let hadGeneral: Bool
    /// Whether the year is judged.
    public let isJudged: Bool

    /// Whether a report is missing.
    public var waits: Bool { isJudged && isReported == false }

    static func all(
      of sheets: TrainingSheets, roster: Roster, records: [TrainingRecord], _ judge: Judge
    ) -> [Office] {
      let end = min(judge.last, judge.asOf)
      let headcounts = roster.headcounts(on: end)
      let attended = records.filter(\.counts).compactMap { record in
        roster.office(of: record.assistant, on: record.day).map { (office: $0, record: record) }
      }
      let byOffice = Dictionary(grouping: attended, by: \.office)
      return headcounts.keys.sorted(by: String.precedes).map { office in
        let records = (byOffice[office] ?? []).map(\.record)
        let last = records.map(\.day).max()
        let general = sheets.sessions.contains {
          $0.kind == .general && $0.office == office && $0.day.year == judge.year
        }
        return Office(
          office: office, headcount: headcounts[office] ?? 0, lastTraining: last,
          isReported: last.map { day in
            sheets.feedback.contains { $0.office == office && $0.covers(day, asOf: judge.asOf) }
          },
          hadGeneral: general || records.contains { $0.kind == .general },
          isJudged: judge.isJudged)
      }
    }
  }
}
