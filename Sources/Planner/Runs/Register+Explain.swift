import Intake
import Model
import Policy
public import Register
public import Reporting
import Scoring

extension Register {
  /// Explains an applicant of a stored run by the policy that the run keeps.
  /// - Throws: `StoredRunError.erased`, `RegisterError`, `PolicyError`.
  public func explain(_ number: String, inRun reference: String) throws -> ExplanationAnswer {
    let run = try run(reference)
    let rules = try PolicyPack(canonicalBytes: run.policySource).rules(on: run.asOf)
    let (applicant, result) = try stored(number, in: run)
    let scorer = try Scorer(rules)
    let number = applicant.texts[.applicationNo] ?? ""
    let marks = try MarkSheets(of: self, rules, run: run.id)
    let values = StoredFacts.values(of: scorer.fields, in: applicant.texts)
      .reduce(into: [ApplicantField: FactValue]()) {
        $0[$1.key] = marks.value($1.key, of: number, own: $1.value)
      }
    let explanation = try scorer.explain(values)
    let mark = MarkWorking(rules, points: result.assessment.points) { fact in
      guard let field = ApplicantField(id: fact), case .number(let hundredths)? = values[field]
      else { return nil }
      return Int(hundredths)
    }
    return try ExplanationAnswer(
      run: run.id, rules, applicationNo: number,
      name: applicant.texts[.name] ?? "", result.assessment, result.placement, explanation,
      mark: mark,
      objections: standingObjections()[number] ?? [],
      ranks: ranks(of: explanation, run, applicant, scorer)
    ) { field in
      let mark = try marks.entry(field, of: number).map { try markCell($0, field) }
      let (now, before) = applicant.sources(of: field)
      func cell(_ entry: ApplicantEntry, before: ExplanationAnswer.Cell?) -> ExplanationAnswer.Cell
      {
        let column = entry.columns[field]
        let text = entry.texts[field] ?? ""
        return ExplanationAnswer.Cell(
          file: entry.fileName, row: entry.row,
          column: column?.title ?? rules.facts.first { $0.name == field.id }?.title.zh ?? field.id,
          letter: column.map { Finding.letters(ofColumn: $0.place) }, field: field,
          value: field == .birthDate ? String(text.prefix(4)) : text, before: before)
      }
      let own = cell(now, before: before.map { cell($0, before: nil) })
      guard let mark else { return own }
      return mark.beside(own)
    }
  }

  /// The cell of a sheet of marks.
  private func markCell(_ mark: MarkEntry, _ field: ApplicantField) throws -> ExplanationAnswer.Cell
  {
    let name = MarkState(status: mark.status) == nil ? "score" : "status"
    let column = try column(name, ofFile: mark.source.fileID)
    return ExplanationAnswer.Cell(
      file: mark.source.file, row: mark.source.row,
      column: column?.title ?? SheetDescription.marks[name].header.zh,
      letter: column.map { Finding.letters(ofColumn: $0.place) }, field: field,
      value: mark.written)
  }

  private func stored(_ number: String, in run: RunEntry) throws -> (ApplicantEntry, ResultEntry) {
    do {
      return try applicant(number, inRun: run.id)
    } catch RegisterError.applicantUnknown {
      // Perhaps the number went with its row.
      if let erasure = try erasure(inRun: run.id) {
        throw StoredRunError.erased(run: run.id, erasure)
      }
      throw RegisterError.applicantUnknown(number: number)
    }
  }

  /// The rank that each change of an explanation would lead to, the others staying as they are.
  private func ranks(
    of explanation: Explanation, _ run: RunEntry, _ applicant: ApplicantEntry, _ scorer: Scorer
  ) throws -> [Int?] {
    if explanation.changes.isEmpty { return [] }
    let code = applicant.texts[.officeCode] ?? ""
    if scorer.rules.mark == nil, run.seed == nil {
      // The stored tiers and points say all; an office may have thousands of applicants.
      let others = try assessments(ofRun: run.id, office: code)
      return explanation.changes.map { change in
        scorer.rank(of: change.assessment, from: explanation.assessment, among: others)
      }
    }
    let scored = try ScoringRun(replaying: run, of: self, office: code).scored(places: [:])
    guard let index = scored.columns.ids.firstIndex(of: applicant.id) else {
      throw StoredRunError.differs(run: run.id)
    }
    return scored.ranks(of: explanation.changes, applicant: index).map { $0?.rank }
  }
}
