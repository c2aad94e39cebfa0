/// One opinion of a reply.
public struct OpinionEntry: Sendable, Hashable, Encodable {
  /// Why an opinion waits for a person.
  public enum Conflict: String, Encodable, Sendable {
    /// Another reply to the same request says something else.
    case twoAnswers = "two_answers"
    /// A later request asks about the same subject.
    case olderRequest = "older_request"
    /// The applicant is no longer in the register.
    case gone

    /// The wording for people.
    public var wording: Bilingual {
      switch self {
      case .twoAnswers: Bilingual(zh: "与已登记的另一份复函不同", en: "another reply says something else")
      case .olderRequest: Bilingual(zh: "答的是旧函，后来又征询过", en: "it answers an older request")
      case .gone: Bilingual(zh: "此人已不在有效报名中", en: "the applicant is no longer accepted")
      }
    }
  }

  /// Whether an opinion counts.
  public enum State: String, Encodable, Sendable {
    /// It counts.
    case stands
    /// It waits for a person.
    case held
    /// A person has preferred another one.
    case replaced
  }

  /// The application number, or the office's code.
  public let subject: String
  /// What is said.
  public let opinion: Opinion
  /// In words.
  public let remark: String
  /// Who says it.
  public let by: String
  /// The day.
  public let on: CivilDate
  /// Why it waits or had to wait.
  public var conflict: Conflict?
  /// Whether it counts.
  public var state: State

  /// - Parameter remark: what is said in words.
  public init(
    subject: String, opinion: Opinion, remark: String, by: String, on: CivilDate,
    conflict: Conflict? = nil, state: State = .stands
  ) {
    self.subject = subject
    self.opinion = opinion
    self.remark = remark
    self.by = by
    self.on = on
    self.conflict = conflict
    self.state = state
  }
}
