public import Foundation
public import Model
import Tabular

/// What a use case says: one value, read by people as lines and by programs as one JSON object.
///
/// Texts in both languages are held as `Bilingual`, or as `Guidance` where they name steps, and are
/// encoded in the language that is asked for. A step is worded as the front that shows it words it.
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
  func json(_ say: Wording) throws -> Data
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
    let file = try OutputFile(path: path)
    // What is short is written at once: whoever reads its first lines alone has been told.
    var text = ""
    func put(_ more: String) throws {
      text += more
      if text.utf8.count > 65_536 { try flush() }
    }
    func flush() throws {
      try text.withUTF8 { try file.write(UnsafeRawBufferPointer($0)) }
      text = ""
    }
    if asJSON {
      try writeJSON(say) { try put($0.escapedJSON) }
      try put("\n")
    } else {
      for line in lines(say) { try put(line.visible + "\n") }
    }
    try flush()
    try file.finish()
  }

  /// Writes the answer as one JSON object with its keys in order, long lists piece by piece.
  func writeJSON(_ say: Wording, to sink: (String) throws -> Void) throws {
    let stream = JSONStream()
    let encoder = encoder(say)
    encoder.userInfo[.jsonStream] = stream
    try stream.write(String(decoding: try encoder.encode(self), as: UTF8.self), say, to: sink)
  }

  /// The answer as one JSON object with its keys in order.
  /// - Throws: `EncodingError`.
  public func json(_ say: Wording) throws -> Data { try encoder(say).encode(self) }

  private func encoder(_ say: Wording) -> JSONEncoder {
    let encoder = JSONEncoder()
    encoder.keyEncodingStrategy = .convertToSnakeCase
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    encoder.userInfo[.language] = say.language
    encoder.userInfo[.stepWording] = say.steps
    return encoder
  }
}
