public import Model

/// What supervision found in an assistant's work (督导发现的问题); no narrative.
public struct SupervisionFinding: Hashable, Sendable {
  /// The kind of finding.
  public enum Kind: String, Hashable, Sendable, CaseIterable {
    /// Work of 一（二） not done as it says (职责, 四（三）).
    case duty = "职责"
    /// Requirements of the work not met (要求, 四（三）).
    case requirement = "要求"
    /// Not able to do the work as it is asked (能力, 四（三）).
    case ability = "能力"
    /// Discipline of 二（一） broken (纪律).
    case discipline = "纪律"
    /// Not stepped aside (回避, 二（二）).
    case recusal = "回避"
  }

  /// Who found it.
  public enum Finder: String, Hashable, Sendable, CaseIterable {
    /// The district's justice bureau, of which alone 四（三） speaks.
    case bureau = "区司法局"
    /// The street office.
    case street = "街道"
    /// The justice office.
    case justiceOffice = "司法所"
    /// Anybody else.
    case other = "其他"
  }

  /// The number by which later steps name it.
  public let number: String
  /// The assistant's number.
  public let assistant: String
  /// The day.
  public let found: CivilDate
  /// Who found it; nil where nobody says.
  public let finder: Finder?
  /// The kind.
  public let kind: Kind
  /// The item that it is about.
  public let clause: String
  /// The day on which it was closed.
  public let closed: CivilDate?

  /// Takes a finding down; without a number it gets one from what it is known by.
  public init(
    number: String? = nil, assistant: String, found: CivilDate, finder: Finder?, kind: Kind,
    clause: String = "", closed: CivilDate? = nil
  ) {
    self.number =
      number
      ?? [assistant, String(found.number), kind.rawValue, clause].filter { !$0.isEmpty }
      .joined(separator: "-")
    self.assistant = assistant
    self.found = found
    self.finder = finder
    self.kind = kind
    self.clause = clause
    self.closed = closed
  }
}

/// What followed on a finding (后续处理).
public struct FollowUpStep: Hashable, Sendable {
  /// The step.
  public enum Step: String, Hashable, Sendable, CaseIterable {
    /// The finding went to the street (反馈).
    case feedback = "反馈"
    /// The street has it mended (整改).
    case correction = "整改"
    /// The bureau looked again (复查).
    case check = "复查"
    /// The bureau advises a replacement (调换建议).
    case proposal = "调换建议"
    /// The street decided (街道决定).
    case decision = "街道决定"
    /// It went to discipline or the police (移送).
    case handedOver = "移送"
    /// It went into the appraisal of the work (纳入考核).
    case appraisal = "纳入考核"
  }

  /// The number of the finding.
  public let finding: String
  /// The step.
  public let step: Step
  /// The day.
  public let day: CivilDate
  /// Who took it.
  public let by: String?
  /// The document that it stands in.
  public let document: String?
  /// What was decided, or to whom it went.
  public let decision: String?
  /// The year of the appraisal.
  public let period: String?

  /// Takes a step down.
  public init(
    finding: String, step: Step, day: CivilDate, by: String? = nil, document: String? = nil,
    decision: String? = nil, period: String? = nil
  ) {
    self.finding = finding
    self.step = step
    self.day = day
    self.by = by
    self.document = document
    self.decision = decision
    self.period = period
  }
}
