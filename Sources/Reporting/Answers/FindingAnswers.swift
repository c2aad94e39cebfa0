import Foundation
import Model

/// What was found in a sheet, in the order of its rows; each is worded when it is read, for there may
/// be more than memory holds.
public struct FindingAnswers: RandomAccessCollection, Sendable {
  /// How many there are.
  public let count: Int
  private let code: @Sendable (Int) -> String
  private let answer: @Sendable (Int) -> FindingAnswer

  /// - Parameters:
  ///   - code: the name of what was found at a place.
  ///   - answer: the finding there as it is told.
  public init(
    count: Int, code: @escaping @Sendable (Int) -> String,
    answer: @escaping @Sendable (Int) -> FindingAnswer
  ) {
    (self.count, self.code, self.answer) = (count, code, answer)
  }

  /// Findings that are worded already.
  init(_ findings: [FindingAnswer]) {
    self.init(
      count: findings.count, code: { findings[$0].code }, answer: { findings[$0] })
  }

  /// The place of the first.
  public var startIndex: Int { 0 }
  /// The place after the last.
  public var endIndex: Int { count }
  /// The finding at a place.
  public subscript(position: Int) -> FindingAnswer { answer(position) }

  /// How many are told one by one.
  private static let limit = 100
  /// How many of each kind are told where there are more.
  private static let sampled = 3

  /// A line for each, or, where there are very many, a few of each kind with their number.
  func lines(_ say: Wording) -> [String] {
    guard count > Self.limit else { return map { $0.text(say) } }
    var kinds: [String: (count: Int, first: [Int])] = [:]
    for place in indices {
      let code = code(place)
      kinds[code, default: (0, [])].count += 1
      if kinds[code]?.first.count ?? 0 < Self.sampled { kinds[code]?.first.append(place) }
    }
    return kinds.sorted { ($0.value.first[0], $0.key) < ($1.value.first[0], $1.key) }
      .flatMap { _, kind in
        let rest = kind.count - kind.first.count
        return kind.first.map { self[$0].text(say) }
          + (rest > 0
            ? [say("  ……同样的还有 \(say.count(rest)) 处", "  … and \(say.count(rest)) more like these")]
            : [])
      }
  }
}

extension FindingAnswers: Encodable {
  /// Encodes a list; for a stream, a mark in whose place the list will be written.
  public func encode(to encoder: any Encoder) throws {
    if let stream = encoder.userInfo[.jsonStream] as? JSONStream {
      var container = encoder.singleValueContainer()
      return try container.encode(stream.mark(for: self))
    }
    var container = encoder.unkeyedContainer()
    for finding in self { try container.encode(finding) }
  }
}

extension CodingUserInfoKey {
  static let jsonStream = CodingUserInfoKey(rawValue: "jsonStream").unsafelyUnwrapped
}

/// The lists within one JSON object that are written one finding after another; one thread uses it.
final class JSONStream: @unchecked Sendable {
  private var lists: [FindingAnswers] = []

  /// Takes a list, and gives what stands in its place: no text has it, since the control character
  /// in it is cut out of every value that is read.
  func mark(for list: FindingAnswers) -> String {
    lists.append(list)
    return "\u{0}\(lists.count - 1)"
  }

  /// Writes encoded JSON with the lists in their places.
  func write(_ json: String, _ say: Wording, to sink: (String) throws -> Void) throws {
    var rest = json[...]
    while let mark = rest.firstRange(of: /"\\u0000(\d+)"/) {
      try sink(String(rest[..<mark.lowerBound]))
      let number = rest[mark].dropFirst(7).dropLast()
      try write(lists[Int(number) ?? 0], say, to: sink)
      rest = rest[mark.upperBound...]
    }
    try sink(String(rest))
  }

  private func write(
    _ list: FindingAnswers, _ say: Wording, to sink: (String) throws -> Void
  ) throws {
    var texts = FindingTexts(say)
    var text = "["
    for place in list.indices {
      if place > 0 { text += "," }
      texts.append(list[place], to: &text)
      if text.utf8.count > 65_536 {
        try sink(text)
        text = ""
      }
    }
    try sink(text + "]")
  }
}

/// Writes findings as their encoder does, each fixed text once.
private struct FindingTexts {
  private let say: Wording
  private var hints: [String: String] = [:]

  init(_ say: Wording) { self.say = say }

  mutating func append(_ finding: FindingAnswer, to text: inout String) {
    let hint = hints[finding.code] ?? Self.quoted(say(finding.hint))
    hints[finding.code] = hint
    text += #"{"code":"\#(finding.code)","column":"#
    text += Self.quoted(finding.column)
    text += #","hint":"#
    text += hint
    text += #","letter":"\#(finding.letter)","line":\#(finding.line),"message":"#
    text += Self.quoted(say(finding.message))
    text += #","row":\#(finding.row),"severity":"\#(finding.severity.rawValue)","value":"#
    text += Self.quoted(finding.value)
    if let worksheet = finding.worksheet {
      text += #","worksheet":"#
      text += Self.quoted(worksheet)
    }
    text += "}"
  }

  /// A text as JSON has it.
  private static func quoted(_ text: String) -> String {
    var isPlain = true
    for byte in text.utf8 where byte < 0x20 || byte == 0x22 || byte == 0x5C || byte == 0x7F {
      isPlain = false
    }
    if isPlain { return "\"" + text + "\"" }
    let encoder = JSONEncoder()
    encoder.outputFormatting = .withoutEscapingSlashes
    return (try? encoder.encode(text)).map { String(decoding: $0, as: UTF8.self) } ?? "\"\""
  }
}
