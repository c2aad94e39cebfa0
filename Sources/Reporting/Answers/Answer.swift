public import Foundation
public import Model
import Tabular

/// What a use case says: one value, read by people as lines and by programs as one JSON object.
///
/// Texts in both languages are held as `Bilingual` and are encoded in the language that is asked for.
/// Keys are those of the properties in `snake_case`; `JSON.md` beside this file lists them.
public protocol Answer: Encodable, Sendable {
  /// What a person reads, one entry to a line.
  func lines(_ say: Wording) -> [String]
  /// What the person who asked should know besides, and no reader of the result.
  func notes(_ say: Wording) -> [String]
  /// What kept some of the work from being done.
  var failures: [any ExplainedError] { get }
  /// Whether all is done, or something waits for a person or is amiss.
  var status: ExitStatus { get }
  /// The answer as JSON, in UTF-8 and without a line feed at its end.
  /// - Throws: `EncodingError`.
  func json(in language: Language) throws -> Data
}

extension Answer {
  /// None.
  public func notes(_ say: Wording) -> [String] { [] }
  /// None.
  public var failures: [any ExplainedError] { [] }
  /// Done.
  public var status: ExitStatus { .done }

  /// Writes what a person or a program reads of the answer to a file, or to `-`, the standard output.
  /// - Throws: `TabularError`, `EncodingError`.
  public func write(asJSON: Bool, _ say: Wording, to path: String) throws {
    let lines = asJSON ? [String(decoding: try json(in: say.language), as: UTF8.self)] : lines(say)
    try OutputFile.write(Array(lines.map { $0 + "\n" }.joined().utf8), to: path)
  }

  /// The answer as one JSON object with its keys in order.
  /// - Throws: `EncodingError`.
  public func json(in language: Language) throws -> Data {
    let encoder = JSONEncoder()
    encoder.keyEncodingStrategy = .convertToSnakeCase
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    encoder.userInfo[.language] = language
    return try encoder.encode(self)
  }
}
