/// An error that teaches: what happened, why it is wrong, and what to do, in both languages.
public protocol ExplainedError: Error, Sendable {
  /// What the error says: one value for each of its cases.
  var explanation: ErrorExplanation { get }
}

/// What an error says, to programs and to people.
public struct ErrorExplanation: Sendable, Hashable {
  /// A stable name in `snake_case`, for programs.
  public let code: String
  /// How the command that met it ends.
  public let status: ExitStatus
  /// What happened.
  public let happened: Guidance
  /// Why that is wrong; empty where it needs no saying.
  public let reason: Guidance
  /// What to do now; empty where there is nothing to do.
  public let remedy: Guidance

  /// Explains an error: its code and status, what happened in Chinese and in English, why that is
  /// wrong and what to do.
  public init(
    _ code: String, _ status: ExitStatus, _ chinese: Phrase, _ english: Phrase,
    why reason: Guidance = .none, toDo remedy: Guidance = .none
  ) {
    self.code = code
    self.status = status
    happened = Guidance(chinese, english)
    self.reason = reason
    self.remedy = remedy
  }
}

/// The reason and the remedy as pairs of their own, Chinese and English.
extension ErrorExplanation {
  /// Explains an error with a reason of its own.
  public init(
    _ code: String, _ status: ExitStatus, _ chinese: Phrase, _ english: Phrase,
    why chineseReason: Phrase, _ englishReason: Phrase, toDo remedy: Guidance = .none
  ) {
    self.init(
      code, status, chinese, english, why: Guidance(chineseReason, englishReason), toDo: remedy)
  }

  /// Explains an error with a remedy of its own.
  public init(
    _ code: String, _ status: ExitStatus, _ chinese: Phrase, _ english: Phrase,
    why reason: Guidance = .none, toDo chineseRemedy: Phrase, _ englishRemedy: Phrase
  ) {
    self.init(
      code, status, chinese, english, why: reason, toDo: Guidance(chineseRemedy, englishRemedy))
  }

  /// Explains an error with a reason and a remedy of its own.
  public init(
    _ code: String, _ status: ExitStatus, _ chinese: Phrase, _ english: Phrase,
    why chineseReason: Phrase, _ englishReason: Phrase, toDo chineseRemedy: Phrase,
    _ englishRemedy: Phrase
  ) {
    self.init(
      code, status, chinese, english, why: Guidance(chineseReason, englishReason),
      toDo: Guidance(chineseRemedy, englishRemedy))
  }
}

extension ExplainedError {
  /// A stable name in `snake_case`, for programs.
  public var code: String { explanation.code }
  /// How the command that met it ends.
  public var status: ExitStatus { explanation.status }
  /// What happened.
  public var happened: Guidance { explanation.happened }
  /// Why that is wrong.
  public var reason: Guidance { explanation.reason }
  /// What to do now.
  public var remedy: Guidance { explanation.remedy }

  /// The three parts as a person reads them, one to a line.
  public func message(in language: Language, _ wording: StepWording = Step.named) -> String {
    let explanation = explanation
    return [explanation.happened, explanation.reason, explanation.remedy]
      .map { $0.text(in: language, wording) }.filter { !$0.isEmpty }.joined(separator: "\n")
  }
}
