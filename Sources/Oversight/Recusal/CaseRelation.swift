public import Model

/// What an assistant declares of a case (回避申报).
public struct RelationDeclaration: Hashable, Sendable {
  /// The kind of relation (二（二）1–3).
  public enum Relation: String, Hashable, Sendable, CaseIterable {
    /// A close relative (近亲属).
    case closeRelative = "近亲属"
    /// An interest (利害关系).
    case interest = "利害关系"
    /// Anything else that may affect fairness (其他), which a person decides.
    case other = "其他"
    /// None: a declaration that there is nothing (无).
    case none = "无"
  }

  /// What a person decided.
  public enum Decision: String, Hashable, Sendable, CaseIterable {
    /// To step aside (回避).
    case stepsAside = "回避"
    /// To stay (不回避).
    case stays = "不回避"
    /// Not yet (待定).
    case pending = "待定"
  }

  /// The assistant's number.
  public let assistant: String
  /// The pseudonym of the case.
  public let caseNo: String
  /// The relation.
  public let relation: Relation
  /// The day of the declaration.
  public let declared: CivilDate
  /// The last day on which the relation holds; nil where it goes on.
  public let ended: CivilDate?
  /// What was decided, where somebody did and is named.
  public let decision: Decision

  /// Takes a declaration down; a decision counts only with the name of whoever made it.
  public init(
    assistant: String, caseNo: String, relation: Relation, declared: CivilDate,
    ended: CivilDate? = nil, decision: Decision? = nil, decidedBy: String? = nil
  ) {
    self.assistant = assistant
    self.caseNo = caseNo
    self.relation = relation
    self.declared = declared
    self.ended = ended
    let isNamed = decidedBy?.contains { !$0.isWhitespace } ?? false
    self.decision = isNamed ? decision ?? .pending : .pending
  }
}

/// A case that an assistant helps with (个案分派).
public struct CaseAssignment: Hashable, Sendable {
  /// The assistant's number.
  public let assistant: String
  /// The pseudonym of the case.
  public let caseNo: String
  /// The office.
  public let office: String
  /// The first day.
  public let from: CivilDate
  /// The last day; nil where it goes on.
  public let until: CivilDate?

  /// Takes an assignment down.
  public init(
    assistant: String, caseNo: String, office: String, from: CivilDate, until: CivilDate? = nil
  ) {
    self.assistant = assistant
    self.caseNo = caseNo
    self.office = office
    self.from = from
    self.until = until
  }
}
