import Consultation
public import Model
import Oversight
public import Policy
public import Register
public import Reporting
import Tabular

/// What a letter on a finding is about, and who answers for it.
public struct SupervisionLetter: Sendable {
  /// A kind of letter.
  public enum Kind: String, Sendable, CaseIterable {
    /// Tells the street what was found (反馈意见函).
    case feedback
    /// Advises a replacement (调换建议函).
    case replacement
  }

  let kind: Kind
  let finding: String
  let from: String
  let to: String
  let number: String
  let by: String

  /// - Parameters:
  ///   - finding: the finding's number.
  ///   - from: the bureau that writes.
  ///   - to: the street office.
  ///   - number: the letter's number.
  ///   - by: who answers for it.
  public init(
    _ kind: Kind, finding: String, from: String, to: String, number: String, by: String
  ) {
    self.kind = kind
    self.finding = finding
    self.from = from
    self.to = to
    self.number = number
    self.by = by
  }
}

extension Register {
  /// Writes a letter on a finding under 四（三）, to print and to edit.
  /// - Throws: `OversightError`, `LetterError`, `TabularError`, `RegisterError`, `PolicyError`.
  public func write(
    _ letter: SupervisionLetter, to folder: String, policy: PolicyPack, asOf: CivilDate
  ) throws -> SupervisionLetterAnswer {
    let facts = try OversightFacts(self, policy: policy, asOf: asOf)
    guard let found = try facts.cases().first(where: { $0.finding.number == letter.finding })
    else { throw OversightError.unknownFinding(letter.finding) }
    guard found.isUnderClause else { throw OversightError.notUnderClause(letter.finding) }
    let feedback = found.steps.first { $0.step == .feedback }?.day
    if letter.kind == .replacement, feedback == nil {
      throw OversightError.proposalBeforeFeedback(letter.finding)
    }
    let due = asOf.advanced(byDays: facts.settings.replyDays) ?? .latest
    var fields = [
      "工号": found.finding.assistant, "类别": found.finding.kind.rawValue,
      "条款": found.finding.clause.isEmpty ? "四（三）" : found.finding.clause,
      "编号": found.finding.number, "发现日期": found.finding.found.chinese,
      "答复期限": due.chinese, "经办人": letter.by,
    ]
    fields["反馈日期"] = feedback?.chinese
    let template: LetterTemplate.Standard =
      letter.kind == .feedback ? .findingFeedback : .replacementProposal
    let text = OfficialLetter(
      issuer: letter.from, number: letter.number, addressee: letter.to,
      text: try LetterTemplate(template.text, filling: fields), attachments: [], date: asOf)
    try OutputFolder.make(folder)
    let paths = ["\(folder)/letter.html", "\(folder)/letter.docx"]
    let file = try OutputFile(path: paths[0])
    var html = text.html
    try html.withUTF8 { try file.write(UnsafeRawBufferPointer($0)) }
    try file.finish()
    try text.writeWord(to: paths[1])
    return SupervisionLetterAnswer(
      title: text.title, number: letter.number, finding: letter.finding, due: due, written: paths)
  }
}
