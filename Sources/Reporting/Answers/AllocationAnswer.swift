public import Model
public import Staffing

/// How a fixed number of places is shared.
public struct AllocationAnswer: Answer {
  struct Share: Encodable {
    let name: String
    /// The name of the office whose code is the unit's.
    let officeName: String?
    let weight: Int
    let share: Int

    var shown: String { officeName.map { "\(name) \($0)" } ?? name }
  }

  struct Tie: Encodable {
    let names: [String]
    let seats: Int
  }

  let method: String
  let total: Int
  let shares: [Share]
  let ties: [Tie]
  let leftOut: [String]
  let findings: [FindingAnswer]
  private let explanation: [Bilingual]
  private let offices: OfficeTable?

  enum CodingKeys: CodingKey {
    case method, total, shares, ties, leftOut, findings
  }

  /// - Parameters:
  ///   - offices: the offices by whose codes the units are called, where they are offices.
  ///   - isExplained: whether people are told who got the last place and who was next.
  ///   - leftOut: units that took no part, because a figure of theirs is missing.
  ///   - findings: what was found in the sheet of weights.
  public init(
    _ allocation: Allocation, offices: OfficeTable? = nil, isExplained: Bool,
    leftOut: [String] = [], findings: [FindingAnswer] = []
  ) {
    method = allocation.method.rawValue
    total = allocation.total
    shares = allocation.shares.map { share in
      Share(
        name: share.name, officeName: offices?.name(of: share.name), weight: share.weight,
        share: share.share)
    }
    ties = allocation.ties.map { Tie(names: $0.names, seats: $0.seats) }
    explanation = isExplained ? allocation.explanation : []
    self.leftOut = leftOut
    self.findings = findings
    self.offices = offices
  }

  /// Ties wait for a person or a lot.
  public var status: ExitStatus { ties.isEmpty ? .done : .waiting }

  /// A header, a line a unit, the sum; then what is tied.
  public func lines(_ say: Wording) -> [String] {
    let contested = ties.reduce(0) { $0 + $1.seats }
    let table =
      [say("单位\t权重\t名额", "unit\tweight\tplaces")]
      + shares.map { "\($0.shown)\t\($0.weight)\t\($0.share)" }
      + [
        say("合计", "total")
          + "\t\(shares.reduce(0) { $0 + $1.weight })\t\(shares.reduce(0) { $0 + $1.share })"
          + (contested == 0 ? "" : say("，另有 \(contested) 个未定", " and \(contested) contested"))
      ]
    return table
      + ties.map { tie in
        let (names, lot) = (tie.names.joined(separator: say("、", ", ")), say.step(.drawLot))
        return say(
          "并列：\(names) 争 \(tie.seats) 个名额，规则分不出先后；请由人决定，或用 \(lot) 抽签",
          "tie: \(names) for \(tie.seats) place(s); let a person decide, or use \(lot)")
      } + explanation.map { say($0) }
  }

  /// Who took no part, and what was found in the sheet.
  public func notes(_ say: Wording) -> [String] {
    let names = leftOut.map { code in
      offices.map { "\(code) \($0.name(of: code))" } ?? code
    }
    return findings.map { $0.text(say) }
      + (names.isEmpty
        ? []
        : [
          say(
            "缺少数字、未参加分配：\(names.joined(separator: "、"))",
            "left out, because a figure is missing: \(names.joined(separator: ", "))")
        ])
  }
}
