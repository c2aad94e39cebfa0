import Consultation
import Foundation
public import Model
public import Register

/// An answer (复函) to a request that came in.
public struct ConsultReply: Sendable {
  /// The request.
  public let request: ConsultationEntry
  /// The opinions that were given, by row; a row without one is left open.
  public let opinions: [OpinionEntry]
  private let subjects: [String]

  /// Reads the opinions from a sheet that was filled in.
  ///
  /// - Parameters:
  ///   - prefix: the first digits of the request's id.
  ///   - by: who gives the opinions of rows that name nobody.
  ///   - on: the day of the opinions of rows that name none.
  /// - Throws: `ConsultError`, `TabularError`, `WorkbookError`, `RegisterError`.
  public init(
    to prefix: String, opinions path: String, by: String, on: CivilDate, in register: Register
  ) throws {
    guard let request = try register.consultation(prefix, .received) else {
      throw ConsultError.unknown(prefix)
    }
    guard request.kind == "request" else { throw ConsultError.notARequest(request.id) }
    self.request = request
    subjects = try register.subjects(of: request)
    opinions = try OpinionSheet.opinions(
      in: path, about: request.terms.matter,
      subjects: subjects, by: by, on: on)
  }

  /// How many opinions are of a kind.
  public func count(_ opinion: Opinion) -> Int { opinions.count { $0.opinion == opinion } }

  /// How many rows are left open.
  public var openCount: Int { subjects.count - opinions.count }

  /// Writes the package and keeps it in the register.
  /// - Throws: `PackageError`, `LetterError`, `RegisterError`.
  public func send(_ dispatch: Dispatch, from register: Register) throws -> ConsultationEntry {
    let asked = try request.terms
    let letter = try dispatch.letter(
      .reply,
      filling: [
        "复函标题": OfficialLetter.replyTitle(to: request.title), "来函标题": request.title,
        "来函字号": request.number, "人数": String(subjects.count),
        "同意": String(count(.agree)), "不同意": String(count(.disagree)),
        "说明": String(count(.remark)), "未提": String(openCount),
        "核对": "已凭来函所附数据和规则重新计算，结果与校验值\(asked.run?.digest.prefix(12) ?? "")一致。",
      ], attachments: ["意见表"])
    let draft = try PackageDraft(output: dispatch.output, password: dispatch.password)
    let given = Dictionary(opinions.map { ($0.subject, $0) }, uniquingKeysWith: { old, _ in old })
    let sheet = OpinionSheet(
      about: asked.matter,
      rows: subjects.map { OpinionSheet.Row(subject: $0, shown: [], opinion: given[$0]) })
    try sheet.add(to: draft, created: dispatch.date, reference: nil)
    var terms = try dispatch.terms(.reply, asked.matter, letter, register: register)
    terms.subjects = opinions.count
    terms.inReplyTo = PackageTerms.Request(
      manifestSha256: request.manifestSHA256, number: request.number, title: request.title)
    return try dispatch.send(draft, letter, terms, from: register, opinions: opinions)
  }
}
