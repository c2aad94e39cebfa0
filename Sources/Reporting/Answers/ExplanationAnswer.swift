import Foundation
public import Model
public import Policy
public import Scoring

/// Why one applicant of a run stands where they stand, with the cells that prove it.
public struct ExplanationAnswer: Answer {
  /// A cell of a sheet.
  public struct Cell: Encodable, Sendable {
    let file: String
    let row: Int
    let column: String
    let letter: String?
    let field: ApplicantField
    let value: String
    /// The cell that said something else until it was corrected.
    let before: [Cell]?
    /// The cell of another sheet that says the fact too, and does not prevail.
    private(set) var others: [Cell]?

    /// - Parameters:
    ///   - row: as a spreadsheet numbers it.
    ///   - column: the header in the file, or the fact's usual one.
    ///   - letter: the column's letters; nil where the sheet lacks the column.
    ///   - value: empty where blank.
    ///   - before: the cell that said something else until it was corrected, if one did.
    public init(
      file: String, row: Int, column: String, letter: String?, field: ApplicantField,
      value: String, before: Cell? = nil
    ) {
      self.file = file
      self.row = row
      self.column = column
      self.letter = letter
      self.field = field
      self.value = value
      self.before = before.map { [$0] }
    }

    /// The cell beside that of another sheet, which does not prevail; one that is blank says nothing.
    public func beside(_ other: Cell) -> Cell {
      var cell = self
      if !other.value.isEmpty { cell.others = [other] }
      return cell
    }

    /// The cell as a line, and what it said before it was corrected.
    fileprivate func lines(_ say: Wording) -> [String] {
      let shown = value.isEmpty ? say("空", "blank") : value
      let place =
        letter.map {
          say("\(file) 第 \(row) 行 \($0) 列", "\(file) row \(row) column \($0)")
        } ?? say("表中没有这一列", "the sheet has no such column")
      return ["\(column)＝「\(shown)」　\(place)"]
        + (before ?? []).flatMap { $0.lines(say) }.map { say("  更正前 ", "  before ") + $0 }
        + (others ?? []).flatMap { $0.lines(say) }.map { say("  另有 ", "  also ") + $0 }
    }
  }

  struct Line: Encodable {
    let id: String
    let title: Bilingual
    let outcome: Outcome
    let basis: String
    let clause: String?
    let reason: Bilingual?
    let points: Int
    let evidence: Cell?
    let cells: [Cell]
  }

  /// A part of the mark, with the cell that holds it.
  struct MarkPart: Encodable {
    let fact: String
    let title: Bilingual
    let percent: Int
    let value: Decimal?
    let evidence: Cell?

    enum CodingKeys: CodingKey { case fact, title, percent, value, evidence }

    func encode(to encoder: any Encoder) throws {
      var container = encoder.container(keyedBy: CodingKeys.self)
      try container.encode(fact, forKey: .fact)
      try container.encode(title, forKey: .title)
      try container.encode(percent, forKey: .percent)
      try container.encode(value, forKey: .value)
      try container.encode(evidence, forKey: .evidence)
    }
  }

  /// The combined mark.
  struct Mark: Encodable {
    let parts: [MarkPart]
    let exact: Decimal?
    let total: Decimal?
    let working: Bilingual
  }

  struct Change: Encodable {
    let criterion: String
    let facts: [String: String]
    let verdict: Verdict
    let tier: Int?
    let points: Int
    let rank: Int?
    let text: Bilingual
  }

  private enum CodingKeys: CodingKey {
    case run, applicationNo, verdict, tier, points, rank, tied, decidedBy, criteria, mark, opinions,
      wouldChange, localSettings
  }

  let run: String
  let applicationNo: String
  let verdict: Verdict
  let tier: Int?
  let points: Int
  let rank: Int?
  let tied: Bool
  let decidedBy: Decider
  let criteria: [Line]
  let mark: Mark?
  let opinions: [Objection]
  let wouldChange: [Change]
  let localSettings: [Bilingual]
  private let name: String
  private let rules: RuleSet
  private let assessment: Assessment

