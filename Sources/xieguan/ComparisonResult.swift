import Model
import Planner
import Policy
import Scoring

/// A comparison as JSON.
struct ComparisonResult: Encodable {
  struct Run: Encodable {
    let run: String?
    let policy: String
    let asOf: String
    let seed: String?

    enum CodingKeys: String, CodingKey {
      case run, policy, seed
      case asOf = "as_of"
    }
  }

  struct Rule: Encodable {
    let kind: String
    let id: String
    let before: String?
    let after: String?
  }

  struct Place: Encodable {
    let officeCode: String
    let verdict: String
    let tier: Int?
    let points: Int
    let rank: Int?
    let tied: Bool
    let decidedBy: String
    let line: String?

    enum CodingKeys: String, CodingKey {
      case verdict, tier, points, rank, tied, line
      case officeCode = "office_code"
      case decidedBy = "decided_by"
    }

    init(_ entry: RunComparison.Entry) {
      officeCode = entry.officeCode
      verdict = entry.assessment.verdict.id
      tier = entry.assessment.tier
      points = entry.assessment.points
      rank = entry.placement.rank
      tied = entry.placement.isTied
      decidedBy = entry.placement.decider.id
      line = entry.line?.rawValue
    }
  }

  struct Line: Encodable {
    let id: String
    let basis: String
    let clause: String?
    let reason: String?
    let before: String?
    let after: String?
    let pointsBefore: Int
    let pointsAfter: Int
    let because: [String]

    enum CodingKeys: String, CodingKey {
      case id, basis, clause, reason, before, after, because
      case pointsBefore = "points_before"
      case pointsAfter = "points_after"
    }
  }

  struct Move: Encodable {
    let applicationNo: String
    let changes: [String]
    let before: Place?
    let after: Place?
    let lines: [Line]
    let others: [String]
    let order: [String]

    enum CodingKeys: String, CodingKey {
      case changes, before, after, lines, others, order
      case applicationNo = "application_no"
    }
  }

  let before: Run
  let after: Run
  let rules: [Rule]
  let applicants: Int
  let totals: [String: Int]
  let moves: [Move]

  init(_ comparing: Comparing, _ language: Language) {
    func run(_ side: Comparing.Side) -> Run {
      Run(
        run: side.run, policy: side.rules.policyID, asOf: side.rules.date.iso, seed: side.seed)
    }
    let comparison = comparing.comparison
    before = run(comparing.before)
    after = run(comparing.after)
    rules = comparison.rules.map {
      Rule(kind: $0.kind.rawValue, id: $0.id, before: $0.before, after: $0.after)
    }
    applicants = comparison.applicants
    var totals = Dictionary(
      uniqueKeysWithValues: RunComparison.Kind.allCases.map { ($0.rawValue, comparison.count($0)) })
    totals["came_above_line"] = comparison.cameAbove.count
    totals["fell_below_line"] = comparison.fellBelow.count
    self.totals = totals
    moves = comparison.moves.map { move in
      Move(
        applicationNo: move.applicationNo, changes: move.kinds.map(\.rawValue),
        before: move.before.map(Place.init), after: move.after.map(Place.init),
        lines: move.lines.map { Self.line($0, comparing, language) }, others: move.others,
        order: move.order.map(\.rawValue))
    }
  }

  private static func line(
    _ change: CriterionChange, _ comparing: Comparing, _ language: Language
  ) -> Line {
    var clause: String?
    var reason: String?
    switch change.basis {
    case .clause(let number): clause = number
    case .local(let why): reason = why[language]
    }
    return Line(
      id: change.id, basis: change.basis.isLocal ? "local" : "policy", clause: clause,
      reason: reason, before: change.before?.id, after: change.after?.id,
      pointsBefore: change.pointsBefore, pointsAfter: change.pointsAfter,
      because: change.causes.map { comparing.wording(of: $0, language) })
  }
}

/// A comparison as text for a person.
struct ComparisonText {
  /// How many of an office's moves are printed; the sheet has them all.
  private static let shown = 20

  private let comparing: Comparing
  private let language: Language

