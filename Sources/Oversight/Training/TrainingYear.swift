public import Model

/// A calendar year of training (年度培训), by the clause that each figure answers to.
///
/// What the bureau held (三第一款), what each person attended, what came before the first day, what
/// went back to the streets, and the general training of the second paragraph stay apart. A year that
/// began before the Opinion is shown and not judged.
public struct TrainingYear: Hashable, Sendable {
  /// What a figure comes to.
  public enum Status: Hashable, Sendable {
    /// Reached (达标).
    case met
    /// The year is over and so much is lacking (还差).
    case short(Hours)
    /// The year is not over; so much is lacking yet (进行中).
    case inProgress(Hours)
    /// Shown and not judged (不判).
    case notJudged(NotJudged)
    /// The office sent nothing about the year (未知).
    case unknown
  }

  /// Why something is not judged.
  public enum NotJudged: String, Hashable, Sendable {
    /// The Opinion was not in force.
    case beforeOpinion
    /// The person was not in post all year.
    case partOfYear
  }

  /// The year.
  public let year: Int
  /// The day up to which it is known.
  public let asOf: CivilDate
  /// What each person attended, by number.
  public let people: [Person]
  /// What each office was told, by code.
  public let offices: [Office]
  /// What the district's bureau held.
  public let bureau: Bureau

  /// Reads the year.
  public init(
    _ year: Int, of sheets: TrainingSheets, roster: Roster, asOf: CivilDate,
    settings: OversightSettings
  ) {
    self.year = year
    self.asOf = asOf
    let judge = Judge(year: year, asOf: asOf, settings: settings)
    let records = sheets.records.filter { $0.day.year == year }
    let byAssistant = Dictionary(grouping: records, by: \.assistant)
    let reporting = Set(
      records.compactMap { record in
        roster.office(of: record.assistant, on: record.day)
          ?? roster.spells(of: record.assistant).first?.office
      })
    let all = Dictionary(grouping: sheets.records, by: \.assistant)
    let inYear = roster.assistants.filter { assistant in
      roster.spells(of: assistant).contains {
        $0.from.year <= year && year <= ($0.until ?? .latest).year && $0.from <= asOf
      } || byAssistant[assistant] != nil
    }
    people = inYear.map { assistant in
      Person(
        assistant, roster: roster, records: byAssistant[assistant] ?? [],
        before: all[assistant] ?? [], reporting: reporting, judge)
    }
    bureau = Bureau(
      sessions: sheets.sessions.filter { $0.day.year == year }, derived: sheets.derived, judge)
    offices = Office.all(of: sheets, roster: roster, records: records, judge)
  }

  /// Whether anything of it waits for a person: short, late or missing, not sent, or not known.
  public var waits: Bool {
    people.contains(where: \.waits) || offices.contains(where: \.waits) || bureau.waits
  }

  /// What the figures are judged by.
  struct Judge {
    let year: Int
    let asOf: CivilDate
    let settings: OversightSettings

    var first: CivilDate { .first(of: year) }
    var last: CivilDate { .last(of: year) }
    /// Whether the Opinion held all year.
    var isJudged: Bool { settings.inForce <= first }
    var isOver: Bool { last <= asOf }

    func status(_ hours: Hours) -> Status {
      guard isJudged else { return .notJudged(.beforeOpinion) }
      let lacking = hours.shortfall(from: settings.trainingHours)
      if lacking == .zero { return .met }
      return isOver ? .short(lacking) : .inProgress(lacking)
    }
  }
}

extension CivilDate {
  /// 1 January of a year, which exists for every year that a calendar has.
  static func first(of year: Int) -> CivilDate {
    CivilDate(year: min(max(year, 1800), 2199), month: 1, day: 1) ?? .latest
  }

  /// 31 December of a year.
  static func last(of year: Int) -> CivilDate {
    CivilDate(year: min(max(year, 1800), 2199), month: 12, day: 31) ?? .latest
  }
}
