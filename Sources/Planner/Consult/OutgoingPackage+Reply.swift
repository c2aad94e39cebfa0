import Consultation
import Foundation
import Model
public import Register
public import Reporting

extension OutgoingPackage {
  /// Answers a request that came in (复函), with the opinions of a sheet that was filled in.
  ///
  /// - Parameters:
  ///   - prefix: the first digits of the request's id.
  ///   - by: who gives the opinions of rows that name nobody, on the letter's day.
  /// - Throws: `ConsultError`, `TabularError`, `WorkbookError`, `PackageError`, `LetterError`,
  ///   `RegisterError`.
  @discardableResult
  public func reply(
    to prefix: String, opinions path: String, by: String, from register: Register
  ) throws -> SentPackageAnswer {
    let request = try register.package(prefix, .received)
    guard request.kind == .request else { throw ConsultError.notARequest(request.id) }
    let subjects = try register.subjects(of: request)
    let opinions = try OpinionSheet.opinions(
      in: path, about: request.matter,
      subjects: subjects, by: by, on: date)
    let counts = Dictionary(grouping: opinions, by: \.opinion).mapValues(\.count)
    let openCount = subjects.count - opinions.count
    let digest = try SignedManifest(json: request.manifest).terms.run?.digest.prefix(12) ?? ""
    var package = self
    (package.from, package.to) = (request.to, request.from)
    return try package.send(
      .reply, request.matter, letter: .reply,
      filling: [
        "复函标题": OfficialLetter.replyTitle(to: request.title), "来函标题": request.title,
        "来函字号": request.number, "人数": String(subjects.count),
        "同意": String(counts[.agree] ?? 0), "不同意": String(counts[.disagree] ?? 0),
        "说明": String(counts[.remark] ?? 0), "未提": String(openCount),
        "核对": "已凭来函所附数据和规则重新计算，结果与校验值\(digest)一致。",
      ], attachments: ["意见表"], replyingTo: request, opinions: opinions,
      answering: {
        SentPackageAnswer($0, output: output, opinions: counts, openCount: openCount)
      }, from: register
    ) { draft, _ in
      let given = Dictionary(opinions.map { ($0.subject, $0) }, uniquingKeysWith: { old, _ in old })
      let rows = subjects.map { OpinionSheet.Row(subject: $0, shown: [], opinion: given[$0]) }
      try OpinionSheet(about: request.matter, rows: rows)
        .add(to: draft, created: date, reference: nil)
    }
  }
}