  /// - Parameters:
  ///   - run: its id.
  ///   - rules: those of the run.
  ///   - assessment: as stored.
  ///   - placement: as stored.
  ///   - mark: how the mark came about, where the policy ranks by marks.
  ///   - objections: what bureaus that were asked hold against the applicant.
  ///   - ranks: the rank that each of the explanation's changes would lead to, if any.
  ///   - cell: where a fact stood.
  public init(
    run: String, _ rules: RuleSet, applicationNo: String, name: String, _ assessment: Assessment,
    _ placement: RankPlacement, _ explanation: Explanation, mark: MarkWorking? = nil,
    objections: [Objection] = [], ranks: [Int?], cell: (ApplicantField) throws -> Cell
  ) rethrows {
    self.run = run
    self.rules = rules
    self.applicationNo = applicationNo
    self.name = name
    self.assessment = assessment
    (verdict, tier, points) = (assessment.verdict, assessment.tier, assessment.points)
    (rank, tied, decidedBy) = (placement.rank, placement.isTied, placement.decider)
    criteria = try explanation.lines.map { line in
      let cells = try line.fields.map(cell)
      return Line(
        id: line.id, title: line.title, outcome: line.outcome, basis: line.basis.kind,
        clause: line.basis.clause, reason: line.basis.reason, points: line.points,
        evidence: cells.first, cells: cells)
    }
    opinions = objections
    self.mark = try mark.map { mark in
      Mark(
        parts: try mark.parts.map { part in
          MarkPart(
            fact: part.fact, title: part.title, percent: part.percent,
            value: part.hundredths.map { Decimal($0) / 100 },
            evidence: try ApplicantField(id: part.fact).map(cell))
        }, exact: mark.exact.map { Decimal($0) / 10_000 },
        total: mark.total.map { Decimal($0) / 100 }, working: mark.wording)
    }
    wouldChange = zip(explanation.changes, ranks).map { change, rank in
      let (facts, then) = (change.wording(rules), change.assessment.wording)
      return Change(
        criterion: change.criterion, facts: change.values, verdict: change.assessment.verdict,
        tier: change.assessment.tier, points: change.assessment.points, rank: rank,
        text: Bilingual(
          zh: "如果 \(facts.zh)：\(then.zh)" + (rank.map { "，本街道第 \($0) 名" } ?? ""),
          en: "if \(facts.en): \(then.en)" + (rank.map { ", rank \($0) in the office" } ?? "")))
    }
    localSettings = rules.localSettings.map {
      Bilingual(zh: "\($0.id): \($0.reason.zh)", en: "\($0.id): \($0.reason.en)")
    }
  }

  /// The result, each criterion with its cells, what would change it, and what is set locally.
  public func lines(_ say: Wording) -> [String] {
    let place = rank.map {
      say("，本街道第 \($0) 名", ", rank \($0) in the office") + (tied ? say("（并列）", " (tied)") : "")
    }
    var lines = [
      say("报名序号 \(applicationNo)　\(name)", "Applicant \(applicationNo) \(name)"),
      say.run(run, rules.policyID, rules.date),
      say("结论：", "Result: ") + say(assessment.wording) + (place ?? ""), "",
    ]
    for line in criteria {
      let basis =
        line.clause.map { say("依据《意见》\($0)", "Opinion \($0)") }
        ?? line.reason.map { say("本地设定：\($0.zh)", "local setting: \($0.en)") } ?? ""
      let points = line.points > 0 ? say("　计 \(line.points) 分", " \(line.points) point(s)") : ""
      lines.append(
        "[\(say(line.outcome.wording))] \(say(line.title))（\(line.id)）\(points)　\(basis)")
      lines += line.cells.flatMap { $0.lines(say) }.map { "      " + $0 }
    }
    if !opinions.isEmpty {
      lines += [
        "",
        say(
          "被征询单位的意见（不影响资格，由人决定）：", "Opinions of bureaus asked (they bar nobody; a person decides):"),
      ]
      lines += opinions.map { "  " + say($0.wording) }
    }
    if let mark {
      lines += ["", say("成绩：", "Mark: ") + say(mark.working)]
      lines += mark.parts.flatMap { $0.evidence?.lines(say) ?? [] }.map { "      " + $0 }
    }
    if !wouldChange.isEmpty {
      lines += ["", say("核实后结果会变的事项：", "What would change the result:")]
      lines += wouldChange.map { "  " + say($0.text) }
    }
    if !rules.localSettings.isEmpty {
      lines += ["", say("《意见》没有规定、由本地设定的：", "Not in the Opinion, set locally:")]
      lines += rules.localSettings.map { "  \(say($0.title))：\(say($0.reason))" }
    }
    return lines + ["", say("本结果供人决定，不代替决定。", "A person decides; this is a proposal.")]
  }
}
