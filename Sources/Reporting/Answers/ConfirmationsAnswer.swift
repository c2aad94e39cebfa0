public import Model

/// Everything that was confirmed, the first first.
public struct ConfirmationsAnswer: Answer {
  /// That a person confirmed something.
  public struct Confirmation: Encodable, Sendable {
    let kind: ConfirmableKind
    let id: String
    let by: String
    let role: String
    let at: String
    let confirmed: Bool
    let warnings: [String]

    /// - Parameter stands: whether it is still what was confirmed.
    public init(_ entry: ConfirmationEntry, stands: Bool) {
      (kind, id, by, role, at) = (entry.kind, entry.subject, entry.by, entry.role, entry.at)
      (confirmed, warnings) = (stands, entry.warnings)
    }
  }

  let confirmations: [Confirmation]

  /// Lists them as they were made.
  public init(_ confirmations: [Confirmation]) { self.confirmations = confirmations }

  /// One line each.
  public func lines(_ say: Wording) -> [String] {
    if confirmations.isEmpty { return [say("还没有人确认过什么", "nothing has been confirmed")] }
    return confirmations.map { entry in
      let state = entry.confirmed ? "" : say("  内容已变，作废", "  void, for it has changed")
      return "\(entry.at.prefix(10))  \(say(entry.kind.title)) \(entry.id)  \(entry.by)"
        + say("（\(entry.role)）", " (\(entry.role))") + state
    }
  }
}
