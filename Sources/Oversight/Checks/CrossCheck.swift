public import Model

/// A row of a sheet that names an assistant on a day.
public struct DatedMention: Hashable, Sendable {
  /// The kind of sheet.
  public let kind: SheetKind
  /// The file's name.
  public let file: String
  /// The row there.
  public let row: Int
  /// The assistant's number.
  public let assistant: String
  /// The day.
  public let day: CivilDate
  /// Whether it may lie before the first day on duty: training before service, a signature.
  public let mayPrecede: Bool
  /// The hours of training, where it is one that counts.
  public let hours: Hours?

  /// Takes a row down.
  public init(
    kind: SheetKind, file: String, row: Int, assistant: String, day: CivilDate,
    mayPrecede: Bool = false, hours: Hours? = nil
  ) {
    self.kind = kind
    self.file = file
    self.row = row
    self.assistant = assistant
    self.day = day
    self.mayPrecede = mayPrecede
    self.hours = hours
  }
}

/// What sheets about people in post say against each other (跨表核对), whichever came first.
public struct CrossCheck: Hashable, Sendable {
  /// What does not fit.
  public enum Fault: Hashable, Sendable {
    /// The list of assistants does not have the number.
    case unknownAssistant
    /// Before the first day on duty.
    case beforeJoining
    /// After the last day on duty, or between two spells.
    case afterLeaving
    /// After the day that the rules see.
    case inFuture
    /// More than twelve hours of training of one person on one day.
    case hoursOfDay(Hours)
  }

  /// A row and what does not fit.
  public struct Entry: Hashable, Sendable {
    /// The row.
    public let mention: DatedMention
    /// What does not fit.
    public let fault: Fault
  }

  /// An office whose people on duty are not as many as its caseload sheet says.
  public struct Headcount: Hashable, Sendable {
    /// The office.
    public let office: String
    /// The day of the caseload sheet.
    public let day: CivilDate
    /// By the list of assistants.
    public let listed: Int
    /// By the caseload sheet.
    public let reported: Int
  }

  /// The rows that do not fit, by file and row.
  public let entries: [Entry]
  /// People in two posts at once.
  public let overlaps: [Roster.Overlap]
  /// The offices that count otherwise, by code.
  public let headcounts: [Headcount]

  /// Compares all sheets with the list of assistants and each other.
  /// - Parameter caseloads: the latest sheet of each office with a count of assistants.
  public init(
    _ mentions: [DatedMention], roster: Roster,
    caseloads: [(office: String, day: CivilDate, assistants: Int)], asOf: CivilDate
  ) {
    let days = Dictionary(grouping: mentions.filter { $0.hours != nil }) {
      PersonDay(assistant: $0.assistant, day: $0.day)
    }
    .mapValues { $0.compactMap(\.hours).total() }
    entries = mentions.sorted(by: DatedMention.precedes).flatMap { mention in
      var faults: [Fault] = []
      if mention.day > asOf { faults.append(.inFuture) }
      if let fault = Self.fault(of: mention, roster) { faults.append(fault) }
      let hours = days[PersonDay(assistant: mention.assistant, day: mention.day)]
      if mention.hours != nil, let hours, hours.hundredths > 12_00 {
        faults.append(.hoursOfDay(hours))
      }
      return faults.map { Entry(mention: mention, fault: $0) }
    }
    overlaps = roster.overlaps
    headcounts =
      roster.spells.isEmpty
      ? []
      : caseloads.compactMap { office, day, assistants in
        let listed = roster.headcounts(on: day)[office] ?? 0
        return listed == assistants
          ? nil : Headcount(office: office, day: day, listed: listed, reported: assistants)
      }
      .sorted { String.precedes($0.office, $1.office) }
  }

  /// Whether anything does not fit.
  public var waits: Bool { !entries.isEmpty || !overlaps.isEmpty || !headcounts.isEmpty }

  private struct PersonDay: Hashable {
    let assistant: String
    let day: CivilDate
  }

  private static func fault(of mention: DatedMention, _ roster: Roster) -> Fault? {
    let spells = roster.spells(of: mention.assistant)
    guard let first = spells.first else { return .unknownAssistant }
    if spells.contains(where: { $0.includes(mention.day) }) { return nil }
    if mention.day < first.from { return mention.mayPrecede ? nil : .beforeJoining }
    let comesLater = spells.contains { $0.from > mention.day }
    return mention.mayPrecede && comesLater ? nil : .afterLeaving
  }
}

extension DatedMention {
  static func precedes(_ one: DatedMention, _ other: DatedMention) -> Bool {
    if one.file != other.file { return String.precedes(one.file, other.file) }
    if one.row != other.row { return one.row < other.row }
    return String.precedes(one.kind.rawValue, other.kind.rawValue)
  }
}
