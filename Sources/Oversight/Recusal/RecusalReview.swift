public import Model

/// On which days a case was handled in spite of a relation (回避核对), by what was declared alone.
///
/// Nothing is concluded from names, addresses or numbers, and what nobody declared is unknown.
public struct RecusalReview: Hashable, Sendable {
  /// What an assignment comes to, the gravest first.
  public enum State: Int, Hashable, Sendable, CaseIterable {
    /// Must step aside (应回避).
    case mustStepAside
    /// A person has to decide (待定).
    case toDecide
    /// Nobody declared anything (未申报): unknown, not clear.
    case undeclared
    /// Nothing in the way (清).
    case clear
  }

  /// One assignment.
  public struct Entry: Hashable, Sendable {
    /// The assignment.
    public let assignment: CaseAssignment
    /// What it comes to.
    public let state: State
    /// The days on which the case was handled in spite of it; 0 where there are none.
    public let days: Int
    /// The first and the last of these days.
    public let span: ClosedRange<CivilDate>?
    /// Whether it was assigned after the declaration; else the declaration came while it was assigned,
    /// and it has to be handed over.
    public let isAssignedAfter: Bool
    /// Whether a decision to stay contradicts 二（二）1 or 2, which leave nothing to decide.
    public let contradicts: Bool
    /// The clause.
    public let clause: String

    /// Whether something waits for a person.
    public var waits: Bool { state != .clear }
  }

  /// The assignments by number, case and first day.
  public let entries: [Entry]
  /// The day up to which it is known.
  public let asOf: CivilDate

  /// Compares assignments with declarations.
  /// - Complexity: O(*n* log *n*) for *n* rows with few declarations a case.
  public init(
    _ assignments: [CaseAssignment], _ declarations: [RelationDeclaration], asOf: CivilDate
  ) {
    self.asOf = asOf
    let known = Dictionary(grouping: Set(declarations.filter { $0.declared <= asOf })) {
      [$0.assistant, $0.caseNo]
    }
    entries = Set(assignments.filter { $0.from <= asOf })
      .sorted(by: CaseAssignment.precedes)
      .map { Entry($0, known[[$0.assistant, $0.caseNo]] ?? [], asOf: asOf) }
  }

  /// What assigning a case from a day on would come to.
  public static func trial(
    assistant: String, caseNo: String, _ declarations: [RelationDeclaration], asOf: CivilDate
  ) -> Entry {
    Entry(
      CaseAssignment(assistant: assistant, caseNo: caseNo, office: "", from: asOf),
      declarations.filter {
        $0.assistant == assistant && $0.caseNo == caseNo && $0.declared <= asOf
      }, asOf: asOf)
  }
}

extension RecusalReview.Entry {
  init(_ assignment: CaseAssignment, _ declarations: [RelationDeclaration], asOf: CivilDate) {
    self.assignment = assignment
    let last = min(assignment.until ?? asOf, asOf)
    let judged = declarations.map { declaration in
      let span = Self.span(of: declaration, assignment.from, last)
      return (declaration: declaration, span: span, state: Self.state(of: declaration, span))
    }
    let worst = judged.min { one, other in
      if one.state != other.state { return one.state.rawValue < other.state.rawValue }
      return Self.precedes(one.declaration, other.declaration)
    }
    state = worst?.state ?? .undeclared
    clause =
      switch worst?.declaration.relation {
      case .closeRelative: "二（二）1"
      case .interest: "二（二）2"
      case .other: "二（二）3"
      case .some(.none), nil: "二（二）"
      }
    let spans = judged.filter { $0.state == worst?.state && $0.state.hasDays }.compactMap(\.span)
    span = spans.map(\.lowerBound).min().flatMap { first in
      spans.map(\.upperBound).max().map { first...$0 }
    }
    days =
      Set(
        spans.flatMap { $0.lowerBound.dayNumber...$0.upperBound.dayNumber }
      ).count
    isAssignedAfter = judged.contains {
      $0.state.hasDays && $0.declaration.declared < assignment.from
    }
    contradicts = declarations.contains {
      $0.decision == .stays && ($0.relation == .closeRelative || $0.relation == .interest)
    }
  }

  /// The days common to the assignment and what was declared.
  private static func span(
    of declaration: RelationDeclaration, _ from: CivilDate, _ last: CivilDate
  ) -> ClosedRange<CivilDate>? {
    let first = max(from, declaration.declared)
    let end = min(last, declaration.ended ?? last)
    return first <= end ? first...end : nil
  }

  private static func state(
    of declaration: RelationDeclaration, _ span: ClosedRange<CivilDate>?
  ) -> RecusalReview.State {
    guard span != nil else { return .clear }
    switch (declaration.relation, declaration.decision) {
    case (.none, _): return .clear
    case (.closeRelative, _), (.interest, _), (.other, .stepsAside): return .mustStepAside
    case (.other, .stays): return .clear
    case (.other, .pending): return .toDecide
    }
  }

  private static func precedes(_ one: RelationDeclaration, _ other: RelationDeclaration) -> Bool {
    if one.declared != other.declared { return one.declared < other.declared }
    return String.precedes(one.relation.rawValue, other.relation.rawValue)
  }
}

extension RecusalReview.State {
  fileprivate var hasDays: Bool { self == .mustStepAside || self == .toDecide }
}

extension CaseAssignment {
  static func precedes(_ one: CaseAssignment, _ other: CaseAssignment) -> Bool {
    if one.assistant != other.assistant { return String.precedes(one.assistant, other.assistant) }
    if one.caseNo != other.caseNo { return String.precedes(one.caseNo, other.caseNo) }
    if one.from != other.from { return one.from < other.from }
    if one.office != other.office { return String.precedes(one.office, other.office) }
    return (one.until ?? .latest) < (other.until ?? .latest)
  }
}
