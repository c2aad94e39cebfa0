/// A text in both languages that may name steps, which each front words in its own way.
public struct Guidance: Sendable, Hashable {
  private let chinese: Phrase
  private let english: Phrase

  /// Pairs the Chinese and the English wording.
  public init(_ chinese: Phrase, _ english: Phrase) {
    self.chinese = chinese
    self.english = english
  }

  /// No text.
  public static let none = Guidance("", "")

  /// The text with its steps as a front words them.
  public func text(in language: Language, _ wording: StepWording) -> String {
    (language == .zh ? chinese : english).pieces.reduce(into: "") { text, piece in
      switch piece {
      case .text(let words): text += words
      case .step(let step): text += wording(step, language)
      }
    }
  }

  /// The text with its steps by their names, as a file says it that no front shows.
  public subscript(language: Language) -> String { text(in: language, Step.named) }
  /// The Chinese text with its steps by their names.
  public var zh: String { self[.zh] }
  /// The English text with its steps by their names.
  public var en: String { self[.en] }
}

extension CodingUserInfoKey {
  /// The `StepWording` with which `Guidance` is encoded; by name where an encoder has none.
  public static let stepWording = CodingUserInfoKey(rawValue: "stepWording").unsafelyUnwrapped
}

extension Guidance: Encodable {
  /// Encodes the text in the encoder's language and wording.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    let language = encoder.userInfo[.language] as? Language ?? .zh
    let wording = encoder.userInfo[.stepWording] as? StepWording ?? Step.named
    try container.encode(text(in: language, wording))
  }
}

/// Words in one language with steps among them: a string literal whose interpolations may be steps.
public struct Phrase: Sendable, Hashable, ExpressibleByStringInterpolation {
  enum Piece: Sendable, Hashable {
    case text(String)
    case step(Step)
  }

  let pieces: [Piece]

  /// Words without a step.
  public init(stringLiteral words: String) {
    pieces = words.isEmpty ? [] : [.text(words)]
  }

  /// Words with whatever stands among them.
  public init(stringInterpolation: StringInterpolation) {
    pieces = stringInterpolation.pieces
  }

  /// Gathers the pieces of a literal.
  public struct StringInterpolation: StringInterpolationProtocol {
    var pieces: [Piece] = []

    /// Begins a literal.
    public init(literalCapacity: Int, interpolationCount: Int) {}

    /// Appends words of the literal.
    public mutating func appendLiteral(_ words: String) {
      if !words.isEmpty { pieces.append(.text(words)) }
    }

    /// Appends a value as a `String` would show it.
    public mutating func appendInterpolation(_ value: some CustomStringConvertible) {
      appendLiteral(value.description)
    }

    /// Appends a step.
    public mutating func appendInterpolation(_ step: Step) {
      pieces.append(.step(step))
    }
  }
}
