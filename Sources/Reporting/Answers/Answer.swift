public import Foundation
public import Model

/// What a use case says: one value, read by people as lines and by programs as one JSON object.
///
/// Texts in both languages are held as `Bilingual`, or as `Guidance` where they name steps, and are
/// encoded in the language that is asked for. A step is worded as the front that shows it words it.
/// Keys are those of the properties in `snake_case`; `JSON.md` beside this file lists them.
public protocol Answer: Encodable, Sendable {
  /// What a person reads, one entry to a line.
  func lines(in language: Language, steps: StepWording) -> [String]
  /// What the person who asked should know besides, and no reader of the result.
  func notes(in language: Language, steps: StepWording) -> [String]
  /// Whether all is done, or something waits for a person or is amiss.
  var status: ExitStatus { get }
}

extension Answer {
  /// None.
  public func notes(in language: Language, steps: StepWording) -> [String] { [] }
  /// Done.
  public var status: ExitStatus { .done }

  /// The answer as one JSON object with its keys in order and no line feed at its end.
  /// - Throws: `EncodingError`.
  public func json(in language: Language, steps: @escaping StepWording) throws -> Data {
    let encoder = JSONEncoder()
    encoder.keyEncodingStrategy = .convertToSnakeCase
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    encoder.userInfo[.language] = language
    encoder.userInfo[.stepWording] = steps
    return try encoder.encode(self)
  }
}
