public import Model

/// A piece of work that an office gave to an assistant (职责分工).
public struct DutyAssignment: Hashable, Sendable {
  /// The office.
  public let office: String
  /// The assistant's number; nil where nobody has the work.
  public let assistant: String?
  /// The work.
  public let activity: DutyActivity
  /// The part in it.
  public let role: DutyRole
  /// The first day.
  public let from: CivilDate
  /// The last day; nil where it goes on.
  public let until: CivilDate?
  /// Who arranged it.
  public let assignedBy: String?

  /// Takes an assignment down.
  public init(
    office: String, assistant: String?, activity: DutyActivity, role: DutyRole, from: CivilDate,
    until: CivilDate? = nil, assignedBy: String? = nil
  ) {
    self.office = office
    self.assistant = assistant
    self.activity = activity
    self.role = role
    self.from = from
    self.until = until
    self.assignedBy = assignedBy
  }
}

/// Who does what at each office, item by item of 一（二）, and where that goes beyond the text.
public struct DutyReview: Hashable, Sendable {
  /// What is amiss with an assignment.
  public enum Fault: Hashable, Sendable {
    /// The part goes beyond the verb of the text (越权).
    case beyondVerb
    /// Work that assistants may not do (禁止, 一（二）8).
    case barred
    /// Other work of which it is not known that the justice office arranged it (一（二）9).
    case notArranged
  }

  /// An assignment and what is amiss.
  public struct Entry: Hashable, Sendable {
    /// The assignment.
    public let assignment: DutyAssignment
    /// What is amiss; nil where nothing is.
    public let fault: Fault?
  }

  /// What an office does not say of items 1–7.
  public struct Coverage: Hashable, Sendable {
    /// The office.
    public let office: String
    /// The items that nobody on duty has (无人承担); nil where the office sent no sheet.
    public let uncovered: [Int]?
  }

  /// The assignments that hold on the day, by office, item and number.
  public let entries: [Entry]
  /// The offices with people on duty or with a sheet, by code.
  public let coverage: [Coverage]
  /// The day.
  public let asOf: CivilDate

  /// Reads what holds on a day.
  public init(_ assignments: [DutyAssignment], roster: Roster, asOf: CivilDate) {
    self.asOf = asOf
    let holding = Set(assignments).filter { $0.from <= asOf && asOf <= ($0.until ?? .latest) }
    entries = holding.sorted(by: DutyAssignment.precedes)
      .map { Entry(assignment: $0, fault: Self.fault(of: $0)) }
    let sending = Set(assignments.map(\.office))
    let present = roster.headcounts(on: asOf)
    coverage = sending.union(present.keys).sorted(by: String.precedes).map { office in
      guard sending.contains(office) else { return Coverage(office: office, uncovered: nil) }
      let covered = holding.filter { assignment in
        assignment.office == office
          && assignment.assistant.map { roster.office(of: $0, on: asOf) == office } ?? false
      }
      let items = Set(covered.map(\.activity.item))
      return Coverage(office: office, uncovered: (1...7).filter { !items.contains($0) })
    }
  }

  /// Whether anything waits for a person: a fault, or an item that nobody has or tells of.
  public var waits: Bool {
    entries.contains { $0.fault != nil } || coverage.contains { $0.uncovered != [] }
  }

  private static func fault(of assignment: DutyAssignment) -> Fault? {
    guard assignment.assistant != nil else { return nil }
    switch (assignment.activity.verb, assignment.role) {
    case (.never, _): return .barred
    case (_, .alone): return .beyondVerb
    case (.helps, .responsible): return .beyondVerb
    case (.arranged, _):
      return assignment.assignedBy?.hasSuffix("司法所") ?? false ? nil : .notArranged
    case (.helps, _), (.does, _): return nil
    }
  }
}

extension DutyAssignment {
  static func precedes(_ one: DutyAssignment, _ other: DutyAssignment) -> Bool {
    if one.office != other.office { return String.precedes(one.office, other.office) }
    if one.activity.item != other.activity.item { return one.activity.item < other.activity.item }
    let keys = [one, other].map {
      [
        $0.activity.rawValue, $0.assistant ?? "", $0.from.iso, $0.role.rawValue,
        $0.assignedBy ?? "",
      ]
    }
    return keys[0].lexicographicallyPrecedes(keys[1], by: String.precedes)
  }
}
