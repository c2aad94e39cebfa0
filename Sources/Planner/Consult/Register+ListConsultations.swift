public import Model
public import Register
public import Reporting

extension Register {
  /// Lists what was sent to whom, when, and what became of it; replies stand beside their request.
  /// - Parameter today: the day on which a date counts as passed.
  /// - Throws: `RegisterError`.
  public func listConsultations(asOf today: CivilDate) throws -> ConsultationsAnswer {
    let all = try consultations()
    return ConsultationsAnswer(
      try all.filter { $0.kind != .reply }.map { entry in
        let withdrawal = entry.direction == .sent ? try withdrawal(of: entry) : nil
        let replies = all.replies(to: entry)
        var unsigned: [String: UnsignedReply] = [:]
        for reply in replies { unsigned[reply.id] = try unsignedReply(reply) }
        let isOverdue = entry.dueOn.map { $0 < today } ?? false
        return ConsultationsAnswer.Item(
          entry,
          entry.kind != .request
            ? .none
            : withdrawal != nil
              ? .withdrawn : !replies.isEmpty ? .answered : isOverdue ? .overdue : .open,
          replies: replies, withdrawal: withdrawal, unsigned: unsigned)
      })
  }

  /// Lists what was answered to a request.
  /// - Throws: `ConsultError.unknown`, `RegisterError`.
  public func listOpinions(on prefix: String) throws -> OpinionsAnswer {
    let request = try package(prefix)
    guard request.kind == .request else { throw ConsultError.unknown(prefix) }
    return OpinionsAnswer(
      request,
      try consultations().replies(to: request).flatMap { reply in
        let unsigned = try unsignedReply(reply)
        return try opinions(of: reply).map {
          OpinionsAnswer.Item($0, reply: reply, unsigned: unsigned)
        }
      })
  }

  /// The package that people name.
  /// - Parameter direction: which way it went, where that matters.
  /// - Throws: `ConsultError.unknown`, `RegisterError.ambiguous`.
  func package(_ reference: String, _ direction: ConsultationEntry.Direction? = nil) throws
    -> ConsultationEntry
  {
    guard let found = try consultation(reference, direction) else {
      throw ConsultError.unknown(reference)
    }
    return found
  }
}

extension [ConsultationEntry] {
  /// The replies to a package, in the order in which they came or went.
  fileprivate func replies(to entry: ConsultationEntry) -> [ConsultationEntry] {
    filter { $0.requestSHA256 == entry.manifestSHA256 && $0.direction != entry.direction }
  }
}
