import Intake
public import Model
public import Policy
public import Register
public import Scoring

/// Why one applicant of a stored run stands where they stand, with the cells that prove it.
public struct ExplainedResult: Sendable {
  /// A cell of a sheet.
  public struct Cell: Sendable {
    /// The fact that stands there.
    public let field: ApplicantField
    /// The file's name.
    public let file: String
    /// The row as a spreadsheet numbers it.
    public let row: Int
    /// The column's letters; nothing where the sheet lacks the column.
    public let letters: String?
    /// The column's header in the file, or the fact's usual one.
    public let title: String
    /// The value, masked where it is personal; empty where blank.
    public let value: String
  }

  /// The run.
  public let run: RunEntry
  /// The policy that the run used.
  public let rules: RuleSet
  /// The applicant as the register keeps it.
  public let applicant: ApplicantEntry
  /// The stored line.
  public let result: ResultEntry
  /// The explanation, worked out anew from the stored facts.
  public let explanation: Explanation
  /// For each of the explanation's changes the rank that would follow, the others staying as they
  /// are; nothing where there would be none.
  public let ranks: [Int?]

  /// Explains an applicant of a run by the policy that the run keeps.
  /// - Throws: `RegisterError`, `PolicyError`.
  public init(_ number: String, inRun prefix: String, of register: Register) throws {
    run = try register.run(prefix)
    let policy = try PolicyPack(canonicalBytes: run.policySource)
    rules = try policy.rules(on: run.asOf)
    (applicant, result) = try register.applicant(number, inRun: run.id)
    let scorer = try Scorer(rules)
    explanation = try scorer.explain(
      StoredFacts.values(of: scorer.fields, in: applicant.texts))
    ranks = try Self.ranks(of: explanation, run, applicant, scorer, register)
  }

  /// The ranks that the changes of an explanation would lead to.
  private static func ranks(
    of explanation: Explanation, _ run: RunEntry, _ applicant: ApplicantEntry, _ scorer: Scorer,
    _ register: Register
  ) throws -> [Int?] {
    if explanation.changes.isEmpty { return [] }
    let code = applicant.texts[.officeCode] ?? ""
    if scorer.rules.mark == nil, run.seed == nil {
      // The stored tiers and points say all; an office may have thousands of applicants.
      let others = try register.assessments(ofRun: run.id, office: code)
      return explanation.changes.map { change in
        scorer.rank(of: change.assessment, from: explanation.assessment, among: others)
      }
    }
    let scored = try ScoringRun(replaying: run, of: register, office: code).scored(places: [:])
    let index = scored.columns.ids.firstIndex(of: applicant.id) ?? 0
    return scored.ranks(of: explanation.changes, applicant: index).map { $0?.rank }
  }

  /// The cells that a criterion reads.
  public func evidence(of line: Explanation.Line) -> [Cell] {
    line.fields.map { field in
      let column = applicant.columns[field]
      let text = applicant.texts[field] ?? ""
      return Cell(
        field: field, file: applicant.fileName, row: applicant.row,
        letters: column.map { Finding.letters(ofColumn: $0.place) },
        title: column?.title ?? title(of: field),
        value: field == .birthDate ? String(text.prefix(4)) : text)
    }
  }

  /// What people call a fact.
  public func title(of field: ApplicantField, in language: Language = .zh) -> String {
    rules.facts.first { $0.name == field.id }?.title[language] ?? field.id
  }
}
