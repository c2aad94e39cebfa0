public import Model

/// What was sent to whom, when, and what became of it.
public struct ConsultationsAnswer: Answer {
  /// What became of a request.
  public enum State: String, Encodable, Sendable {
    /// A reply is there.
    case answered
    /// The day has passed without a reply; hiring goes on all the same.
    case overdue
    /// No reply yet.
    case open
    /// It was taken back.
    case withdrawn
    /// No reply is expected.
    case none
  }

  /// One package with the replies to it.
  public struct Item: Encodable, Sendable {
    let entry: ConsultationEntry
    let state: State
    let replies: [ConsultationEntry]
    let withdrawal: Withdrawal?
    private let unsigned: [String: UnsignedReply]

    /// - Parameters:
    ///   - replies: in the order in which they came or went.
    ///   - unsigned: by their ids, how some of them came without a signature.
    public init(
      _ entry: ConsultationEntry, _ state: State, replies: [ConsultationEntry],
      withdrawal: Withdrawal? = nil, unsigned: [String: UnsignedReply] = [:]
    ) {
      self.unsigned = unsigned
      self.entry = entry
      self.state = state
      self.replies = replies
      self.withdrawal = withdrawal
    }

    private enum CodingKeys: CodingKey { case state, replies, withdrawal, unsigned }

    /// The replies in a line.
    fileprivate func replies(_ say: Wording) -> String {
      replies.map { reply in
        "\(reply.number) \(reply.sentOn.iso)"
          + (unsigned[reply.id].map { say("［", " [") + say($0.wording) + say("］", "]") } ?? "")
      }.joined(separator: "; ")
    }

    /// Encodes what the package is and what became of it.
    public func encode(to encoder: any Encoder) throws {
      try entry.encode(to: encoder)
      var container = encoder.container(keyedBy: CodingKeys.self)
      try container.encode(state, forKey: .state)
      try container.encode(replies.map(\.id), forKey: .replies)
      try container.encode(
        replies.map(\.id).filter { unsigned[$0]?.scan == nil && unsigned[$0] != nil },
        forKey: .unsigned)
      try container.encodeIfPresent(withdrawal, forKey: .withdrawal)
    }
  }

  let consultations: [Item]

  /// Lists packages in the order in which they were stored.
  public init(_ consultations: [Item]) { self.consultations = consultations }

  /// A line a package.
  public func lines(_ say: Wording) -> [String] {
    consultations.map { item in
      let entry = item.entry
      let way =
        entry.direction == .sent
        ? say("发往", "to") + " \(entry.to)" : say("来自", "from") + " \(entry.from)"
      let due = entry.dueOn.map { say("，期限", ", due") + " \($0.iso)" } ?? ""
      let replies = item.replies(say)
      let state =
        switch item.state {
        case .answered: say("已答复（\(replies)）", "answered (\(replies))")
        case .overdue: say("逾期未复（不影响招聘）", "overdue (hiring may go on)")
        case .open: say("待答复", "open")
        case .withdrawn:
          say("已撤回", "withdrawn") + (item.withdrawal.map { say("（\($0.by)）", " (\($0.by))") } ?? "")
        case .none: say("无需答复", "no reply expected")
        }
      return
        "\(entry.id)  \(entry.sentOn.iso)  \(way)  \(entry.number)《\(entry.title)》\(due)  \(state)"
    }
  }

  /// That there is none.
  public func notes(_ say: Wording) -> [String] {
    consultations.isEmpty ? [say("还没有往来", "nothing yet")] : []
  }
}
