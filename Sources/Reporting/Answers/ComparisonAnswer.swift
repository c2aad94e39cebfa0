public import Model
public import Policy
public import Scoring
import Tabular

/// Who moved between two runs, or between two policies on one run, and what moved them.
public struct ComparisonAnswer: Answer {
  /// One of the two.
  public struct Side: Encodable, Sendable {
    private enum CodingKeys: CodingKey { case run, policy, asOf, seed }

    let run: String?
    let policy: String
    let asOf: CivilDate
    let seed: String?
    let rules: RuleSet

    /// - Parameters:
    ///   - run: the stored run's id; nil where the list was made for the comparison only.
    ///   - rules: its rules.
    ///   - seed: the seed of the lot, if one was drawn.
    public init(run: String?, _ rules: RuleSet, seed: String?) {
      self.run = run
      (policy, asOf) = (rules.policyID, rules.date)
      self.seed = seed
      self.rules = rules
    }
  }

  struct Place: Encodable {
    let officeCode: String
    let verdict: Verdict
    let tier: Int?
    let points: Int
    let rank: Int?
    let tied: Bool
    let decidedBy: Decider
    let line: LinePosition?

    init(_ entry: RunComparison.Entry) {
      officeCode = entry.officeCode
      (verdict, tier) = (entry.assessment.verdict, entry.assessment.tier)
      points = entry.assessment.points
      (rank, tied) = (entry.placement.rank, entry.placement.isTied)
      decidedBy = entry.placement.decider
      line = entry.line
    }
  }

  struct Line: Encodable {
    let id: String
    let basis: String
    let clause: String?
    let reason: Bilingual?
    let before: Outcome?
    let after: Outcome?
    let pointsBefore: Int
    let pointsAfter: Int
    let because: [Bilingual]
  }

  struct Move: Encodable {
    let applicationNo: String
    let changes: [RunComparison.Kind]
    let before: Place?
    let after: Place?
    let lines: [Line]
    let others: [String]
    let order: [RunComparison.OrderChange]
  }

  private enum CodingKeys: CodingKey { case before, after, rules, applicants, totals, moves }

  /// How many of an office's moves are printed; the sheet has them all.
  private static let shown = 20

  let before: Side
  let after: Side
  let rules: [RuleChange]
  let applicants: Int
  let totals: [String: Int]
  let moves: [Move]
  let comparison: RunComparison
  private let officeNames: [String: String]
  let wording: ComparisonWording

  /// - Parameter offices: those that occur.
  public init(_ before: Side, _ after: Side, _ comparison: RunComparison, _ offices: OfficeTable) {
    (self.before, self.after, self.comparison) = (before, after, comparison)
    officeNames = Dictionary(
      offices.offices.map { ($0.code, $0.districtName + $0.name) }, uniquingKeysWith: { $1 })
    let wording = ComparisonWording(before.rules, after.rules)
    self.wording = wording
    (rules, applicants) = (comparison.rules, comparison.applicants)
    totals = Dictionary(
      uniqueKeysWithValues: RunComparison.Kind.allCases.map { ($0.rawValue, comparison.count($0)) }
        + [
          ("came_above_line", comparison.cameAbove.count),
          ("fell_below_line", comparison.fellBelow.count),
        ])
    moves = comparison.moves.map { move in
      Move(
        applicationNo: move.applicationNo, changes: move.kinds, before: move.before.map(Place.init),
        after: move.after.map(Place.init),
        lines: move.lines.map {
          Line(
            id: $0.id, basis: $0.basis.kind, clause: $0.basis.clause, reason: $0.basis.reason,
            before: $0.before, after: $0.after, pointsBefore: $0.pointsBefore,
            pointsAfter: $0.pointsAfter, because: $0.causes.map(wording.text))
        }, others: move.others, order: move.order)
    }
  }

