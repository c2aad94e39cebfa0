import Model
import Planner
import Register
import Policy
import Scoring

/// An explanation as JSON.
struct ExplainResult: Encodable {
  struct Cell: Encodable {
    let file: String
    let row: Int
    let column: String
    let letter: String?
    let field: String
    let value: String
  }

  struct Line: Encodable {
    let id: String
    let title: String
    let outcome: String
    let basis: String
    let clause: String?
    let reason: String?
    let points: Int
    let evidence: Cell?
    let cells: [Cell]
  }

  struct Change: Encodable {
    let criterion: String
    let facts: [String: String]
    let verdict: String
    let tier: Int?
    let points: Int
    let rank: Int?
    let text: String
  }

  let run: String
  let applicationNo: String
  let verdict: String
  let tier: Int?
  let points: Int
  let rank: Int?
  let tied: Bool
  let decidedBy: String
  let criteria: [Line]
  let wouldChange: [Change]
  let localSettings: [String]

  enum CodingKeys: String, CodingKey {
    case run, verdict, tier, points, rank, tied, criteria
    case applicationNo = "application_no"
    case decidedBy = "decided_by"
    case wouldChange = "would_change"
    case localSettings = "local_settings"
  }

  init(_ explained: ExplainedResult, _ language: Language) {
    let result = explained.result
    run = explained.run.id
    applicationNo = explained.applicant.texts[.applicationNo] ?? ""
    verdict = result.assessment.verdict.id
    tier = result.assessment.tier
    points = result.assessment.points
    rank = result.placement.rank
    tied = result.placement.isTied
    decidedBy = result.placement.decider.id
    criteria = explained.explanation.lines.map { line in
      let cells = explained.evidence(of: line).map {
        Cell(
          file: $0.file, row: $0.row, column: $0.title, letter: $0.letters, field: $0.field.id,
          value: $0.value)
      }
      var clause: String?
      var reason: String?
      switch line.basis {
      case .clause(let number): clause = number
      case .local(let why): reason = why[language]
      }
      return Line(
        id: line.id, title: line.title[language], outcome: line.outcome.id,
        basis: line.basis.isLocal ? "local" : "policy", clause: clause, reason: reason,
        points: line.points, evidence: cells.first, cells: cells)
    }
    let texts = ExplainText(explained, language)
    wouldChange = zip(explained.explanation.changes, explained.ranks).map { change, rank in
      Change(
        criterion: change.criterion,
        facts: Dictionary(
          change.facts.map { ($0.field.id, $0.value) }, uniquingKeysWith: { $1 }),
        verdict: change.assessment.verdict.id,
        tier: change.assessment.tier,
        points: change.assessment.points, rank: rank,
        text: texts.wording(of: change, rank: rank))
    }
    localSettings = explained.rules.localSettings.map { "\($0.id): \($0.reason[language])" }
  }
}

/// An explanation as text for a person.
struct ExplainText {
  private let explained: ExplainedResult
  private let language: Language

  init(_ explained: ExplainedResult, _ language: Language) {
    self.explained = explained
    self.language = language
  }

  /// The lines, in the order in which a person reads them.
  var lines: [String] {
    let number = explained.applicant.texts[.applicationNo] ?? ""
    let name = explained.applicant.texts[.name] ?? ""
    var lines = [
      says("报名序号 \(number)　\(name)", "Applicant \(number) \(name)"),
      says(
        "运行 \(explained.run.id)，政策 \(explained.rules.policyID)，基准日 \(explained.run.asOf.iso)",
        "run \(explained.run.id), policy \(explained.rules.policyID), as of \(explained.run.asOf.iso)"
      ),
      says("结论：", "Result: ") + explained.result.assessment.wording[language] + rank,
      "",
    ]
    for line in explained.explanation.lines {
      let basis =
        switch line.basis {
        case .clause(let number): says("依据《意见》\(number)", "Opinion \(number)")
        case .local(let reason): says("本地设定：\(reason.zh)", "local setting: \(reason.en)")
        }
      let points = line.points > 0 ? says("　计 \(line.points) 分", " \(line.points) point(s)") : ""
      lines.append(
        "[\(line.outcome.wording[language])] \(line.title[language])（\(line.id)）\(points)　\(basis)")
      for cell in explained.evidence(of: line) {
        let place =
          cell.letters.map {
            says(
              "\(cell.file) 第 \(cell.row) 行 \($0) 列", "\(cell.file) row \(cell.row) column \($0)")
          } ?? says("表中没有这一列", "the sheet has no such column")
        lines.append(
          "      \(cell.title)＝「\(cell.value.isEmpty ? says("空", "blank") : cell.value)」　\(place)")
      }
    }
    if !explained.explanation.changes.isEmpty {
      lines += ["", says("核实后结果会变的事项：", "What would change the result:")]
      lines += zip(explained.explanation.changes, explained.ranks).map { change, rank in
        "  " + wording(of: change, rank: rank)
      }
    }
    if !explained.rules.localSettings.isEmpty {
      lines += ["", says("《意见》没有规定、由本地设定的：", "Not in the Opinion, set locally:")]
      lines += explained.rules.localSettings.map {
        "  \($0.title[language])：\($0.reason[language])"
      }
    }
    lines += ["", says("本结果供人决定，不代替决定。", "A person decides; this is a proposal.")]
    return lines
  }

  /// One change in a sentence.
  func wording(of change: Explanation.Change, rank: Int?) -> String {
    let facts = change.wording(explained.rules)[language]
    let then = change.assessment.wording[language]
    let place = rank.map { says("，本街道第 \($0) 名", ", rank \($0) in the office") } ?? ""
    return says("如果 \(facts)：\(then)\(place)", "if \(facts): \(then)\(place)")
  }

  private var rank: String {
    let placement = explained.result.placement
    guard let rank = placement.rank else { return "" }
    let tied = placement.isTied ? says("（并列）", " (tied)") : ""
    return says("，本街道第 \(rank) 名\(tied)", ", rank \(rank) in the office\(tied)")
  }

  private func says(_ zh: String, _ en: String) -> String {
    language == .zh ? zh : en
  }
}
