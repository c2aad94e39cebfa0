public import Model

/// A request that was taken back.
public struct WithdrawnRequestAnswer: Answer {
  private let entry: ConsultationEntry
  let package: String
  let number: String
  let at: String
  let by: String
  let reason: String

  /// - Parameter entry: the request.
  public init(_ entry: ConsultationEntry, _ withdrawal: Withdrawal) {
    self.entry = entry
    (package, number) = (entry.id, entry.number)
    (at, by, reason) = (withdrawal.at, withdrawal.by, withdrawal.reason)
  }

  private enum CodingKeys: CodingKey { case package, number, at, by, reason }

  /// Which request, and by whom.
  public func lines(_ say: Wording) -> [String] {
    [
      say(
        "\(entry.number)《\(entry.title)》已由\(by)撤回：\(reason)",
        "\(entry.number) “\(entry.title)” was withdrawn by \(by): \(reason)")
    ]
  }

  /// That the other bureau does not know yet.
  public func notes(_ say: Wording) -> [String] {
    [say("请另行函告\(entry.to)。", "Tell \(entry.to) by a letter of its own.")]
  }
}