  /// In what the rules differ, how many moved, and the first who did in each office.
  public func lines(_ say: Wording) -> [String] {
    var lines = [
      say("前：", "before: ") + label(before, say), say("后：", "after: ") + label(after, say),
    ]
    if !rules.isEmpty {
      lines.append(say("规则的不同：", "The rules differ in:"))
      lines += rules.filter { $0.kind != .setting }.map { "  " + say(wording.full($0)) }
    }
    guard !comparison.moves.isEmpty else { return lines + [say("没有人变动。", "Nobody moved.")] }
    let counts = RunComparison.Kind.allCases.filter { comparison.count($0) > 0 }
      .map { "\(say($0.wording)) \(comparison.count($0))" }
    lines.append(
      say(
        "\(applicants) 人中 \(moves.count) 人变动：", "\(moves.count) of \(applicants) moved: ")
        + counts.joined(separator: say("，", ", ")))
    let (up, down) = (comparison.cameAbove.count, comparison.fellBelow.count)
    if up + down > 0 {
      lines.append(say("录用线以上：进 \(up) 人，出 \(down) 人", "above the line: \(up) in, \(down) out"))
    }
    for (office, moves) in byOffice {
      lines += ["", "\(office) \(officeNames[office] ?? "")"]
      for move in moves.prefix(Self.shown) {
        let places = [move.before, move.after].map { $0.map { text($0, say) } ?? "—" }
        lines.append("  \(move.applicationNo) \(move.name)：\(places[0]) → \(places[1])")
        lines += wording.sentences(move).map { "      " + say($0) }
      }
      if moves.count > Self.shown {
        let rest = moves.count - Self.shown
        lines.append(
          say(
            "  另有 \(rest) 人，用 \(say.step(.outputSheet)) 列出全部",
            "  and \(rest) more: \(say.step(.outputSheet)) lists all"))
      }
    }
    return lines
  }

  /// The moves by office; within one, who crosses the line first, then who changed by themselves.
  private var byOffice: [(String, [RunComparison.Move])] {
    func order(_ move: RunComparison.Move) -> Int {
      move.kinds.contains(.line) ? 0 : move.lines.isEmpty ? 2 : 1
    }
    return Dictionary(grouping: comparison.moves, by: \.officeCode)
      .sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }
      .map { office, moves in
        let sorted = moves.enumerated().sorted {
          (order($0.element), $0.offset) < (order($1.element), $1.offset)
        }
        return (office, sorted.map(\.element))
      }
  }

  private func text(_ entry: RunComparison.Entry, _ say: Wording) -> String {
    let (assessment, placement) = (entry.assessment, entry.placement)
    guard let rank = placement.rank, let tier = assessment.tier else {
      return say(assessment.verdict.wording)
    }
    let parts = [
      say("第 \(rank) 名", "rank \(rank)") + (placement.isTied ? say("（并列）", " (tied)") : ""),
      say("第 \(tier) 顺位 \(assessment.points) 分", "tier \(tier), \(assessment.points) points"),
    ]
    return (parts + (entry.line.map { [say($0.wording)] } ?? []))
      .joined(separator: say("，", ", "))
  }

  private func label(_ side: Side, _ say: Wording) -> String {
    (side.run.map { say("运行 \($0)，", "run \($0), ") } ?? "")
      + say(
        "政策 \(side.policy)，基准日 \(side.asOf.iso)", "policy \(side.policy), as of \(side.asOf.iso)")
      + (side.seed.map { say("，抽签种子 \($0)", ", lot \($0)") } ?? "")
  }

  /// Writes everybody who moved as a sheet.
  /// - Throws: `TabularError`.
  public func write(to path: String, _ say: Wording) throws {
    let columns = [
      "office_code", "office_name", "application_no", "name", "changes", "verdict_before",
      "verdict_after", "tier_before", "tier_after", "points_before", "points_after", "rank_before",
      "rank_after", "line_before", "line_after", "because",
    ]
    let rows = comparison.moves.map { move in
      let entries = [move.before, move.after]
      func pair(_ value: (RunComparison.Entry) -> String?) -> [String] {
        entries.map { $0.flatMap(value) ?? "" }
      }
      let because = wording.sentences(move).map { say($0) }
      return [
        move.officeCode, officeNames[move.officeCode] ?? "", move.applicationNo, move.name,
        move.kinds.map(\.rawValue).joined(separator: ";"),
      ] + pair(\.assessment.verdict.id) + pair { $0.assessment.tier.map(String.init) }
        + pair { String($0.assessment.points) } + pair { $0.placement.rank.map(String.init) }
        + pair(\.line?.rawValue) + [because.joined(separator: " | ")]
    }
    try CSVWriter.write([columns] + rows, to: path)
  }
}

extension RunComparison.Move {
  /// The office of the second run, else of the first.
  fileprivate var officeCode: String { after?.officeCode ?? before?.officeCode ?? "" }
}
