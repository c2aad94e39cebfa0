import Intake
import Model
public import Register
public import Reporting

extension Register {
  /// Where somebody stands: looked for by application number, identity number or its last four
  /// characters, telephone number or name.
  /// - Parameter limit: how many rows are shown at most.
  /// - Throws: `RegisterError`.
  public func findPerson(_ text: String, limit: Int = 20) throws -> FindAnswer {
    let found = try find(text, limit: limit + 1)
    return FindAnswer(
      text,
      found.prefix(limit).map { found in
        FindAnswer.Row(
          row: Int64(found.entry.id), batch: found.batch, file: found.entry.fileName,
          fileRow: found.entry.row, texts: found.entry.texts, outcome: found.outcome,
          reasons: found.findings.map { entry in
            let code = entry.finding.code
            let title = entry.columnTitle.isEmpty ? "" : "“\(entry.columnTitle)”"
            let other = entry.other.map { ($0.file, $0.row) }
            return (
              code.rawValue,
              Guidance(
                "\(title)\(code.wrong.zh)\(other.map { "（见 \($0) 第 \($1) 行）" } ?? "")",
                "\(title)\(code.wrong.en)\(other.map { " (see \($0) row \($1))" } ?? "")")
            )
          },
          result: found.result.map {
            ($0.run, $0.result.assessment.verdict, $0.result.placement.rank)
          })
      }, hasMore: found.count > limit)
  }

  /// The application number of the one person of a run who is found by a text; nil where several are
  /// found, or nobody of the run.
  /// - Throws: `RegisterError.applicantUnknown` where nobody at all is found.
  public func applicationNumber(of text: String, inRun reference: String) throws -> String? {
    let run = try run(reference)
    if (try? applicant(text, inRun: run.id)) != nil { return text }
    let found = try find(text, limit: 100)
    guard !found.isEmpty else { throw RegisterError.applicantUnknown(number: text) }
    let numbers = Set(found.compactMap { $0.entry.texts[.applicationNo] })
      .filter { (try? applicant($0, inRun: run.id)) != nil }
    return numbers.count == 1 ? numbers.first : nil
  }
}
