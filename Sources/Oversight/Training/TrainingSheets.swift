public import Model

/// All that is known of training; the order of the rows changes nothing.
public struct TrainingSheets: Hashable, Sendable {
  /// What assistants attended, up to the date that is asked for.
  public let records: [TrainingRecord]
  /// The sessions, those that only records tell of included.
  public let sessions: [TrainingSession]
  /// The reports to street offices.
  public let feedback: [TrainingFeedback]
  /// The sessions that records alone tell of, counted by their longest attendance.
  public let derived: Int

  /// Puts the sheets together; what happened after the date is not known yet.
  /// - Complexity: O(records × sessions of their day).
  public init(
    records: [TrainingRecord], sessions: [TrainingSession] = [], feedback: [TrainingFeedback] = [],
    asOf date: CivilDate
  ) {
    self.records = Set(records.filter { $0.day <= date }).sorted(by: TrainingRecord.precedes)
    self.feedback = feedback
    let listed = Set(sessions.filter { $0.day <= date })
    let numbers = Set(listed.compactMap(\.number))
    let byDay = Dictionary(grouping: listed) { Occasion(day: $0.day, kind: $0.kind, topic: "") }
    let unlisted = self.records.filter { record in
      // Making up for a training is none that was held for others.
      if record.attendance == .madeUp { return false }
      if let number = record.session { return !numbers.contains(number) }
      return byDay[Occasion(day: record.day, kind: record.kind, topic: "")] == nil
    }
    let found = Dictionary(grouping: unlisted) { record in
      Occasion(
        day: record.day, kind: record.kind,
        topic: record.session.map { "\u{0}" + $0 } ?? record.topic)
    }
    .map { occasion, records in
      TrainingSession(
        number: records.first?.session, day: occasion.day,
        hours: records.map(\.hours).max() ?? .zero, kind: occasion.kind,
        organiser: Self.common(records.map(\.organiser)))
    }
    derived = found.count
    self.sessions = (listed + found).sorted(by: TrainingSession.precedes)
  }

  /// What all of several say; nil where they differ or one says nothing.
  private static func common<Value: Hashable>(_ values: [Value?]) -> Value? {
    Set(values).count == 1 ? values.first ?? nil : nil
  }

  private struct Occasion: Hashable {
    let day: CivilDate
    let kind: TrainingKind
    let topic: String
  }
}

extension TrainingRecord {
  static func precedes(_ one: TrainingRecord, _ other: TrainingRecord) -> Bool {
    if one.assistant != other.assistant { return String.precedes(one.assistant, other.assistant) }
    if one.day != other.day { return one.day < other.day }
    if one.kind != other.kind { return String.precedes(one.kind.rawValue, other.kind.rawValue) }
    if one.topic != other.topic { return String.precedes(one.topic, other.topic) }
    return one.hours < other.hours
  }
}

extension TrainingSession {
  static func precedes(_ one: TrainingSession, _ other: TrainingSession) -> Bool {
    if one.day != other.day { return one.day < other.day }
    if one.kind != other.kind { return String.precedes(one.kind.rawValue, other.kind.rawValue) }
    if one.number != other.number { return String.precedes(one.number ?? "", other.number ?? "") }
    return one.hours < other.hours
  }
}
