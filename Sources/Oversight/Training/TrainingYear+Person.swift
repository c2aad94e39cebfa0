public import Model

extension TrainingYear {
  /// What one person attended.
  public struct Person: Hashable, Sendable {
    /// The number.
    public let assistant: String
    /// The office at the end of the year, or up to the date; the first one where there is none then.
    public let office: String
    /// The hours of each kind.
    public let hours: [TrainingKind: Hours]
    /// The hours that count towards the professional training, by the settings.
    public let professional: Hours
    /// How many trainings in service and how many exchanges.
    public let inServiceCount: Int
    /// How many exchanges of experience.
    public let exchangeCount: Int
    /// What the hours come to.
    public let status: Status
    /// The training before each first day in the year.
    public let preService: [PreService]

    /// Whether something is short, late, missing or not known.
    public var waits: Bool {
      switch status {
      case .short, .unknown: true
      default: preService.contains(where: \.waits)
      }
    }

    init(
      _ assistant: String, roster: Roster, records: [TrainingRecord], before: [TrainingRecord],
      reporting: Set<String>, _ judge: Judge
    ) {
      self.assistant = assistant
      let spells = roster.spells(of: assistant)
      let end = min(judge.last, judge.asOf)
      office =
        roster.office(of: assistant, on: end) ?? spells.last { $0.from <= end }?.office
        ?? spells.first?.office ?? ""
      let counted = records.filter(\.counts)
      hours = Dictionary(grouping: counted, by: \.kind).mapValues { $0.map(\.hours).total() }
      professional = counted.filter { judge.settings.trainingCounts.contains($0.kind) }
        .map(\.hours).total()
      inServiceCount = counted.count { $0.kind == .inService }
      exchangeCount = counted.count { $0.kind == .exchange }
      preService = spells.filter { $0.from.year == judge.year }.map {
        PreService($0, before.filter { $0.kind == .preService && $0.counts }, judge)
      }
      let judged = judge.status(professional)
      let wholeYear = roster.isOnDuty(assistant, from: judge.first, through: end)
      let offices = Set(spells.map(\.office))
      status =
        switch judged {
        case .notJudged, .met: judged
        case _ where !wholeYear: .notJudged(.partOfYear)
        case _ where records.isEmpty && offices.isDisjoint(with: reporting): .unknown
        default: judged
        }
    }
  }

  /// Training before the first day on duty (岗前培训).
  public struct PreService: Hashable, Sendable {
    /// What it comes to.
    public enum State: Hashable, Sendable {
      /// Held on that day, on the first day at the latest.
      case done(CivilDate)
      /// Held only on that day (迟).
      case late(CivilDate)
      /// Not held, and the first day is past (缺).
      case missing
      /// The first day is still to come.
      case notDue
    }

    /// The first day on duty.
    public let from: CivilDate
    /// What was held when.
    public let state: State
    /// Whether the clause is applied: the person came when the Opinion was in force.
    public let isJudged: Bool

    /// Whether it was late or is missing.
    public var waits: Bool {
      guard isJudged else { return false }
      return switch state {
      case .late, .missing: true
      case .done, .notDue: false
      }
    }

    init(_ spell: Spell, _ records: [TrainingRecord], _ judge: Judge) {
      from = spell.from
      isJudged = judge.settings.inForce <= spell.from
      let days = records.map(\.day)
      if let day = days.filter({ $0 <= spell.from }).max() {
        state = .done(day)
      } else if let day = days.min() {
        state = .late(day)
      } else {
        state = spell.from > judge.asOf ? .notDue : .missing
      }
    }
  }
}