  init(_ comparing: Comparing, _ language: Language) {
    self.comparing = comparing
    self.language = language
  }

  /// The lines, in the order in which a person reads them.
  var lines: [String] {
    let comparison = comparing.comparison
    var lines = [
      says("前：", "before: ") + label(comparing.before),
      says("后：", "after: ") + label(comparing.after),
    ]
    if !comparison.rules.isEmpty {
      lines.append(says("规则的不同：", "The rules differ in:"))
      lines += comparison.rules.filter { $0.kind != .setting }
        .map { "  " + comparing.wording(of: $0, language) }
    }
    guard !comparison.moves.isEmpty else {
      return lines + [says("没有人变动。", "Nobody moved.")]
    }
    let counts = RunComparison.Kind.allCases.compactMap { kind in
      let count = comparison.count(kind)
      return count == 0 ? nil : "\(kind.wording[language]) \(count)"
    }
    lines.append(
      says(
        "\(comparison.applicants) 人中 \(comparison.moves.count) 人变动："
          + counts.joined(separator: "，"),
        "\(comparison.moves.count) of \(comparison.applicants) moved: "
          + counts.joined(separator: ", ")))
    let (up, down) = (comparison.cameAbove.count, comparison.fellBelow.count)
    if up + down > 0 {
      lines.append(
        says("录用线以上：进 \(up) 人，出 \(down) 人", "above the line: \(up) in, \(down) out"))
    }
    for (office, moves) in byOffice {
      lines += ["", "\(office) \(comparing.officeNames[office] ?? "")"]
      for move in moves.prefix(Self.shown) { lines += self.lines(of: move) }
      if moves.count > Self.shown {
        let rest = moves.count - Self.shown
        lines.append(
          says(
            "  另有 \(rest) 人，用 --output 文件.csv 列出全部",
            "  and \(rest) more: --output FILE.csv lists all"))
      }
    }
    return lines
  }

  /// The moves by office; within one, who crosses the line first, then who changed by themselves.
  private var byOffice: [(String, [RunComparison.Move])] {
    let grouped = Dictionary(grouping: comparing.comparison.moves) {
      $0.after?.officeCode ?? $0.before?.officeCode ?? ""
    }
    func order(_ move: RunComparison.Move) -> Int {
      move.kinds.contains(.line) ? 0 : move.lines.isEmpty ? 2 : 1
    }
    return grouped.sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }
      .map { office, moves in
        let sorted = moves.enumerated().sorted {
          (order($0.element), $0.offset) < (order($1.element), $1.offset)
        }
        return (office, sorted.map(\.element))
      }
  }

  private func lines(of move: RunComparison.Move) -> [String] {
    let places = [move.before, move.after].map { $0.map(wording) ?? "—" }
    return ["  \(move.applicationNo) \(move.name)：\(places[0]) → \(places[1])"]
      + comparing.wording(of: move, language).map { "      " + $0 }
  }

  private func wording(_ entry: RunComparison.Entry) -> String {
    let (assessment, placement) = (entry.assessment, entry.placement)
    guard let rank = placement.rank, let tier = assessment.tier else {
      return assessment.verdict.wording[language]
    }
    var parts = [
      says("第 \(rank) 名", "rank \(rank)") + (placement.isTied ? says("（并列）", " (tied)") : ""),
      says(
        "第 \(tier) 顺位 \(assessment.points) 分", "tier \(tier), \(assessment.points) points"
      ),
    ]
    if let line = entry.line { parts.append(line.wording[language]) }
    return parts.joined(separator: says("，", ", "))
  }

  private func label(_ side: Comparing.Side) -> String {
    let run = side.run.map { says("运行 \($0)，", "run \($0), ") } ?? ""
    let seed = side.seed.map { says("，抽签种子 \($0)", ", lot \($0)") } ?? ""
    return run
      + says(
        "政策 \(side.rules.policyID)，基准日 \(side.rules.date.iso)",
        "policy \(side.rules.policyID), as of \(side.rules.date.iso)") + seed
  }

  private func says(_ zh: String, _ en: String) -> String { language == .zh ? zh : en }
}
