public import Model
public import Staffing

/// How a fixed number of places is shared.
public struct AllocationAnswer: Answer {
  struct Share: Encodable {
    let name: String
    let weight: Int
    let share: Int
  }

  struct Tie: Encodable {
    let names: [String]
    let seats: Int
  }

  let method: String
  let total: Int
  let shares: [Share]
  let ties: [Tie]
  private let explanation: [Bilingual]
  private let leftOut: [String]

  enum CodingKeys: CodingKey {
    case method, total, shares, ties
  }

  /// - Parameters:
  ///   - isExplained: whether people are told who got the last place and who was next.
  ///   - leftOut: units that took no part, because a figure of theirs is missing.
  public init(_ allocation: Allocation, isExplained: Bool, leftOut: [String] = []) {
    method = allocation.method.rawValue
    total = allocation.total
    shares = allocation.shares.map { Share(name: $0.name, weight: $0.weight, share: $0.share) }
    ties = allocation.ties.map { Tie(names: $0.names, seats: $0.seats) }
    explanation = isExplained ? allocation.explanation : []
    self.leftOut = leftOut
  }

  /// Ties wait for a person or a lot.
  public var status: ExitStatus { ties.isEmpty ? .done : .waiting }

  /// A line a unit, then what is tied.
  public func lines(_ say: Wording) -> [String] {
    shares.map { "\($0.name)\t\($0.weight)\t\($0.share)" }
      + ties.map { tie in
        let (names, lot) = (tie.names.joined(separator: say("、", ", ")), say.step(.drawLot))
        return say(
          "并列：\(names) 争 \(tie.seats) 个名额，规则分不出先后；请由人决定，或用 \(lot) 抽签",
          "tie: \(names) for \(tie.seats) place(s); let a person decide, or use \(lot)")
      } + explanation.map { say($0) }
  }

  /// Who took no part.
  public func notes(_ say: Wording) -> [String] {
    guard !leftOut.isEmpty else { return [] }
    let codes = leftOut.joined(separator: ", ")
    return [say("缺少数字、未参加分配：\(codes)", "left out, because a figure is missing: \(codes)")]
  }
}
