import Foundation

/// The wording of a letter with places for what changes, such as `{{期限}}`.
///
/// The first line is the title; every other line that is not blank is a paragraph. A bureau that
/// wants other words writes its own file.
public struct LetterTemplate: Sendable {
  /// The title.
  public let title: String
  /// The paragraphs.
  public let paragraphs: [String]

  /// Fills a template.
  /// - Throws: `LetterError` where it is empty or names a place that this letter does not have.
  public init(_ text: String, filling fields: [String: String]) throws(LetterError) {
    let lines = text.split(whereSeparator: \.isNewline)
      .map { $0.trimmingCharacters(in: .whitespaces) }.filter { !$0.isEmpty }
    var filled: [String] = []
    for line in lines { filled.append(try Self.fill(line, fields)) }
    guard let first = filled.first, filled.count > 1 else { throw .empty }
    title = first
    paragraphs = Array(filled.dropFirst())
  }

  static func fill(_ line: String, _ fields: [String: String]) throws(LetterError)
    -> String
  {
    var result = ""
    var rest = line[...]
    while let start = rest.range(of: "{{"),
      let end = rest.range(of: "}}", range: start.upperBound..<rest.endIndex)
    {
      let name = String(rest[start.upperBound..<end.lowerBound])
      guard let value = fields[name] else {
        throw .placeUnknown(name, known: fields.keys.sorted())
      }
      result += rest[..<start.lowerBound] + value
      rest = rest[end.upperBound...]
    }
    return result + rest
  }

  /// The built-in wordings.
  public enum Standard: Sendable {
    /// Asks about applicants.
    case requestRanking
    /// Asks about a plan.
    case requestPlan
    /// Answers.
    case reply
    /// Reports a month.
    case report
    /// Tells a street what supervision found (反馈意见函).
    case findingFeedback
    /// Advises a street to replace somebody (调换建议函).
    case replacementProposal

    /// The template.
    public var text: String {
      let bytes =
        switch self {
        case .requestRanking: PackageResources.request_ranking_txt
        case .requestPlan: PackageResources.request_plan_txt
        case .reply: PackageResources.reply_txt
        case .report: PackageResources.report_txt
        case .findingFeedback: PackageResources.finding_feedback_txt
        case .replacementProposal: PackageResources.replacement_proposal_txt
        }
      return String(decoding: bytes, as: UTF8.self)
    }
  }
}
